// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/claims.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "topos/base/hash.hpp"
#include "topos/codebook/book_head.hpp"
#include "topos/codebook/borrowed_book.hpp"
#include "topos/codebook/check.hpp"
#include "topos/codebook/code_reader.hpp"
#include "topos/codebook/entry_reader.hpp"
#include "topos/codebook/fields.hpp"
#include "topos/codebook/literals.hpp"
#include "topos/codebook/references.hpp"
#include "topos/codebook/scanner.hpp"
#include "topos/codebook/sources.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 3> top_keys{"claims", "claim", "macros"};
constexpr std::array<std::string_view, 5> head_keys{"id", "version", "title", "codebook", "include"};
constexpr std::array<std::string_view, 8> claim_keys{"id",   "text",  "note",     "affirm",
                                                     "deny", "value", "examples", "counterexamples"};
constexpr std::array<std::string_view, 3> stances{"affirm", "deny", "value"};
constexpr std::size_t longest_id = 200;

using Kind = TomlValue::Kind;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_claim_id(std::string_view id) {
  const auto follows = [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !id.empty() && id.size() <= longest_id && is_letter(id[0]) && std::all_of(id.begin(), id.end(), follows);
}

class ClaimsReader {
 public:
  ClaimsReader(const Sources& sources, const std::string& path, Findings& findings)
      : sources_(sources), path_(path), findings_(findings), context_(findings) {}

  Claims read() {
    if (sources_.files.empty()) return {};
    read_head(sources_.files.back());
    context_.languages = claims_.book.languages;
    for (const SourceFile& file : sources_.files) {
      const Fields known(file.root, file.path, {}, "a claims file", top_keys, findings_);
      read_macros(file, context_);
    }
    check_macros(context_);
    for (const SourceFile& file : sources_.files) read_claims(file);
    if (claims_.claims.empty() && findings_.all().empty())
      findings_.error(Errc::codebook, {}, "no claims", {path_, 0, 0}, "a claims file needs at least one [[claim]]");
    check_references(claims_.book, findings_);
    check_literals(claims_.book, findings_);
    return std::move(claims_);
  }

 private:
  void read_head(const SourceFile& file) {
    const TomlMember* head = file.root.find("claims");
    if (head == nullptr || !head->value.is(Kind::table))
      return findings_.error(Errc::codebook, {}, "the table [claims] is missing", {file.path, 1, 1});
    const Fields fields(head->value, file.path, {}, "[claims]", head_keys, findings_);
    const std::string named = fields.required_text("codebook");
    if (!named.empty()) claims_.book = borrowed_book(named, path_, fields.place_of("codebook"), findings_);
    claims_.book.id = fields.required_text("id");
    if (!claims_.book.id.empty() && !is_name(claims_.book.id))
      fields.report("'" + printable(claims_.book.id) + "' is not an id", fields.place_of("id"),
                    "an id is a-z, 0-9 and _, a letter first");
    claims_.book.version = fields.required_text("version");
    claims_.book.title = fields.text("title");
    claims_.book.path = path_;
    claims_.book.checksum = sha256(sources_.checksum + claims_.book.checksum);
  }

  void read_claims(const SourceFile& file) {
    const TomlMember* member = file.root.find("claim");
    if (member == nullptr) return;
    const bool tables =
        member->value.is(Kind::array) && std::all_of(member->value.items.begin(), member->value.items.end(),
                                                     [](const TomlValue& item) { return item.is(Kind::table); });
    if (!tables)
      return findings_.error(Errc::codebook, {}, "'claim' must be an array of tables", {file.path, member->line, 1},
                             "write [[claim]]");
    for (const TomlValue& item : member->value.items) read_claim(item, file);
  }

  void read_claim(const TomlValue& table, const SourceFile& file) {
    const TomlMember* named = table.find("id");
    const std::string owner = named != nullptr && named->value.is(Kind::string)
                                  ? printable(named->value.text.substr(0, longest_id))
                                  : std::string();
    const Fields fields(table, file.path, owner, "[[claim]]", claim_keys, findings_);
    Claim claim;
    claim.id = fields.required_text("id");
    claim.text = fields.required_text("text");
    claim.where = {file.path, table.line, table.column};
    (void)fields.text("note");
    if (claim.id.empty()) return;
    if (!is_claim_id(claim.id))
      return fields.report("'" + printable(claim.id.substr(0, longest_id)) + "' is not the id of a claim",
                           fields.place_of("id"), "an id is letters, digits and _, a letter first");
    if (!ids_.insert(claim.id).second)
      return fields.report("the claim '" + claim.id + "' is defined twice", fields.place_of("id"));
    if (claims_.book.find(claim.id))
      return fields.report("'" + claim.id + "' is a code of the codebook", fields.place_of("id"));
    if (fields.has("value") && (fields.has("affirm") || fields.has("deny")))
      return fields.report("a claim has stances or values, not both", fields.place_of("value"));
    for (const std::string_view stance : stances)
      if (fields.has(stance)) read_stance(table, file, stance, claim);
    if (std::none_of(stances.begin(), stances.end(), [&](std::string_view stance) { return fields.has(stance); }))
      return fields.report("the claim has no patterns", fields.place(table),
                           "write affirm.en, deny.en or value.en = […]");
    check_examples(table, fields);
    claims_.claims.push_back(std::move(claim));
  }

  void read_stance(const TomlValue& table, const SourceFile& file, std::string_view stance, Claim& claim) {
    const TomlMember& member = *table.find(stance);
    const Location where{file.path, member.line, member.column};
    if (!member.value.is(Kind::table))
      return findings_.error(Errc::codebook, claim.id, "'" + std::string(stance) + "' must be a table by language",
                             where, "write " + std::string(stance) + ".en = […]");
    Code code;
    code.id = claim.id + '.' + std::string(stance);
    code.label = claim.text;
    code.dimension = "claim";
    code.definition = claim.text;
    code.where = claim.where;
    EntryReader entries(code.id, file.path, {}, context_);
    for (const TomlMember& language : member.value.members) {
      const Location place{file.path, language.line, language.column};
      if (std::find(context_.languages.begin(), context_.languages.end(), language.key) == context_.languages.end())
        findings_.error(Errc::codebook, claim.id, "the codebook has no language '" + printable(language.key) + "'",
                        place);
      else if (!language.value.is(Kind::array))
        findings_.error(Errc::codebook, claim.id, "'" + std::string(stance) + "." + language.key + "' must be an array",
                        place);
      else
        code.languages[language.key].patterns = entries.read(language.value, language.key, false);
    }
    check_identity(code, findings_);
    read_examples_of(table, file, stance, code);
    claim.stances.emplace_back(stance);
    claims_.book.codes.push_back(std::move(code));
  }

  /// Reads examples.STANCE.LANGUAGE and counterexamples.STANCE.LANGUAGE.
  void read_examples_of(const TomlValue& table, const SourceFile& file, std::string_view stance, Code& code) {
    for (const std::string_view key : {"examples", "counterexamples"}) {
      const TomlMember* all = table.find(key);
      const TomlMember* own = all == nullptr ? nullptr : all->value.find(stance);
      if (own == nullptr) continue;
      for (const TomlMember& language : own->value.members) {
        const Location place{file.path, language.line, language.column};
        if (!language.value.is(Kind::array) || code.languages.find(language.key) == code.languages.end()) {
          const std::string name = std::string(key) + '.' + std::string(stance) + '.' + printable(language.key);
          findings_.error(Errc::codebook, code.id,
                          "'" + name + "' must be an array in a language that the stance has patterns for", place);
          continue;
        }
        std::vector<Example> examples = read_examples(language.value, file.path, code.id, findings_);
        CodeLanguage& side = code.languages[language.key];
        (key == "examples" ? side.examples : side.counterexamples) = std::move(examples);
      }
    }
  }
  /// Reports examples that belong to no stance of the claim.
  void check_examples(const TomlValue& table, const Fields& fields) {
    for (const std::string_view key : {"examples", "counterexamples"}) {
      const TomlMember* all = table.find(key);
      if (all == nullptr) continue;
      if (!all->value.is(Kind::table))
        fields.report("'" + std::string(key) + "' must be a table by stance", fields.place_of(key),
                      "write " + std::string(key) + ".affirm.en = […]");
      for (const TomlMember& member : all->value.members)
        if (table.find(member.key) == nullptr || !member.value.is(Kind::table))
          fields.report("the claim has no stance '" + printable(member.key) + "' to give examples of",
                        {path_, member.line, member.column});
    }
  }

  const Sources& sources_;
  const std::string& path_;
  Findings& findings_;
  BookContext context_;
  Claims claims_;
  std::set<std::string> ids_;
};

}  // namespace

Claims load_claims(const std::string& path) {
  Findings findings;
  const Sources sources = read_sources(path, "claims", findings);
  Claims claims = ClaimsReader(sources, path, findings).read();
  std::vector<std::string> files;
  for (const SourceFile& file : sources.files) files.push_back(file.path);
  sort_findings(files, findings.all());
  throw_first_error(findings.all());
  return claims;
}

}  // namespace topos
