// SPDX-License-Identifier: Apache-2.0
#include "options/detect.hpp"

#include <algorithm>
#include <utility>

#include "comma_list.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {
namespace {

std::vector<std::string> all_names() {
  std::vector<std::string> all{"all", "none", "voice", "modality", "holder"};
  for (const Detector* detector : all_detectors()) all.emplace_back(detector->name);
  return all;
}

Cues everything() { return {AttributeSet::all(), {all_detectors().begin(), all_detectors().end()}}; }

Cues usual() {
  Cues cues = everything();
  std::erase_if(cues.detectors, [](const Detector* one) { return one->on_request; });
  return cues;
}

}  // namespace

void DetectGroup::declare(Options& options) {
  options.list("--detect", names, "NAME[,NAME]",
               "Attributes to make and detectors to run beside the codebook, or all, or none; if nothing is named, all "
               "but nominalization");
}

Cues DetectGroup::cues() const {
  if (names.empty()) return usual();
  std::vector<std::string> chosen;
  for (const std::string& list : names)
    for (std::string& name : comma_list(list)) chosen.push_back(std::move(name));
  Cues cues;
  for (const std::string& name : chosen) {
    if (name == "none") continue;
    if (name == "all") return everything();
    const AttributeSet attribute = attribute_called(name);
    const Detector* detector = find_detector(name);
    if (!attribute.any() && detector == nullptr)
      throw Error(Errc::usage, "'" + printable(name) + "' is nothing that can be detected", {},
                  did_you_mean(name, all_names()));
    cues.attributes = cues.attributes | attribute;
    if (detector != nullptr &&
        std::find(cues.detectors.begin(), cues.detectors.end(), detector) == cues.detectors.end())
      cues.detectors.push_back(detector);
  }
  return cues;
}

}  // namespace topos::cli
