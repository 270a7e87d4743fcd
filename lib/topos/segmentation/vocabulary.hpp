// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/segmentation/fold.hpp"
#include "topos/segmentation/token.hpp"

namespace topos {

/// What is decided about a word once, when it is first seen.
struct Type {
  std::string_view folded;   ///< match form; valid until the vocabulary is cleared
  std::string_view cased;    ///< case form
  bool number = false;       ///< \p{Nd}[\p{Nd}.,]*
  bool year = false;         ///< four digits, 1800 to 2099
  bool capitalized = false;  ///< begins with an uppercase or titlecase letter
  bool acronym = false;      ///< at least two letters, all uppercase, digits after the first
};

/// The distinct word forms of a run in one language. Not thread-safe: one for each worker and language.
/// Invariant: open addressing over the bytes as written; a word of at most 16 bytes is compared within its slot.
class Vocabulary {
 public:
  /// `language`: primary subtag, decides the folding.
  explicit Vocabulary(std::string_view language);

  /// The type of `surface` (bytes as written, ignorable characters included); a new one if it was not seen since the
  /// last clear. Words that agree in their first 4096 bytes share a type. Domain: no zero byte, but for the character
  /// U+0000 alone.
  TypeId intern(std::string_view surface);
  /// Gives `tokens`, which are in the order of `text` and have no types, their types.
  /// Cost: some forty instructions a token of a known type; the memory that one needs is fetched while others are
  /// looked up.
  void intern(std::string_view text, std::span<Token> tokens);

  [[nodiscard]] const Type& operator[](TypeId id) const noexcept { return types_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return types_.size(); }
  /// Bytes held. The owner clears the vocabulary between documents when this passes its limit.
  [[nodiscard]] std::size_t memory() const noexcept {
    return held_ + slots_.capacity() * sizeof(Slot) + types_.capacity() * sizeof(Type);
  }
  /// Forgets every type. `generation` grows by one, so that tables kept beside the vocabulary know that they are stale.
  void clear();
  /// Differs between any two vocabularies of a process, too.
  [[nodiscard]] std::uint64_t generation() const noexcept { return generation_; }

 private:
  static constexpr TypeId none = ~TypeId{0};

  /// The bytes of a word of at most 16, the rest zero; else its hash and its size's complement, which is not UTF-8.
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend bool operator==(const Key& a, const Key& b) noexcept { return ((a.low ^ b.low) | (a.high ^ b.high)) == 0; }
  };
  /// Half a cache line. The key of a free slot is that of no word.
  struct alignas(32) Slot {
    Key key{~std::uint64_t{0}, ~std::uint64_t{0}};
    const char* bytes = nullptr;  ///< of a word of more than 16 bytes
    TypeId id = none;
  };

  [[nodiscard]] Key key_of(std::string_view surface) const noexcept;
  [[nodiscard]] static Key short_key(const char* surface, std::size_t size) noexcept;
  [[nodiscard]] Key long_key(std::string_view surface) const noexcept;
  [[nodiscard]] std::uint64_t mix(const Key& key) const noexcept {
    return key.low * factors_[0] + key.high * factors_[1];
  }
  [[nodiscard]] bool is_in(const Slot& slot, const Key& key, const char* surface) const noexcept;

  template <std::size_t batch>
  void intern_batch(const char* text, std::span<Token, batch> tokens);
  TypeId find(std::string_view surface, const Key& key);
  TypeId add(std::string_view surface, const Key& key, std::size_t at);
  std::string_view keep(std::string_view bytes);
  void set_slots(std::size_t bits);
  void grow();

  Folder folder_;
  std::vector<Slot> slots_;
  Slot* slot_ = nullptr;  ///< of slots_
  std::size_t mask_ = 0;
  int shift_ = 0;
  std::uint64_t factors_[4] =
      {};  ///< secret odd numbers, so that no one can choose words whose search begins in one place
  std::vector<Type> types_;
  std::deque<std::string> blocks_;  ///< the bytes of forms and long words; a block never moves
  std::size_t held_ = 0;
  std::uint64_t generation_ = 0;
};

}  // namespace topos
