// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
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
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// How many words of a text a set may hold, as far as it tells itself: the shorter a word, the more frequent (Zipf 1935). From 1.
  [[nodiscard]] std::uint32_t frequency(ElementId element) const noexcept { return frequencies_[element]; }

 private:
  /// The words of all sets: those without wildcards by their hash, the others in a trie of the bytes before their first wildcard.
  class Words {
   public:
    Words() : nodes_(1, none), slots_(fewest_slots) { root_.fill(none); }
    void add(const FoldedWord& word, ElementId element);
    /// Appends the sets with a word that stands for `form`, in any order.
    void look_up(std::string_view form, std::vector<ElementId>& out) const;

   private:
    static constexpr std::uint32_t none = Transitions::none;
    static constexpr std::size_t fewest_slots = 64;
    struct Slot {
      std::uint32_t hash = 0;
      std::uint32_t begin = 0;    ///< of its bytes
      std::uint32_t size = 0;
      std::uint32_t entry = none;
    };
    struct Entry {
      ElementId element;
      std::uint32_t next;
      std::uint32_t glob = none;  ///< index into globs_ of a word that goes on with more than one `*`
      char last = 0;              ///< the last byte of all its forms; 0: not all have the same
    };
    void put(std::uint32_t& list, ElementId element, std::uint32_t glob = none);
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const noexcept;
    std::uint32_t& entries_of(std::string_view text);
    std::uint32_t node_of(std::string_view prefix);
    [[nodiscard]] std::uint32_t child(std::uint32_t node, unsigned char byte) const noexcept { return node == 0 ? root_[byte] : edges_.find(node, byte); }

    std::vector<std::uint32_t> nodes_;     ///< entries of the words whose text before the first wildcard ends there
    std::array<std::uint32_t, 256> root_;  ///< from node 0 by byte
    Transitions edges_;                    ///< from the others by byte
    std::vector<Entry> entries_;
    std::vector<FoldedWord> globs_;
    std::bitset<256> first_bytes_;         ///< that a word without wildcards may begin with
    std::vector<Slot> slots_;              ///< open addressing over words without wildcards
    std::size_t known_ = 0;                ///< of them
    std::string bytes_;
  };

  std::uint32_t word_number(const FoldedWord& word);
  ElementId& number_of(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes);

  static constexpr ElementId no_element = ~ElementId{0};
  std::unordered_map<std::string, std::uint32_t> word_numbers_;
  std::vector<ElementId> one_word_;                      ///< sets of a single word, by its number
  std::unordered_map<std::string, ElementId> numbers_;   ///< the others, by the numbers of their words and classes
  std::string key_;
  ElementId size_ = 0;
  Words words_[2];  ///< folded, case-sensitive
  std::vector<ElementId> classes_[word_classes];
  std::vector<std::uint32_t> frequencies_;  ///< by set
};

/// Folds a pattern word like text (R23). Without wildcards the word is folded whole.
[[nodiscard]] FoldedWord fold_word(const Word& word, bool case_sensitive, const Folder& folder);

/// Whether `form` is one of the words that `word` stands for. `?` is one code point.
[[nodiscard]] bool word_matches(const FoldedWord& word, std::string_view form) noexcept;

}  // namespace topos
