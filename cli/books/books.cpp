// SPDX-License-Identifier: Apache-2.0
#include "books/books.hpp"

#include "messages.hpp"
#include "options/output.hpp"
#include "options/run.hpp"
#include "topos/codebook/claims.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos::cli {
namespace {

constexpr std::string_view built_in_path = "(built in)";

BookPointer built_in() {
  const Codebook& book = built_in_codebook();
  note("codebook " + book.id + ' ' + book.version + " (built in)");
  return {BookPointer(), &book};
}

}  // namespace

std::vector<BookPointer> load_books(const std::vector<std::string>& paths) {
  if (paths.empty()) return {built_in()};
  std::vector<BookPointer> books;
  for (const std::string& path : paths) books.push_back(std::make_shared<const Codebook>(load_book_or_claims(path)));
  return books;
}

BookPointer load_book(const std::vector<std::string>& paths) {
  if (paths.size() > 1) throw Error(Errc::usage, "one codebook at a time, not " + std::to_string(paths.size()));
  return load_books(paths).front();
}

CheckedCodebook check_book(const std::string& path) {
  if (!path.empty()) return check_codebook(path);
  built_in();
  return check_codebook_text(built_in_codebook_text(), std::string(built_in_path));
}

Provenance book_provenance(const std::vector<BookPointer>& books) {
  Provenance provenance = run_provenance();
  provenance.tokenizer = tokenizer_id();
  for (const BookPointer& book : books) provenance.codebooks.push_back({book->id, book->version, book->checksum});
  return provenance;
}

PipelineOptions texts_pipeline(const std::vector<std::string>& texts, const std::string& language, std::int64_t jobs) {
  RunGroup run;
  run.jobs_given = jobs;
  PipelineOptions options;
  options.input.paths = texts;
  options.input.language = language;
  options.annotate = Annotate::always;
  options.jobs = run.jobs();
  options.check_duplicates = false;
  return options;
}

std::string counted(std::size_t n, const std::string& noun) {
  return (n == 0 ? "no" : std::to_string(n)) + ' ' + noun + (n == 1 ? "" : "s");
}

}  // namespace topos::cli
