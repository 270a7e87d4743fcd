// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "topos/text/office/book_text.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

bool is_text_part(std::string_view name) {
  const auto ends = [&](std::string_view end) { return name.ends_with(end); };
  return ends(".xhtml") || ends(".html") || ends(".htm") || ends(".xml") || ends(".opf");
}

StructuredText read_epub(std::string bytes, const InputOptions& options, const std::string& path,
                         const NoteSink& notes) {
  return text_of_book(read_parts(std::move(bytes), options, path, is_text_part), options, path, notes);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_epub);
}

bool fits(std::string_view head) {
  return head.starts_with("PK\3\4") &&
         head.substr(0, 200).find("mimetypeapplication/epub+zip") != std::string_view::npos;
}

}  // namespace

const Format epub_format = {"epub", " .epub ", " .epub ", false, open, fits, true};

}  // namespace topos
