// SPDX-License-Identifier: Apache-2.0
#include "topos/text/archive_library.hpp"

#include <dlfcn.h>

#include <string>

#include "topos/base/error.hpp"

namespace topos {
namespace {

[[noreturn]] void missing() {
  const char* const why = ::dlerror();
  throw Error(Errc::archive, std::string("libarchive cannot be loaded: ") + (why != nullptr ? why : TOPOS_ARCHIVE_LIBRARY), {},
              "install it (Debian: libarchive13), or unpack the file yourself");
}

ArchiveLibrary load() {
  void* const library = ::dlopen(TOPOS_ARCHIVE_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) missing();
  ArchiveLibrary functions;
#define TOPOS_ARCHIVE_FUNCTION(name)                                                           \
  functions.name = reinterpret_cast<decltype(functions.name)>(::dlsym(library, "archive_" #name)); \
  if (functions.name == nullptr) missing();
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
