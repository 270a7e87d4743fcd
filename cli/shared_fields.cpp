// SPDX-License-Identifier: Apache-2.0
#include "shared_fields.hpp"

#include <string_view>
#include <unordered_set>

#include "topos/base/hash.hpp"

namespace topos::cli {
namespace {

constexpr std::array<std::string_view, SharedFields::fields> names{"author", "country", "outlet", "source", "speaker"};

}  // namespace

SharedFields::Values SharedFields::look(const Document& document) {
  Values values{};
  for (std::size_t i = 0; i < fields; ++i)
    if (const std::string* value = document.metadata.find(names[i]); value != nullptr && !value->empty())
      values[i] = hash64(*value) | 1;
  return values;
}

void SharedFields::archive(FieldArchive& archive, Values& values) {
  for (std::size_t i = 0; i < fields; ++i) archive.whole(names[i], values[i]);
}

bool SharedFields::repeated(std::span<const DocumentUnits> documents) const {
  for (std::size_t i = 0; i < fields; ++i) {
    std::unordered_set<std::uint64_t> seen;
    for (const DocumentUnits& one : documents)
      if (const std::uint64_t value = documents_[one.document][i]; value != 0 && !seen.insert(value).second)
        return true;
  }
  return false;
}

bool SharedFields::repeated() const {
  std::vector<DocumentUnits> all(documents_.size());
  for (std::uint32_t number = 0; number < all.size(); ++number) all[number].document = number;
  return repeated(all);
}

}  // namespace topos::cli
