// SPDX-License-Identifier: Apache-2.0
#include "shared_fields.hpp"

#include <numeric>
#include <string_view>
#include <unordered_set>

#include "topos/base/hash.hpp"

namespace topos::cli {

const std::array<std::string_view, SharedFields::fields>& SharedFields::names() {
  static constexpr std::array<std::string_view, fields> all{"author", "country", "outlet", "source", "speaker"};
  return all;
}

SharedFields::Values SharedFields::look(const Document& document) {
  Values values{};
  for (std::size_t i = 0; i < fields; ++i)
    if (const std::string* value = document.metadata.find(names()[i]); value != nullptr && !value->empty())
      values[i] = hash64(*value) | 1;
  return values;
}

void SharedFields::archive(FieldArchive& archive, Values& values) {
  for (std::size_t i = 0; i < fields; ++i) archive.whole(names()[i], values[i]);
}

bool SharedFields::repeated(std::span<const std::uint32_t> documents) const {
  for (std::size_t i = 0; i < fields; ++i) {
    std::unordered_set<std::uint64_t> seen;
    for (const std::uint32_t document : documents)
      if (const std::uint64_t value = documents_[document][i]; value != 0 && !seen.insert(value).second) return true;
  }
  return false;
}

bool SharedFields::repeated() const {
  std::vector<std::uint32_t> all(documents_.size());
  std::iota(all.begin(), all.end(), 0U);
  return repeated(all);
}

}  // namespace topos::cli
