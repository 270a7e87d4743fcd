// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "topos/report/report.hpp"

namespace topos {

/// Names in the folder of a report.
inline constexpr std::string_view report_page = "index.html";
inline constexpr std::string_view report_markdown = "report.md";

/// Takes one file of a report.
using FileSink = std::function<void(const std::string& name, std::string_view bytes)>;

/// Writes a report as files: the page, the same as Markdown, tables as TSV, figures as SVG and as Vega-Lite
/// specifications. The same report gives the same bytes.
void write_report(const Report& report, const FileSink& sink);

/// The page: one file that asks for nothing and needs no script.
[[nodiscard]] std::string html_report(const Report& report);
/// How Markdown shows figures: as pictures in files beside it, or drawn with characters.
enum class MarkdownFigures { files, characters };
/// The same as Markdown.
[[nodiscard]] std::string markdown_report(const Report& report, MarkdownFigures figures = MarkdownFigures::files);
/// A figure as a Vega-Lite specification with its data.
[[nodiscard]] std::string vega_lite(const Figure& figure);

/// Calls `take` for each block of a kind, in order.
template <class Kind, class Take>
void each_block(const Report& report, const Take& take) {
  for (const ReportSection& section : report.sections)
    for (const ReportBlock& block : section.blocks)
      if (const Kind* one = std::get_if<Kind>(&block)) take(*one);
}

/// Rows of a table that the page and the Markdown show at most; its file has all.
inline constexpr std::size_t most_shown_rows = 200;

/// A number with that many digits after the point, at most, but as many more as a number that is not zero needs for
/// one that is not: what is rare is not absent. Below a billionth it is zero.
[[nodiscard]] std::string shown_number(double value, int digits);

/// Numbers of the columns of a table that the page shows.
[[nodiscard]] std::vector<std::size_t> shown_columns(const ReportTable& table);

}  // namespace topos
