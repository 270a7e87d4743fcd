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
#include "topos/segmentation/word_masks.hpp"

namespace topos {

/// Cuts sentences into words and punctuation by ICU's root rules (T5, T6), on bytes, where these are a matter of
/// tables. Not thread-safe.
class WordCutter {
 public:
  WordCutter(CharacterTable& table, bool english) : table_(table), english_(english), look_(table) {}

  enum class Keep : std::uint8_t {
    tokens,
    nothing  ///< words are counted, and `out` is scratch space
  };

  /// From here on it cuts sentences of `region`, of which `classes` tells. Both must outlive that.
  void begin(const std::string& text, ByteSpan region, ClassifiedText& classes);
  /// Appends the tokens of a sentence, without types; returns its number of words. Nothing, and `out` as it was, if ICU
  /// has to cut it. Domain: the text is valid UTF-8; both ends of `sentence` lie between characters.
  std::optional<std::uint32_t> append(ByteSpan sentence, Keep keep, TokenWriter& out);

 private:
  template <Keep keep>
  std::optional<std::uint32_t> append(ByteSpan sentence, TokenWriter& out);

  CharacterTable& table_;
  WordDictionaries dictionaries_;
  bool english_;
  const std::string* text_ = nullptr;
  std::uint32_t region_ = 0;
  WordLook look_;
};

}  // namespace topos
