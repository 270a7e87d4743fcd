// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/field_values.hpp"
#include "topos/annotation/detectors/quotes.hpp"

namespace topos {
namespace {

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  const std::string_view text = input.document().text;
  for (const Quote& quote : find_quotes(input))
    out.push_back({"quote",
                   quote.span,
                   {{"kind", text_or_null(to_string(quote.kind))},
                    {"words", std::int64_t{quote.words}},
                    {"verb", text_or_null(quote.verb.in(text))},
                    {"speaker", text_or_null(quote.speaker.in(text))},
                    {"actor", text_or_null(quote.actor)}}});
}

}  // namespace

namespace detectors {

const Detector quote{
    .name = "quote",
    .summary = "Quotations: names, attributed terms, slogans, scare quotes, speech, passages, and who speaks",
    .languages = "",
    .codes = "actor.*,action.say,frame.*",
    .detect = detect};

}  // namespace detectors
}  // namespace topos
