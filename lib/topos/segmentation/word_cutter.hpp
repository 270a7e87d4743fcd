// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "topos/segmentation/character_table.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// Cuts sentences into words and punctuation by ICU's root rules (T5, T6), on bytes, where these are a matter of tables. Not thread-safe.
class WordCutter {
 public:
  WordCutter(CharacterTable& table, Vocabulary& vocabulary, bool english) : table_(table), vocabulary_(vocabulary), english_(english) {}

  /// Appends the tokens of a sentence; returns its number of words. Nothing, and `out` as it was, if ICU has to cut it.
  /// Domain: `text` is valid UTF-8; its region begins at `region` <= sentence.begin; both ends of `sentence` lie between characters.
  std::optional<std::uint32_t> append(const std::string& text, std::uint32_t region, ByteSpan sentence, std::vector<Token>& out);

 private:
  struct Cut;

  CharacterTable& table_;
  Vocabulary& vocabulary_;
  bool english_;
};

}  // namespace topos
