// SPDX-License-Identifier: Apache-2.0
#include "books/loss_report.hpp"

#include "messages.hpp"
#include "options/output.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t losses_shown = 20;

Cell filled(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

void write_all(const Losses& losses, const std::string& path) {
  Table table{{{"line", true}, {"fate"}, {"construct"}, {"code"}, {"text"}, {"note"}}, {}};
  for (const Loss& loss : losses.all())
    table.rows.push_back({loss.line == 0 ? Cell() : Cell(static_cast<std::int64_t>(loss.line)),
                          std::string(to_string(loss.fate)), loss.construct, filled(loss.code), filled(loss.text),
                          filled(loss.note)});
  OutputStream out(path);
  write(table, *find_table_format("tsv"), {}, [&](std::string_view bytes) { out.write(bytes); });
  out.close();
}

void report(const Losses& losses, const std::string& source, const std::string& path) {
  if (!path.empty()) write_all(losses, path);
  std::size_t told = 0;
  for (const Loss& loss : losses.all()) {
    if (loss.fate == Loss::Fate::translated || told == losses_shown) continue;
    ++told;
    note(printable(source) + (loss.line == 0 ? "" : ":" + std::to_string(loss.line)) + ": " +
         (loss.fate == Loss::Fate::changed ? "changed: " : "left out: ") + loss.construct +
         (loss.text.empty() ? "" : " '" + printable(loss.text) + "'") +
         (loss.code.empty() ? "" : " of " + printable(loss.code)) + ": " + printable(loss.note));
  }
  const std::size_t left_out = losses.count(Loss::Fate::left_out);
  const std::size_t changed = losses.count(Loss::Fate::changed);
  const std::size_t translated = losses.count(Loss::Fate::translated);
  if (losses.all().empty()) return;
  note(std::to_string(left_out) + " left out, " + std::to_string(changed) + " changed, " + std::to_string(translated) +
       " translated" + (path.empty() ? "; --losses FILE lists them all" : "; all are in " + printable(path)));
}

}  // namespace

void LossyOutput::declare(Options& options) {
  options.text("--losses", losses, "FILE", "Write everything that is not carried over as it was to this table");
  options.flag("--strict", strict, "Status 1 if something is left out");
  options.text("-o,--output", path, "FILE", "Write to a file, which appears whole or not at all");
  options.flag("-q,--quiet", message_settings().quiet, "No notes");
}

Status LossyOutput::write(std::string_view text, const Losses& lost, const std::string& source) const {
  OutputStream out(path);
  out.write(text);
  out.close();
  report(lost, source, losses);
  return strict && lost.count(Loss::Fate::left_out) > 0 ? 1 : 0;
}

}  // namespace topos::cli
