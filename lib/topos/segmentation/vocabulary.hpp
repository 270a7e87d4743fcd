// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "topos/segmentation/fold.hpp"

namespace topos {

/// Number of a distinct word form as written, dense from 0.
using TypeId = std::uint32_t;

/// What is decided about a word once, when it is first seen.
struct Type {
  std::string_view folded;  ///< match form; valid until the vocabulary is cleared
  std::string_view cased;   ///< case form
  bool number = false;      ///< \p{Nd}[\p{Nd}.,]*
  bool year = false;        ///< four digits, 1800 to 2099
  bool capitalized = false; ///< begins with an uppercase or titlecase letter
  bool acronym = false;     ///< at least two letters, all uppercase, digits after the first
};

/// The distinct word forms of a run in one language. Not thread-safe: one for each worker and language.
/// Invariant: open addressing over the bytes as written; a word of at most 16 bytes is compared within its slot.
class Vocabulary {
 public:
  /// `language`: primary subtag, decides the folding.
  explicit Vocabulary(std::string_view language);

  /// The type of `surface` (bytes as written, ignorable characters included); a new one if it was not seen since the last clear.
  /// Words that agree in their first 4096 bytes share a type. `readable`: how many bytes may be read from where `surface` begins.
  /// Domain: surface.size() <= readable.
  TypeId intern(std::string_view surface, std::size_t readable) {
    if (surface.size() > key_size) return intern_long(surface);
    const Key key = readable >= key_size ? key_within(surface) : key_of(surface);
    const Slot& slot = slot_[place(key)];
    const auto size = static_cast<std::uint32_t>(surface.size());
    const bool found = ((slot.key.low ^ key.low) | (slot.key.high ^ key.high) | (slot.size ^ size)) == 0;
    return found ? slot.id : search(surface);
  }
  TypeId intern(std::string_view surface) { return intern(surface, surface.size()); }

  [[nodiscard]] const Type& operator[](TypeId id) const noexcept { return types_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return types_.size(); }
  /// Bytes held. The owner clears the vocabulary between documents when this passes its limit.
  [[nodiscard]] std::size_t memory() const noexcept { return held_ + slots_.capacity() * sizeof(Slot) + types_.capacity() * sizeof(Type); }
  /// Forgets every type. `generation` grows by one, so that tables kept beside the vocabulary know that they are stale.
  void clear();
  /// Differs between any two vocabularies of a process, too.
  [[nodiscard]] std::uint64_t generation() const noexcept { return generation_; }

 private:
  static constexpr std::size_t key_size = 16;
  static constexpr TypeId none = ~TypeId{0};

  /// The bytes of a short word, the rest zero; of a long one its hash.
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
  };
  /// Half a cache line. A free slot has no id and the size of no word.
  struct alignas(32) Slot {
    Key key;
    const char* bytes = nullptr;  ///< of a long word
    std::uint32_t size = none;
    TypeId id = none;
  };

  static Key key_of(std::string_view surface) noexcept {
    Key key;
    if (!surface.empty()) std::memcpy(&key, surface.data(), surface.size());
    return key;
  }
  /// The same where 16 bytes can be read.
  static Key key_within(std::string_view surface) noexcept {
    alignas(16) static constexpr std::array<std::uint8_t, 2 * key_size> ones_then_zeros = {255, 255, 255, 255, 255, 255, 255, 255,
                                                                                         255, 255, 255, 255, 255, 255, 255, 255};
    Key key;
    Key mask;
    std::memcpy(&key, surface.data(), key_size);
    std::memcpy(&mask, ones_then_zeros.data() + (key_size - surface.size()), key_size);
    return {key.low & mask.low, key.high & mask.high};
  }
  /// Where the search for a key begins: the upper bits of a sum of products with secret odd numbers, so that no one can choose words that
  /// all begin in one place.
  [[nodiscard]] std::size_t place(const Key& key) const noexcept { return (key.low * factor_low_ + key.high * factor_high_) >> shift_; }

  TypeId search(std::string_view surface);
  TypeId intern_long(std::string_view surface);
  TypeId add(std::string_view surface, const Key& key, const char* bytes, std::size_t at);
  std::string_view keep(std::string_view bytes);
  std::string_view keep_lower(std::string_view ascii);
  void set_slots(std::size_t bits);
  void grow();

  Folder folder_;
  std::vector<Slot> slots_;
  Slot* slot_ = nullptr;  ///< of slots_
  std::size_t mask_ = 0;
  int shift_ = 0;
  std::uint64_t factor_low_ = 0;
  std::uint64_t factor_high_ = 0;
  std::vector<Type> types_;
  std::deque<std::string> blocks_;  ///< the bytes of forms and long words; a block never moves
  std::size_t held_ = 0;
  std::uint64_t generation_ = 0;
};

}  // namespace topos
