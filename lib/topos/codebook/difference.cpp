// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/difference.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "topos/base/number.hpp"
#include "topos/codebook/guard_reader.hpp"

namespace topos {
namespace {

using Kind = BookChange::Kind;
using Values = std::map<std::string, std::string>;

/// Collects the changes of one comparison.
class Difference {
 public:
  void value(const std::string& part, const std::string& id, const std::string& before, const std::string& after) {
    if (before != after) changes.push_back({Kind::changed, part, id, before, after});
  }

  /// Two sets of named values.
  void values(const std::string& part, const Values& before, const Values& after) {
    for (const auto& [id, old] : before) {
      const auto now = after.find(id);
      if (now == after.end())
        changes.push_back({Kind::removed, part, id, old, {}});
      else
        value(part, id, old, now->second);
    }
    for (const auto& [id, now] : after) {
      if (!before.contains(id)) changes.push_back({Kind::added, part, id, {}, now});
    }
  }

  void patterns(const std::string& part, const std::vector<Pattern>& before, const std::vector<Pattern>& after) {
    std::vector<const Pattern*> old_left;
    std::vector<const Pattern*> new_left;
    pair_equals(before, after, old_left, new_left);
    Values old_values;
    Values new_values;
    for (const Pattern* pattern : old_left) old_values[pattern->id] = pattern_line(*pattern);
    for (const Pattern* pattern : new_left) new_values[pattern->id] = pattern_line(*pattern);
    // The renumbered ones first: what follows is told with the new numbers.
    for (auto& [from, to] : renumbered_) changes.push_back({Kind::renumbered, part, to, from, to});
    renumbered_.clear();
    values(part, old_values, new_values);
  }

  void examples(const std::string& part, const std::string& id, const std::vector<Example>& before,
                const std::vector<Example>& after) {
    const auto texts = [](const std::vector<Example>& list) {
      std::set<std::string> found;
      for (const Example& example : list) found.insert(example.text);
      return found;
    };
    const std::set<std::string> old_texts = texts(before);
    const std::set<std::string> new_texts = texts(after);
    for (const std::string& text : old_texts) {
      if (!new_texts.contains(text)) changes.push_back({Kind::removed, part, id, text, {}});
    }
    for (const std::string& text : new_texts) {
      if (!old_texts.contains(text)) changes.push_back({Kind::added, part, id, {}, text});
    }
  }

  std::vector<BookChange> changes;

 private:
  /// Finds the patterns that both lists have; those with another id are renumbered, the rest is left.
  void pair_equals(const std::vector<Pattern>& before, const std::vector<Pattern>& after,
                   std::vector<const Pattern*>& old_left, std::vector<const Pattern*>& new_left) {
    std::multimap<std::string, const Pattern*> open;
    for (const Pattern& pattern : before) open.emplace(pattern_line(pattern), &pattern);
    for (const Pattern& pattern : after) {
      const auto [begin, end] = open.equal_range(pattern_line(pattern));
      if (begin == end) {
        new_left.push_back(&pattern);
        continue;
      }
      const auto same_id = std::find_if(begin, end, [&](const auto& old) { return old.second->id == pattern.id; });
      const auto found = same_id == end ? begin : same_id;
      if (found->second->id != pattern.id) renumbered_.emplace_back(found->second->id, pattern.id);
      open.erase(found);
    }
    for (const auto& [line, pattern] : open) old_left.push_back(pattern);
  }

  std::vector<std::pair<std::string, std::string>> renumbered_;
};

void compare_codes(const Code& before, const Code& after, Difference& difference) {
  const auto text = [&](const char* key, const std::string& old, const std::string& now) {
    difference.value(key, after.id, old, now);
  };
  text("label", before.label, after.label);
  text("dimension", before.dimension, after.dimension);
  text("definition", before.definition, after.definition);
  text("include", before.include, after.include);
  text("exclude", before.exclude, after.exclude);
  text("note", before.note, after.note);
  text("layer", before.layer, after.layer);
  text("group", before.group, after.group);
  text("quad", before.quad, after.quad);
  text("main", before.main ? "true" : "false", after.main ? "true" : "false");
  text("priority", std::to_string(before.priority), std::to_string(after.priority));
  std::set<std::string> languages;
  for (const auto* code : {&before, &after}) {
    for (const auto& [language, entries] : code->languages) languages.insert(language);
  }
  const CodeLanguage none;
  for (const std::string& language : languages) {
    const auto old = before.languages.find(language);
    const auto now = after.languages.find(language);
    const CodeLanguage& old_entries = old == before.languages.end() ? none : old->second;
    const CodeLanguage& new_entries = now == after.languages.end() ? none : now->second;
    difference.patterns("pattern", old_entries.patterns, new_entries.patterns);
    difference.patterns("mask", old_entries.masks, new_entries.masks);
    difference.examples("example", after.id, old_entries.examples, new_entries.examples);
    difference.examples("counterexample", after.id, old_entries.counterexamples, new_entries.counterexamples);
  }
}

Values macro_values(const Codebook& book) {
  Values values;
  for (const MacroDefinition& macro : book.macros) values[macro.name] = macro.value;
  return values;
}

Values language_values(const Codebook& book) {
  Values values;
  for (const std::string& language : book.languages) {
    const bool draft =
        std::find(book.draft_languages.begin(), book.draft_languages.end(), language) != book.draft_languages.end();
    values[language] = draft ? "draft" : "validated";
  }
  return values;
}

}  // namespace

std::string_view to_string(BookChange::Kind kind) noexcept {
  constexpr std::array<std::string_view, 4> names{"added", "removed", "changed", "renumbered"};
  return names[static_cast<std::size_t>(kind)];
}

std::string pattern_line(const Pattern& pattern) {
  std::string line = pattern.source;
  for (const Guard& guard : pattern.guards) {
    line.append(", ").append(guard_keys[static_cast<std::size_t>(guard.kind)]).append(" = [");
    for (std::size_t i = 0; i < guard.entries.size(); ++i)
      line.append(i == 0 ? "'" : ", '").append(guard.entries[i].source).append("'");
    line += ']';
  }
  if (pattern.weight != 1) line.append(", weight = ").append(number_text(pattern.weight));
  if (pattern.case_sensitive) line += ", case = true";
  if (pattern.negation != Negation::keep)
    line += pattern.negation == Negation::drop ? ", negation = 'drop'" : ", negation = 'flip'";
  if (!pattern.regions) return line;
  line += ", region = [";
  const char* separator = "'";
  for (std::size_t i = 0; i < region_names; ++i) {
    if (!pattern.regions->test(i)) continue;
    line.append(separator).append(to_string(static_cast<RegionName>(i))).append("'");
    separator = ", '";
  }
  return line + ']';
}

std::vector<BookChange> book_difference(const Codebook& before, const Codebook& after) {
  Difference difference;
  difference.value("id", after.id, before.id, after.id);
  difference.value("version", after.id, before.version, after.version);
  difference.value("title", after.id, before.title, after.title);
  difference.values("language", language_values(before), language_values(after));
  difference.values("macro", macro_values(before), macro_values(after));
  std::map<std::string_view, const Code*> old_codes;
  for (const Code& code : before.codes) old_codes.emplace(code.id, &code);
  for (const Code& code : after.codes) {
    const auto old = old_codes.find(code.id);
    if (old == old_codes.end()) {
      difference.changes.push_back({Kind::added, "code", code.id, {}, code.label});
      continue;
    }
    compare_codes(*old->second, code, difference);
    old_codes.erase(old);
  }
  for (const Code& code : before.codes) {
    if (old_codes.contains(code.id)) difference.changes.push_back({Kind::removed, "code", code.id, code.label, {}});
  }
  return std::move(difference.changes);
}

}  // namespace topos
