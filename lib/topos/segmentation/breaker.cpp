// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/breaker.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <string>

#include "topos/base/error.hpp"

namespace topos {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(Errc::memory, std::string("ICU cannot break text: ") + u_errorName(status));
}

}  // namespace

struct Breaker::Impl {
  std::unique_ptr<icu::BreakIterator> sentence;
  std::unique_ptr<icu::BreakIterator> word;
  UText text = UTEXT_INITIALIZER;

  ~Impl() { utext_close(&text); }

  void begin(icu::BreakIterator& iterator, std::u16string_view units) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUChars(&text, units.data(), static_cast<std::int64_t>(units.size()), &status);
    iterator.setText(&text, status);
    check(status);
  }
};

Breaker::Breaker(std::string_view language) : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
  const icu::Locale& known = U_SUCCESS(status) ? locale : icu::Locale::getRoot();
  status = U_ZERO_ERROR;
  impl_->sentence.reset(icu::BreakIterator::createSentenceInstance(known, status));
  impl_->word.reset(icu::BreakIterator::createWordInstance(known, status));
  check(status);
}
Breaker::Breaker(Breaker&&) noexcept = default;
Breaker& Breaker::operator=(Breaker&&) noexcept = default;
Breaker::~Breaker() = default;

void Breaker::sentences(std::u16string_view text, std::vector<UnitRange>& out) {
  out.clear();
  icu::BreakIterator& iterator = *impl_->sentence;
  impl_->begin(iterator, text);
  std::int32_t begin = iterator.first();
  for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; begin = end, end = iterator.next())
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

void Breaker::words(std::u16string_view text, std::vector<WordSegment>& out) {
  out.clear();
  icu::BreakIterator& iterator = *impl_->word;
  impl_->begin(iterator, text);
  std::int32_t begin = iterator.first();
  for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; begin = end, end = iterator.next())
    out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                   iterator.getRuleStatus() >= UBRK_WORD_NONE_LIMIT});
}

}  // namespace topos
