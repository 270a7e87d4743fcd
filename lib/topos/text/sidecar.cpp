// SPDX-License-Identifier: Apache-2.0
#include "topos/text/sidecar.hpp"

#include "topos/text/delimited.hpp"
#include "topos/text/open_input.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/text_source.hpp"

namespace topos {
namespace {

std::size_t key_column(const DelimitedReader& table, const InputOptions& options) {
  if (!options.metadata_key.empty()) {
    if (const auto column = table.column(options.metadata_key)) return *column;
    throw Error(Errc::metadata,
                "no column \"" + printable(options.metadata_key) + "\"; the table has: " + listed(table.header()),
                {options.metadata_table}, "name the column that holds the documents' ids with --metadata-key");
  }
  for (const std::string_view name : {"id", "document", "file"})
    if (const auto column = table.column(name)) return *column;
  throw Error(Errc::metadata, "no column id, document or file; the table has: " + listed(table.header()),
              {options.metadata_table}, "name the column that holds the documents' ids with --metadata-key");
}

}  // namespace

SidecarTable::SidecarTable(const InputOptions& options) : path_(options.metadata_table) {
  InputOptions plain;
  plain.max_expand = options.max_expand;
  DelimitedReader table(text_bytes(unpacked_bytes(path_, plain), plain, path_, {}), path_);
  const std::size_t key = key_column(table, options);
  while (auto cells = table.next()) {
    auto row = std::make_unique<Row>();
    row->key = std::move((*cells)[key]);
    row->line = table.line();
    if (row->key.empty())
      throw Error(Errc::metadata, "row " + std::to_string(table.row()) + " has no " + printable(table.header()[key]),
                  {path_, table.line()});
    for (std::size_t i = 0; i < cells->size(); ++i)
      if (i != key && !(*cells)[i].empty()) row->fields.emplace_back(table.header()[i], std::move((*cells)[i]));
    const auto [old, added] = by_key_.emplace(row->key, row.get());
    if (!added)
      throw Error(
          Errc::metadata,
          "\"" + printable(row->key) + "\" has two rows, the first in line " + std::to_string(old->second->line),
          {path_, table.line()}, "keep one row a document");
    rows_.push_back(std::move(row));
  }
}

const SidecarTable::Row* SidecarTable::peek(std::string_view id) const {
  auto found = by_key_.find(id);
  if (found == by_key_.end()) found = by_key_.find(base_name(id));
  return found == by_key_.end() ? nullptr : found->second;
}

const SidecarTable::Row* SidecarTable::find(std::string_view id) const {
  const Row* row = peek(id);
  if (row != nullptr) row->used.store(true, std::memory_order_relaxed);
  return row;
}

std::vector<std::string> SidecarTable::unused() const {
  std::vector<std::string> keys;
  for (const auto& row : rows_)
    if (!row->used.load(std::memory_order_relaxed)) keys.push_back(row->key);
  return keys;
}

Error SidecarTable::no_row(std::string_view id, const Location& where) const {
  return Error(Errc::metadata,
               "the table " + printable(path_) + " has no row for the document \"" + printable(id) + "\"", where,
               "add the row, or say --metadata-partial");
}

}  // namespace topos
