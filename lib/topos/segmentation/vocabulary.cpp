// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/vocabulary.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <type_traits>

#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"
#include "topos/base/memory_advice.hpp"
#include "topos/text/byte_block.hpp"

namespace topos {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16;
constexpr int first_bits = 10;
constexpr std::size_t key_size = 16;
/// Bytes that may be looked at where a word begins, however short it is.
constexpr std::size_t readable = 2 * key_size;

/// Sixteen bytes as two numbers.
struct Pair {
  std::uint64_t low;
  std::uint64_t high;
};
Pair pair_at(const char* bytes) {
  Pair pair;
  std::memcpy(&pair, bytes, sizeof pair);
  return pair;
}

alignas(16) constexpr std::array<char, 2 * key_size> ones_then_zeros = [] {
  std::array<char, 2 * key_size> bytes{};
  for (std::size_t i = 0; i < key_size; ++i) bytes[i] = static_cast<char>(0xFF);
  return bytes;
}();

/// All bytes of a key, which are masked and compared together.
using KeyBytes = ByteBlock::Bytes;
static_assert(sizeof(KeyBytes) == key_size);

/// The bytes of a word of at most 16, the rest zero. Domain: 16 bytes can be read from its first on.
[[gnu::always_inline]] inline KeyBytes key_bytes(const char* word, std::size_t size) noexcept {
  KeyBytes bytes;
  KeyBytes mask;
  std::memcpy(&bytes, word, sizeof bytes);
  std::memcpy(&mask, ones_then_zeros.data() + (key_size - size), sizeof mask);
  return bytes & mask;
}
/// Whether the key at `known` is `wanted`.
[[gnu::always_inline]] inline bool is_key(const void* known, const KeyBytes& wanted) noexcept {
  KeyBytes bytes;
  std::memcpy(&bytes, known, sizeof bytes);
  return ByteBlock::top_bits(KeyBytes(bytes == wanted)) == 0xFFFF;
}

/// Domain: size > 16.
bool same_bytes(const char* a, const char* b, std::size_t size) {
  if (size > readable) return std::memcmp(a, b, size) == 0;
  const Pair first = pair_at(a);
  const Pair wanted = pair_at(b);
  const Pair last = pair_at(a + size - key_size);
  const Pair wanted_last = pair_at(b + size - key_size);
  return ((first.low ^ wanted.low) | (first.high ^ wanted.high) | (last.low ^ wanted_last.low) |
          (last.high ^ wanted_last.high)) == 0;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
/// The code points of valid UTF-8.
template <class Visit>
void each_point(std::string_view text, Visit visit) {
  std::int32_t at = 0;
  const auto size = static_cast<std::int32_t>(text.size());
  while (at < size) {
    UChar32 point = 0;
    U8_NEXT_UNSAFE(text.data(), at, point);
    visit(point);
  }
}
#pragma GCC diagnostic pop

bool is_ascii_upper(UChar32 c) { return c >= 'A' && c <= 'Z'; }
std::uint32_t category(UChar32 c) {
  if (c >= 0x80) return U_GET_GC_MASK(c);
  if (c >= '0' && c <= '9') return U_GC_ND_MASK;
  return is_ascii_upper(c) ? U_GC_LU_MASK : is_ascii_upper(c & ~0x20) ? U_GC_LL_MASK : 0;
}

/// Decides the classes #NUM, #YEAR, #CAP and #ACRO (grammar.md 3) of a case form.
void classify(Type& type) {
  bool first = true;
  bool number = true;
  bool upper = true;
  int letters = 0;
  each_point(type.cased, [&](UChar32 point) {
    const std::uint32_t own = category(point);
    const bool digit = (own & U_GC_ND_MASK) != 0;
    number = number && (digit || (!first && (point == '.' || point == ',')));
    if (first) type.capitalized = (own & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
    if ((own & U_GC_L_MASK) != 0) {
      ++letters;
      upper = upper && (own & U_GC_LU_MASK) != 0;
    } else if (!digit || first) {
      upper = false;
    }
    first = false;
  });
  type.number = !first && number;
  type.acronym = upper && letters >= 2;
  if (type.number && type.cased.size() == 4)
    type.year =
        type.cased >= "1800" && type.cased <= "2099" && type.cased.find_first_of(".,") == std::string_view::npos;
}

/// Decides the classes and the case form of a word of ASCII, and its match form if that is the same. False, and nothing
/// done, if it is none.
bool classify_ascii(Type& type, std::string_view word) {
  std::size_t digits = 0;
  std::size_t capitals = 0;
  std::size_t points = 0;
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    capitals += c >= 'A' && c <= 'Z';
    digits += c >= '0' && c <= '9';
    points += c == '.' || c == ',';
  }
  type.cased = word;
  if (capitals == 0) type.folded = word;
  if (word.empty()) return true;
  type.capitalized = word[0] >= 'A' && word[0] <= 'Z';
  type.acronym = type.capitalized && capitals >= 2 && capitals + digits == word.size();
  type.number = word[0] >= '0' && word[0] <= '9' && digits + points == word.size();
  type.year = digits == 4 && word.size() == 4 && word >= "1800" && word <= "2099";
  return true;
}

/// A word is decided by its first 4096 bytes: no real word is longer, and a hostile one must not be copied.
inline std::string_view beginning_of(const char* word, std::size_t size) {
  constexpr std::size_t most = 4096;
  if (size <= most) [[likely]]
    return {word, size};
  size = most;
  while ((static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) --size;
  return {word, size};
}

/// Where the generations of a new vocabulary begin: no two of a process share one.
std::uint64_t first_generation() {
  static std::atomic<std::uint64_t> next{1};
  return next++ << 32;
}

}  // namespace

Vocabulary::Vocabulary(std::string_view language) : folder_(language), generation_(first_generation()) {
  set_slots(first_bits);
  std::uint64_t secret = reinterpret_cast<std::uintptr_t>(slot_);  // addresses differ from run to run
  for (std::uint64_t& factor : factors_) factor = (secret = hash64("factor", secret)) | 1;
}

void Vocabulary::set_slots(std::size_t bits) {
  const std::size_t size = std::size_t{1} << bits;
  if (slots_.capacity() != size) std::vector<Slot>().swap(slots_);
  slots_.reserve(size);
  prefer_large_pages(slots_.data(), size * sizeof(Slot));
  slots_.assign(size, Slot{});
  slot_ = slots_.data();
  mask_ = slots_.size() - 1;
  shift_ = 64 - static_cast<int>(bits);
}

/// The key of a word of at most 16 bytes where 16 can be read from its first on.
[[gnu::always_inline]] inline Vocabulary::Key Vocabulary::short_key(const char* surface, std::size_t size) noexcept {
  return std::bit_cast<Key>(key_bytes(surface, size));
}

/// The key of a longer word where `readable` bytes can be read from its first on.
Vocabulary::Key Vocabulary::long_key(std::string_view surface) const noexcept {
  const std::size_t size = surface.size();
  if (size > readable) return {hash64(surface, factors_[3]), ~std::uint64_t{size}};
  const Pair first = pair_at(surface.data());
  const Pair rest = pair_at(surface.data() + key_size);
  const Pair mask = pair_at(ones_then_zeros.data() + (readable - size));
  const std::uint64_t sum = first.low * factors_[0] + first.high * factors_[1] + (rest.low & mask.low) * factors_[2] +
                            (rest.high & mask.high) * factors_[3];
  return {sum, ~std::uint64_t{size}};
}

Vocabulary::Key Vocabulary::key_of(std::string_view surface) const noexcept {
  if (surface.size() > readable) return long_key(surface);
  std::array<char, readable> padded{};
  surface.copy(padded.data(), surface.size());
  return surface.size() <= key_size ? short_key(padded.data(), surface.size())
                                    : long_key({padded.data(), surface.size()});
}

[[gnu::always_inline]] inline bool Vocabulary::is_in(const Slot& slot, const Key& key,
                                                     const char* surface) const noexcept {
  return slot.key == key && (slot.bytes == nullptr || same_bytes(slot.bytes, surface, ~key.high));
}

void Vocabulary::intern(std::string_view text, std::span<Token> tokens) {
  std::size_t done = 0;
  // Behind the last words of the text stand fewer bytes than a key is made of.
  const auto intern_by = [&]<std::size_t batch>(std::integral_constant<std::size_t, batch>) {
    while (tokens.size() - done >= batch && text.size() - tokens[done + batch - 1].begin >= readable) {
      intern_batch(text.data(), tokens.subspan(done).first<batch>());
      done += batch;
    }
  };
  intern_by(std::integral_constant<std::size_t, 64>());
  intern_by(std::integral_constant<std::size_t, 8>());
  for (Token& token : tokens.subspan(done)) token.give_type(intern(text.substr(token.begin, token.end - token.begin)));
}

template <std::size_t batch>
void Vocabulary::intern_batch(const char* text, std::span<Token, batch> tokens) {
  std::array<KeyBytes, batch> keys;
  std::array<const Slot*, batch> places;
  // Copies: the compiler cannot know that no token lies in the vocabulary.
  const std::array<std::uint64_t, 2> factors = {factors_[0], factors_[1]};
  const Slot* const slots = slot_;
  const int shift = shift_;
  Token* const token = tokens.data();
  for (std::size_t i = 0; i < batch; ++i) {
    const char* const surface = text + token[i].begin;
    const std::uint32_t size = token[i].end - token[i].begin;
    KeyBytes& key = keys.data()[i];
    if (size <= key_size) [[likely]]
      key = key_bytes(surface, size);
    else
      key = std::bit_cast<KeyBytes>(long_key(beginning_of(surface, size)));
    const Pair halves = pair_at(reinterpret_cast<const char*>(&key));
    places.data()[i] = slots + ((halves.low * factors[0] + halves.high * factors[1]) >> shift);
    __builtin_prefetch(places.data()[i]);
  }
  const auto look_up = [&](std::size_t i) {
    const std::string_view word = beginning_of(text + token[i].begin, token[i].end - token[i].begin);
    token[i].give_type(find(word, std::bit_cast<Key>(keys.data()[i])));
  };
  std::size_t next = 0;
  for (; next < batch && slots == slot_; ++next) {
    for (; next < batch; ++next) {
      const Slot& slot = *places.data()[next];
      if (!is_key(&slot.key, keys.data()[next]) || slot.bytes != nullptr) [[unlikely]]
        break;
      token[next].give_type(slot.id);
    }
    if (next < batch) look_up(next);
  }
  // A new type has moved the slots.
  for (; next < batch; ++next) look_up(next);
}

TypeId Vocabulary::intern(std::string_view surface) {
  surface = beginning_of(surface.data(), surface.size());
  return find(surface, key_of(surface));
}

TypeId Vocabulary::find(std::string_view surface, const Key& key) {
  std::size_t at = mix(key) >> shift_;
  for (; slot_[at].id != none; at = (at + 1) & mask_)
    if (is_in(slot_[at], key, surface.data())) return slot_[at].id;
  return add(surface, key, at);
}

TypeId Vocabulary::add(std::string_view surface, const Key& key, std::size_t at) {
  if (types_.size() == type_limit) throw Error(Errc::too_large, "a document has more than 500 million different words");
  Type& type = types_.emplace_back();
  const std::string_view kept = keep(surface);
  if (!classify_ascii(type, kept)) {
    const Forms forms = folder_.fold(surface);
    type.cased = forms.cased == surface ? kept : keep(forms.cased);
    type.folded = forms.folded == type.cased ? type.cased : keep(forms.folded);
    classify(type);
  } else if (type.folded.empty()) {
    const std::string_view lower = keep(surface);
    type.folded = lower;
    char* const own = blocks_.back().data() + (blocks_.back().size() - lower.size());
    for (std::size_t i = 0; i < lower.size(); ++i) own[i] = ascii_lower(own[i]);
  }
  const auto id = static_cast<TypeId>(types_.size() - 1);
  slot_[at] = {key, surface.size() > key_size ? kept.data() : nullptr, id};
  if (4 * types_.size() > 3 * slots_.size()) grow();
  return id;
}

std::string_view Vocabulary::keep(std::string_view bytes) {
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < bytes.size()) {
    blocks_.emplace_back().reserve(std::max(bytes.size(), block_size));
    held_ += blocks_.back().capacity();
  }
  std::string& block = blocks_.back();
  block.append(bytes);
  return std::string_view(block).substr(block.size() - bytes.size());
}

void Vocabulary::grow() {
  std::vector<Slot> old = std::move(slots_);
  set_slots(static_cast<std::size_t>(65 - shift_));
  // What came first comes most often, so that it is to stand where the search for it begins.
  std::vector<std::uint32_t> places(types_.size());
  for (std::size_t at = 0; at < old.size(); ++at)
    if (old[at].id != none) places[old[at].id] = static_cast<std::uint32_t>(at);
  for (const std::uint32_t place : places) {
    std::size_t at = mix(old[place].key) >> shift_;
    while (slot_[at].id != none) at = (at + 1) & mask_;
    slot_[at] = old[place];
  }
}

void Vocabulary::clear() {
  set_slots(first_bits);
  std::vector<Type>().swap(types_);  // assigning {} would keep the memory
  blocks_.clear();
  held_ = 0;
  ++generation_;
}

}  // namespace topos
