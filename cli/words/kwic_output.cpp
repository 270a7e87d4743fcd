// SPDX-License-Identifier: Apache-2.0
#include "words/kwic_output.hpp"

#include <utility>

namespace topos::cli {

void KwicOutput::open() {
  if (table_) return;
  Provenance provenance = reporter_.provenance();
  if (choices_.random > 0) provenance.seed = static_cast<std::uint64_t>(choices_.seed);
  table_.emplace(output_, provenance, columns_);
  if (choices_.sheet.empty()) return;
  OutputGroup group;
  group.path = choices_.sheet;
  group.format = "tsv";
  sheet_.emplace(group, provenance, KwicLines::sheet_columns());
}

void KwicOutput::write(std::vector<Cell> cells) {
  open();
  if (sheet_) sheet_->row(KwicLines::sheet_row(cells));
  cells.pop_back();
  table_->row(cells);
  ++rows_;
}

void KwicOutput::close() {
  open();
  if (sheet_) sheet_->close();
  table_->close();
}

}  // namespace topos::cli
