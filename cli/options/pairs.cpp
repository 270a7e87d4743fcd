// SPDX-License-Identifier: Apache-2.0
#include "options/pairs.hpp"

#include <algorithm>

#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {

CodeSides::CodeSides(const std::vector<std::string>& first, const std::vector<std::string>& second, SearchGroup& search)
    : first_(first), second_(second) {
  if (!search.codes.empty() || first.empty() || second.empty()) return;
  search.codes = first;
  search.codes.insert(search.codes.end(), second.begin(), second.end());
}

bool CodeSides::holds(const CodeSelection& side, std::string_view code) {
  const std::vector<std::string>& named = side.named();
  return std::find(named.begin(), named.end(), code) != named.end() || side.selects_as_leaf(code);
}

bool are_kin(std::string_view a, std::string_view b) { return is_or_below(a, b) || is_or_below(b, a); }

void refuse_hit_fields(const Query& query) {
  for (const std::string& field : query.options().by)
    if (field_kind(field) == FieldKind::hit)
      throw Error(Errc::usage, "a row holds several hits, and '" + printable(field) + "' in --by is of single ones", {},
                  "split by metadata, document, region or section, or use --where");
}

WordPlaces::Bound unit_bound(std::string_view name) {
  if (name == "paragraph") return WordPlaces::Bound::paragraph;
  return name == "document" ? WordPlaces::Bound::document : WordPlaces::Bound::sentence;
}

}  // namespace topos::cli
