// SPDX-License-Identifier: Apache-2.0
#include "topos/text/archive_library.hpp"

#include "topos/base/shared_library.hpp"

namespace topos {
namespace {

ArchiveLibrary load() {
  const SharedLibrary library("libarchive", {TOPOS_ARCHIVE_LIBRARY},
                              "install it (Debian: libarchive13), or unpack the file yourself");
  ArchiveLibrary functions;
#define TOPOS_ARCHIVE_FUNCTION(name) library.find("archive_" #name, functions.name);
#include "topos/text/archive_functions.def"
#undef TOPOS_ARCHIVE_FUNCTION
  return functions;
}

}  // namespace

const ArchiveLibrary& archive_library() {
  static const ArchiveLibrary library = load();
  return library;
}

}  // namespace topos
