// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace topos {

/// A half-open range of UTF-16 code units.
struct UnitRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A segment of the word rules.
struct WordSegment {
  UnitRange range;
  bool word = false;  ///< ICU's rule status says number, letter, kana or ideograph (method.md T5)
};

/// ICU's sentence and word rules for one language. Not thread-safe.
class Breaker {
 public:
  /// `language`: BCP 47 tag; one that ICU does not know gets the root rules.
  explicit Breaker(std::string_view language);
  Breaker(Breaker&&) noexcept;
  Breaker& operator=(Breaker&&) noexcept;
  ~Breaker();

  /// Sentence segments of `text`, which they tile.
  void sentences(std::u16string_view text, std::vector<UnitRange>& out);
  /// Word segments of `text`, which they tile; positions count from its beginning.
  void words(std::u16string_view text, std::vector<WordSegment>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
