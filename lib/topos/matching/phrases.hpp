// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "topos/matching/bundle_search.hpp"
#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"
#include "topos/matching/nearest_places.hpp"

namespace topos {

/// Where the phrases of near guards stand in a document. A sentence is searched when it is first asked about: most
/// never are.
class Phrases {
 public:
  /// Both must outlive it.
  Phrases(const CompiledBook& book, const TypeTable& types);

  /// Begins with a document. To be called after types were learned.
  void begin(const Segmentation& segmentation);
  /// Forgets the document and gives the memory of its matches back.
  void release();
  /// The matches that begin in a sentence, in text order. Valid until the next call.
  [[nodiscard]] std::span<const Match> in_sentence(std::uint32_t sentence);
  /// All matches of one search. Valid until the next document.
  [[nodiscard]] const NearestPlaces& everywhere(std::uint32_t search);

 private:
  void forget();

  static constexpr std::uint32_t not_yet = ~std::uint32_t{0};
  struct Chunk {
    std::uint32_t begin = not_yet;
    std::uint32_t end = 0;
  };

  BundleAutomaton automaton_;
  BundleSearch bundle_search_;
  const Segmentation* segmentation_ = nullptr;
  std::vector<Match> found_;
  std::vector<Chunk> chunks_;             ///< of found_, by sentence
  std::vector<std::uint32_t> latest_;     ///< by search: its latest match in found_
  std::vector<NearestPlaces> by_search_;  ///< none before they are first asked for
  bool listed_ = false;                   ///< by_search_ tells of the document
};

}  // namespace topos
