// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/code_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "topos/base/suggest.hpp"
#include "topos/codebook/entry_reader.hpp"
#include "topos/codebook/fields.hpp"
#include "topos/codebook/scanner.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 19> code_keys{
    "id",   "label",    "dimension", "definition", "include", "exclude",  "note",  "layer",    "group",          "quad",
    "main", "priority", "weight",    "negation",   "region",  "patterns", "masks", "examples", "counterexamples"};
constexpr std::array<std::string_view, 3> layers{"text", "discursive_practice", "social_practice"};
constexpr std::size_t longest_id = 200;

using Kind = TomlValue::Kind;

/// The id of a code, or nothing if the code cannot be kept.
std::optional<std::string> read_id(const Fields& fields) {
  const std::string id = fields.required_text("id");
  if (id.empty()) return std::nullopt;
  if (is_code_id(id) && id.size() <= longest_id) return id;
  fields.report("'" + printable(id.substr(0, longest_id)) + "' is not the id of a code", fields.place_of("id"),
                "an id is a-z, 0-9 and _ in parts joined by dots, a letter first in each");
  return std::nullopt;
}

void read_texts(const Fields& fields, Code& code) {
  code.label = fields.required_text("label");
  code.dimension = fields.required_text("dimension");
  code.definition = fields.required_text("definition");
  code.include = fields.text("include");
  code.exclude = fields.text("exclude");
  code.note = fields.text("note");
  code.layer = fields.text("layer");
  code.group = fields.text("group");
  code.quad = fields.text("quad");
  code.main = fields.flag("main", false);
  code.priority = fields.integer("priority", 0);
  if (!code.layer.empty() && std::find(layers.begin(), layers.end(), code.layer) == layers.end()) {
    const std::string near = did_you_mean(code.layer, to_strings(layers));
    fields.report("'layer' must be 'text', 'discursive_practice' or 'social_practice'", fields.place_of("layer"), near);
  }
}

/// Reads one code whose id is known.
class CodeReader {
 public:
  CodeReader(const SourceFile& file, Code& code, PatternDefaults defaults, BookContext& context)
      : path_(file.path), code_(code), context_(context), entries_(code.id, file.path, std::move(defaults), context) {}

  /// Reads the table `key`, whose members are languages.
  void languages(const TomlValue& table, std::string_view key) {
    const TomlMember* found = table.find(key);
    if (found == nullptr) return;
    const Location where{path_, found->line, found->column};
    if (!found->value.is(Kind::table)) {
      const std::string name(key);
      return context_.findings.error(Errc::codebook, code_.id, "'" + name + "' must be a table by language", where,
                                     "write " + name + ".en = […]");
    }
    for (const TomlMember& member : found->value.members) language(member, key);
  }

 private:
  void language(const TomlMember& member, std::string_view key) {
    const Location where{path_, member.line, member.column};
    const auto& listed = context_.languages;
    if (std::find(listed.begin(), listed.end(), member.key) == listed.end()) {
      context_.findings.error(Errc::codebook, code_.id,
                              "the language '" + printable(member.key) + "' is not listed in [codebook] languages",
                              where, did_you_mean(member.key, listed));
      return;
    }
    if (!member.value.is(Kind::array)) {
      return context_.findings.error(Errc::codebook, code_.id,
                                     "'" + std::string(key) + "." + member.key + "' must be an array", where);
    }
    CodeLanguage& here = code_.languages[member.key];
    if (key == "patterns") here.patterns = entries_.read(member.value, member.key, false);
    if (key == "masks") here.masks = entries_.read(member.value, member.key, true);
    if (key == "examples") here.examples = read_examples(member.value, path_, code_.id, context_.findings);
    if (key == "counterexamples")
      here.counterexamples = read_examples(member.value, path_, code_.id, context_.findings);
  }

  const std::string& path_;
  Code& code_;
  BookContext& context_;
  EntryReader entries_;
};

void read_code(const TomlValue& table, const SourceFile& file, BookContext& context, Codebook& book) {
  const TomlMember* named = table.find("id");
  const std::string owner = named != nullptr && named->value.is(Kind::string)
                                ? printable(named->value.text.substr(0, longest_id))
                                : std::string();
  const Fields fields(table, file.path, owner, "[[code]]", code_keys, context.findings);
  const std::optional<std::string> id = read_id(fields);
  Code code;
  code.where = {file.path, table.line, table.column};
  read_texts(fields, code);
  if (!id) return;
  code.id = *id;
  PatternDefaults defaults;
  defaults.weight = fields.weight("weight", 1);
  defaults.negation = read_negation(fields, "negation", Negation::keep);
  defaults.regions = read_regions(fields, "region");
  CodeReader reader(file, code, std::move(defaults), context);
  for (const std::string_view key : {"patterns", "masks", "examples", "counterexamples"}) reader.languages(table, key);
  check_identity(code, context.findings);
  book.codes.push_back(std::move(code));
}

}  // namespace

std::vector<Example> read_examples(const TomlValue& array, const std::string& path, const std::string& owner,
                                   Findings& findings) {
  std::vector<Example> examples;
  for (const TomlValue& item : array.items) {
    const Location where = text_place(item, path);
    if (!item.is(Kind::string))
      findings.error(Errc::codebook, owner, "an example must be a string", where);
    else
      examples.push_back({item.text, where});
  }
  return examples;
}

void read_codes(const SourceFile& file, BookContext& context, Codebook& book) {
  const TomlMember* member = file.root.find("code");
  if (member == nullptr) return;
  const Location where{file.path, member->line, 1};
  if (!member->value.is(Kind::array))
    return context.findings.error(Errc::codebook, {}, "'code' must be an array of tables", where, "write [[code]]");
  for (const TomlValue& item : member->value.items) {
    if (item.is(Kind::table))
      read_code(item, file, context, book);
    else
      context.findings.error(Errc::codebook, {}, "'code' must be an array of tables",
                             {file.path, item.line, item.column}, "write [[code]]");
  }
}

}  // namespace topos
