// SPDX-License-Identifier: Apache-2.0
#include "topos/report/row_bytes.hpp"

#include <cstdint>
#include <cstring>

namespace topos {
namespace {

template <class Value>
void put(std::string& out, const Value& value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof bytes);
}

template <class Value>
Value get(std::string_view& bytes) {
  Value value;
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return value;
}

}  // namespace

void pack_row(const std::vector<Cell>& cells, std::string& out) {
  for (const Cell& cell : cells) {
    out += static_cast<char>(cell.index());
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) put(out, *whole);
    if (const auto* number = std::get_if<double>(&cell)) put(out, *number);
    if (const auto* text = std::get_if<std::string>(&cell)) {
      put(out, text->size());
      out += *text;
    }
  }
}

std::vector<Cell> unpack_row(std::string_view bytes) {
  std::vector<Cell> cells;
  while (!bytes.empty()) {
    const auto kind = static_cast<std::size_t>(get<char>(bytes));
    if (kind == 1) {
      cells.emplace_back(get<std::int64_t>(bytes));
    } else if (kind == 2) {
      cells.emplace_back(get<double>(bytes));
    } else if (kind == 3) {
      const auto size = get<std::size_t>(bytes);
      cells.emplace_back(std::string(bytes.substr(0, size)));
      bytes.remove_prefix(size);
    } else {
      cells.emplace_back();
    }
  }
  return cells;
}

}  // namespace topos
