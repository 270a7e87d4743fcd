// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "topos/codebook/guard_reader.hpp"
#include "topos/codebook/lint.hpp"
#include "topos/codebook/shape.hpp"

namespace topos {
namespace {

constexpr std::size_t most_ways = 256;
constexpr std::size_t most_compared = 3000;

/// The conditions of a pattern besides its elements, as text.
std::string conditions(const Pattern& pattern) {
  std::string text;
  if (pattern.regions) text = pattern.regions->to_string();
  for (const Guard& guard : pattern.guards) {
    text.append("\x1F").append(guard_keys[static_cast<std::size_t>(guard.kind)]);
    for (const Guard::Entry& entry : guard.entries) text.append("\x1E").append(entry.source);
  }
  return text;
}

struct Entry {
  const Code* code = nullptr;
  const Pattern* pattern = nullptr;
  Shape shape;
  std::string conditions;
  std::string text;
};

/// Reports `later`, which stands for no more than `earlier` does.
void report_equal(const Entry& earlier, const Entry& later, Findings& findings) {
  const bool apart = earlier.code != later.code;
  findings.warning("equal_patterns", later.code->id,
                   "the pattern '" + printable(later.pattern->source) + "' is equal to " + earlier.pattern->id +
                       " in line " + std::to_string(earlier.pattern->where.line),
                   later.pattern->where, apart ? "both codes are counted" : "remove one of them");
}

/// Whether everything that `narrow` matches, `wide` matches as well.
bool subsumes(const Entry& wide, const Entry& narrow, const std::vector<Way>& ways) {
  if (!wide.conditions.empty() && wide.conditions != narrow.conditions) return false;
  return std::all_of(ways.begin(), ways.end(), [&](const Way& way) { return covers(wide.shape, way); });
}

void compare_inside(const std::vector<Entry>& entries, Findings& findings) {
  if (entries.size() > most_compared) return;
  for (const Entry& narrow : entries) {
    const auto ways = ways_of(narrow.shape, most_ways);
    if (!ways) continue;
    for (const Entry& wide : entries) {
      if (&wide == &narrow || wide.text == narrow.text || !subsumes(wide, narrow, *ways)) continue;
      findings.warning("subsumed_pattern", narrow.code->id,
                       "whatever '" + printable(narrow.pattern->source) + "' matches, " + wide.pattern->id +
                           " matches too: '" + printable(wide.pattern->source) + "' in line " +
                           std::to_string(wide.pattern->where.line),
                       narrow.pattern->where, "remove the narrower one");
      break;
    }
  }
}

std::vector<Entry> entries_of(const Code& code, const std::vector<Pattern>& patterns, const Folder& folder) {
  std::vector<Entry> entries;
  for (const Pattern& pattern : patterns) {
    Entry entry{&code, &pattern, shape_of(pattern.root, folder, pattern.case_sensitive), conditions(pattern), {}};
    append_text(entry.shape, entry.text);
    entry.text += entry.conditions;
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// The patterns of one language. Masks are compared with the masks of their code only.
void lint_language(const Codebook& book, const std::string& language, Findings& findings) {
  const Folder folder(language);
  std::map<std::string, Entry> seen;
  for (const Code& code : book.codes) {
    const auto found = code.languages.find(language);
    if (found == code.languages.end()) continue;
    const std::vector<Entry> patterns = entries_of(code, found->second.patterns, folder);
    for (const Entry& entry : patterns) {
      const auto [at, added] = seen.try_emplace(entry.text, Entry{entry.code, entry.pattern, {}, {}, {}});
      if (!added) report_equal(at->second, entry, findings);
    }
    compare_inside(patterns, findings);
    const std::vector<Entry> masks = entries_of(code, found->second.masks, folder);
    std::map<std::string, const Entry*> seen_masks;
    for (const Entry& mask : masks) {
      const auto [at, added] = seen_masks.try_emplace(mask.text, &mask);
      if (!added) report_equal(*at->second, mask, findings);
    }
    compare_inside(masks, findings);
  }
}

}  // namespace

void lint_repetition(const Codebook& book, Findings& findings) {
  for (const std::string& language : book.languages) lint_language(book, language, findings);
}

}  // namespace topos
