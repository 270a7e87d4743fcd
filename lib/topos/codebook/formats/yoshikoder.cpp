// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "topos/base/xml_text.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/phrases.hpp"
#include "topos/codebook/formats/xml_dictionary.hpp"

namespace topos {
namespace {

std::string write(const Codebook& book, const ExportOptions& options, Losses& losses) {
  const PhraseStyle plain{
      .any_word = {}, .inner_wildcards = true, .question_mark = false, .weights = false, .joint = " "};
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dictionary style=\"050805\" patternengine=\"substring\">\n";
  std::size_t open = 0;
  const auto close = [&](std::size_t depth) {
    for (; open > depth; --open) out += std::string(open, ' ') + "</cnode>\n";
  };
  for (const ExportedCode& code : exported_codes(book, losses)) {
    close(code.depth);
    const std::string indent(++open, ' ');
    out += indent + "<cnode name=\"" + escaped_xml(code.name) + "\" desc=\"" +
           (code.code == nullptr ? std::string() : escaped_xml(code.code->definition)) + "\">\n";
    if (code.code == nullptr) continue;
    for (const ExportedTerm& term : exported_terms(*code.code, options.language, plain, losses))
      out += indent + " <pnode name=\"" + escaped_xml(term.text) + "\"/>\n";
  }
  close(0);
  return out + "</dictionary>\n";
}

}  // namespace

const BookFormat yoshikoder_book_format{"yoshikoder",        " .ykd ", "Yoshikoder dictionaries", false,
                                        read_xml_dictionary, write};

}  // namespace topos
