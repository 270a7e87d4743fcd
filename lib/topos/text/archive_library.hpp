// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace topos {

/// The functions of libarchive, which is loaded when the first packed input comes: with the eight libraries behind it,
/// loading takes as long as all the rest of a short run. Internal to the files that deal with packed input.
struct ArchiveLibrary {
#define TOPOS_ARCHIVE_FUNCTION(name) decltype(&::archive_##name) name = nullptr;
#include "topos/text/archive_functions.def"
#undef TOPOS_ARCHIVE_FUNCTION
};

/// Thread-safe. Errors: Errc::missing, if there is no libarchive.
[[nodiscard]] const ArchiveLibrary& archive_library();

}  // namespace topos
