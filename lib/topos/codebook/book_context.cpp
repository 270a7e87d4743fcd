// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/book_context.hpp"

namespace topos {

MacroLookup BookContext::lookup() {
  return [this](std::string_view name) -> const std::string* {
    const auto found = macros.find(name);
    if (found == macros.end()) return nullptr;
    found->second.used = true;
    return &found->second.value;
  };
}

void BookContext::spend(std::size_t nodes, const Location& at) {
  if (nodes > nodes_left) {
    nodes_left = 0;
    throw Error(Errc::codebook,
                "the codebook is too big: its patterns have more than 1000000 elements with their macros expanded", at);
  }
  nodes_left -= nodes;
}

Location text_place(const TomlValue& string, const std::string& path) {
  return {path, string.line, string.column + string.quotes};
}

}  // namespace topos
