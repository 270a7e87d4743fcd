// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <string>

#include "row_order.hpp"
#include "session.hpp"
#include "warnings.hpp"
#include "words/kwic_lines.hpp"
#include "words/kwic_output.hpp"

namespace topos::cli {
namespace {

struct Kwic {
  Session session;
  KwicChoices choices;
  bool exit_code = false;

  Status run() {
    const std::optional<Decisions> decisions = session.decisions.load();
    Library library(session.search, decisions.has_value(), Cues{session.filter.attributes(), {}});
    const Query query = session.query(library, static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    refuse_sheet(options);
    widen_analysis(query, options);
    // Decisions may add hits anywhere, and what is dropped is decided among all documents.
    if (!decisions && !options.drop_duplicates)
      options.required = required_literals(library.shelf().books(), library.selection());
    options.segment = choices.context == "sentence" || (decisions && decisions->adds());
    KwicLines lines(query, choices, options.jobs, decisions.has_value());
    Reporter reporter(library, decisions);
    KwicOutput out(session.output, choices, reporter, lines.columns());
    RowOrder order(
        {!choices.sort.empty(), static_cast<std::uint64_t>(choices.random), static_cast<std::uint64_t>(choices.limit)},
        temporary_folder(), [&](std::vector<Cell> cells) { out.write(std::move(cells)); });
    FieldCheck fields(query);
    bool twins = false;
    bool drafts = false;
    bool stopped = false;
    const PipelineSummary summary = run_pipeline<KwicResult>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument&& annotated, Annotator& annotator) {
          if (decisions)
            decisions->apply(annotated, annotator.segmentation(), library.shelf().books(), library.shelf().names());
          return lines.make(worker, annotated, annotator);
        },
        [&](KwicResult result, const NearDuplicates::Found* twin) {
          fields.add(result.sight);
          if (fields.complete()) order.release();
          twins = twins || (twin != nullptr && !result.rows.empty());
          drafts = drafts || result.draft;
          for (OrderedRow& row : result.rows) {
            stopped = !order.add(std::move(row));
            if (stopped) return false;
          }
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    order.finish();
    out.close();
    if (twins) warn("W12", warning_text("W12"));
    if (drafts) warn("W13", warning_text("W13"));
    if (!stopped) reporter.tell_decisions();
    return status == 0 && exit_code && out.rows() == 0 ? 1 : status;
  }

  void refuse_sheet(const PipelineOptions& options) const {
    if (choices.sheet.empty()) return;
    OutputGroup sheet;
    sheet.path = choices.sheet;
    sheet.refuse_inputs(options.input.paths);
    sheet.refuse_inputs({session.decisions.path});
    if (choices.sheet == "-" || choices.sheet == session.output.path)
      throw Error(Errc::usage, "--sheet needs a file of its own");
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Kwic>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.search.declare_skipping(options);
  command->session.filter.declare(options);
  command->session.decisions.declare(options);
  command->choices.declare(options);
  command->session.run.declare(options);
  options.flag("--exit-code", command->exit_code, "End with status 1 if nothing was found");
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command kwic_command{.name = "kwic",
                           .group = "Core",
                           .summary = "Show each hit in its context: a concordance",
                           .examples =
                               "topos kwic -e 'multipolar*' texts/\n"
                               "topos kwic texts/ --codes frame.hedging --by genre --sort right,left\n"
                               "topos kwic texts/ --random 100 --sheet sheet.tsv > lines.tsv",
                           .declare = declare};

}  // namespace topos::cli
