// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/office/rich_text.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

StructuredText read_rtf(std::string bytes, const InputOptions&, const std::string& path, const NoteSink&) {
  return text_of_rich_text(bytes, path);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_rtf);
}

bool fits(std::string_view head) { return head.starts_with("{\\rtf"); }

}  // namespace

const Format rtf_format = {"rtf", " .rtf ", " .rtf ", false, open, fits};

}  // namespace topos
