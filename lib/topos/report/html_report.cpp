// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "topos/report/cell.hpp"
#include "topos/report/html_page.hpp"
#include "topos/report/page/embedded.hpp"
#include "topos/report/report_files.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr std::size_t printed_rows = 20;      ///< of a table, on paper: the style sheet hides the others
constexpr std::size_t printed_sentences = 2;  ///< of a code
constexpr std::size_t printed_codes = 30;     ///< with sentences, of a section
constexpr std::size_t long_table = 30;        ///< rows; a table of more is as high as its frame
constexpr std::size_t narrow_columns = 8;     ///< a table of more is printed in small letters
constexpr std::size_t upright_columns = 14;   ///< one of more on pages that lie
constexpr std::size_t short_text = 10;        ///< bytes of texts that stay on one line

/// Names may break behind an underscore or a point, if they are long.
std::string breakable(std::string_view name) {
  if (name.size() <= short_text) return page_text(name);
  std::string out;
  for (const char c : page_text(name)) {
    out += c;
    if (c == '_' || c == '.') out += "<wbr>";
  }
  return out;
}

/// Writes the blocks of a report as elements of a page.
class HtmlBlocks {
 public:
  explicit HtmlBlocks(const Report& report) : report_(report) {
    options_.digits = report.digits;
    each_block<Evidence>(report, [&](const Evidence& one) {
      evidence_.insert(one.code);
      anchors_.insert(evidence_id(one.code));
    });
    each_block<ReportTable>(report, [&](const ReportTable& one) { anchors_.insert("table-" + one.id); });
    each_block<Figure>(report, [&](const Figure& one) { anchors_.insert("figure-" + one.id); });
    each_block<Warning>(report, [&](const Warning& one) { warnings_.insert(one.id); });
    each_block<Figure>(report, [&](const Figure& one) { drawn_.insert(one.table); });
  }

  [[nodiscard]] std::string section(const ReportSection& section) {
    out_ = "<section id=\"" + page_text(section.id) + "\">\n<h2>" + page_text(section.title) + "</h2>\n";
    if (!section.left_out.empty()) out_ += "<p class=\"left-out\">" + page_text(section.left_out) + "</p>\n";
    articles_ = 0;
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
      const bool first = i == 0 || section.blocks[i - 1].index() != section.blocks[i].index();
      const bool last = i + 1 == section.blocks.size() || section.blocks[i + 1].index() != section.blocks[i].index();
      std::visit([&](const auto& block) { write(block, first, last); }, section.blocks[i]);
    }
    if (articles_ > printed_codes)
      out_ += "<p class=\"note printed\">Printed: sentences of the first " + std::to_string(printed_codes) + " of " +
              std::to_string(articles_) + "; the page has the others.</p>\n";
    out_ += "</section>\n";
    return std::move(out_);
  }

 private:
  void write(const Prose& block, bool, bool) { out_ += "<p>" + page_text(block.text) + "</p>\n"; }

  void write(const Statement& block, bool first, bool last) {
    if (first) out_ += "<ul class=\"findings\">\n";
    out_ += "<li>" + page_text(block.text);
    if (anchors_.count(block.target) > 0)
      out_ += " <a class=\"to\" href=\"#" + page_text(block.target) + "\">" +
              (block.target.starts_with("evidence-") ? "sentences" : "numbers") + "</a>";
    out_ += "</li>\n";
    if (last) out_ += "</ul>\n";
  }

  void write(const Warning& block, bool first, bool last) {
    if (first) out_ += "<dl class=\"warnings\">\n";
    out_ += written_.insert(block.id).second ? "<div id=\"warning-" + page_text(block.id) + "\">" : "<div>";
    out_ += "<dt>" + page_text(block.id) + "</dt><dd>" + page_text(block.text) + "</dd></div>\n";
    if (last) out_ += "</dl>\n";
  }

  /// Its lines stay lines.
  void write(const Verbatim& block, bool, bool) {
    out_ += "<pre tabindex=\"0\">";
    for (std::size_t begin = 0; begin < block.text.size();) {
      const std::size_t end = std::min(block.text.find('\n', begin), block.text.size());
      out_ += page_text(block.text.substr(begin, end - begin)) + (end < block.text.size() ? "\n" : "");
      begin = end + 1;
    }
    out_ += "</pre>\n";
  }

  void write(const Figure& figure, bool, bool) {
    out_ += "<figure id=\"figure-" + page_text(figure.id) + "\">\n<h3>" + page_text(figure.title) + "</h3>\n" +
            svg_of(with_links_that_lead(figure), SvgPlace::page);
    if (report_.charts && !laid_out(figure))
      out_ += "<script type=\"application/json\">" + page_json(vega_lite(figure)) + "</script>\n";
    out_ += "<figcaption>" + page_text(figure.caption) + " <span class=\"files\"><a href=\"figures/" +
            page_text(figure.id) + ".svg\">SVG</a> <a href=\"figures/" + page_text(figure.id) +
            ".vl.json\">Vega-Lite</a></span></figcaption>\n</figure>\n";
  }

  /// Whether the static figure places its signs with more care than a chart of the same data could.
  static bool laid_out(const Figure& figure) {
    return std::holds_alternative<SignGrid>(figure.chart) || std::holds_alternative<Timeline>(figure.chart) ||
           std::holds_alternative<NetworkChart>(figure.chart);
  }

  /// Rows of codes whose sentences the page does not show lead nowhere.
  [[nodiscard]] Figure with_links_that_lead(Figure figure) const {
    const auto check = [&](FigureLabel& label) {
      if (evidence_.count(label.code) == 0) label.code.clear();
    };
    std::visit(
        [&](auto& chart) {
          if constexpr (requires { chart.rows; })
            for (auto& row : chart.rows) check(row.label);
          else if constexpr (requires { chart.series.front().label; })
            for (auto& series : chart.series) check(series.label);
          else if constexpr (requires { chart.nodes.front().code; })
            for (auto& node : chart.nodes) check(node);
        },
        figure.chart);
    return figure;
  }

  void write(const ReportTable& table, bool, bool) {
    const std::size_t rows = table.table.rows.size();
    // The numbers of a figure are there for who asks for them.
    const bool folded = drawn_.count(table.id) > 0;
    const std::string file = "tables/" + page_text(table.id) + ".tsv";
    const std::vector<std::size_t> columns = shown_columns(table);
    std::string kind = columns.size() > upright_columns  ? "table widest"
                       : columns.size() > narrow_columns ? "table wide"
                                                         : "table";
    if (!folded && rows > long_table) kind += " long";
    out_ += folded ? "<details class=\"" + kind + "\">\n<summary>Table: " : "<div class=\"" + kind + "\">\n<h3>";
    out_ += page_text(table.title) + (folded ? "</summary>\n" : "</h3>\n");
    out_ += "<div class=\"scroll\" id=\"table-" + page_text(table.id) +
            "\" tabindex=\"0\" role=\"region\" aria-label=\"" + page_text(table.title) + "\">\n<table>\n";
    write_head(table.table, columns);
    out_ += "<tbody>\n";
    const std::vector<std::string> starts = cell_starts(table.table);
    for (std::size_t i = 0; i < std::min(rows, most_shown_rows); ++i)
      write_row(table.table, columns, starts, table.table.rows[i]);
    out_ += "</tbody>\n</table>\n</div>\n<p class=\"note\">" + page_text(table.note) + (table.note.empty() ? "" : " ");
    if (rows > most_shown_rows)
      out_ += "The first " + std::to_string(most_shown_rows) + " of " + std::to_string(rows) + " rows. ";
    if (rows > printed_rows)
      out_ += "<span class=\"printed\">Printed: the first " + std::to_string(printed_rows) + " of " +
              std::to_string(rows) + ". </span>";
    out_ += "<a href=\"" + file + "\">" + file + "</a>" +
            (columns.size() < table.table.columns.size() ? " has all columns, unrounded." : " is unrounded.") +
            "</p>\n";
    out_ += folded ? "</details>\n" : "</div>\n";
  }

  void write_head(const Table& table, const std::vector<std::size_t>& columns) {
    out_ += "<thead>\n<tr>";
    for (const std::size_t i : columns)
      out_ += std::string("<th scope=\"col\"") + (table.columns[i].numeric ? " class=\"number\"" : "") + '>' +
              breakable(table.columns[i].name) + "</th>";
    out_ += "</tr>\n</thead>\n";
  }

  /// The tags that cells of each column begin with: a column of short texts is not broken.
  static std::vector<std::string> cell_starts(const Table& table) {
    std::vector<std::string> starts;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const bool all_short = std::all_of(table.rows.begin(), table.rows.end(), [&](const std::vector<Cell>& row) {
        const auto* text = std::get_if<std::string>(&row[i]);
        return text == nullptr || text->size() <= short_text;
      });
      starts.emplace_back(table.columns[i].numeric ? "<td class=\"number\">"
                          : all_short              ? "<td class=\"short\">"
                                                   : "<td>");
    }
    return starts;
  }

  void write_row(const Table& table, const std::vector<std::size_t>& columns, const std::vector<std::string>& starts,
                 const std::vector<Cell>& cells) {
    out_ += "<tr>";
    for (const std::size_t i : columns) {
      out_ += starts[i];
      const auto* number = std::get_if<double>(&cells[i]);
      write_cell(table.columns[i].name,
                 number == nullptr ? cell_text(cells[i], options_) : shown_number(*number, options_.digits));
      out_ += "</td>";
    }
    out_ += "</tr>\n";
  }

  /// What sentences are shown of leads to them.
  void write_cell(const std::string& column, const std::string& text) {
    if (evidence_.count(text) > 0) {
      out_ += "<a href=\"#" + evidence_id(text) + "\">" + breakable(text) + "</a>";
    } else if (column == "flags") {
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string id = text.substr(begin, end - begin);
        if (begin > 0) out_ += ' ';
        out_ += warnings_.count(id) > 0 ? "<a href=\"#warning-" + page_text(id) + "\">" + page_text(id) + "</a>"
                                        : page_text(id);
        begin = end + 1;
      }
    } else {
      out_ += breakable(text);
    }
  }

  void write(const Evidence& one, bool, bool) {
    const std::string id = evidence_id(one.code);
    out_ += std::string("<article class=\"evidence") + (++articles_ > printed_codes ? " further" : "") + "\" id=\"" +
            id + "\">\n<h3>" + page_text(one.code) + "</h3>\n<p class=\"note\">";
    if (!one.label.empty()) out_ += page_text(one.label) + ": ";
    out_ += std::to_string(one.hits) + ' ' + page_text(one.noun) + (one.hits == 1 ? " in " : "s in ") +
            std::to_string(one.documents) + (one.documents == 1 ? " document" : " documents");
    if (one.lines.size() < one.hits) out_ += ", " + std::to_string(one.lines.size()) + " shown";
    if (one.lines.size() > printed_sentences)
      out_ += "<span class=\"printed\">, the first " + std::to_string(printed_sentences) + " of them printed</span>";
    out_ += "</p>\n";
    if (!one.lines.empty()) out_ += "<ol>\n";
    for (const EvidenceLine& line : one.lines) write_line(line);
    out_ += one.lines.empty() ? "</article>\n" : "</ol>\n</article>\n";
  }

  void write_line(const EvidenceLine& line) {
    out_ += "<li><p dir=\"auto\">" + page_text(line.left) +
            (line.node.empty() ? std::string() : "<mark>" + page_text(line.node) + "</mark>") + page_text(line.right) +
            "</p>\n<p class=\"place\"><span>" + page_text(line.place) + "</span>";
    for (const auto& [name, value] : line.attributes)
      out_ += " <span data-field=\"" + page_text(name) + "\">" + page_text(value) + "</span>";
    out_ += "</p></li>\n";
  }

  const Report& report_;
  WriteOptions options_;
  std::string out_;
  std::size_t articles_ = 0;                     ///< of sentences, in the section at hand
  std::set<std::string, std::less<>> anchors_;   ///< that statements may lead to
  std::set<std::string, std::less<>> evidence_;  ///< codes
  std::set<std::string, std::less<>> warnings_;
  std::set<std::string, std::less<>> written_;  ///< warnings that stand in the page
  std::set<std::string, std::less<>> drawn_;    ///< tables that a figure shows
};

/// Vega-Lite only where there is something to draw.
std::string script_of(const Report& report) {
  std::string script(embedded::report_script());
  bool figures = false;
  each_block<Figure>(report, [&](const Figure&) { figures = true; });
  if (report.charts && figures) script.append(embedded::vega_lite_bundle()).append(embedded::report_charts());
  return script;
}

}  // namespace

std::string html_report(const Report& report) {
  const std::string script = script_of(report);
  std::string out = page_head(report.title, embedded::report_style(), script);
  out += "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n<h1>" + page_text(report.title) +
         "</h1>\n<p>" + page_text(report.summary) + "</p>\n</header>\n";
  out += "<nav aria-label=\"Sections\">\n<ol>\n";
  for (const ReportSection& section : report.sections)
    out += std::string("<li") + (section.left_out.empty() ? "" : " class=\"left-out\"") + "><a href=\"#" +
           page_text(section.id) + "\">" + page_text(section.title) + "</a></li>\n";
  out += "</ol>\n</nav>\n<main id=\"main\">\n";
  HtmlBlocks blocks(report);
  for (const ReportSection& section : report.sections) out += blocks.section(section);
  out += "</main>\n<footer>\n<p>Made by topos " + page_text(report.provenance.version) +
         ", which locates passages and measures wording. Interpretation is the reader's.</p>\n</footer>\n";
  return out + page_end(script);
}

}  // namespace topos
