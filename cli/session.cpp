// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "messages.hpp"
#include "topos/base/suggest.hpp"
#include "topos/codebook/claims.hpp"

namespace topos::cli {
namespace {

/// Whether the built-in codebook is meant by its id: a file of that name comes first.
bool names_built_in(const std::string& path) {
  return path.find_first_of("/.") == std::string::npos && path == built_in_codebook().id &&
         ::access(path.c_str(), F_OK) != 0;
}

/// Errors: Errc::usage for an id of no pattern and no mask.
void check_patterns(const std::vector<const Codebook*>& books, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  std::vector<std::string> known;
  for (const Codebook* book : books)
    for (const Code& code : book->codes)
      for (const auto& [language, found] : code.languages) {
        for (const Pattern& pattern : found.patterns) known.push_back(pattern.id);
        for (const Pattern& mask : found.masks) known.push_back(mask.id);
      }
  for (const std::string& id : ids)
    if (std::find(known.begin(), known.end(), id) == known.end())
      throw Error(Errc::usage, "--skip-pattern " + printable(id) + ": no codebook has such a pattern", {},
                  did_you_mean(id, known));
}

}  // namespace

Library::Library(const SearchGroup& search, bool whole_books, Cues cues) : selection_(search.code_globs()) {
  const std::vector<std::string> expressions = search.all_expressions();
  std::vector<const Codebook*> books;
  for (const std::string& path : search.codebooks)
    if (!names_built_in(path)) owned_.push_back(std::make_unique<Codebook>(load_book_or_claims(path)));
  const bool refers = std::any_of(expressions.begin(), expressions.end(),
                                  [](const std::string& one) { return one.find('@') != std::string::npos; });
  built_in_ = search.uses_built_in();
  for (const auto& book : owned_) books.push_back(book.get());
  if (built_in_ || std::any_of(search.codebooks.begin(), search.codebooks.end(), names_built_in))
    books.push_back(&built_in_codebook());
  if (!expressions.empty()) {
    const Codebook* base = !refers ? nullptr : books.empty() ? &built_in_codebook() : books.front();
    owned_.push_back(std::make_unique<Codebook>(expression_codebook(expressions, base)));
    expressions_ = owned_.back().get();
    books.push_back(expressions_);
    // Codes of the base book serve the expressions; they are wanted only where the book itself is.
    if (base != nullptr && selection_.everything()) selection_ = CodeSelection::only(expressions);
  }
  const std::vector<std::string> skipped = search.skipped_patterns();
  check_patterns(books, skipped);
  shelf_ = std::make_unique<BookShelf>(
      std::move(books), CompileOptions{whole_books ? CodeSelection() : selection_, {skipped.begin(), skipped.end()}},
      cues, cues.any() ? &built_in_codebook() : nullptr);
  if (!built_in_) check_codes();
}

Library::~Library() = default;

std::vector<std::string> Library::parents() const {
  std::vector<std::string> parents;
  for (const Codebook* book : shelf_->books()) {
    if (book == expressions_) continue;
    std::set<std::string_view> ids;
    for (const Code& code : book->codes)
      if (!code.borrowed && code.languages.have_patterns()) ids.insert(code.id);
    for (const std::string_view id : ids) {
      const auto next = ids.lower_bound(std::string(id) + '.');
      if (next != ids.end() && is_or_below(*next, id)) parents.emplace_back(id);
    }
  }
  return parents;
}

Session::Session() = default;
Session::~Session() = default;

PipelineOptions Session::pipeline(Annotate annotate) const {
  PipelineOptions options;
  options.input = input.finish();
  output.refuse_inputs(options.input.paths);
  output.refuse_inputs({decisions.path});
  options.annotate = annotate == Annotate::if_raw && (!search.uses_built_in() || !search.skipped.empty())
                         ? Annotate::always
                         : annotate;
  options.analysis = filter.region_set();
  options.analysis_given = !filter.regions.empty();
  options.jobs = run.jobs();
  options.check_duplicates = !run.no_duplicate_check;
  options.drop_duplicates = run.drop_duplicates;
  options.fail_fast = run.fail_fast;
  return options;
}

Query Session::query(const Library& library, std::uint32_t level) const {
  return Query({filter.filter(), library.selection(), filter.fields(), level, library.parents()});
}

PipelineReports Reporter::reports() {
  PipelineReports reports;
  reports.failure = [](const Error& error) { fail(error); };
  reports.note = [](const std::string& text) { note(text); };
  reports.head = [this](const StreamHead& head) {
    for (const StreamHead::Book& book : head.codebooks) {
      const bool known = std::any_of(stream_books_.begin(), stream_books_.end(), [&](const StreamHead::Book& one) {
        return one.id == book.id && one.checksum == book.checksum;
      });
      if (!known) stream_books_.push_back(book);
    }
    const auto& books = library_.shelf().books();
    const auto ours = [&](const StreamHead::Book& one) {
      return std::any_of(books.begin(), books.end(), [&](const Codebook* book) { return book->id == one.id; });
    };
    if (!head.codebooks.empty() && std::all_of(head.codebooks.begin(), head.codebooks.end(), ours))
      library_.check_codes();
  };
  reports.annotating = [this] {
    annotated_ = true;
    if (!library_.built_in()) return;
    library_.check_codes();
    const Codebook& book = built_in_codebook();
    note("codebook " + book.id + ' ' + book.version + " (built in)");
  };
  progress_ = std::make_unique<Progress>();
  if (progress_->shown()) reports.progress = [this](const PipelineProgress& done) { progress_->advance(done); };
  return reports;
}

void Reporter::read_before(const std::vector<Provenance::Book>& books) {
  for (const Provenance::Book& book : books) stream_books_.push_back({book.id, book.version, book.checksum, {}});
}

Provenance Reporter::provenance() const {
  Provenance provenance = run_provenance();
  provenance.tokenizer = tokenizer_id();
  if (decisions_ != nullptr) {
    provenance.decisions = decisions_->checksum();
    provenance.coders = decisions_->coders();
  }
  if (!stream_books_.empty()) {
    for (const StreamHead::Book& book : stream_books_)
      provenance.codebooks.push_back({book.id, book.version, book.checksum});
  } else {
    for (const Codebook* book : library_.shelf().books())
      provenance.codebooks.push_back({book->id, book->version, book->checksum});
    if (const Codebook* lender = library_.shelf().lender())
      provenance.codebooks.push_back({lender->id, lender->version, lender->checksum});
  }
  return provenance;
}

void Reporter::tell_decisions() const {
  if (decisions_ == nullptr) return;
  if (const std::size_t unknown = decisions_->unknown(); unknown > 0)
    warn("W23", std::to_string(unknown) + (unknown == 1 ? " decision concerns a hit or document that was not read"
                                                        : " decisions concern hits or documents that were not read"));
  if (!stream_books_.empty()) return;
  std::vector<std::string> known;
  for (const Codebook* book : library_.shelf().books())
    for (const Code& code : book->codes) known.push_back(code.id);
  for (const std::string& code : decisions_->codes()) {
    if (std::find(known.begin(), known.end(), code) != known.end()) continue;
    const std::string hint = did_you_mean(code, known);
    note("the decisions use the code '" + printable(code) + "', which no codebook has" +
         (hint.empty() ? "" : "; " + hint));
  }
}

Status Reporter::finish(const PipelineSummary& summary) const {
  if (summary.failures == 0) return 0;
  const std::size_t inputs = std::max(summary.inputs, summary.failures);
  fail(std::to_string(summary.failures) + " of " + std::to_string(inputs) +
       (inputs == 1 ? " input failed" : " inputs failed"));
  return 2;
}

void widen_analysis(const Query& query, PipelineOptions& options) {
  if (!query.names_region() || options.analysis_given) return;
  options.analysis.set();
  options.analysis_given = true;
}

std::string temporary_folder() {
  const char* folder = std::getenv("TMPDIR");
  return folder == nullptr || *folder == '\0' ? "/tmp" : folder;
}

}  // namespace topos::cli
