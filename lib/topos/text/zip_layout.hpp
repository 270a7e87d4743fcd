// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "topos/text/byte_source.hpp"

namespace topos {

/// Looks at the list of entries of a zip file, and at no entry, and goes back to the beginning. At most `most` entries
/// are looked at. A file that is no zip file passes. Errors: Errc::archive for one without its list, and for one with
/// two entries in the same bytes, as bombs have them; both give the place.   Domain: `source` can be moved.
void check_zip_layout(ByteSource& source, const std::string& path, std::size_t most);

}  // namespace topos
