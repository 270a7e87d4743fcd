// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace topos {

/// The place of the first byte from `at` on that may not stand for itself in a string of JSON: a quote, a backslash or
/// a control character; the size of `text` if there is none. Cost: a third of an instruction a byte with AVX2, else
/// one.
[[nodiscard]] std::size_t next_json_special(std::string_view text, std::size_t at) noexcept;

/// The place of the quote that ends a string of JSON whose bytes from `at` on are looked at; npos if another escape
/// than those of line ends, tabs, quotes and slashes stands before it, a control character, or the end of `text`.
/// Domain: text[at] is escaped by nothing. Cost: as next_json_special.
[[nodiscard]] std::size_t plain_string_end(std::string_view text, std::size_t at) noexcept;

/// The first sixty-four bytes, of those that follow one another from `at` on, that hold characters beyond ASCII; the
/// size of `text` or more if none do. Cost: a sixth of an instruction a byte with AVX2, else a third.
[[nodiscard]] std::size_t next_beyond_ascii(std::string_view text, std::size_t at) noexcept;

/// The place of the first byte from `at` on that may begin a quotation mark: a straight one, or the first byte of the
/// characters that hold the others (C2, E2, E3); the size of `text` if there is none. Cost: as next_json_special.
[[nodiscard]] std::size_t next_mark_byte(std::string_view text, std::size_t at) noexcept;

/// Two letters or digits, in lower case, that stand at some distances behind a place.
struct LetterPair {
  char first = 0;
  char second = 0;
  std::size_t first_at = 0;
  std::size_t second_at = 0;
};
/// The first place from `at` to `last` that a pair stands behind, in either case; last + 1 if there is none.
/// Domain: both letters of the pair at `last` lie in the text. Cost: as next_json_special.
[[nodiscard]] std::size_t next_pair(std::string_view text, std::size_t at, std::size_t last,
                                    const LetterPair& pair) noexcept;

/// How far words were counted.
struct WordCount {
  std::size_t at = 0;        ///< what follows is not counted yet
  std::uint32_t words = 0;   ///< that begin before it
  std::uint64_t inside = 0;  ///< 1 if a word goes on there
};
/// Goes on counting runs of letters and digits as long as all is ASCII or a mark from U+2000 to U+203F, such as a dash
/// or a quotation mark, and at least until there are `limit`. Cost: as next_json_special.
void count_plain_words(std::string_view text, std::uint32_t limit, WordCount& count) noexcept;

}  // namespace topos
