// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/parser.h>

namespace topos {

/// The functions of libxml2, which is loaded when the first XML comes, as libarchive is for packed input. Internal to
/// xml.cpp.
struct XmlLibrary {
#define TOPOS_XML_FUNCTION(name) decltype(&::xml##name) name = nullptr;
#include "topos/base/xml_functions.def"
#undef TOPOS_XML_FUNCTION
};

/// Thread-safe. Errors: Errc::missing, if there is no libxml2.
[[nodiscard]] const XmlLibrary& xml_library();

}  // namespace topos
