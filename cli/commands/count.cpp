// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "count_table.hpp"
#include "field_check.hpp"
#include "session.hpp"

namespace topos::cli {
namespace {

struct Counted {
  FieldCheck::Sight sight;
  DocumentTally tally;
  std::optional<DocumentTally> machine;  ///< before people decided
};

struct Count {
  Session session;
  CountChoices choices;
  bool exit_code = false;

  Status run() {
    const std::optional<Decisions> decisions = session.decisions.load();
    Library library(session.search, decisions.has_value());
    const Query query = session.query(library, static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    widen_analysis(query, options);
    options.segment = decisions && decisions->adds();
    Reporter reporter(library, decisions);
    CountTable counted(query, choices, decisions.has_value());
    FieldCheck fields(query);
    std::deque<Tallier> talliers;
    for (std::size_t i = 0; i < options.jobs; ++i) talliers.emplace_back(query);
    const PipelineSummary summary = run_pipeline<Counted>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          Counted result{FieldCheck::look(query, annotated.document), {}, {}};
          if (decisions) {
            decisions->mark(annotated);
            result.machine = talliers[worker].tally(annotated, annotated.draft_language);
            decisions->apply(annotated, annotator.segmentation(), library.shelf().books(), library.shelf().names());
          }
          result.tally = talliers[worker].tally(annotated, annotated.draft_language);
          return result;
        },
        [&](Counted one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          counted.add(one.tally, twin != nullptr);
          if (one.machine) counted.add_machine(*one.machine);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    const std::vector<BookCode> codes = choices.zeros || choices.matrix ? all_codes(query, library, reporter) : std::vector<BookCode>();
    write_table(session.output, reporter.provenance(), counted.table(codes));
    reporter.tell_decisions();
    return status == 0 && exit_code && !counted.found() ? 1 : status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Count>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.filter.declare(options);
  command->session.decisions.declare(options);
  command->choices.declare(options);
  command->session.run.declare(options);
  options.flag("--exit-code", command->exit_code, "End with status 1 if nothing was found");
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command count_command{.name = "count",
                            .group = "Core",
                            .summary = "Count codes, with rates and their denominators",
                            .examples = "topos count speech.txt\n"
                                        "topos count texts/ --by genre,period --cut 2022-02-24 --codes 'frame.*'\n"
                                        "topos count texts/ -e 'multipolar*' -e 'hegemon*' --by year",
                            .declare = declare};

}  // namespace topos::cli
