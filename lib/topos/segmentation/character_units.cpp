// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/character_units.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <string>
#include <unordered_map>

#include "topos/segmentation/character_table.hpp"

namespace topos {
namespace {

/// The code point that begins at `at`, and moves `at` behind it. Domain: at < end <= text.size().
UChar32 next_point(std::u16string_view text, std::size_t& at, std::size_t end) {
  const char16_t lead = text[at++];
  if ((lead & 0xFC00) != 0xD800 || at == end) return lead;
  return U16_GET_SUPPLEMENTARY(lead, text[at++]);
}

/// Most characters are told from white space by their block.
bool is_space(UChar32 c) {
  return (c <= 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x205F) || c == 0x3000) && u_isUWhiteSpace(c);
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

std::string utf8(std::u16string_view text) {
  std::string out;
  icu::UnicodeString(false, text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(out);
  return out;
}

}  // namespace

bool is_passable(std::u16string_view text, std::size_t at) noexcept {
  const Passable passable = passable_mark(text[at]);
  if (passable == Passable::never) return false;
  const bool space_before = at > 0 && is_space(text[at - 1]);
  const bool space_after = at + 1 < text.size() && is_space(text[at + 1]);
  return may_pass(passable, space_before, space_after);
}

struct CharacterUnits::Impl {
  explicit Impl(std::string_view language) : folder(language) {}

  Folder folder;
  std::uint64_t generation = 0;
  std::unordered_map<std::u16string, std::vector<TypeId>> types;  ///< of a character with its marks, folded

  const std::vector<TypeId>& folded_types(std::u16string_view cluster, Vocabulary& vocabulary) {
    if (generation != vocabulary.generation()) {
      types.clear();
      generation = vocabulary.generation();
    }
    const auto [found, added] = types.try_emplace(std::u16string(cluster));
    if (added) {
      const icu::UnicodeString folded = icu::UnicodeString::fromUTF8(folder.fold(utf8(cluster)).folded);
      for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        std::string point;
        icu::UnicodeString(folded.char32At(at)).toUTF8String(point);
        found->second.push_back(vocabulary.intern(point));
      }
    }
    return found->second;
  }
};

CharacterUnits::CharacterUnits(std::string_view language) : impl_(std::make_unique<Impl>(language)) {}
CharacterUnits::CharacterUnits(CharacterUnits&&) noexcept = default;
CharacterUnits& CharacterUnits::operator=(CharacterUnits&&) noexcept = default;
CharacterUnits::~CharacterUnits() = default;

void CharacterUnits::append(const UnicodeText& text, std::size_t begin, std::size_t end, Vocabulary& vocabulary,
                            std::vector<Token>& out) {
  constexpr std::size_t longest_cluster = 32;
  const std::u16string_view units = text.units();
  std::vector<std::size_t> points;  // where each code point of the cluster begins, and the cluster's end
  for (std::size_t at = begin; at < end;) {
    points.clear();
    std::size_t next = at;
    do {
      points.push_back(next);
      const UChar32 point = next_point(units, next, end);
      if (points.size() == 1 && (is_space(point) || is_passable(units, at))) break;
      std::size_t following = next;
      if (next == end || !is_mark(next_point(units, following, end))) break;
    } while (points.size() < longest_cluster);
    const std::size_t first = at;
    at = next;
    if (points.size() == 1 && (is_space(units[first]) || is_passable(units, first))) continue;
    points.push_back(next);
    const std::vector<TypeId>& types = impl_->folded_types(units.substr(first, next - first), vocabulary);
    // Where folding kept the number of characters each has its own bytes; else all share those of the cluster.
    const bool one_to_one = types.size() + 1 == points.size();
    for (std::size_t i = 0; i < types.size(); ++i)
      out.emplace_back(text.begin_of(one_to_one ? points[i] : first), text.end_of(one_to_one ? points[i + 1] : next),
                       types[i], TokenKind::word, false);
  }
}

}  // namespace topos
