// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/office/word_text.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

StructuredText read_docx(std::string bytes, const InputOptions& options, const std::string& path,
                         const NoteSink& notes) {
  bool embedded = false;
  const PackedParts parts = read_parts(std::move(bytes), options, path, [&](std::string_view name) {
    embedded = embedded || (name.starts_with("word/") &&
                            (name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".mht")));
    return is_word_part(name);
  });
  if (embedded && notes) notes(printable(path) + ": holds a page in another format, which is not read");
  return text_of_word(parts, path);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_docx);
}

/// What Word wrote before 2007, and encrypted documents, come here, too, to be refused with a reason.
bool fits(std::string_view head) {
  constexpr std::string_view compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  return head.starts_with(compound) ||
         (head.starts_with("PK\3\4") && head.find("word/document.xml") != std::string_view::npos);
}

}  // namespace

const Format docx_format = {"docx", " .docx .docm .dotx ", " .docx .docm ", false, open, fits, true};

}  // namespace topos
