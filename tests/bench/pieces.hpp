// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topos::bench {

/// Numbers that are the same everywhere for one seed (SplitMix64); the distributions of <random> are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() noexcept;
  /// In [0, most). Domain: most > 0.
  std::size_t below(std::size_t most) noexcept { return static_cast<std::size_t>(next() % most); }
  /// In [0, 1).
  double real() noexcept { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  std::uint64_t state_;
};

/// A part of a sentence: a word, or what stands between words.
struct Piece {
  std::string text;  ///< of words: in lower case
  bool word = false;
  bool capital = false;  ///< the word began with an upper case letter
};
using Sentence = std::vector<Piece>;

/// The code points of UTF-8 text, each as its bytes.
[[nodiscard]] std::vector<std::string> characters(std::string_view text);

/// Cuts text into words and what lies between: letters make words, with apostrophes inside; "'s" at their ends does not
/// belong to them.
[[nodiscard]] std::vector<Piece> pieces(std::string_view text);

/// The sentences of a text with three words or more.
[[nodiscard]] std::vector<Sentence> sentences(std::string_view text);

/// With a capital, for Latin and Cyrillic letters.
[[nodiscard]] std::string capitalized(std::string word);

/// The files of a folder one after the other, in byte order of their names, without their first lines of metadata.
/// Errors: std::runtime_error.
[[nodiscard]] std::string texts_of(const std::string& folder);

}  // namespace topos::bench
