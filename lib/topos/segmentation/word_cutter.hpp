// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/segmentation/character_table.hpp"
#include "topos/segmentation/exact_words.hpp"
#include "topos/segmentation/token_writer.hpp"
#include "topos/text/byte_classes.hpp"

namespace topos {

/// Cuts sentences into words and punctuation by ICU's root rules (T5, T6), on bytes, where these are a matter of
/// tables. Not thread-safe.
class WordCutter {
 public:
  WordCutter(CharacterTable& table, bool english) : table_(table), english_(english) {}

  enum class Keep : std::uint8_t {
    tokens,
    nothing  ///< words are counted, and `out` is scratch space
  };

  /// Appends the tokens of a sentence, without types; returns its number of words. Nothing, and `out` as it was, if ICU
  /// has to cut it. `classes`: of the region, in which the sentence lies. Domain: `text` is valid UTF-8; both ends of
  /// `sentence` lie between characters.
  std::optional<std::uint32_t> append(const std::string& text, ByteSpan region, ClassifiedText& classes,
                                      ByteSpan sentence, Keep keep, TokenWriter& out);

 private:
  CharacterTable& table_;
  WordDictionaries dictionaries_;
  bool english_;
};

}  // namespace topos
