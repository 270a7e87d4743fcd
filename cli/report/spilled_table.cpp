// SPDX-License-Identifier: Apache-2.0
#include "report/spilled_table.hpp"

#include <optional>

#include "session.hpp"
#include "topos/base/deflater.hpp"

namespace topos::cli {
namespace {

constexpr std::uint64_t largest_plain = std::uint64_t{16} << 20;
constexpr int packing_level = 4;  // beyond it an eighth of the size costs twice the time

}  // namespace

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

void SpilledTable::end() {
  if (!ended_) writer_->end();
  ended_ = true;
}

std::string SpilledTable::file() {
  end();
  return size_ > largest_plain ? name_ + ".gz" : name_;
}

void SpilledTable::write(OutputFolder& folder) {
  const std::string name = file();
  const auto put = [&](std::string_view bytes) { folder.write(name, bytes); };
  std::optional<Deflater> packed;
  if (name != name_) packed.emplace(Deflater::Form::gzip, packing_level);
  std::vector<char> buffer(1U << 16U);
  for (std::uint64_t at = 0; at < size_;) {
    const std::size_t got = file_.read(at, buffer.data(), buffer.size());
    if (got == 0) break;
    const std::string_view bytes(buffer.data(), got);
    if (packed)
      packed->write(bytes, put);
    else
      put(bytes);
    at += got;
  }
  if (packed) packed->finish(put);
}

}  // namespace topos::cli
