// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/codebook.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "topos/base/suggest.hpp"
#include "topos/codebook/book_head.hpp"
#include "topos/codebook/cases.hpp"
#include "topos/codebook/check.hpp"
#include "topos/codebook/claims.hpp"
#include "topos/codebook/code_reader.hpp"
#include "topos/codebook/fields.hpp"
#include "topos/codebook/literals.hpp"
#include "topos/codebook/references.hpp"
#include "topos/codebook/sources.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 4> top_keys{"codebook", "macros", "code", "language"};

void check_top(const SourceFile& file, Findings& findings) {
  const Fields known(file.root, file.path, {}, "a codebook", top_keys, findings);
}

void check_codes(Codebook& book, Findings& findings) {
  std::map<std::string, Location> seen;
  std::vector<Code> kept;
  for (Code& code : book.codes) {
    const auto [at, added] = seen.try_emplace(code.id, code.where);
    if (!added) {
      findings.error(Errc::codebook, code.id,
                     "the code '" + code.id + "' is defined twice: first in " + printable(at->second.path) + " line " +
                         std::to_string(at->second.line),
                     code.where);
      continue;
    }
    kept.push_back(std::move(code));
  }
  book.codes = std::move(kept);
}

Codebook build(const Sources& sources, const std::string& path, Findings& findings) {
  Codebook book;
  book.path = path;
  book.checksum = sources.checksum;
  if (is_claims_file(sources)) {
    findings.error(Errc::codebook, {}, "this is a claims file, not a codebook", {path, 1, 1},
                   "commands that look for codes take it with -c");
    return book;
  }
  BookContext context(findings);
  const bool whole = !sources.files.empty() && sources.files.back().path == path;
  if (whole) read_book_table(sources.files.back(), true, context, book);
  for (const SourceFile& file : sources.files) {
    check_top(file, findings);
    if (file.path != path) read_book_table(file, false, context, book);
    read_language_tables(file, context, book);
    read_macros(file, context);
  }
  check_macros(context);
  for (const SourceFile& file : sources.files) read_codes(file, context, book);
  for (const auto& [name, macro] : context.macros) {
    book.macros.push_back({name, macro.value, macro.where});
    if (!macro.used) book.unused_macros.push_back(name);
  }
  check_codes(book, findings);
  check_references(book, findings);
  check_cycles(book, findings);
  check_literals(book, findings);
  const bool complained = std::any_of(findings.all().begin(), findings.all().end(),
                                      [](const Diagnostic& d) { return d.severity == Diagnostic::Severity::error; });
  if (book.codes.empty() && !complained)
    findings.error(Errc::codebook, {}, "no codes", {path, 0, 0}, "a codebook needs at least one [[code]]");
  return book;
}

CheckedCodebook collect(const Sources& sources, const std::string& path, Findings& findings) {
  CheckedCodebook found;
  found.book = build(sources, path, findings);
  for (const SourceFile& file : sources.files) found.files.push_back(file.path);
  found.findings = std::move(findings.all());
  sort_findings(found.files, found.findings);
  return found;
}

Codebook without_errors(CheckedCodebook checked) {
  throw_first_error(checked.findings);
  return std::move(checked.book);
}

}  // namespace

void throw_first_error(const std::vector<Diagnostic>& findings) {
  for (const Diagnostic& finding : findings) {
    if (finding.severity != Diagnostic::Severity::error) continue;
    std::string message = finding.code.empty() ? finding.message : "code " + finding.code + ": " + finding.message;
    throw Error(finding.errc, std::move(message), finding.where, finding.hint);
  }
}

void sort_findings(const std::vector<std::string>& files, std::vector<Diagnostic>& all) {
  const auto file_number = [&](const Diagnostic& finding) {
    return std::find(files.begin(), files.end(), finding.where.path) - files.begin();
  };
  std::stable_sort(all.begin(), all.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    const auto x = file_number(a);
    const auto y = file_number(b);
    return std::tie(x, a.where.line, a.where.column) < std::tie(y, b.where.line, b.where.column);
  });
}

std::optional<std::size_t> Codebook::find(std::string_view wanted) const noexcept {
  const auto found = std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.id == wanted; });
  if (found == codes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - codes.begin());
}

CheckedCodebook check_codebook(const std::string& path) {
  Findings findings;
  const Sources sources = read_sources(path, "codebook", findings);
  return collect(sources, path, findings);
}

CheckedCodebook check_codebook_text(std::string_view toml, const std::string& path) {
  Findings findings;
  const Sources sources = sources_in_memory(toml, path, "codebook", findings);
  return collect(sources, path, findings);
}

Codebook load_codebook(const std::string& path) { return without_errors(check_codebook(path)); }

Codebook load_book_or_claims(const std::string& path) {
  Findings findings;
  const Sources sources = read_sources(path, "codebook", findings);  // once: it may be a pipe
  if (is_claims_file(sources)) return load_claims(path).book;
  if (is_case_file(sources)) return load_cases(path).book;
  return without_errors(collect(sources, path, findings));
}

Codebook parse_codebook(std::string_view toml, const std::string& path) {
  return without_errors(check_codebook_text(toml, path));
}

bool is_or_below(std::string_view id, std::string_view ancestor) noexcept {
  return id.starts_with(ancestor) && (id.size() == ancestor.size() || id[ancestor.size()] == '.');
}

bool glob_matches(std::string_view glob, std::string_view id) noexcept {
  std::size_t at = 0;
  std::size_t in = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (in < id.size()) {
    if (at < glob.size() && glob[at] == '*') {
      star = at++;
      resume = in;
    } else if (at < glob.size() && glob[at] == id[in]) {
      ++at;
      ++in;
    } else if (star != std::string_view::npos) {
      at = star + 1;
      in = ++resume;
    } else {
      return false;
    }
  }
  while (at < glob.size() && glob[at] == '*') ++at;
  return at == glob.size();
}

}  // namespace topos
