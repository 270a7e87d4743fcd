// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/reference_address.hpp"
#include "topos/annotation/detectors/reference_list.hpp"

namespace topos::detectors {
namespace {

FindingValue number_or_nothing(std::optional<unsigned> number) {
  return number ? FindingValue(std::int64_t{*number}) : FindingValue();
}
FindingValue text_or_nothing(std::string text) { return text.empty() ? FindingValue() : FindingValue(std::move(text)); }

std::string tracking_of(const ReferenceEntry& entry) {
  for (const std::string& url : entry.urls)
    if (const std::string_view found = tracking_parameter(url); !found.empty()) return std::string(found);
  return {};
}

Finding finding_of(ReferenceEntry& entry) {
  std::string tracking = tracking_of(entry);
  return {"reference",
          entry.span,
          {{"number", number_or_nothing(entry.number)},
           {"authors", std::move(entry.authors)},
           {"years", std::move(entry.years)},
           {"title", text_or_nothing(std::move(entry.title))},
           {"container", text_or_nothing(std::move(entry.container))},
           {"urls", std::move(entry.urls)},
           {"doi", text_or_nothing(std::move(entry.doi))},
           {"language", std::move(entry.language)},
           {"lint", std::move(entry.flaws)},
           {"duplicate_of", number_or_nothing(entry.duplicate_of)},
           {"tracking", text_or_nothing(std::move(tracking))}}};
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  std::vector<ReferenceEntry> list;
  const Document& document = input.document();
  for (const Region& region : document.regions)
    if (region.name == RegionName::references)
      for (const ByteSpan span : reference_spans(document.text, region.span))
        list.push_back(read_reference(document.text, span));
  compare_references(list);
  for (ReferenceEntry& entry : list) out.push_back(finding_of(entry));
}

}  // namespace

const Detector reference{.name = "reference",
                         .summary = "Entries of a list of references, and what is wrong with them",
                         .languages = "",
                         .codes = "",
                         .detect = detect};

}  // namespace topos::detectors
