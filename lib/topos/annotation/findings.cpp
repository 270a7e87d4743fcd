// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/findings.hpp"

#include <algorithm>

namespace topos {

HitId finding_id(std::string_view document, const Finding& finding) {
  const HitKind kind{{}, finding.type, {}, 0};
  Hit hit;
  hit.kind = &kind;
  hit.span = finding.span;
  return made_hit_id(document, hit);
}

void drop_records(std::vector<std::string>& lines, std::span<const Detector* const> detectors) {
  std::erase_if(lines, [&](std::string_view line) {
    constexpr std::string_view begin = "{\"type\":\"";
    if (!line.starts_with(begin)) return false;
    line.remove_prefix(begin.size());
    return std::any_of(detectors.begin(), detectors.end(), [&](const Detector* one) {
      return line.starts_with(one->name) && line.substr(one->name.size()).starts_with('"');
    });
  });
}

}  // namespace topos
