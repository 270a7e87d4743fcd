// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "options.hpp"
#include "topos/annotation/attributes/attribute_set.hpp"
#include "topos/annotation/filter.hpp"
#include "topos/text/document.hpp"

namespace topos::cli {

/// What counts and how it is grouped: --where, --by, --regions.
struct FilterGroup {
  std::vector<std::string> where;
  std::vector<std::string> by;
  std::vector<std::string> regions;

  void declare(Options& options);
  /// Only --where and --regions: for commands that do not group.
  void declare_tests(Options& options);
  /// Only --regions: for commands that write documents.
  void declare_regions(Options& options);
  /// All --where options, joined by "and". Errors: Errc::filter, with the column.
  [[nodiscard]] Filter filter() const;
  /// The fields of --by, commas split. Errors: Errc::filter, if one is named twice or empty.
  [[nodiscard]] std::vector<std::string> fields() const;
  /// The attributes of hits that --where and --by name and that rules make of other hits. Errors: those of filter() and
  /// fields().
  [[nodiscard]] AttributeSet attributes() const;
  /// The regions that count: --regions, else default_analysis(). Errors: Errc::usage, with the nearest names.
  [[nodiscard]] RegionSet region_set() const;
};

/// Regions by name, commas split; 'all' is every one. Errors: Errc::usage, with the nearest names.
[[nodiscard]] RegionSet regions_called(const std::vector<std::string>& names);

}  // namespace topos::cli
