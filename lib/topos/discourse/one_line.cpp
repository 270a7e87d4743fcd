// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/one_line.hpp"

namespace topos {
namespace {

constexpr std::size_t longest = 2000;

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (line.size() >= longest && starts) return line + "…";
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace topos
