// SPDX-License-Identifier: Apache-2.0
#include "coding/unit_weights.hpp"

#include <cmath>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/text/delimited.hpp"
#include "topos/text/text_source.hpp"

namespace topos::cli {

UnitWeights::UnitWeights(const std::string& path) : path_(path) {
  DelimitedReader table(text_bytes(file_bytes(path), InputOptions(), path, {}), path);
  const auto unit = table.column("unit_id") ? table.column("unit_id") : table.column("id");
  const auto weight = table.column("weight");
  if (!unit || !weight)
    throw Error(Errc::table, "no key of a sheet; its columns are: " + listed(table.header()), {path, 1},
                "name what topos sheet --key wrote");
  while (const auto cells = table.next()) {
    const auto value = parse_number((*cells)[*weight]);
    const auto wrong = [&](const std::string& why) { return Error(Errc::table, why, {path, table.line()}); };
    if (!value || !std::isfinite(*value) || *value <= 0)
      throw wrong("the weight '" + printable((*cells)[*weight]) + "' is no number above 0");
    if (!weights_.emplace((*cells)[*unit], *value).second)
      throw wrong("the unit '" + printable((*cells)[*unit]) + "' stands there twice");
  }
}

double UnitWeights::of(const std::string& unit) const {
  const auto found = weights_.find(unit);
  if (found == weights_.end())
    throw Error(Errc::table, "the key does not have the unit '" + printable(unit) + "'", {path_},
                "name the key of this sheet");
  return found->second;
}

}  // namespace topos::cli
