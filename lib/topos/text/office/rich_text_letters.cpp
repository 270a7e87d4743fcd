// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/rich_text_letters.hpp"

#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

constexpr std::pair<int, int> charset_pages[] = {
    {0, 1252},   {77, 10000}, {128, 932},  {129, 949},  {130, 1361}, {134, 936},  {136, 950}, {161, 1253},
    {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874}, {238, 1250}};

std::string name_of(int page) {
  switch (page) {
    case 65001:
      return "UTF-8";
    case 10000:
      return "macintosh";
    case 932:
      return "windows-31j";
    case 1258:
      return "ibm-1258";
    case 437:
    case 850:
    case 852:
    case 866:
      return "cp" + std::to_string(page);
    default:
      return "windows-" + std::to_string(page);
  }
}

}  // namespace

int RichTextLetters::code_page(int font) const {
  const auto found = fonts_.find(font);
  if (found == fonts_.end()) return default_;
  for (const auto& [charset, page] : charset_pages)
    if (charset == found->second && charset != 0) return page;
  return default_;
}

Converter& RichTextLetters::converter(int page) {
  const auto found = converters_.find(page);
  if (found != converters_.end()) return found->second;
  try {
    return converters_.emplace(page, Converter(name_of(page))).first->second;
  } catch (const Error&) {
    return converters_.emplace(page, Converter("windows-1252")).first->second;
  }
}

void RichTextLetters::convert() {
  if (!bytes_.empty()) converter(bytes_page_).convert(bytes_, true, text_);
  bytes_.clear();
}

void RichTextLetters::add_byte(char byte, int font) {
  if (high_ != 0) add_unit(0xFFFD);
  const int page = static_cast<unsigned char>(byte) < 0x80 && bytes_.empty() ? bytes_page_ : code_page(font);
  if (page != bytes_page_) convert();
  bytes_page_ = page;
  bytes_ += byte;
}

void RichTextLetters::add_unit(char32_t unit) {
  convert();
  const bool low = unit >= 0xDC00 && unit < 0xE000;
  if (high_ != 0) append_utf8(text_, low ? 0x10000 + ((high_ - 0xD800) << 10) + (unit - 0xDC00) : U'\uFFFD');
  const bool paired = high_ != 0 && low;
  high_ = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
  if (high_ == 0 && !paired && unit != 0) append_utf8(text_, low ? U'\uFFFD' : unit);
}

std::string RichTextLetters::take() {
  if (high_ != 0) add_unit(0);
  convert();
  return std::exchange(text_, {});
}

}  // namespace topos
