// SPDX-License-Identifier: Apache-2.0
#include "topos/base/xml_text.hpp"

namespace topos {

void append_xml(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    // A carriage return would be read as a line feed.
    else if (c == '\r')
      out += "&#13;";
    else if (byte < 0x20 && c != '\t' && c != '\n')
      out += "\xEF\xBF\xBD";
    // U+FFFE and U+FFFF.
    else if (byte == 0xEF && at + 2 < text.size() && text[at + 1] == '\xBF' &&
             static_cast<unsigned char>(text[at + 2]) >= 0xBE)
      out += "\xEF\xBF\xBD", at += 2;
    else
      out += c;
  }
}

std::string escaped_xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

}  // namespace topos
