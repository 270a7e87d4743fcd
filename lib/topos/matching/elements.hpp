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

/// One word of an element set, folded like text; its wildcards are those of Word.
struct FoldedWord {
  std::string text;
  bool case_sensitive = false;
};

/// The classes #NUM #YEAR #CAP #ACRO, and "any word".
enum class WordClass : std::uint8_t { number, year, capital, acronym, any };
inline constexpr std::size_t word_classes = 5;

/// What all patterns of a book accept, turned round: given a word form, which element sets hold it. Asked once for each
/// type.
class Elements {
 public:
  /// The element set that holds exactly `words` and `classes`; equal sets share a number.
  ElementId add(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes);
  /// The element sets that hold `type`, ascending.
  void decide(const Type& type, std::vector<ElementId>& out) const;
  [[nodiscard]] std::size_t size() const noexcept { return frequencies_.size(); }
  /// How many words of a text a set may hold, as far as it tells itself: the shorter a word, the more frequent (Zipf
  /// 1935). From 1.
  [[nodiscard]] std::uint32_t frequency(ElementId element) const noexcept { return frequencies_[element]; }

 private:
  static constexpr std::uint32_t none = Transitions::none;

  /// The words of all sets by their text; those with wildcards also in a trie of the bytes before their first one.
  class Words {
   public:
    Words() : slots_(fewest_slots), nodes_(1, none) { root_.fill(none); }
    /// A word that was not known is added.
    std::uint32_t number_of(std::string_view text);
    /// The set that holds this word alone, or `none`.
    [[nodiscard]] ElementId& alone(std::uint32_t word) noexcept { return words_[word].alone; }
    /// Notes that `element` holds a word.
    void add_set(std::uint32_t word, ElementId element);
    /// Appends the sets with a word that stands for `form`, in any order.
    void look_up(std::string_view form, std::vector<ElementId>& out) const;

   private:
    static constexpr std::size_t fewest_slots = 64;
    struct Slot {
      std::uint32_t hash = 0;
      std::uint32_t word = none;
    };
    struct Known {
      std::uint32_t begin;  ///< of its bytes
      std::uint32_t size;
      ElementId alone = none;
      std::uint32_t sets = none;  ///< the last of its entries
    };
    struct Entry {
      ElementId element;
      std::uint32_t next;
    };
    /// What a word with wildcards goes on with behind its text before the first one.
    struct Tail {
      std::uint32_t word;
      std::uint32_t begin;  ///< of its bytes
      std::uint32_t size;
      std::uint32_t next;
    };
    [[nodiscard]] std::string_view text_of(const Known& known) const noexcept {
      return std::string_view(bytes_).substr(known.begin, known.size);
    }
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const noexcept;
    void grow();
    void add_tail(std::uint32_t word);
    std::uint32_t node_of(std::string_view prefix);
    [[nodiscard]] std::uint32_t child(std::uint32_t node, unsigned char byte) const noexcept {
      return node == 0 ? root_[byte] : edges_.find(node, byte);
    }
    void append_sets(std::uint32_t word, std::vector<ElementId>& out) const;

    std::vector<Slot> slots_;  ///< open addressing over the words
    std::vector<Known> words_;
    std::vector<Entry> entries_;
    std::string bytes_;
    std::bitset<256> first_bytes_;         ///< that a word may begin with
    std::vector<std::uint32_t> nodes_;     ///< the last of the tails that go on from there
    std::array<std::uint32_t, 256> root_;  ///< from node 0 by byte
    Transitions edges_;                    ///< from the others by byte
    std::vector<Tail> tails_;
  };

  ElementId& number_of(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes);

  Words words_[2];  ///< folded, case-sensitive
  std::vector<ElementId> classes_[word_classes];
  std::unordered_map<std::string, ElementId>
      numbers_;  ///< sets of more or less than one word, by the numbers of their words and classes
  std::vector<std::uint32_t>
      members_;  ///< of the set at hand: words, twice their number and whether case counts, and classes
  std::string key_;
  std::vector<std::uint32_t> frequencies_;  ///< by set
};

/// Folds a pattern word like text (R23). Without wildcards the word is folded whole.
[[nodiscard]] FoldedWord fold_word(const Word& word, bool case_sensitive, const Folder& folder);

/// Whether `form` is one of the words that `text`, with the wildcards of Word, stands for.
[[nodiscard]] bool word_matches(std::string_view text, std::string_view form) noexcept;

}  // namespace topos
