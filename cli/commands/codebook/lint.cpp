// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "commands/codebook/subcommand.hpp"
#include "messages.hpp"
#include "options/output.hpp"
#include "topos/annotation/book_usage.hpp"
#include "topos/codebook/lint.hpp"

namespace topos::cli {
namespace {

struct Lint {
  std::vector<std::string> paths;
  std::vector<std::string> corpus;
  std::string language;
  std::int64_t jobs = 0;
  bool coverage = false;
  bool strict = false;
  OutputGroup output;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t done = 0;
  bool partial = false;

  /// Counts how the texts of --corpus use the book.
  UsageCounter usage_in_corpus(const Codebook& book) {
    PipelineOptions options = texts_pipeline(corpus, language, jobs);
    options.annotate = Annotate::never;
    BookShelf none({}, {});
    std::vector<UsageCounter> counters;
    for (std::size_t i = 0; i <= options.jobs; ++i) counters.emplace_back(book);
    PipelineReports reports;
    reports.failure = [](const Error& error) { fail(error); };
    const PipelineSummary summary = run_pipeline<bool>(
        options, none, reports,
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator&) {
          counters[worker].add(annotated.document);
          return true;
        },
        [](bool, const NearDuplicates::Found*) { return true; });
    partial = partial || summary.failures > 0;
    for (std::size_t i = 0; i < options.jobs; ++i) counters.back().merge(counters[i]);
    if (counters.back().passed_over() > 0)
      note(counted(counters.back().passed_over(), "document") + " in languages that " + book.id + " does not have");
    return std::move(counters.back());
  }

  void lint_use(const CheckedCodebook& checked, std::vector<Diagnostic>& all) {
    Findings findings;
    UsageCounter usage = corpus.empty() ? UsageCounter(checked.book) : usage_in_corpus(checked.book);
    if (corpus.empty()) usage.add_examples();
    lint_usage(checked.book, usage, {!corpus.empty(), coverage}, findings);
    for (Diagnostic& finding : findings.all()) {
      const bool known = std::any_of(all.begin(), all.end(), [&](const Diagnostic& one) {
        return one.rule == finding.rule && one.where.path == finding.where.path &&
               one.where.line == finding.where.line && one.where.column == finding.where.column;
      });
      if (!known || finding.rule == "idle_guard") all.push_back(std::move(finding));
    }
    sort_findings(checked.files, all);
  }

  void lint(const std::string& path, Table& table) {
    const CheckedCodebook checked = check_book(path);
    std::vector<Diagnostic> all = lint_codebook(checked);
    const auto is_error = [](const Diagnostic& one) { return one.severity == Diagnostic::Severity::error; };
    if (std::none_of(all.begin(), all.end(), is_error)) lint_use(checked, all);
    const auto wrong = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_error));
    errors += wrong;
    warnings += all.size() - wrong;
    for (const Diagnostic& one : all)
      table.rows.push_back(
          {one.where.path, one.where.line == 0 ? Cell() : Cell(static_cast<std::int64_t>(one.where.line)),
           one.where.column == 0 ? Cell() : Cell(static_cast<std::int64_t>(one.where.column)),
           std::string(is_error(one) ? "error" : "warning"), one.rule, one.code.empty() ? Cell() : Cell(one.code),
           one.message, one.hint.empty() ? Cell() : Cell(one.hint)});
    note(printable(checked.book.path) + ": " + counted(wrong, "error") + ", " + counted(all.size() - wrong, "warning"));
  }

  Status run() {
    output.refuse_inputs(paths);
    output.refuse_inputs(corpus);
    Table table{{{"file"}, {"line", true}, {"column", true}, {"severity"}, {"rule"}, {"code"}, {"message"}, {"hint"}},
                {}};
    if (paths.empty()) paths.emplace_back();
    for (const std::string& path : paths) {
      try {
        lint(path, table);
        ++done;
      } catch (const Error& error) {
        fail(error);
        partial = true;
      }
    }
    if (done == 0) return 2;
    write_table(output, run_provenance(), table);
    if (errors > 0 || partial) return 2;
    return strict && warnings > 0 ? 1 : 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Lint>();
  options.operands(command->paths, "BOOK", "Codebook to check; the built-in one if nothing is named");
  options.list("--corpus", command->corpus, "FILE",
               "Texts to judge masks, guards and patterns by, instead of the book's examples");
  options.text("--language", command->language, "TAG", "Language of every text of --corpus; else guessed");
  options.flag("--coverage", command->coverage, "Also list every pattern without a hit");
  options.flag("--strict", command->strict, "Status 1 if there are warnings");
  options.number("-j,--jobs", command->jobs, 1, 256, "Threads; as many as there are processors if not given");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_lint{"lint", "Find what is wrong with a codebook, or looks wrong", declare};

}  // namespace topos::cli
