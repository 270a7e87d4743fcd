// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "topos/grammar/tag_model.hpp"

namespace topos {

/// How a word is written, which says whether it may be a name.
enum class WordShape : std::uint8_t {
  small,      ///< begins with a small letter
  capital,    ///< begins with a capital inside a sentence
  ambiguous,  ///< begins with a capital where every word does
  acronym     ///< capitals only, at least two
};

/// The tags that a folded word may have where it is written as it is.
[[nodiscard]] TagCosts word_tags(const TagModel& model, std::string_view folded, WordShape writing, bool number);

/// The tags of a punctuation mark or symbol.
[[nodiscard]] TagCosts mark_tags(std::string_view folded);

/// The tags of a word made of several by hyphens, of which `last` is the last part: "long-standing", "Russia-ASEAN".
[[nodiscard]] TagCosts compound_tags(const TagModel& model, std::string_view folded, std::string_view last,
                                     WordShape writing, bool number_first);

}  // namespace topos
