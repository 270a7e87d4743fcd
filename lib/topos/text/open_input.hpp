// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "topos/text/byte_source.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {

/// The reader for one input, chosen by name where that tells and by content otherwise; packed files are unpacked.
/// `context.path` "-" is standard input. Errors: Errc::missing, io, archive, binary, encoding.
[[nodiscard]] std::unique_ptr<Reader> open_input(ReaderContext context);

/// The same for bytes already at hand: `source` stands for the file `context.path`, which is not opened.
[[nodiscard]] std::unique_ptr<Reader> open_input(std::unique_ptr<ByteSource> source, ReaderContext context);

/// The bytes of a file without the compression it may have. Errors: Errc::missing, io, archive.
[[nodiscard]] std::unique_ptr<ByteSource> unpacked_bytes(const std::string& path, const InputOptions& options);

}  // namespace topos
