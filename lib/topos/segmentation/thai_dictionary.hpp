// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace topos {

/// ICU's dictionary of Thai words, character by character. What was asked once is answered from a table of its own: one
/// step in ICU's trie costs seven times as much. Not thread-safe.
class ThaiDictionary {
 public:
  /// A beginning of words.
  using Node = std::uint32_t;

  ThaiDictionary();
  ~ThaiDictionary();

  /// Whether the ICU at hand has the dictionary, in the form that is known.
  [[nodiscard]] static bool is_there();

  /// The beginning of all words. Nodes from before are no longer known.
  [[nodiscard]] Node root();
  /// Goes on from `node` with the character at so many from U+0E00. Domain: ends_search(node) is false; character >= 0.
  [[nodiscard]] Node step(Node node, char character) {
    const std::uint32_t key = (node & ~word) << 7 | static_cast<std::uint32_t>(character);
    const Step& step = steps_[place_of(key)];
    return step.key == key ? step.node : find(key);
  }
  [[nodiscard]] static bool ends_word(Node node) noexcept { return (node & word) != 0; }
  /// Whether no word is longer.
  [[nodiscard]] static bool ends_search(Node node) noexcept { return (node & last) != 0; }

 private:
  // Above a node's number: seven bits less for it, so that it fits a key with a character.
  static constexpr Node word = Node{1} << 31;
  static constexpr Node last = Node{1} << 30;
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  struct Step {
    std::uint32_t key = none;
    Node node = 0;
  };
  struct Trie;

  [[nodiscard]] std::size_t place_of(std::uint32_t key) const noexcept { return key * 0x9E3779B1u >> shift_; }
  [[nodiscard]] Node find(std::uint32_t key);
  void grow();

  std::unique_ptr<Trie> trie_;
  std::vector<Step> steps_;  ///< by key, open addressing
  unsigned shift_;
  std::size_t known_ = 0;
};

}  // namespace topos
