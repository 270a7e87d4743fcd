// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "commands/codebook/subcommand.hpp"
#include "messages.hpp"
#include "options/output.hpp"
#include "topos/annotation/hit_changes.hpp"
#include "topos/codebook/difference.hpp"

namespace topos::cli {
namespace {

using Rows = std::vector<std::vector<Cell>>;

Cell filled(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

Table book_table(const Codebook& before, const Codebook& after) {
  Table table{{{"change"}, {"part"}, {"id"}, {"before"}, {"after"}}, {}};
  for (const BookChange& change : book_difference(before, after))
    table.rows.push_back(
        {std::string(to_string(change.kind)), change.part, change.id, filled(change.before), filled(change.after)});
  return table;
}

struct Diff {
  std::vector<std::string> paths;
  std::vector<std::string> texts;
  std::string language;
  std::int64_t jobs = 0;
  OutputGroup output;

  static Rows rows_of(const Document& document, const std::vector<HitChange>& changes) {
    Rows rows;
    for (const HitChange& change : changes) {
      const Hit& hit = change.hit;
      rows.push_back({std::string(change.appears ? "appears" : "disappears"), std::string(hit.code()), document.id,
                      static_cast<std::int64_t>(hit.line), static_cast<std::int64_t>(hit.span.begin),
                      static_cast<std::int64_t>(hit.span.end), std::string(hit.pattern()),
                      std::string(hit.span.in(document.text))});
    }
    return rows;
  }

  /// Compares the hits that the two books give in the texts of --on.
  Status compare_hits(const BookPointer& before, const BookPointer& after) {
    const PipelineOptions options = texts_pipeline(texts, language, jobs);
    BookShelf old_shelf({before.get()}, {});
    BookShelf new_shelf({after.get()}, {});
    std::vector<std::unique_ptr<Annotator>> annotators(options.jobs);
    PipelineReports reports;
    reports.failure = [](const Error& error) { fail(error); };
    Table table{
        {{"change"}, {"code"}, {"document"}, {"line", true}, {"begin", true}, {"end", true}, {"pattern"}, {"text"}},
        {}};
    const PipelineSummary summary = run_pipeline<Rows>(
        options, old_shelf, reports,
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator&) {
          if (!annotators[worker]) annotators[worker] = std::make_unique<Annotator>(new_shelf, options.analysis);
          // Both books may have one id: the hits of the first are put aside, as a record stream's are dropped.
          std::vector<Hit> old_hits = std::move(annotated.hits);
          std::erase_if(old_hits, [&](const Hit& hit) { return hit.codebook() != before->id; });
          annotated.hits.clear();
          annotators[worker]->annotate(annotated);
          return rows_of(annotated.document, hit_changes(old_hits, annotated.hits));
        },
        [&](Rows rows, const NearDuplicates::Found*) {
          table.rows.insert(table.rows.end(), rows.begin(), rows.end());
          return true;
        });
    if (summary.documents == 0 && summary.failures > 0) return 2;
    write_table(output, book_provenance({before, after}), table);
    if (summary.failures > 0)
      fail(std::to_string(summary.failures) + " of " + std::to_string(summary.inputs) + " inputs failed");
    return summary.failures > 0 ? 2 : 0;
  }

  Status run() {
    if (paths.size() != 2)
      throw Error(Errc::usage, "two codebooks are compared, not " + std::to_string(paths.size()), {},
                  "topos codebook diff OLD NEW");
    output.refuse_inputs(paths);
    output.refuse_inputs(texts);
    const std::vector<BookPointer> books = load_books(paths);
    if (!texts.empty()) return compare_hits(books[0], books[1]);
    write_table(output, book_provenance(books), book_table(*books[0], *books[1]));
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Diff>();
  options.operands(command->paths, "BOOK", "The earlier codebook, then the later one");
  options.list("--on", command->texts, "FILE", "Texts: list the hits that appear or disappear in them");
  options.text("--language", command->language, "TAG", "Language of every text; else metadata, else guessed");
  options.number("-j,--jobs", command->jobs, 1, 256, "Threads; as many as there are processors if not given");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_diff{"diff", "Compare two codebooks, or the hits they give", declare};

}  // namespace topos::cli
