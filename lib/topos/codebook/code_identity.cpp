// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>
#include <string_view>

#include "topos/codebook/code_reader.hpp"

namespace topos {
namespace {

/// What makes two entries the same: everything that decides where they match.
std::string signature(const Pattern& pattern) {
  constexpr char separator = '\x1F';
  std::string text = pattern.source;
  text += separator;
  text += pattern.case_sensitive ? '=' : ' ';
  if (pattern.regions) text += pattern.regions->to_string();
  for (const Guard& guard : pattern.guards) {
    text += separator;
    text += static_cast<char>('0' + static_cast<int>(guard.kind));
    for (const Guard::Entry& entry : guard.entries) (text += separator) += entry.source;
  }
  return text;
}

std::string line_of(const Pattern& pattern) { return "line " + std::to_string(pattern.where.line); }

void check_repeats(const Code& code, const std::vector<Pattern>& entries, std::string_view what, Findings& findings) {
  std::map<std::string, const Pattern*> seen;
  for (const Pattern& entry : entries) {
    const auto [at, added] = seen.try_emplace(signature(entry), &entry);
    if (added) continue;
    findings.error(Errc::codebook, code.id,
                   "the " + std::string(what) + " '" + printable(entry.source) + "' is repeated: in " +
                       line_of(*at->second) + " and in " + line_of(entry),
                   entry.where, "remove one of them");
  }
}

}  // namespace

void check_identity(const Code& code, Findings& findings) {
  std::map<std::string_view, const Pattern*> ids;
  for (const auto& [language, entries] : code.languages) {
    for (const auto* list : {&entries.patterns, &entries.masks}) {
      for (const Pattern& entry : *list) {
        const auto [at, added] = ids.try_emplace(entry.id, &entry);
        if (!added)
          findings.error(
              Errc::codebook, code.id,
              "two patterns have the id " + entry.id + ": in " + line_of(*at->second) + " and in " + line_of(entry),
              entry.where);
      }
    }
    check_repeats(code, entries.patterns, "pattern", findings);
    check_repeats(code, entries.masks, "mask", findings);
  }
}

}  // namespace topos
