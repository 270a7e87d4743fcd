// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "topos/annotation/detectors/address_spans.hpp"
#include "topos/annotation/detectors/date_mentions.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/field_values.hpp"
#include "topos/annotation/detectors/quantities.hpp"
#include "topos/base/number.hpp"

namespace topos {
namespace {

FindingValue number_or_null(const std::optional<double>& value) {
  return value ? text_or_null(number_text(*value)) : FindingValue();
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  const std::string_view text = input.document().text;
  AddressSpans addresses(input.document().text);
  const std::optional<Date> today = document_date(input.document());
  SentenceDates dates(input, today);
  std::vector<Quantity> found;
  for (const Sentence& sentence : input.segmentation.sentences) {
    if (input.document().regions[sentence.region].name == RegionName::references) continue;
    dates.begin(sentence);
    found.clear();
    find_quantities(input, sentence, dates, found);
    for (const Quantity& one : found)
      if (!addresses.hold(one.span))
        out.push_back({"number",
                       one.span,
                       {{"value", number_or_null(one.value)},
                        {"high", number_or_null(one.high)},
                        {"hedge", text_or_null(one.hedge.in(text))},
                        {"unit", text_or_null(one.unit)},
                        {"noun", text_or_null(one.noun.in(text))}}});
  }
}

}  // namespace

namespace detectors {

const Detector number{.name = "number",
                      .summary = "Numbers that are argued with: value, hedge, unit, and what is counted",
                      .languages = "en",
                      .codes = "",
                      .detect = detect};

}  // namespace detectors
}  // namespace topos
