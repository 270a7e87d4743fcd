// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "topos/text/html/page_text.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/markup_encoding.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

StructuredText read_html(std::string bytes, const InputOptions& options, const std::string& path,
                         const NoteSink& notes) {
  return read_html_page(decode_markup(std::move(bytes), options, path, notes), options.whole_pages);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_html);
}

/// Begins, after blanks and comments, with the declaration or the element of a page.
bool fits(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (true) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    const bool comment = head.starts_with("<!--");
    if (!comment && !head.starts_with("<?xml")) break;
    const std::size_t end = head.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return false;
    head.remove_prefix(end + (comment ? 3 : 2));
  }
  const std::string begin = lower_ascii(head.substr(0, 15));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html>") || begin.starts_with("<html ") ||
         begin.starts_with("<head>");
}

}  // namespace

const Format html_format = {"html", " .html .htm .xhtml ", " .html .htm .xhtml ", false, open, fits};

}  // namespace topos
