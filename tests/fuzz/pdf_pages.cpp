// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as what pdftotext writes of the words of pages: an error, or text whose blocks are in order and name
// the pages that there are.
#include "law.hpp"
#include "topos/base/error.hpp"
#include "topos/text/pdf/pdf_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const topos::PdfPages pages = topos::parse_pdf_pages(topos::fuzz::bytes_of(data, size), "x.pdf");
    const topos::StructuredText made = topos::text_of_pdf_pages(pages, "x.pdf");
    LAW(!made.text.empty() && topos::is_utf8(made.text));
    std::uint32_t at = 0;
    for (const topos::Block& block : made.blocks) {
      LAW(block.span.begin >= at && block.span.begin < block.span.end && block.span.end <= made.text.size());
      LAW(topos::fuzz::on_border(made.text, block.span.begin) && topos::fuzz::on_border(made.text, block.span.end));
      LAW(block.section < made.sections.size());
      at = block.span.end;
    }
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
