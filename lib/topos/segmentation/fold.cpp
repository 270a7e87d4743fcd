// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

void replace_all(icu::UnicodeString& text, std::initializer_list<char16_t> from, char16_t to) {
  for (std::int32_t i = 0; i < text.length(); ++i)
    if (std::find(from.begin(), from.end(), text[i]) != from.end()) text.setCharAt(i, to);
}

void remove_ignorable(icu::UnicodeString& text) {
  for (std::int32_t i = text.length(); i-- > 0;)
    if (is_ignorable(text[i])) text.remove(i, 1);
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Moves a tone mark from the first to the second vowel of a syllable that ends in oa, oe or uy: hóa → hoá.
/// Domain: composed (NFC), case-folded.
void place_vietnamese_tone(icu::UnicodeString& syllable) {
  struct Vowel {
    char16_t first_plain;
    const char16_t* first;  ///< with grave, acute, hook, tilde, dot
    char16_t second_plain;
    const char16_t* second;
  };
  static constexpr Vowel pairs[] = {
      {u'o', u"òóỏõọ", u'a', u"àáảãạ"}, {u'o', u"òóỏõọ", u'e', u"èéẻẽẹ"}, {u'u', u"ùúủũụ", u'y', u"ỳýỷỹỵ"}};
  const std::int32_t size = syllable.length();
  if (size < 2) return;
  for (const Vowel& pair : pairs) {
    if (syllable[size - 1] != pair.second_plain) continue;
    for (int tone = 0; tone < 5; ++tone)
      if (syllable[size - 2] == pair.first[tone]) {
        syllable.setCharAt(size - 2, pair.first_plain);
        syllable.setCharAt(size - 1, pair.second[tone]);
        return;
      }
  }
}

}  // namespace

struct Folder::Impl {
  using Block = std::array<char32_t, 256>;

  const icu::Normalizer2* nfkc = nullptr;
  std::unique_ptr<icu::Transliterator>
      simplify;  ///< made for the first word: making it takes as long as a megabyte of text
  bool chinese = false;
  bool russian = false;
  bool vietnamese = false;
  std::array<std::unique_ptr<Block>, 256>
      simple;  ///< what find_simple says, by the upper and lower half of a code point; made when needed

  /// What `c` is folded to whatever stands beside it, if it is a letter or digit whose case form is itself and as many
  /// bytes; else 0.
  [[nodiscard]] char32_t find_simple(char32_t c) const {
    const auto point = static_cast<UChar32>(c);
    UErrorCode status = U_ZERO_ERROR;
    if (!u_isalnum(point) || c == U'\u02BC' || !nfkc->hasBoundaryBefore(point) || !nfkc->isNormalized(point, status))
      return 0;
    icu::UnicodeString folded(point);
    folded.foldCase();
    if (U_FAILURE(status) || folded.length() != 1 || U8_LENGTH(folded[0]) != U8_LENGTH(point)) return 0;
    return russian && folded[0] == u'ё' ? U'е' : char32_t{folded[0]};
  }

  [[nodiscard]] char32_t simple_fold(char32_t c) {
    if (c > 0xFFFF) return 0;
    std::unique_ptr<Block>& block = simple[c >> 8];
    if (block == nullptr) {
      block = std::make_unique<Block>();
      for (char32_t low = 0; low < 256; ++low) (*block)[low] = find_simple((c & 0xFF00) | low);
    }
    return (*block)[c & 0xFF];
  }

  /// Folds `word` in place as long as its characters are simple; whether all are.
  bool fold_simply(std::string& word) {
    if (vietnamese || chinese) return false;
    for (std::size_t at = 0; at < word.size();) {
      const CodePoint point = code_point_at(word, at);
      if (point.size == 1) {
        word[at] = ascii_lower(word[at]);
      } else {
        char32_t fold = simple_fold(point.value);
        if (fold == 0) return false;
        for (std::uint32_t byte = point.size - 1; byte > 0; --byte, fold >>= 6)
          word[at + byte] = static_cast<char>(0x80 | (fold & 0x3F));
        word[at] = static_cast<char>((point.size == 2 ? 0xC0 : 0xE0) | fold);
      }
      at += point.size;
    }
    return true;
  }
};

Folder::Folder(std::string_view language) : impl_(new Impl) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->nfkc = icu::Normalizer2::getNFKCInstance(status);
  impl_->russian = language == "ru";
  impl_->vietnamese = language == "vi";
  impl_->chinese = language == "zh";
  if (U_FAILURE(status)) {
    delete impl_;
    throw Error(Errc::memory, std::string("ICU has no data for folding: ") + u_errorName(status));
  }
}

Folder::Folder(Folder&& other) noexcept : impl_(std::exchange(other.impl_, nullptr)) {}
Folder& Folder::operator=(Folder&& other) noexcept {
  std::swap(impl_, other.impl_);
  return *this;
}
Folder::~Folder() { delete impl_; }

Forms Folder::fold(std::string_view word) const {
  Forms forms;
  forms.cased = word;
  forms.folded = word;
  if (impl_->fold_simply(forms.folded)) return forms;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  remove_ignorable(text);
  text = impl_->nfkc->normalize(text, status);
  replace_all(text, {u'\u2019', u'\u2018', u'\u02BC'}, u'\'');
  replace_all(text, {u'\u2010', u'\u2011', u'\u2013', u'\u2014'}, u'-');
  forms.cased = utf8(text);
  text.foldCase();
  if (impl_->russian) replace_all(text, {u'ё'}, u'е');
  if (impl_->vietnamese) place_vietnamese_tone(text);
  if (impl_->chinese) {
    if (impl_->simplify == nullptr)
      impl_->simplify.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (impl_->simplify != nullptr) impl_->simplify->transliterate(text);
  }
  if (U_FAILURE(status)) throw Error(Errc::memory, "out of memory while folding a word");
  forms.folded = utf8(text);
  return forms;
}

}  // namespace topos
