// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "topos/segmentation/character_units.hpp"
#include "topos/segmentation/token_writer.hpp"
#include "topos/text/given_tokens.hpp"

namespace topos {

/// Takes the sentences and tokens of documents that bring their own. Not thread-safe.
class GivenSentences {
 public:
  /// `language`: without further subtags. `vocabulary` must outlive this.
  GivenSentences(std::string_view language, Vocabulary& vocabulary)
      : english_(language == "en"), vocabulary_(vocabulary), characters_(language) {}

  /// Appends the sentences of `region` to `out` and their tokens to `tokens`; returns its characters that are neither
  /// white space nor ignorable. A token is a word if it has a letter or a digit. The sentences' `region` and `analysis`
  /// and the tokens' types are left to the caller. Domain: valid UTF-8; `given` is of `text`.
  std::uint32_t append(std::string_view text, const GivenTokens& given, ByteSpan region, TokenWriter& tokens,
                       Segmentation& out);

 private:
  [[nodiscard]] Token token(std::string_view text, ByteSpan span) const;

  bool english_;
  Vocabulary& vocabulary_;
  CharacterUnits characters_;
  UnicodeText unicode_;
};

}  // namespace topos
