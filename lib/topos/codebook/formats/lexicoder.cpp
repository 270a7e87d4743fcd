// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "topos/base/error.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/codebook/formats/phrases.hpp"
#include "topos/codebook/formats/xml_dictionary.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

BookDraft read(std::string_view text, const ImportOptions& options, Losses& losses) {
  if (is_xml(text)) return read_xml_dictionary(text, options, losses);
  DraftBuilder builder(options.language, losses);
  std::size_t category = DraftBuilder::none;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (line[0] == '+') {
      category = builder.category(DraftBuilder::none, line.substr(1), number);
    } else if (category == DraftBuilder::none) {
      throw Error(Errc::codebook, "a Lexicoder dictionary begins with a category: +NAME", {{}, number, 0},
                  "say --from, if it is of another format");
    } else {
      builder.term(category, line, {}, number);
    }
  }
  return builder.finish(options.id, options.path);
}

std::string write(const Codebook& book, const ExportOptions& options, Losses& losses) {
  std::string out;
  std::vector<std::string> path;
  for (const ExportedCode& code : exported_codes(book, losses)) {
    path.resize(code.depth);
    path.push_back(code.name);
    std::string name;
    for (const std::string& one : path) name += (name.empty() ? "" : ": ") + one;
    if (code.depth > 0)
      losses.add({Loss::Fate::changed, "hierarchy", code.code == nullptr ? std::string() : code.code->id, name,
                  "there are no categories below others: the name holds them", 0});
    out += '+' + name + '\n';
    if (code.code == nullptr) continue;
    for (const ExportedTerm& term : exported_terms(*code.code, options.language, {}, losses))
      out += ' ' + term.text + " \n";
  }
  return out;
}

}  // namespace

const BookFormat lexicoder_book_format{"lexicoder", " .lc3 .lcd ", "Lexicoder dictionaries", false, read, write};

}  // namespace topos
