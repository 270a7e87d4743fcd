// SPDX-License-Identifier: Apache-2.0
#include "topos/base/xml_library.hpp"

#include "topos/base/shared_library.hpp"

namespace topos {
namespace {

XmlLibrary load() {
  const SharedLibrary library("libxml2", {TOPOS_XML_LIBRARY}, "install it (Debian: libxml2)");
  XmlLibrary functions;
#define TOPOS_XML_FUNCTION(name) library.find("xml" #name, functions.name);
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
