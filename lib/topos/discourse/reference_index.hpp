// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/discourse/citation_facts.hpp"

namespace topos {

/// Finds the entries of a list of references that markers name.
class ReferenceIndex {
 public:
  /// `list` must outlive it.
  explicit ReferenceIndex(const std::vector<ListedReference>& list);
  /// The places in the list of what a marker calls "7", "Name 2019", "Name & Name 2019a, 2020"; a name is looked for
  /// among the words of first authors. Empty if there is no such entry. Of several that fit the first is taken.
  [[nodiscard]] std::vector<std::size_t> find(std::string_view reference) const;

 private:
  [[nodiscard]] std::vector<std::size_t> by_name(std::string_view name, std::string_view years) const;

  const std::vector<ListedReference>& list_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> names_;  ///< by word of the author and year
};

/// The name before the years in "Name & Name 2019a, 2020"; all of it if it has none.
[[nodiscard]] std::string_view name_before_years(std::string_view reference);

}  // namespace topos
