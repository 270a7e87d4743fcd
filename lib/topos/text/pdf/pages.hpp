// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/text/document.hpp"

namespace topos {

/// A line of a page; lengths are in points from the top.
struct PdfLine {
  std::string text;
  double top = 0;
  double bottom = 0;
  double height = 0;  ///< of its letters
};

/// Lines that stand together: most often a paragraph or a heading.
using PdfBlock = std::vector<PdfLine>;

struct PdfPage {
  double height = 0;
  std::vector<PdfBlock> blocks;  ///< in reading order
};

struct PdfPages {
  std::vector<PdfPage> pages;
  Metadata metadata;  ///< title and author, as far as the file says
};

/// What pdftotext -bbox-layout wrote. Errors: Errc::format.
[[nodiscard]] PdfPages parse_pdf_pages(std::string page_list, const std::string& path);

/// The same of a PDF file, by running pdftotext within limits. Errors: Errc::format, with what it complained of; if it
/// is not installed.
[[nodiscard]] PdfPages read_pdf_pages(std::string_view pdf, const std::string& path);

}  // namespace topos
