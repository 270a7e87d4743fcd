// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/book_draft.hpp"

#include <algorithm>
#include <string_view>

#include "topos/base/number.hpp"
#include "topos/codebook/guard_reader.hpp"

namespace topos {
namespace {

/// In single quotes, where nothing is special, or with escapes where those cannot hold it.
std::string quoted(std::string_view text) {
  const auto literal = [](char c) { return c != '\'' && static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; };
  if (std::all_of(text.begin(), text.end(), literal)) return '\'' + std::string(text) + '\'';
  constexpr char hex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() == 1 ? "" : ", ") + quoted(text);
  return out + ']';
}

std::string_view name(Negation negation) {
  return negation == Negation::drop ? "drop" : negation == Negation::flip ? "flip" : "keep";
}

std::string entry_text(const DraftEntry& entry) {
  std::string options;
  const auto option = [&](std::string_view key, const std::string& value) {
    options += ", " + std::string(key) + " = " + value;
  };
  for (const auto& [key, texts] : entry.guards) option(key, list(texts));
  if (entry.weight != 1) option("weight", number_text(entry.weight));
  if (entry.negation != Negation::keep) option("negation", quoted(name(entry.negation)));
  if (entry.case_sensitive) option("case", "true");
  if (!entry.regions.empty()) option("region", list(entry.regions));
  if (!entry.id.empty()) option("id", quoted(entry.id));
  return options.empty() ? quoted(entry.match) : "{ match = " + quoted(entry.match) + options + " }";
}

void append_array(std::string& out, std::string_view key, const std::string& language,
                  const std::vector<std::string>& items) {
  if (items.empty()) return;
  out += std::string(key) + '.' + language + " = [\n";
  for (const std::string& item : items) out += "  " + item + ",\n";
  out += "]\n";
}

template <class Items, class Text>
std::vector<std::string> texts(const Items& items, Text text) {
  std::vector<std::string> out;
  for (const auto& item : items) out.push_back(text(item));
  return out;
}

void append_code(std::string& out, const DraftCode& code) {
  out += "\n[[code]]\n";
  const auto required = [&](std::string_view key, const std::string& value) {
    out += std::string(key) + " = " + quoted(value) + '\n';
  };
  const auto optional = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) required(key, value);
  };
  required("id", code.id);
  required("label", code.label);
  required("dimension", code.dimension);
  required("definition", code.definition);
  optional("include", code.include);
  optional("exclude", code.exclude);
  optional("note", code.note);
  optional("layer", code.layer);
  optional("group", code.group);
  optional("quad", code.quad);
  if (code.main) out += "main = true\n";
  if (code.priority != 0) out += "priority = " + std::to_string(code.priority) + '\n';
  for (const auto& [language, entries] : code.languages) {
    append_array(out, "patterns", language, texts(entries.patterns, entry_text));
    append_array(out, "masks", language, texts(entries.masks, entry_text));
    append_array(out, "examples", language, texts(entries.examples, quoted));
    append_array(out, "counterexamples", language, texts(entries.counterexamples, quoted));
  }
}

DraftEntry entry_of(const Pattern& pattern) {
  DraftEntry entry{pattern.source, {}, pattern.weight, pattern.negation, pattern.case_sensitive, {}, {}};
  for (const Guard& guard : pattern.guards)
    for (const Guard::Entry& one : guard.entries)
      entry.guards[std::string(guard_keys[static_cast<std::size_t>(guard.kind)])].push_back(one.source);
  if (pattern.regions)
    for (std::size_t i = 0; i < region_names; ++i)
      if (pattern.regions->test(i)) entry.regions.emplace_back(to_string(static_cast<RegionName>(i)));
  // A name given by hand has no dot; numbers are "en.1" and "en.x1".
  const std::string_view tail = std::string_view(pattern.id).substr(pattern.id.rfind('#') + 1);
  if (tail.find('.') == std::string_view::npos) entry.id = tail;
  return entry;
}

DraftCode draft_of(const Code& code) {
  DraftCode draft{code.id,   code.label, code.dimension, code.definition, code.include, code.exclude,
                  code.note, code.layer, code.group,     code.quad,       code.main,    code.priority,
                  {}};
  for (const auto& [language, entries] : code.languages) {
    DraftLanguage& side = draft.languages[language];
    for (const Pattern& pattern : entries.patterns) side.patterns.push_back(entry_of(pattern));
    for (const Pattern& pattern : entries.masks) side.masks.push_back(entry_of(pattern));
    side.examples = texts(entries.examples, [](const Example& example) { return example.text; });
    side.counterexamples = texts(entries.counterexamples, [](const Example& example) { return example.text; });
  }
  return draft;
}

}  // namespace

std::string book_text(const BookDraft& draft) {
  std::string out = "[codebook]\nid = " + quoted(draft.id) + "\nversion = " + quoted(draft.version) + '\n';
  if (!draft.title.empty()) out += "title = " + quoted(draft.title) + '\n';
  out += "languages = " + list(draft.languages) + '\n';
  for (const std::string& language : draft.draft_languages) out += "\n[language." + language + "]\nstatus = 'draft'\n";
  if (!draft.macros.empty()) out += "\n[macros]\n";
  for (const auto& [macro, value] : draft.macros) out += macro + " = " + quoted(value) + '\n';
  for (const DraftCode& code : draft.codes) append_code(out, code);
  return out;
}

BookDraft draft_of(const Codebook& book) {
  BookDraft draft{book.id, book.version, book.title, book.languages, book.draft_languages, {}, {}};
  for (const MacroDefinition& macro : book.macros) draft.macros.emplace_back(macro.name, macro.value);
  for (const Code& code : book.codes)
    if (!code.borrowed) draft.codes.push_back(draft_of(code));
  return draft;
}

}  // namespace topos
