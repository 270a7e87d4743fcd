// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "session.hpp"
#include "topos/annotation/pair_counter.hpp"

namespace topos::cli {

/// Two sets of codes, and what of them is looked for.
class CodeSides {
 public:
  /// Globs as of --codes; an empty list is every code. Adds them to what `search` looks for, unless it says itself.
  CodeSides(const std::vector<std::string>& first, const std::vector<std::string>& second, SearchGroup& search);
  [[nodiscard]] bool first(std::string_view code) const { return first_.everything() || holds(first_, code); }
  [[nodiscard]] bool second(std::string_view code) const { return second_.everything() || holds(second_, code); }

 private:
  [[nodiscard]] static bool holds(const CodeSelection& side, std::string_view code);
  CodeSelection first_;
  CodeSelection second_;
};

/// Whether one code is above the other, or both are one: their hits are partly the same, so they always stand together.
[[nodiscard]] bool are_kin(std::string_view a, std::string_view b);

/// Errors: Errc::usage, if --by names an attribute of hits, of which a row has several.
void refuse_hit_fields(const Query& query);

/// `name`: sentence, paragraph or document.
[[nodiscard]] WordPlaces::Bound unit_bound(std::string_view name);

}  // namespace topos::cli
