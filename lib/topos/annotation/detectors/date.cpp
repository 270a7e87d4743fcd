// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "topos/annotation/detectors/address_spans.hpp"
#include "topos/annotation/detectors/date_mentions.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/field_values.hpp"

namespace topos {
namespace {

FindingValue date_or_null(const std::optional<Date>& date) {
  return date ? FindingValue(date_text(*date)) : FindingValue();
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  AddressSpans addresses(input.document().text);
  const std::optional<Date> today = document_date(input.document());
  std::vector<DateMention> found;
  for (const Sentence& sentence : input.segmentation.sentences) {
    if (input.document().regions[sentence.region].name == RegionName::references) continue;
    found.clear();
    find_dates(input, sentence, today, found);
    for (const DateMention& one : found)
      if (!addresses.hold(one.span))
        out.push_back({"date",
                       one.span,
                       {{"precision", text_or_null(to_string(one.precision))},
                        {"relation", std::string(to_string(one.relation))},
                        {"anchor", std::string(to_string(one.anchor))},
                        {"first", date_or_null(one.first)},
                        {"last", date_or_null(one.last)}}});
  }
}

}  // namespace

namespace detectors {

const Detector date{.name = "date",
                    .summary = "Dates: days, months, years, decades, ranges, and times told from the document's date",
                    .languages = "",
                    .codes = "",
                    .detect = detect};

}  // namespace detectors
}  // namespace topos
