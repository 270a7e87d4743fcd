// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "topos/codebook/pattern.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/segmentation/vocabulary.hpp"

namespace topos {

/// Number of an element set: the words and classes that one place of a pattern accepts.
using ElementId = std::uint32_t;

/// One word of an element set, folded like text: literal bytes with wildcards between them.
struct FoldedWord {
  std::vector<Word::Piece> pieces;
  bool case_sensitive = false;
};

/// The classes #NUM #YEAR #CAP #ACRO, and "any word".
enum class WordClass : std::uint8_t { number, year, capital, acronym, any };
inline constexpr std::size_t word_classes = 5;

/// What all patterns of a book accept, turned round: given a word form, which element sets hold it. Asked once for each type.
class Elements {
 public:
  /// The element set that holds exactly `words` and `classes`; equal sets share a number.
  ElementId add(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes);
  /// The element sets that hold `type`, ascending.
  void decide(const Type& type, std::vector<ElementId>& out) const;
  [[nodiscard]] std::size_t size() const noexcept { return numbers_.size(); }

 private:
  struct Glob {
    FoldedWord word;
    ElementId element;
  };
  using Exact = std::unordered_map<std::string, std::vector<ElementId>>;
  using Globs = std::map<std::size_t, std::unordered_map<std::string, std::vector<Glob>>>;  ///< by length and text of the literal prefix

  static void look_up(std::string_view form, const Exact& exact, const Globs& globs, std::vector<ElementId>& out);

  std::map<std::string, ElementId> numbers_;
  Exact exact_[2];   ///< folded, case-sensitive
  Globs globs_[2];
  std::vector<ElementId> classes_[word_classes];
};

/// Folds a pattern word like text (R23). Without wildcards the word is folded whole.
[[nodiscard]] FoldedWord fold_word(const Word& word, bool case_sensitive, const Folder& folder);

/// Whether `form` is one of the words that `word` stands for. `?` is one code point.
[[nodiscard]] bool word_matches(const FoldedWord& word, std::string_view form) noexcept;

}  // namespace topos
