// SPDX-License-Identifier: Apache-2.0
#include "topos/text/shown_text.hpp"

namespace topos {

std::string shown_text(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\0' || (c >= '\t' && c <= '\r');
    const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (line.size() >= most && starts) return line + "…";
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace topos
