// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "topos/text/conllu_text.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/readers/parts.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {
namespace {

StructuredText read_vrt(std::string bytes, const InputOptions& options, const std::string& path, const NoteSink&) {
  return text_of_vrt(bytes, path, !options.retokenize);
}

bool begins(std::string_view line, bool) { return is_tag_line(line) && begins_text(trimmed(line)); }

bool content(std::string_view line) { return !is_tag_line(line) && !is_blank_line(line); }

std::string id(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t end = std::min(part.find('\n', at), part.size());
    const std::string_view line = trimmed(part.substr(at, end - at));
    if (begins(line, false)) return tag_attribute(line, "id");
    if (content(line)) break;
    at = end + 1;
  }
  return {};
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return parts_reader(std::move(source), std::move(context), {begins, content, id}, read_vrt);
}

}  // namespace

const Format vrt_format = {"vrt", " .vrt .vert ", " .vrt .vert ", true, open};

}  // namespace topos
