// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/hit.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "topos/base/hash.hpp"

namespace topos {

HitId made_hit_id(std::string_view document, const Hit& hit) {
  // One buffer for all but the longest ids: this is done for every hit that is written or read.
  const std::string_view code = hit.code();
  constexpr std::size_t most_digits = 24;
  std::array<char, 512> room;
  std::string long_room;
  char* key = room.data();
  if (const std::size_t size = document.size() + code.size() + most_digits; size > room.size()) {
    long_room.resize(size);
    key = long_room.data();
  }
  char* at = std::copy(document.begin(), document.end(), key);
  *at++ = '\0';
  at = std::copy(code.begin(), code.end(), at);
  *at++ = '\0';
  at = std::to_chars(at, at + 10, hit.span.begin).ptr;
  *at++ = '-';
  at = std::to_chars(at, at + 10, hit.span.end).ptr;
  constexpr char digits[] = "0123456789abcdef";
  std::uint64_t hash = hash64({key, static_cast<std::size_t>(at - key)});
  HitId id;
  for (std::size_t i = 16; i-- > 0; hash >>= 4) id.digits[i] = digits[hash & 15];
  return id;
}

std::string hit_id(const AnnotatedDocument& annotated, const Hit& hit) {
  const std::string_view given = annotated.notes_of(hit).id;
  return std::string(given.empty() ? made_hit_id(annotated.document.id, hit).view() : given);
}

}  // namespace topos
