// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/detector.hpp"

#include <algorithm>
#include <array>

#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::array table = {
#define TOPOS_DETECTOR(id) &detectors::id,
#include "topos/annotation/detectors/detectors.def"
#undef TOPOS_DETECTOR
};

constexpr std::size_t most_covering = 8;

bool begins_before(const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; }

/// Leaves out what would be the ninth finding over the same bytes, from `first` on; the others come into text order.
void limit_covering(std::vector<Finding>& found, std::size_t first) {
  std::stable_sort(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(), begins_before);
  std::vector<std::uint32_t> ends;
  const auto is_too_many = [&](const Finding& one) {
    std::erase_if(ends, [&](std::uint32_t end) { return end <= one.span.begin; });
    if (ends.size() == most_covering) return true;
    ends.push_back(one.span.end);
    return false;
  };
  found.erase(std::remove_if(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(), is_too_many),
              found.end());
}

}  // namespace

bool Detector::knows(std::string_view language) const noexcept {
  std::string_view rest = languages;
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find(' '));
    if (one == language) return true;
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
  }
  return languages.empty();
}

std::span<const Detector* const> all_detectors() noexcept { return table; }

const Detector* find_detector(std::string_view name) noexcept {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Detector* one) { return one->name == name; });
  return found == table.end() ? nullptr : *found;
}

std::vector<Finding> detect(const DetectorInput& input, std::span<const Detector* const> which) {
  std::vector<Finding> found;
  const std::string language = primary_language(input.document().language);
  for (const Detector* detector : which) {
    if (!detector->knows(language)) continue;
    const std::size_t first = found.size();
    detector->detect(input, found);
    limit_covering(found, first);
  }
  std::stable_sort(found.begin(), found.end(), begins_before);
  return found;
}

}  // namespace topos
