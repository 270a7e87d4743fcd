// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

struct Region;

/// The tokens and sentences that a file gives, which take the place of those that rules find.
/// Invariant: tokens are in text order, do not overlap and are not empty.
struct GivenTokens {
  /// What rows are.
  enum class Form : std::uint8_t { none, conllu, vrt };

  std::vector<ByteSpan> tokens;
  std::vector<std::uint32_t> sentences;  ///< number of the first token of each, rising
  Form form = Form::none;
  std::string rows;                     ///< lines of the file, each with its line end
  std::vector<std::uint32_t> row_ends;  ///< by token, where its lines end in `rows`; empty if form is none

  void begin_sentence() { sentences.push_back(static_cast<std::uint32_t>(tokens.size())); }
  enum class To : std::uint8_t { last, next };
  /// Adds a line that is no token by itself to those of the last token or the one to come.
  void add_row(std::string_view row, To token);
  void add_token(ByteSpan span, std::string_view row);
  /// The lines that a token has in the file.
  [[nodiscard]] std::string_view rows_of(std::size_t token) const noexcept;
  /// The number of the first token that begins at or after `at`.
  [[nodiscard]] std::size_t first_from(std::uint32_t at) const noexcept;
  /// Where the sentence of `token` ends: the number of the token behind it.
  [[nodiscard]] std::size_t sentence_end(std::size_t token) const noexcept;
};

[[nodiscard]] std::string_view to_string(GivenTokens::Form form) noexcept;
[[nodiscard]] GivenTokens::Form given_form(std::string_view name) noexcept;

/// What stands between blanks in `regions`; a line is a sentence.
[[nodiscard]] GivenTokens tokens_between_blanks(std::string_view text, const std::vector<Region>& regions);

/// How many tokens hold a hyphen or a slash between letters or digits, where the words of patterns end.
[[nodiscard]] std::size_t joined_tokens(std::string_view text, const GivenTokens& given) noexcept;

}  // namespace topos
