// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/split.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  if (!context.options->split.empty())
    return split_reader(std::move(source), std::move(context), RawDocument::Kind::markdown);
  return whole_reader(std::move(source), std::move(context), RawDocument::Kind::markdown);
}

}  // namespace

const Format markdown_format = {"markdown", " .md .markdown ", " .md .markdown ", false, open};

}  // namespace topos
