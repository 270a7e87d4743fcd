// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/text/regions.hpp"

namespace topos::test {

inline Document regions_of(std::string text, RegionOptions options = {}, std::string language = "en") {
  Document document;
  document.text = std::move(text);
  document.language = std::move(language);
  find_regions(document, options);
  return document;
}

/// "name" of each region, in order.
inline std::vector<std::string> names(const Document& document) {
  std::vector<std::string> out;
  for (const Region& region : document.regions) out.emplace_back(to_string(region.name));
  return out;
}

/// The bytes of each region, in order.
inline std::vector<std::string> texts(const Document& document) {
  std::vector<std::string> out;
  for (const Region& region : document.regions) out.emplace_back(region.span.in(document.text));
  return out;
}

/// Names of the regions that hold `needle`; empty if none does.
inline std::string region_with(const Document& document, std::string_view needle) {
  for (const Region& region : document.regions)
    if (region.span.in(document.text).find(needle) != std::string_view::npos)
      return std::string(to_string(region.name));
  return {};
}

/// A sentence of `words` words that ends with `end`.
inline std::string sentence(int words, std::string_view end = ".") {
  std::string out = "The";
  for (int i = 1; i < words; ++i) out += i % 2 == 0 ? " port" : " northern";
  return out.append(end);
}

using Strings = std::vector<std::string>;

}  // namespace topos::test
