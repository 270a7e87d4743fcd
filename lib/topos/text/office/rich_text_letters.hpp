// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "topos/text/converter.hpp"

namespace topos {

/// Turns the bytes and code units of an RTF file, whose encoding changes with the font, into UTF-8.
class RichTextLetters {
 public:
  void set_default(int code_page) { default_ = code_page; }
  void set_font_charset(int font, int charset) { fonts_[font] = charset; }
  /// Adds a byte in the code page of `font`.
  void add_byte(char byte, int font);
  /// Adds a UTF-16 unit.
  void add_unit(char32_t unit);
  /// What was added since the last call.
  [[nodiscard]] std::string take();

 private:
  [[nodiscard]] int code_page(int font) const;
  void convert();
  Converter& converter(int code_page);

  std::map<int, int> fonts_;
  std::map<int, Converter> converters_;
  std::string bytes_;
  std::string text_;
  int bytes_page_ = 0;
  int default_ = 1252;
  char32_t high_ = 0;  ///< the first half of a surrogate pair
};

}  // namespace topos
