// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/sentence_words.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// An acronym that a text explains: "Expansion (ABC)" or "ABC (Expansion)" (method.md B8).
struct AcronymDefinition {
  enum class Verdict : std::uint8_t {
    fit,       ///< its letters stand in the expansion's words in this order
    permuted,  ///< they are the initials of its words in another order
    mismatch   ///< half of them at least, but not all, are initials of the capitalised words before it
  };
  ByteSpan span;     ///< expansion and acronym with the bracket behind them
  ByteSpan acronym;  ///< as written, a year behind it included
  ByteSpan expansion;
  ByteSpan borrowed;  ///< a word further left that gives the first letter; empty if none is needed
  Verdict verdict = Verdict::fit;
};

/// Appends the definitions of one sentence of English text in text order.
/// Cost: linear; twenty words at most are looked at for each bracket.
void find_acronyms(const SentenceWords& words, std::string_view text, std::vector<AcronymDefinition>& out);

/// "fit", "permuted" or "mismatch".
[[nodiscard]] std::string_view to_string(AcronymDefinition::Verdict verdict) noexcept;

}  // namespace topos
