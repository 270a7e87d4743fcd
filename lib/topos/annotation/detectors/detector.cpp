// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/detector.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

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

/// Puts what stands from `first` on into text order, what begins at the same byte as it was.
void sort_by_begin(std::vector<Finding>& found, std::size_t first) {
  const auto begin = found.begin() + static_cast<std::ptrdiff_t>(first);
  if (std::is_sorted(begin, found.end(), begins_before)) return;
  // Places are sorted and not findings, each of which is then moved once.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  places.reserve(found.size() - first);
  for (std::size_t i = first; i < found.size(); ++i)
    places.emplace_back(found[i].span.begin, static_cast<std::uint32_t>(i));
  std::sort(places.begin(), places.end());
  std::vector<Finding> sorted;
  sorted.reserve(places.size());
  for (const auto& [byte, place] : places) sorted.push_back(std::move(found[place]));
  std::move(sorted.begin(), sorted.end(), begin);
}

/// Leaves out what would be the ninth finding over the same bytes, from `first` on; the others come into text order.
void limit_covering(std::vector<Finding>& found, std::size_t first) {
  sort_by_begin(found, first);
  std::array<std::uint32_t, most_covering> ends{};
  std::size_t open = 0;
  const auto is_too_many = [&](const Finding& one) {
    open = static_cast<std::size_t>(
        std::remove_if(ends.begin(), ends.begin() + open, [&](std::uint32_t end) { return end <= one.span.begin; }) -
        ends.begin());
    if (open == most_covering) return true;
    ends[open++] = one.span.end;
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
  sort_by_begin(found, 0);
  return found;
}

}  // namespace topos
