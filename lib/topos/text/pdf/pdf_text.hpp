// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/text/pdf/pages.hpp"
#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of pages: paragraphs made whole across lines and pages, headings and footnotes told by the size of their
/// letters, running heads and page numbers as boilerplate. Sections are pages: "p. 3". Errors: Errc::format, if there
/// is no text.
[[nodiscard]] StructuredText text_of_pdf_pages(const PdfPages& pages, const std::string& path);

}  // namespace topos
