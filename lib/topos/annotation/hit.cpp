// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/hit.hpp"

#include <string>

#include "topos/base/hash.hpp"

namespace topos {

std::string hit_id(std::string_view document, const Hit& hit) {
  if (!hit.id.empty()) return std::string(hit.id);
  std::string key(document);
  key.append(1, '\0').append(hit.code).append(1, '\0').append(std::to_string(hit.span.begin)).append(1, '-').append(std::to_string(hit.span.end));
  constexpr char digits[] = "0123456789abcdef";
  std::uint64_t hash = hash64(key);
  std::string id(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) id[i] = digits[hash & 15];
  return id;
}

}  // namespace topos
