// SPDX-License-Identifier: Apache-2.0
#include "topos/text/document.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::array<std::string_view, region_names> names = {
    "title",    "byline",  "abstract", "keywords", "heading", "body",       "references",
    "footnote", "caption", "lede",     "pubnote",  "bio",     "boilerplate"};

constexpr std::size_t usual_fields = 8;

}  // namespace

std::string_view to_string(RegionName name) noexcept { return names[static_cast<std::size_t>(name)]; }

std::optional<RegionName> region_name(std::string_view text) noexcept {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<RegionName>(found - names.begin());
}

RegionSet default_analysis() noexcept {
  RegionSet set;
  for (const RegionName name : {RegionName::abstract, RegionName::lede, RegionName::body})
    set.set(static_cast<std::size_t>(name));
  return set;
}

const std::string* Metadata::find(std::string_view field) const noexcept {
  for (const auto& [name, value] : fields_)
    if (name == field) return &value;
  return nullptr;
}

void Metadata::set(std::string_view field, std::string value) {
  for (auto& [name, old] : fields_)
    if (name == field) {
      old = std::move(value);
      return;
    }
  if (fields_.empty()) fields_.reserve(usual_fields);
  fields_.emplace_back(field, std::move(value));
}

}  // namespace topos
