// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "topos/base/error.hpp"
#include "topos/report/cell.hpp"
#include "topos/report/report_files.hpp"
#include "topos/report/text_figure.hpp"
#include "topos/report/writer.hpp"

namespace topos {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_markdown(out, printable(text));
  return out;
}

/// Writes the blocks of a report as Markdown.
class MarkdownBlocks {
 public:
  MarkdownBlocks(const Report& report, MarkdownFigures figures) : figures_(figures) { options_.digits = report.digits; }

  [[nodiscard]] std::string section(const ReportSection& section) {
    out_ = "## " + escaped(section.title) + "\n\n";
    if (!section.left_out.empty()) out_ += '*' + escaped(section.left_out) + "*\n\n";
    for (const ReportBlock& block : section.blocks) std::visit([&](const auto& one) { write(one); }, block);
    return std::move(out_);
  }

 private:
  void write(const Prose& block) { out_ += escaped(block.text) + "\n\n"; }
  void write(const Statement& block) { out_ += "- " + escaped(block.text) + "\n\n"; }
  void write(const Warning& block) { out_ += "- **" + escaped(block.id) + "** " + escaped(block.text) + "\n\n"; }
  void write(const Verbatim& block) { write_lines(block.text); }

  void write_lines(const std::string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      out_ += "    " + printable(text.substr(begin, end - begin)) + '\n';
      begin = end + 1;
    }
    out_ += '\n';
  }

  void write(const Figure& figure) {
    out_ += "### " + escaped(figure.title) + "\n\n";
    if (figures_ == MarkdownFigures::characters)
      write_lines(text_figure(figure));
    else
      out_ += "![" + escaped(figure.alt) + "](figures/" + figure.id + ".svg)\n\n";
    out_ += escaped(figure.caption) + "\n\n";
  }

  void write(const ReportTable& table) {
    Table shown;
    const std::vector<std::size_t> columns = shown_columns(table);
    for (const std::size_t i : columns) shown.columns.push_back(table.table.columns[i]);
    const std::size_t rows = table.table.rows.size();
    for (std::size_t number = 0; number < std::min(rows, most_shown_rows); ++number) {
      const std::vector<Cell>& row = table.table.rows[number];
      shown.rows.emplace_back();
      for (const std::size_t i : columns) {
        const auto* text = std::get_if<std::string>(&row[i]);
        const auto* real = std::get_if<double>(&row[i]);
        shown.rows.back().push_back(text != nullptr   ? Cell(printable(*text))
                                    : real != nullptr ? Cell(shown_number(*real, options_.digits))
                                                      : row[i]);
      }
    }
    out_ += "**" + escaped(table.title) + "** " + escaped(table.note);
    if (rows > most_shown_rows)
      out_ += " The first " + std::to_string(most_shown_rows) + " of " + std::to_string(rows) + " rows of tables/" +
              table.id + ".tsv.";
    out_ += "\n\n";
    topos::write(shown, writers::md, options_, [&](std::string_view bytes) { out_ += bytes; });
    out_ += '\n';
  }

  void write(const Evidence& one) {
    out_ += "### " + escaped(one.code) + "\n\n" + escaped(one.label) + (one.label.empty() ? "" : ": ") +
            std::to_string(one.hits) + ' ' + escaped(one.noun) + (one.hits == 1 ? " in " : "s in ") +
            std::to_string(one.documents) + (one.documents == 1 ? " document" : " documents") + "\n\n";
    for (const EvidenceLine& line : one.lines) {
      out_ += "1. " + escaped(line.left) + (line.node.empty() ? "" : "**" + escaped(line.node) + "**") +
              escaped(line.right) + " (" + escaped(line.place);
      for (const auto& [name, value] : line.attributes) out_ += "; " + escaped(value);
      out_ += ")\n";
    }
    if (!one.lines.empty()) out_ += '\n';
  }

  MarkdownFigures figures_;
  WriteOptions options_;
  std::string out_;
};

}  // namespace

std::string markdown_report(const Report& report, MarkdownFigures figures) {
  std::string out = "# " + escaped(report.title) + "\n\n" + escaped(report.summary) + "\n\n";
  MarkdownBlocks blocks(report, figures);
  for (const ReportSection& section : report.sections) out += blocks.section(section);
  return out + "---\n\nMade by topos " + escaped(report.provenance.version) +
         ", which locates passages and measures wording. Interpretation is the reader's.\n";
}

}  // namespace topos
