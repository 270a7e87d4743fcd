// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "topos/text/readers/reader.hpp"

namespace topos {

/// Cuts a big text into documents `id:1`, `id:2` … as `--split` says, without ever holding more than one of them.
/// Domain: `context.options->split` is "lines", "paragraphs" or a number of bytes.
[[nodiscard]] std::unique_ptr<Reader> split_reader(std::unique_ptr<ByteSource> source, ReaderContext context,
                                                   RawDocument::Kind kind);

/// Bytes of a `--split BYTES`; 0 for lines, paragraphs and none. Errors: Errc::usage for anything else.
[[nodiscard]] std::size_t split_bytes(const std::string& split);

}  // namespace topos
