// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/vocabulary.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <atomic>

#include "topos/base/hash.hpp"

namespace topos {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16;
constexpr int first_bits = 10;

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
  if (type.number && type.cased.size() == 4) type.year = type.cased >= "1800" && type.cased <= "2099" && type.cased.find_first_of(".,") == std::string_view::npos;
}

/// A word is decided by its first 4096 bytes: no real word is longer, and a hostile one must not be copied.
std::string_view beginning_of(std::string_view surface) {
  constexpr std::size_t most = 4096;
  if (surface.size() <= most) return surface;
  std::size_t end = most;
  while ((static_cast<unsigned char>(surface[end]) & 0xC0) == 0x80) --end;
  return surface.substr(0, end);
}

/// Where the generations of a new vocabulary begin: no two of a process share one.
std::uint64_t first_generation() {
  static std::atomic<std::uint64_t> next{1};
  return next++ << 32;
}

}  // namespace

Vocabulary::Vocabulary(std::string_view language) : folder_(language), generation_(first_generation()) {
  set_slots(first_bits);
  const std::uint64_t secret = reinterpret_cast<std::uintptr_t>(slot_);  // addresses differ from run to run
  factor_low_ = hash64("low", secret) | 1;
  factor_high_ = hash64("high", secret) | 1;
}

void Vocabulary::set_slots(std::size_t bits) {
  slots_.assign(std::size_t{1} << bits, Slot{});
  slots_.shrink_to_fit();
  slot_ = slots_.data();
  mask_ = slots_.size() - 1;
  shift_ = 64 - static_cast<int>(bits);
}

TypeId Vocabulary::search(std::string_view surface) {
  const Key key = key_of(surface);
  const auto size = static_cast<std::uint32_t>(surface.size());
  std::size_t at = place(key);
  for (; slot_[at].id != none; at = (at + 1) & mask_)
    if (slot_[at].key.low == key.low && slot_[at].key.high == key.high && slot_[at].size == size) return slot_[at].id;
  return add(surface, key, nullptr, at);
}

TypeId Vocabulary::intern_long(std::string_view surface) {
  surface = beginning_of(surface);
  const Key key{hash64(surface), 0};
  const auto size = static_cast<std::uint32_t>(surface.size());
  std::size_t at = place(key);
  for (; slot_[at].id != none; at = (at + 1) & mask_) {
    const Slot& slot = slot_[at];
    if (slot.key.low == key.low && slot.size == size && std::memcmp(slot.bytes, surface.data(), size) == 0) return slot.id;
  }
  return add(surface, key, keep(surface).data(), at);
}

TypeId Vocabulary::add(std::string_view surface, const Key& key, const char* bytes, std::size_t at) {
  Type type;
  const std::string_view long_kept = bytes != nullptr ? std::string_view(bytes, surface.size()) : std::string_view();
  if (is_ascii(surface)) {
    type.cased = bytes != nullptr ? long_kept : keep(surface);
    type.folded = std::any_of(surface.begin(), surface.end(), is_ascii_upper) ? keep_lower(surface) : type.cased;
  } else {
    const Forms forms = folder_.fold(surface);
    type.cased = bytes != nullptr && forms.cased == surface ? long_kept : keep(forms.cased);
    type.folded = forms.folded == type.cased ? type.cased : keep(forms.folded);
  }
  classify(type);
  const auto id = static_cast<TypeId>(types_.size());
  types_.push_back(type);
  slot_[at] = {key, bytes, static_cast<std::uint32_t>(surface.size()), id};
  if (types_.size() * 2 > slots_.size()) grow();
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

std::string_view Vocabulary::keep_lower(std::string_view ascii) {
  const std::string_view kept = keep(ascii);
  char* const own = blocks_.back().data() + (blocks_.back().size() - kept.size());
  std::transform(ascii.begin(), ascii.end(), own, ascii_lower);
  return kept;
}

void Vocabulary::grow() {
  const std::vector<Slot> old = std::move(slots_);
  set_slots(static_cast<std::size_t>(65 - shift_));
  for (const Slot& slot : old) {
    if (slot.id == none) continue;
    std::size_t at = place(slot.key);
    while (slot_[at].id != none) at = (at + 1) & mask_;
    slot_[at] = slot;
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
