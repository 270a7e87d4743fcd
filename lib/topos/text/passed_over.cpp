// SPDX-License-Identifier: Apache-2.0
#include "topos/text/passed_over.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "topos/text/line_reader.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_ending = 8;
constexpr std::size_t most_endings = 100;
constexpr std::size_t shown_endings = 6;

/// In small letters; empty for what is none.
std::string ending_of(std::string_view name) {
  name = base_name(name);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.size() - dot - 1 > longest_ending) return {};
  std::string ending = lower_ascii(name.substr(dot));
  const auto plain = [](char c) { return c == '.' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (!std::all_of(ending.begin(), ending.end(), plain)) return {};
  return ending;
}

}  // namespace

void PassedOver::add(std::string_view name) {
  ++files_;
  std::string ending = ending_of(name);
  if (endings_.size() < most_endings || endings_.contains(ending)) ++endings_[std::move(ending)];
}

std::string PassedOver::note() const {
  std::vector<std::pair<std::string, std::size_t>> all(endings_.begin(), endings_.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text = std::to_string(files_) + (files_ == 1 ? " file" : " files") + " left out by " +
                     (files_ == 1 ? "its name: " : "their names: ");
  std::size_t named = 0;
  for (std::size_t i = 0; i < std::min(all.size(), shown_endings); ++i) {
    const auto& [ending, n] = all[i];
    text += (i == 0 ? "" : ", ") + std::to_string(n) + ' ' + (ending.empty() ? "without an ending" : ending);
    named += n;
  }
  if (named < files_) text += ", " + std::to_string(files_ - named) + " others";
  return text;
}

}  // namespace topos
