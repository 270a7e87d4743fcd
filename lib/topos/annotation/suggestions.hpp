// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "topos/annotation/hit.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

inline constexpr std::size_t longest_suggestion = 5;

struct SuggestionOptions {
  std::string code;            ///< hits of it and of its descendants are what words stand near
  std::size_t most_words = 3;  ///< longest n-gram. Domain: 1 to longest_suggestion
  std::uint32_t window = 0;    ///< near is at most so many words between; 0: anywhere in the sentence of a hit
  std::uint64_t fewest = 3;    ///< occurrences near hits that an n-gram needs
};

/// The n-grams of one document, near the hits of a code and elsewhere. Those that overlap a hit are left out.
struct NgramCounts {
  struct Near {
    std::uint64_t n = 0;
    std::uint64_t documents = 0;
    std::string example;  ///< the first sentence it was met in
  };
  std::map<std::pair<std::string, std::size_t>, Near> near;    ///< by text and number of words
  std::unordered_map<std::uint64_t, std::uint64_t> elsewhere;  ///< by hash of text and number of words
  std::array<std::uint64_t, longest_suggestion> total_near{};  ///< by length - 1: n-grams of all kinds
  std::array<std::uint64_t, longest_suggestion> total_elsewhere{};
  std::uint64_t hits = 0;
};

/// An n-gram that prefers the neighbourhood of a code's hits.
struct Suggestion {
  std::string ngram;
  std::uint64_t near = 0;
  std::uint64_t elsewhere = 0;
  std::uint64_t documents = 0;  ///< in which it stands near a hit
  double log_ratio = 0;         ///< NaN if there is no text elsewhere
  std::string example;
};

/// Counts the n-grams of the analysis text of one document: words in match form that a pattern could take one after the
/// other. N-grams of function words and numbers alone are left out. Domain: `segmentation` was made from the document
/// with `vocabulary`; hits inside addresses are passed over.
[[nodiscard]] NgramCounts count_ngrams(const AnnotatedDocument& annotated, const Segmentation& segmentation,
                                       const Vocabulary& vocabulary, const SuggestionOptions& options);

/// Adds the counts of a later document.
void merge_ngrams(NgramCounts& into, NgramCounts from);

/// N-grams ranked by how much more frequent they are near hits than elsewhere: binary logarithm of the ratio of
/// relative frequencies among n-grams of their length. Source: Hardie (2014); a count of zero elsewhere is taken for
/// one half, as in Walter (1975).
[[nodiscard]] std::vector<Suggestion> rank_ngrams(const NgramCounts& counts, const SuggestionOptions& options);

}  // namespace topos
