// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace topos::cli {

/// How many units of a corpus each unit of a sample stands for: the key of a sheet.
class UnitWeights {
 public:
  /// Errors: those of reading a file; Errc::table with the line, if there are no columns `weight` and `unit_id` or
  /// `id`, a weight is no number above 0, or an id stands there twice.
  explicit UnitWeights(const std::string& path);
  /// Errors: Errc::table, if the key does not have the unit.
  [[nodiscard]] double of(const std::string& unit) const;

 private:
  std::string path_;
  std::unordered_map<std::string, double> weights_;
};

}  // namespace topos::cli
