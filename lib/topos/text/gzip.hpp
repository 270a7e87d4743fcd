// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "topos/text/byte_source.hpp"
#include "topos/text/compression.hpp"

namespace topos {

/// The bytes inside a gzip file, with the checksum of every member checked.
[[nodiscard]] std::unique_ptr<ByteSource> gzip_bytes(std::unique_ptr<ByteSource> source, const std::string& path,
                                                     const ExpandLimits& limits);

}  // namespace topos
