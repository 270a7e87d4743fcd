// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "topos/text/byte_source.hpp"
#include "topos/text/input.hpp"

namespace topos {

/// A stream of text in whatever encoding as a stream of valid UTF-8, for inputs that are not held whole: the encoding
/// is chosen by the first MiB. What is replaced is reported once, at the end. Errors: as decode_text; the choice is
/// made at once.
[[nodiscard]] std::unique_ptr<ByteSource> text_bytes(std::unique_ptr<ByteSource> source, const InputOptions& options,
                                                     const std::string& path, const NoteSink& notes);

}  // namespace topos
