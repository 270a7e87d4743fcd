// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/book_head.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "topos/base/suggest.hpp"
#include "topos/codebook/fields.hpp"
#include "topos/codebook/scanner.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 5> book_keys{"id", "version", "title", "languages", "include"};
constexpr std::array<std::string_view, 1> language_keys{"status"};

/// The table called `key` at the top of the file, or null; a finding if it is no table.
const TomlValue* top_table(const SourceFile& file, std::string_view key, Findings& findings) {
  const TomlMember* member = file.root.find(key);
  if (member == nullptr) return nullptr;
  if (member->value.is(TomlValue::Kind::table)) return &member->value;
  findings.error(Errc::codebook, {}, "'" + std::string(key) + "' must be a table",
                 {file.path, member->line, member->column}, "write [" + std::string(key) + "]");
  return nullptr;
}

std::vector<std::string> languages_of(const Fields& fields) {
  std::vector<std::string> languages;
  for (const TomlValue* item : fields.strings("languages")) {
    if (!is_primary_subtag(item->text)) {
      fields.report("'" + printable(item->text) + "' is not a language of a codebook", fields.place(*item),
                    "name it by its primary subtag: 'zh', not 'zh-Hant'");
    } else if (std::find(languages.begin(), languages.end(), item->text) != languages.end()) {
      fields.report("the language '" + item->text + "' is listed twice", fields.place(*item));
    } else {
      languages.push_back(item->text);
    }
  }
  return languages;
}

}  // namespace

bool is_primary_subtag(std::string_view text) noexcept {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void read_book_table(const SourceFile& file, bool own, BookContext& context, Codebook& book) {
  const TomlValue* table = top_table(file, "codebook", context.findings);
  if (table == nullptr) {
    if (own && file.root.find("codebook") == nullptr)
      context.findings.error(Errc::codebook, {}, "the table [codebook] is missing", {file.path, 1, 1});
    return;
  }
  const Fields fields(*table, file.path, {}, "[codebook]", book_keys, context.findings);
  (void)fields.strings("include");
  if (!own) return;
  book.id = fields.required_text("id");
  if (!book.id.empty() && !is_name(book.id))
    fields.report("'" + printable(book.id) + "' is not an id", fields.place_of("id"),
                  "an id is a-z, 0-9 and _, a letter first");
  book.version = fields.required_text("version");
  book.title = fields.text("title");
  if (!fields.has("languages")) fields.report("the key 'languages' is missing in [codebook]", fields.place(*table));
  book.languages = languages_of(fields);
  if (fields.has("languages") && book.languages.empty())
    fields.report("'languages' names no language", fields.place_of("languages"));
  context.languages = book.languages;
}

void read_language_tables(const SourceFile& file, BookContext& context, Codebook& book) {
  const TomlValue* tables = top_table(file, "language", context.findings);
  if (tables == nullptr) return;
  for (const TomlMember& member : tables->members) {
    const Location where{file.path, member.line, member.column};
    if (!member.value.is(TomlValue::Kind::table)) {
      context.findings.error(Errc::codebook, {}, "'language." + printable(member.key) + "' must be a table", where);
      continue;
    }
    const bool listed =
        std::find(context.languages.begin(), context.languages.end(), member.key) != context.languages.end();
    if (!listed) {
      context.findings.error(Errc::codebook, {},
                             "the language '" + printable(member.key) + "' is not listed in [codebook] languages",
                             where, did_you_mean(member.key, context.languages));
    }
    const Fields fields(member.value, file.path, {}, "this language table", language_keys, context.findings);
    const std::string status = fields.required_text("status");
    if (status != "draft" && status != "validated" && !status.empty())
      fields.report("'status' must be 'draft' or 'validated'", fields.place_of("status"));
    if (status == "draft" && listed) book.draft_languages.push_back(member.key);
  }
}

void read_macros(const SourceFile& file, BookContext& context) {
  const TomlValue* table = top_table(file, "macros", context.findings);
  if (table == nullptr) return;
  for (const TomlMember& member : table->members) {
    const Location where{file.path, member.line, member.column};
    if (!is_name(member.key)) {
      context.findings.error(Errc::codebook, {}, "'" + printable(member.key) + "' is not the name of a macro", where,
                             "a name is a-z, 0-9 and _, a letter first");
    } else if (!member.value.is(TomlValue::Kind::string)) {
      context.findings.error(Errc::codebook, {}, "the macro '" + member.key + "' must be a string", where);
    } else if (const auto [at, added] = context.macros.try_emplace(
                   member.key, Macro{member.value.text, text_place(member.value, file.path)});
               !added) {
      context.findings.error(Errc::codebook, {},
                             "the macro '" + member.key + "' is defined twice: first in " +
                                 printable(at->second.where.path) + " line " + std::to_string(at->second.where.line),
                             where);
    }
  }
}

void check_macros(BookContext& context) {
  // Looks up without marking: a macro that only other unused macros name is unused too.
  const MacroLookup lookup = [&](std::string_view name) -> const std::string* {
    const auto found = context.macros.find(name);
    return found == context.macros.end() ? nullptr : &found->second.value;
  };
  std::size_t nodes_left = context.nodes_left;
  for (const auto& [name, macro] : context.macros) {
    if (nodes_left == 0) return;
    try {
      const std::size_t nodes = check_macro(name, macro.value, lookup, macro.where);
      if (nodes > nodes_left) throw Error(Errc::codebook, "the macros are too big when expanded", macro.where);
      nodes_left -= nodes;
    } catch (const Error& problem) {
      context.findings.error(problem, {});
      // A failed expansion may have cost as much as the largest good one.
      nodes_left -= std::min<std::size_t>(nodes_left, 65536);
    }
  }
}

}  // namespace topos
