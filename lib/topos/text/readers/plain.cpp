// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/split.hpp"
#include "topos/text/readers/whole.hpp"

namespace topos {
namespace {

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  if (!context.options->split.empty())
    return split_reader(std::move(source), std::move(context), RawDocument::Kind::plain);
  return whole_reader(std::move(source), std::move(context), RawDocument::Kind::plain);
}

}  // namespace

const Format plain_format = {"plain", " .txt .text ", " .txt .text ", false, open};

}  // namespace topos
