// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// Elements of HTML; `other` is any that tags.def does not list.
enum class HtmlTag : std::uint8_t {
#define TOPOS_HTML_TAG(name, traits) name##_,
#include "topos/text/html/tags.def"
#undef TOPOS_HTML_TAG
  other
};
inline constexpr std::size_t html_tags = static_cast<std::size_t>(HtmlTag::other) + 1;

/// What an element is to a parser: bits.
enum class HtmlTrait : std::uint8_t {
  inline_tag = 0,
  block = 1,    ///< begins and ends a line
  empty = 2,    ///< has no content and no end tag
  raw = 4,      ///< its content has no tags
  unseen = 8,   ///< its content is not shown as text
  ends_p = 16,  ///< an open paragraph ends before it
};
[[nodiscard]] bool has_trait(HtmlTag tag, HtmlTrait trait) noexcept;

/// Attributes that are kept; `other` is any that attributes.def does not list.
enum class HtmlAttribute : std::uint8_t {
#define TOPOS_HTML_ATTRIBUTE(id, name) id,
#include "topos/text/html/attributes.def"
#undef TOPOS_HTML_ATTRIBUTE
  other
};

/// By a name in any case.
[[nodiscard]] HtmlTag html_tag(std::string_view name) noexcept;
[[nodiscard]] HtmlAttribute html_attribute(std::string_view name) noexcept;

}  // namespace topos
