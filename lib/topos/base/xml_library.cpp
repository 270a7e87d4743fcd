// SPDX-License-Identifier: Apache-2.0
#include "topos/base/xml_library.hpp"

#include <dlfcn.h>

#include <string>

#include "topos/base/error.hpp"

namespace topos {
namespace {

[[noreturn]] void missing() {
  const char* const why = ::dlerror();
  throw Error(Errc::format, std::string("libxml2 cannot be loaded: ") + (why != nullptr ? why : TOPOS_XML_LIBRARY), {},
              "install it (Debian: libxml2)");
}

XmlLibrary load() {
  void* const library = ::dlopen(TOPOS_XML_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) missing();
  XmlLibrary functions;
#define TOPOS_XML_FUNCTION(name)                                                              \
  functions.name = reinterpret_cast<decltype(functions.name)>(::dlsym(library, "xml" #name)); \
  if (functions.name == nullptr) missing();
#include "topos/base/xml_functions.def"
#undef TOPOS_XML_FUNCTION
  functions.InitParser();
  return functions;
}

}  // namespace

const XmlLibrary& xml_library() {
  static const XmlLibrary library = load();
  return library;
}

}  // namespace topos
