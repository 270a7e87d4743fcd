// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/office/open_document_text.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

StructuredText read_odt(std::string bytes, const InputOptions& options, const std::string& path, const NoteSink&) {
  return text_of_open_document(read_parts(std::move(bytes), options, path, is_open_document_part), path);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_odt);
}

bool fits(std::string_view head) {
  return head.starts_with("PK\3\4") &&
         head.substr(0, 200).find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos;
}

}  // namespace

const Format odt_format = {"odt", " .odt .ott ", " .odt ", false, open, fits, true};

}  // namespace topos
