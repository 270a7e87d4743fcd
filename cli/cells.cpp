// SPDX-License-Identifier: Apache-2.0
#include "cells.hpp"

#include "field_check.hpp"

namespace topos::cli {

std::vector<Column> columns_by(std::vector<Column> first, const std::vector<std::string>& by,
                               const std::vector<Column>& rest) {
  std::vector<Column> taken = first;
  taken.insert(taken.end(), rest.begin(), rest.end());
  for (const std::string& field : by) first.push_back({field_column(field, taken)});
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

void add_group(std::vector<Cell>& cells, const std::vector<std::string>& group) {
  for (const std::string& value : group) cells.push_back(text_or_nothing(value));
}

void add_counts(std::vector<Cell>& cells, std::initializer_list<std::uint64_t> counts) {
  for (const std::uint64_t count : counts) cells.push_back(whole(count));
}

}  // namespace topos::cli
