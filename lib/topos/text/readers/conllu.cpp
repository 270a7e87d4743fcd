// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "topos/text/conllu_text.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/readers/parts.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {
namespace {

StructuredText read_conllu(std::string bytes, const InputOptions& options, const std::string& path, const NoteSink&) {
  return text_of_conllu(bytes, path, !options.retokenize);
}

bool begins(std::string_view line, bool) {
  line = trimmed(line.substr(line.starts_with('#') ? 1 : line.size()));
  return line == "newdoc" || line.starts_with("newdoc ");
}

bool content(std::string_view line) { return !line.starts_with('#') && !is_blank_line(line); }

std::string id(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t end = std::min(part.find('\n', at), part.size());
    const std::string_view line = trimmed(part.substr(at, end - at));
    if (begins(line, false)) {
      const std::size_t equals = line.find('=');
      return equals == std::string_view::npos ? std::string() : std::string(trimmed(line.substr(equals + 1)));
    }
    if (content(line)) break;
    at = end + 1;
  }
  return {};
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return parts_reader(std::move(source), std::move(context), {begins, content, id}, read_conllu);
}

/// After comments, a first word with ten columns.
bool fits(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (head.starts_with('#') || head.starts_with('\n') || head.starts_with("\r\n"))
    head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
  const std::string_view line = head.substr(0, head.find('\n'));
  return (line.starts_with("1\t") || line.starts_with("1-")) && std::count(line.begin(), line.end(), '\t') == 9;
}

}  // namespace

const Format conllu_format = {"conllu", " .conllu .conll ", " .conllu ", true, open, fits};

}  // namespace topos
