// SPDX-License-Identifier: Apache-2.0
#include "options/output.hpp"

#include <sys/stat.h>

#include <utility>

#include "messages.hpp"
#include "program.hpp"
#include "terminal.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

constexpr int standard_output = 1;
constexpr std::int64_t most_digits = 17;

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const TableFormat* format : table_formats()) names.emplace_back(format->name);
  return names;
}

bool to_standard_output(const std::string& path) { return path.empty() || path == "-"; }

bool same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 && S_ISREG(first.st_mode) &&
         first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

}  // namespace

void OutputGroup::declare(Options& options) {
  options.section("Output");
  options.choice("--format", format, format_names(), "Format of the table; aligned text on a terminal, tsv elsewhere");
  options.number("--digits", digits, 0, most_digits,
                 "Digits after the point, at most; all that are needed if not given");
  declare_plain(options);
}

void OutputGroup::declare_plain(Options& options) {
  options.section("Output");
  options.text("-o,--output", path, "FILE", "Write to FILE, whole or not at all, and its provenance to FILE.meta.json");
  options.flag("--provenance", provenance, "Print versions, codebooks and arguments to standard error as JSON");
  options.flag("-q,--quiet", message_settings().quiet, "No notes and no progress");
  options.choice("--color", message_settings().colour, {"auto", "always", "never"}, "Colour on terminals");
}

void OutputGroup::refuse_inputs(const std::vector<std::string>& inputs) const {
  if (to_standard_output(path)) return;
  for (const std::string& input : inputs)
    if (same_file(path, input)) throw Error(Errc::usage, "-o would overwrite the input", {path});
}

Provenance run_provenance() {
  Provenance provenance = current_provenance();
  provenance.arguments = invocation();
  return provenance;
}

TableOutput::TableOutput(const OutputGroup& group, Provenance provenance, std::vector<Column> columns)
    : group_(group), provenance_(to_json(provenance)), columns_(std::move(columns)) {}

void TableOutput::begin() {
  const bool terminal = to_standard_output(group_.path) && is_terminal(standard_output);
  WriteOptions options;
  options.digits = static_cast<int>(group_.digits);
  options.terminal = terminal;
  options.width = terminal ? terminal_width(standard_output) : 0;
  options.colour = to_standard_output(group_.path) && wants_colour(standard_output, message_settings().colour);
  options.provenance = provenance_;
  stream_ = std::make_unique<OutputStream>(group_.path);
  const TableFormat* format = find_table_format(group_.format.empty() ? (terminal ? "table" : "tsv") : group_.format);
  writer_ = format->make(options, [this](std::string_view bytes) { stream_->write(bytes); });
  writer_->begin(columns_);
}

void TableOutput::row(const std::vector<Cell>& cells) {
  if (!writer_) begin();
  writer_->row(cells);
}

void TableOutput::row_of_views(std::span<const CellView> cells) {
  if (!writer_) begin();
  writer_->row_of_views(cells);
}

DelimitedWriter* TableOutput::by_cells() {
  if (!writer_) begin();
  return writer_->by_cells();
}

void TableOutput::close() {
  if (!writer_) begin();
  writer_->end();
  stream_->close();
  if (group_.provenance) say(provenance_ + '\n');
  if (to_standard_output(group_.path)) return;
  OutputStream meta(group_.path + ".meta.json");
  meta.write(provenance_ + '\n');
  meta.close();
}

void write_table(const OutputGroup& group, const Provenance& provenance, const Table& table) {
  TableOutput output(group, provenance, table.columns);
  for (const auto& cells : table.rows) output.row(cells);
  output.close();
}

void write_provenance(const OutputGroup& group, const Provenance& provenance) {
  const std::string text = to_json(provenance) + '\n';
  if (group.provenance) say(text);
  if (to_standard_output(group.path)) return;
  OutputStream meta(group.path + ".meta.json");
  meta.write(text);
  meta.close();
}

}  // namespace topos::cli
