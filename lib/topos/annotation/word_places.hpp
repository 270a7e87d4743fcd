// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/annotation/query.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// Words left and right of a hit that belong to its surroundings.
struct WordWindow {
  static constexpr std::uint32_t all = ~std::uint32_t{0};
  std::uint32_t left = 5;  ///< `all`: to the beginning of the sentence, or of what else bounds windows
  std::uint32_t right = 5;
};

/// Half-open range of places.
struct PlaceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const noexcept { return begin >= end; }
};

/// The words of the parts of a document that count, numbered in text order: what windows are measured on.
/// Clitics have no place; punctuation has one only if it is asked for. Reused from document to document.
class WordPlaces {
 public:
  struct Word {
    std::uint32_t begin = 0;  ///< bytes of the document's text
    std::uint32_t end = 0;
    TypeId type = 0;
    std::uint32_t group = 0;  ///< of QueryParts
  };
  /// What windows do not leave.
  enum class Bound : std::uint8_t { sentence, paragraph, document };
  struct Options {
    bool punctuation = false;
    Bound bound = Bound::sentence;
  };

  void take(const Segmentation& cut, const QueryParts& parts, const Options& options);
  [[nodiscard]] const std::vector<Word>& words() const noexcept { return words_; }
  /// The words that overlap `span`; empty at their place in the text if none do.
  [[nodiscard]] PlaceRange within(ByteSpan span) const;
  /// The words of `within(span)` with those of the window around them.
  [[nodiscard]] PlaceRange around(ByteSpan span, const WordWindow& window) const;

 private:
  /// A sentence, or what else bounds windows.
  struct Stretch {
    ByteSpan span;
    std::uint32_t region = 0;
    PlaceRange words;
  };
  [[nodiscard]] const Stretch* stretch_at(std::uint32_t byte) const;

  std::vector<Word> words_;
  std::vector<Stretch> stretches_;
};

}  // namespace topos
