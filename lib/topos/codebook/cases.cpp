// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/cases.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "topos/base/hash.hpp"
#include "topos/codebook/book_context.hpp"
#include "topos/codebook/book_head.hpp"
#include "topos/codebook/borrowed_book.hpp"
#include "topos/codebook/check.hpp"
#include "topos/codebook/code_reader.hpp"
#include "topos/codebook/fields.hpp"
#include "topos/codebook/literals.hpp"
#include "topos/codebook/references.hpp"
#include "topos/codebook/scanner.hpp"
#include "topos/codebook/sources.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 3> top_keys{"cases", "case", "macros"};
constexpr std::array<std::string_view, 5> head_keys{"id", "version", "title", "codebook", "include"};
constexpr std::array<std::string_view, 9> case_keys{"id",    "label", "note",      "anchors", "where",
                                                    "since", "until", "variables", "outcome"};
constexpr std::size_t longest_id = 200;
constexpr std::size_t most_cases = 10000;

using Kind = TomlValue::Kind;

/// Digits in groups of four, two and two: a year, a month or a day.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

class CaseReader {
 public:
  CaseReader(const Sources& sources, const std::string& path, Findings& findings)
      : sources_(sources), path_(path), findings_(findings), context_(findings) {}

  CaseFile read() {
    if (sources_.files.empty()) return {};
    read_head(sources_.files.back());
    context_.languages = file_.book.languages;
    for (const SourceFile& file : sources_.files) {
      const Fields known(file.root, file.path, {}, "a case file", top_keys, findings_);
      read_macros(file, context_);
    }
    check_macros(context_);
    for (const SourceFile& file : sources_.files) read_cases(file);
    if (file_.cases.empty() && findings_.all().empty())
      findings_.error(Errc::codebook, {}, "no cases", {path_, 0, 0}, "a case file needs at least one [[case]]");
    check_references(file_.book, findings_);
    check_literals(file_.book, findings_);
    return std::move(file_);
  }

 private:
  void read_head(const SourceFile& file) {
    const TomlMember* head = file.root.find("cases");
    if (head == nullptr || !head->value.is(Kind::table))
      return findings_.error(Errc::codebook, {}, "the table [cases] is missing", {file.path, 1, 1});
    const Fields fields(head->value, file.path, {}, "[cases]", head_keys, findings_);
    const std::string named = fields.required_text("codebook");
    if (!named.empty()) file_.book = borrowed_book(named, path_, fields.place_of("codebook"), findings_);
    file_.book.id = fields.required_text("id");
    if (!file_.book.id.empty() && !is_name(file_.book.id))
      fields.report("'" + printable(file_.book.id) + "' is not an id", fields.place_of("id"),
                    "an id is a-z, 0-9 and _, a letter first");
    file_.book.version = fields.required_text("version");
    file_.title = file_.book.title = fields.text("title");
    file_.book.path = path_;
    file_.book.checksum = sha256(sources_.checksum + file_.book.checksum);
  }

  void read_cases(const SourceFile& file) {
    const TomlMember* member = file.root.find("case");
    if (member == nullptr) return;
    const bool tables =
        member->value.is(Kind::array) && std::all_of(member->value.items.begin(), member->value.items.end(),
                                                     [](const TomlValue& item) { return item.is(Kind::table); });
    if (!tables)
      return findings_.error(Errc::codebook, {}, "'case' must be an array of tables", {file.path, member->line, 1},
                             "write [[case]]");
    for (const TomlValue& item : member->value.items) read_case(item, file);
  }

  void read_case(const TomlValue& table, const SourceFile& file) {
    const TomlMember* named = table.find("id");
    const std::string owner = named != nullptr && named->value.is(Kind::string)
                                  ? printable(named->value.text.substr(0, longest_id))
                                  : std::string();
    const Fields fields(table, file.path, owner, "[[case]]", case_keys, findings_);
    CaseDefinition one;
    one.id = fields.required_text("id");
    one.place = {file.path, table.line, table.column};
    (void)fields.text("note");
    if (one.id.empty()) return;
    if (!is_name(one.id) || one.id.size() > longest_id)
      return fields.report("'" + printable(one.id.substr(0, longest_id)) + "' is not the id of a case",
                           fields.place_of("id"), "an id is a-z, 0-9 and _, a letter first");
    if (!ids_.insert(one.id).second)
      return fields.report("the case '" + one.id + "' is defined twice", fields.place_of("id"));
    if (ids_.size() > most_cases)
      return fields.report("more than " + std::to_string(most_cases) + " cases", fields.place_of("id"));
    one.label = fields.has("label") ? fields.text("label") : one.id;
    read_where(fields, one);
    read_variables(table, fields, one);
    read_outcome(table, fields, one);
    if (fields.has("anchors"))
      read_anchors(fields, one);
    else if (one.where.empty())
      return fields.report("the case has no text", fields.place(table),
                           "write anchors = ['@actor.state.vietnam'], or where = 'country=VNM'");
    file_.cases.push_back(std::move(one));
  }

  void read_where(const Fields& fields, CaseDefinition& one) {
    one.where = fields.text("where");
    one.where_place = fields.place_of("where");
    for (const auto& [key, comparison] : {std::pair{"since", ">="}, std::pair{"until", "<="}}) {
      if (!fields.has(key)) continue;
      const std::string date = fields.text(key);
      if (!is_date(date))
        fields.report("'" + std::string(key) + "' must be a date such as '2014', '2014-03' or '2014-03-18'",
                      fields.place_of(key));
      one.where += (one.where.empty() ? "date" : ",date") + std::string(comparison) + date;
    }
  }

  void read_variables(const TomlValue& table, const Fields& fields, CaseDefinition& one) {
    const TomlMember* all = table.find("variables");
    if (all == nullptr) return;
    if (!all->value.is(Kind::table))
      return fields.report("'variables' must be a table", fields.place_of("variables"),
                           "write variables = { trade = 3.2, ally = true }");
    for (const TomlMember& member : all->value.members) {
      const TomlValue& value = member.value;
      if (value.is(Kind::integer) || value.is(Kind::real))
        one.variables.emplace_back(member.key, value.number);
      else if (value.is(Kind::boolean))
        one.variables.emplace_back(member.key, value.boolean ? 1.0 : 0.0);
      else if (value.is(Kind::string))
        one.variables.emplace_back(member.key, value.text);
      else
        fields.report("a variable is a number, true or false, or a word", {path_, member.line, member.column});
      if (!std::isfinite(value.number)) fields.report("a variable must be finite", {path_, member.line, member.column});
      auto& names = file_.variables;
      if (std::find(names.begin(), names.end(), member.key) == names.end()) names.push_back(member.key);
    }
  }

  void read_outcome(const TomlValue& table, const Fields& fields, CaseDefinition& one) {
    const TomlMember* member = table.find("outcome");
    if (member == nullptr) return;
    const TomlValue& value = member->value;
    if (value.is(Kind::boolean))
      one.outcome = value.boolean ? 1 : 0;
    else if ((value.is(Kind::integer) || value.is(Kind::real)) && std::isfinite(value.number))
      one.outcome = value.number;
    else
      fields.report("'outcome' must be a number, or true or false", fields.place_of("outcome"));
  }

  /// Anchors hold in all languages, as patterns of -e do; the id of a code means its hits.
  void read_anchors(const Fields& fields, CaseDefinition& one) {
    Code code;
    code.id = std::string(case_prefix) + one.id;
    if (file_.book.find(code.id))
      return fields.report("'" + code.id + "' is a code of the codebook", fields.place_of("id"));
    code.label = one.label;
    code.dimension = "case";
    code.definition = one.label;
    code.where = one.place;
    auto& patterns = code.languages[std::string()].patterns;
    for (const TomlValue* anchor : fields.strings("anchors")) {
      Pattern pattern;
      pattern.source = file_.book.find(anchor->text) ? '@' + anchor->text : anchor->text;
      pattern.where = text_place(*anchor, path_);
      pattern.id = code.id + '#' + std::to_string(patterns.size() + 1);
      try {
        pattern.root = parse_pattern(pattern.source, {}, context_.lookup(), pattern.where);
      } catch (const Error& error) {
        findings_.error(error, code.id);
        continue;
      }
      context_.spend(node_count(pattern.root), pattern.where);
      patterns.push_back(std::move(pattern));
    }
    if (patterns.empty() && findings_.all().empty())
      fields.report("'anchors' has no patterns", fields.place_of("anchors"));
    check_identity(code, findings_);
    one.code = code.id;
    file_.book.codes.push_back(std::move(code));
  }

  const Sources& sources_;
  const std::string& path_;
  Findings& findings_;
  BookContext context_;
  CaseFile file_;
  std::set<std::string> ids_;
};

}  // namespace

CaseFile load_cases(const std::string& path) {
  Findings findings;
  const Sources sources = read_sources(path, "cases", findings);
  CaseFile file = CaseReader(sources, path, findings).read();
  std::vector<std::string> files;
  for (const SourceFile& source : sources.files) files.push_back(source.path);
  sort_findings(files, findings.all());
  throw_first_error(findings.all());
  return file;
}

}  // namespace topos
