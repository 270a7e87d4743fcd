// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/codebook/check.hpp"

inline constexpr std::string_view head =
    "[codebook]\nid = 'demo'\nversion = '1'\nlanguages = ['en', 'zh', 'ru']\n";  // four lines

/// A code of one line: five keys, then `more`.
inline std::string code(std::string_view id, std::string_view more) {
  std::string text("[[code]]\nid = '");
  text.append(id).append("'\nlabel = 'l'\ndimension = 'd'\ndefinition = 'x'\n").append(more).append("\n");
  return text;
}

/// "line:column: message" for every finding of the book, one a line.
inline std::string findings(std::string_view toml) {
  std::string text;
  for (const topos::Diagnostic& finding : topos::check_codebook_text(toml, "book.toml").findings) {
    text += std::to_string(finding.where.line)
                .append(":")
                .append(std::to_string(finding.where.column))
                .append(": ")
                .append(finding.message)
                .append("\n");
  }
  return text;
}

/// The same for the head and `rest`, which begins in line 5.
inline std::string faults(std::string_view rest) { return findings(std::string(head).append(rest)); }
