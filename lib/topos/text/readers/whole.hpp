// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "topos/text/readers/reader.hpp"

namespace topos {

/// A file that is one document. Errors: Errc::too_large.
[[nodiscard]] std::unique_ptr<Reader> whole_reader(std::unique_ptr<ByteSource> source, ReaderContext context,
                                                   RawDocument::Kind kind);
/// The same for a format with structure of its own, which `structure` makes text of.
[[nodiscard]] std::unique_ptr<Reader> structured_reader(std::unique_ptr<ByteSource> source, ReaderContext context,
                                                        StructureReader structure);

}  // namespace topos
