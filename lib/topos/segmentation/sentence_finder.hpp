// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/segmentation/character_table.hpp"
#include "topos/text/byte_classes.hpp"

namespace topos {

/// A sentence of a region.
struct FoundSentence {
  ByteSpan span;      ///< without white space and ignorable characters at its ends
  bool hard = false;  ///< may hold a character whose words ICU has to find
};

/// Finds sentences in bytes by ICU's root rules (T2–T4): where line breaks are spaces, a sentence ends behind a full
/// stop, question mark or the like only. Not thread-safe.
class SentenceFinder {
 public:
  /// `language`: primary subtag, decides the abbreviations.
  SentenceFinder(CharacterTable& table, std::string language) : table_(table), language_(std::move(language)) {}

  /// Fills `out` with the sentences of a region, replacing what it held. Returns the region's characters that are
  /// neither white space nor ignorable. `classes`: of the region. Domain: `text` is valid UTF-8, `region` begins and
  /// ends between characters.
  std::uint32_t find(std::string_view text, ByteSpan region, ClassifiedText& classes, std::vector<FoundSentence>& out);

 private:
  struct Search;

  CharacterTable& table_;
  std::string language_;
};

}  // namespace topos
