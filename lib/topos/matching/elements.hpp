// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "topos/codebook/pattern.hpp"
#include "topos/matching/transitions.hpp"
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
  /// The words of all sets by their beginnings: a trie of bytes up to the first wildcard.
  class Words {
   public:
    Words() : nodes_(1) {}
    void add(const FoldedWord& word, ElementId element);
    /// Appends the sets with a word that stands for `form`, in any order.
    void look_up(std::string_view form, std::vector<ElementId>& out) const;

   private:
    static constexpr std::uint32_t none = Transitions::none;
    struct Node {
      std::uint32_t exact = none;   ///< entries of words that end here
      std::uint32_t prefix = none;  ///< of those that go on with one `*`
      std::uint32_t glob = none;    ///< of those that go on with other wildcards
    };
    struct Entry {
      std::uint32_t value;  ///< element set; of globs, index into globs_
      std::uint32_t next;
    };
    struct Glob {
      FoldedWord word;
      ElementId element;
    };
    void put(std::uint32_t& list, std::uint32_t value);

    std::vector<Node> nodes_;
    Transitions edges_;  ///< from node to node by byte
    std::vector<Entry> entries_;
    std::vector<Glob> globs_;
  };

  std::unordered_map<std::string, ElementId> numbers_;
  Words words_[2];  ///< folded, case-sensitive
  std::vector<ElementId> classes_[word_classes];
};

/// Folds a pattern word like text (R23). Without wildcards the word is folded whole.
[[nodiscard]] FoldedWord fold_word(const Word& word, bool case_sensitive, const Folder& folder);

/// Whether `form` is one of the words that `word` stands for. `?` is one code point.
[[nodiscard]] bool word_matches(const FoldedWord& word, std::string_view form) noexcept;

}  // namespace topos
