// SPDX-License-Identifier: Apache-2.0
#include "report/spilled_table.hpp"

#include "session.hpp"

namespace topos::cli {

SpilledTable::SpilledTable(std::string name, const std::vector<Column>& columns)
    : name_("tables/" + std::move(name) + ".tsv"), file_(temporary_folder()) {
  writer_ = writers::tsv.make({}, [this](std::string_view bytes) {
    file_.append(bytes);
    size_ += bytes.size();
  });
  writer_->begin(columns);
}

void SpilledTable::row(std::span<const Cell> cells) {
  writer_->row(cells);
  ++rows_;
}

void SpilledTable::write(OutputFolder& folder) {
  writer_->end();
  std::vector<char> buffer(1U << 16U);
  for (std::uint64_t at = 0; at < size_;) {
    const std::size_t got = file_.read(at, buffer.data(), buffer.size());
    if (got == 0) break;
    folder.write(name_, {buffer.data(), got});
    at += got;
  }
}

}  // namespace topos::cli
