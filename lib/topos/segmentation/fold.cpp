// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "topos/base/error.hpp"

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
  const icu::Normalizer2* nfkc = nullptr;
  std::unique_ptr<icu::Transliterator> simplify;
  bool russian = false;
  bool vietnamese = false;
};

Folder::Folder(std::string_view language) : impl_(new Impl) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->nfkc = icu::Normalizer2::getNFKCInstance(status);
  impl_->russian = language == "ru";
  impl_->vietnamese = language == "vi";
  if (language == "zh") impl_->simplify.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
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
  if (is_ascii(word)) {
    forms.cased = word;
    forms.folded = word;
    std::transform(forms.folded.begin(), forms.folded.end(), forms.folded.begin(), ascii_lower);
    return forms;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  remove_ignorable(text);
  text = impl_->nfkc->normalize(text, status);
  replace_all(text, {u'\u2019', u'\u2018', u'\u02BC'}, u'\'');
  replace_all(text, {u'\u2010', u'\u2011', u'\u2013', u'\u2014'}, u'-');
  forms.cased = utf8(text);
  text.foldCase();
  if (impl_->russian) replace_all(text, {u'ё'}, u'е');
  if (impl_->vietnamese) place_vietnamese_tone(text);
  if (impl_->simplify) impl_->simplify->transliterate(text);
  if (U_FAILURE(status)) throw Error(Errc::memory, "out of memory while folding a word");
  forms.folded = utf8(text);
  return forms;
}

}  // namespace topos
