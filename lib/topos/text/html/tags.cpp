// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/tags.hpp"

#include <algorithm>
#include <array>

namespace topos {
namespace {

constexpr std::array tag_names = {
#define TOPOS_HTML_TAG(name, traits) std::string_view(#name),
#include "topos/text/html/tags.def"
#undef TOPOS_HTML_TAG
};

using enum HtmlTrait;

constexpr std::uint8_t bits(HtmlTrait trait) { return static_cast<std::uint8_t>(trait); }
constexpr HtmlTrait operator|(HtmlTrait a, HtmlTrait b) { return static_cast<HtmlTrait>(bits(a) | bits(b)); }

constexpr std::array<HtmlTrait, html_tags> tag_traits = {
#define TOPOS_HTML_TAG(name, traits) traits,
#include "topos/text/html/tags.def"
#undef TOPOS_HTML_TAG
    inline_tag};

constexpr std::array attribute_names = {
#define TOPOS_HTML_ATTRIBUTE(id, name) std::string_view(name),
#include "topos/text/html/attributes.def"
#undef TOPOS_HTML_ATTRIBUTE
};

/// Where `name` stands in a sorted list of names, or its size.
template <typename Names>
std::size_t place_of(const Names& names, std::string_view name) noexcept {
  std::array<char, 16> lower{};
  if (name.size() > lower.size()) return names.size();
  for (std::size_t i = 0; i < name.size(); ++i)
    lower[i] = static_cast<char>(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
  const std::string_view wanted(lower.data(), name.size());
  const auto found = std::lower_bound(names.begin(), names.end(), wanted);
  return found != names.end() && *found == wanted ? static_cast<std::size_t>(found - names.begin()) : names.size();
}

}  // namespace

bool has_trait(HtmlTag tag, HtmlTrait trait) noexcept {
  return (bits(tag_traits[static_cast<std::size_t>(tag)]) & bits(trait)) != 0;
}
HtmlTag html_tag(std::string_view name) noexcept { return static_cast<HtmlTag>(place_of(tag_names, name)); }
HtmlAttribute html_attribute(std::string_view name) noexcept {
  return static_cast<HtmlAttribute>(place_of(attribute_names, name));
}

}  // namespace topos
