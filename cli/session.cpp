// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <algorithm>
#include <cstdlib>

#include "messages.hpp"

namespace topos::cli {

Library::Library(const SearchGroup& search) : selection_(search.code_globs()) {
  const std::vector<std::string> expressions = search.all_expressions();
  std::vector<const Codebook*> books;
  for (const std::string& path : search.codebooks) owned_.push_back(std::make_unique<Codebook>(load_codebook(path)));
  const bool refers = std::any_of(expressions.begin(), expressions.end(), [](const std::string& one) { return one.find('@') != std::string::npos; });
  built_in_ = search.uses_built_in();
  for (const auto& book : owned_) books.push_back(book.get());
  if (built_in_) books.push_back(&built_in_codebook());
  if (!expressions.empty()) {
    const Codebook* base = !refers ? nullptr : books.empty() ? &built_in_codebook() : books.front();
    owned_.push_back(std::make_unique<Codebook>(expression_codebook(expressions, base)));
    books.push_back(owned_.back().get());
    // Codes of the base book serve the expressions; they are wanted only where the book itself is.
    if (base != nullptr && selection_.everything()) selection_ = CodeSelection::only(expressions);
  }
  selection_.check(books);
  shelf_ = std::make_unique<BookShelf>(std::move(books), CompileOptions{selection_, {}});
}

PipelineOptions Session::pipeline(Annotate annotate) const {
  PipelineOptions options;
  options.input = input.finish();
  output.refuse_inputs(options.input.paths);
  options.annotate = annotate == Annotate::if_raw && !search.uses_built_in() ? Annotate::always : annotate;
  options.analysis = filter.region_set();
  options.analysis_given = !filter.regions.empty();
  options.jobs = run.jobs();
  options.check_duplicates = !run.no_duplicate_check;
  options.drop_duplicates = run.drop_duplicates;
  options.fail_fast = run.fail_fast;
  return options;
}

Query Session::query(const CodeSelection& selection, std::uint32_t level) const {
  return Query({filter.filter(), selection, filter.fields(), level});
}

PipelineReports Reporter::reports() {
  PipelineReports reports;
  reports.failure = [](const Error& error) { fail(error); };
  reports.note = [](const std::string& text) { note(text); };
  reports.head = [this](const StreamHead& head) {
    for (const StreamHead::Book& book : head.codebooks) {
      const bool known = std::any_of(stream_books_.begin(), stream_books_.end(), [&](const StreamHead::Book& one) { return one.id == book.id && one.checksum == book.checksum; });
      if (!known) stream_books_.push_back(book);
    }
  };
  reports.annotating = [this] {
    if (!library_.built_in()) return;
    const Codebook& book = built_in_codebook();
    note("codebook " + book.id + ' ' + book.version + " (built in)");
  };
  progress_ = std::make_unique<Progress>(0);
  reports.progress = [this](const std::string&) { progress_->advance(++done_); };
  return reports;
}

Provenance Reporter::provenance() const {
  Provenance provenance = run_provenance();
  provenance.tokenizer = tokenizer_id();
  if (!stream_books_.empty()) {
    for (const StreamHead::Book& book : stream_books_) provenance.codebooks.push_back({book.id, book.version, book.checksum});
  } else {
    for (const Codebook* book : library_.shelf().books()) provenance.codebooks.push_back({book->id, book->version, book->checksum});
  }
  return provenance;
}

Status Reporter::finish(const PipelineSummary& summary) const {
  if (summary.failures == 0) return 0;
  const std::size_t inputs = std::max(summary.inputs, summary.failures);
  fail(std::to_string(summary.failures) + " of " + std::to_string(inputs) + (inputs == 1 ? " input failed" : " inputs failed"));
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
