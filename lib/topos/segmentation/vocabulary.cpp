// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/vocabulary.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <atomic>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#include "topos/base/hash.hpp"

namespace topos {
namespace {

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

/// Decides the classes #NUM, #YEAR, #CAP and #ACRO (grammar.md 3) of a case form.
void classify(Type& type) {
  bool first = true;
  bool number = true;
  bool upper = true;
  int letters = 0;
  each_point(type.cased, [&](UChar32 point) {
    const bool digit = u_charType(point) == U_DECIMAL_DIGIT_NUMBER;
    number = number && (digit || (!first && (point == '.' || point == ',')));
    if (first) type.capitalized = u_isupper(point) || u_istitle(point);
    if (u_isalpha(point)) {
      ++letters;
      upper = upper && u_isupper(point);
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

/// Open addressing over hashes of the surface bytes; the bytes themselves lie in blocks that never move.
struct Vocabulary::Impl {
  struct Slot {
    std::uint32_t tag = 0;  ///< upper half of the hash
    TypeId id = empty;
  };
  static constexpr TypeId empty = ~TypeId{0};
  static constexpr std::size_t block_size = std::size_t{1} << 16;

  explicit Impl(std::string_view language) : folder(language), slots(1024) {}

  Folder folder;
  std::vector<Slot> slots;
  std::vector<std::string_view> surfaces;
  std::vector<Type> types;
  std::deque<std::string> blocks;
  std::size_t held = 0;
  std::uint64_t generation = first_generation();

  std::string_view keep(std::string_view bytes) {
    if (blocks.empty() || blocks.back().capacity() - blocks.back().size() < bytes.size()) {
      blocks.emplace_back().reserve(bytes.size() > block_size ? bytes.size() : block_size);
      held += blocks.back().capacity();
    }
    std::string& block = blocks.back();
    block.append(bytes);
    return std::string_view(block).substr(block.size() - bytes.size());
  }

  TypeId add(std::string_view surface) {
    const Forms forms = folder.fold(surface);
    Type type;
    const std::string_view kept = keep(surface);
    type.cased = forms.cased == kept ? kept : keep(forms.cased);
    type.folded = forms.folded == type.cased ? type.cased : keep(forms.folded);
    classify(type);
    surfaces.push_back(kept);
    types.push_back(type);
    return static_cast<TypeId>(types.size() - 1);
  }

  void grow() {
    std::vector<Slot> old(slots.size() * 2);
    old.swap(slots);
    const std::size_t mask = slots.size() - 1;
    for (const Slot& slot : old) {
      if (slot.id == empty) continue;
      std::size_t at = hash64(surfaces[slot.id]) & mask;
      while (slots[at].id != empty) at = (at + 1) & mask;
      slots[at] = slot;
    }
  }
};

Vocabulary::Vocabulary(std::string_view language) : impl_(std::make_unique<Impl>(language)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

TypeId Vocabulary::intern(std::string_view surface) {
  Impl& table = *impl_;
  surface = beginning_of(surface);
  const std::uint64_t hash = hash64(surface);
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = table.slots.size() - 1;
  std::size_t at = hash & mask;
  for (; table.slots[at].id != Impl::empty; at = (at + 1) & mask)
    if (table.slots[at].tag == tag && table.surfaces[table.slots[at].id] == surface) return table.slots[at].id;
  const TypeId id = table.add(surface);
  table.slots[at] = {tag, id};
  if (table.types.size() * 2 > table.slots.size()) table.grow();
  return id;
}

const Type& Vocabulary::operator[](TypeId id) const noexcept { return impl_->types[id]; }
std::size_t Vocabulary::size() const noexcept { return impl_->types.size(); }

std::size_t Vocabulary::memory() const noexcept {
  return impl_->held + impl_->slots.capacity() * sizeof(Impl::Slot) + impl_->types.capacity() * (sizeof(Type) + sizeof(std::string_view));
}

void Vocabulary::clear() {
  impl_->slots.assign(1024, Impl::Slot{});
  impl_->slots.shrink_to_fit();
  std::vector<std::string_view>().swap(impl_->surfaces);  // assigning {} would keep the memory
  std::vector<Type>().swap(impl_->types);
  impl_->blocks.clear();
  impl_->held = 0;
  ++impl_->generation;
}

std::uint64_t Vocabulary::generation() const noexcept { return impl_->generation; }

}  // namespace topos
