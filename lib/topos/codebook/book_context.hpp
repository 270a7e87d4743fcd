// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/diagnostic.hpp"
#include "topos/codebook/pattern.hpp"
#include "topos/codebook/toml.hpp"

namespace topos {

/// A macro as defined.
struct Macro {
  std::string value;
  Location where;
  bool used = false;
};

/// What the readers of one book share.
struct BookContext {
  explicit BookContext(Findings& where_to) : findings(where_to) {}
  BookContext(const BookContext&) = delete;
  BookContext& operator=(const BookContext&) = delete;

  Findings& findings;
  std::map<std::string, Macro, std::less<>> macros;
  std::vector<std::string> languages;
  std::size_t nodes_left = 1000000;  ///< what all patterns of a book may expand to

  /// The macro's value; notes that it is used.
  [[nodiscard]] MacroLookup lookup();
  /// Counts `nodes` towards the book's limit. Errors: Errc::codebook at `at`, when it is passed.
  void spend(std::size_t nodes, const Location& at);
};

/// Where the first character of a string stands. After an escape inside the string, columns are approximate.
[[nodiscard]] Location text_place(const TomlValue& string, const std::string& path);

}  // namespace topos
