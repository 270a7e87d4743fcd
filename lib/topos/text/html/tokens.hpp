// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/text/html/tags.hpp"

namespace topos {

/// A tag or a stretch of text of an HTML page, as views into it.
struct HtmlToken {
  enum class Kind : std::uint8_t { text, raw_text, start, end, done };
  Kind kind = Kind::done;
  HtmlTag tag = HtmlTag::other;
  std::string_view text;  ///< of text with its character references; of a tag its name
  std::vector<std::pair<HtmlAttribute, std::string_view>>
      attributes;  ///< those that are kept, their values with character references
};

/// Cuts a page into tags and text. Comments and declarations are passed over; a comment, value or element that is never
/// closed ends at once, so that no text after it is lost.   Cost: linear.
class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view page) noexcept : page_(page) {}
  /// The next token into `token`; false at the end.
  bool next(HtmlToken& token);

 private:
  bool take_tag(HtmlToken& token);
  void take_attributes(HtmlToken& token);
  std::string_view take_value();
  void skip_declaration();
  void find_raw_end(HtmlToken& token);
  void take_raw(HtmlToken& token);
  [[nodiscard]] bool tag_begins(std::size_t at) const noexcept;

  std::string_view page_;
  std::size_t at_ = 0;
  HtmlTag raw_ = HtmlTag::other;  ///< the element whose content is taken as it is
  std::size_t raw_end_ = 0;
  bool comments_end_ = true;  ///< a "-->" may still come
  std::array<bool, 2> quotes_close_{true, true};
  std::array<bool, html_tags> unclosed_{};  ///< no end tag of this element comes
};

}  // namespace topos
