// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/hit.hpp"

#include <charconv>
#include <string>

#include "topos/base/hash.hpp"

namespace topos {

HitId made_hit_id(std::string_view document, const Hit& hit) {
  std::array<char, 32> numbers;
  char* at = std::to_chars(numbers.data(), numbers.data() + numbers.size(), hit.span.begin).ptr;
  *at++ = '-';
  at = std::to_chars(at, numbers.data() + numbers.size(), hit.span.end).ptr;
  std::string key;
  key.reserve(document.size() + hit.code.size() + numbers.size() + 2);
  key.append(document).append(1, '\0').append(hit.code).append(1, '\0').append(numbers.data(), at);
  constexpr char digits[] = "0123456789abcdef";
  std::uint64_t hash = hash64(key);
  HitId id;
  for (std::size_t i = 16; i-- > 0; hash >>= 4) id.digits[i] = digits[hash & 15];
  return id;
}

std::string hit_id(std::string_view document, const Hit& hit) { return std::string(hit.id.empty() ? made_hit_id(document, hit).view() : hit.id); }

}  // namespace topos
