// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/pdf/pdf_text.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

StructuredText read_pdf(std::string bytes, const InputOptions&, const std::string& path, const NoteSink&) {
  return text_of_pdf_pages(read_pdf_pages(bytes, path), path);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_pdf);
}

/// Some programs put a few bytes before the mark.
bool fits(std::string_view head) { return head.substr(0, 64).find("%PDF-") != std::string_view::npos; }

}  // namespace

const Format pdf_format = {"pdf", " .pdf ", " .pdf ", false, open, fits};

}  // namespace topos
