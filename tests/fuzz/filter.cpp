// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/filter.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "topos/base/error.hpp"

/// An expression parses or is refused with a place inside it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    topos::Filter filter;
    filter.add(text);
    if (filter.fields().empty()) std::abort();
    static_cast<void>(filter.matches([&](std::string_view field) { return std::optional<std::string_view>(field); }));
    static_cast<void>(filter.matches([](std::string_view) { return std::nullopt; }));
  } catch (const topos::Error& error) {
    if (error.code() != topos::Errc::filter || error.where().column == 0 || error.where().column > size + 1)
      std::abort();
  }
  return 0;
}
