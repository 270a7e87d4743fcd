// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "collocate_table.hpp"
#include "field_check.hpp"
#include "session.hpp"

namespace topos::cli {
namespace {

struct Counted {
  FieldCheck::Sight sight;
  DocumentCollocates collocates;
};

struct Collocates {
  Session session;
  CollocateChoices choices;

  Status run() {
    const std::optional<Decisions> decisions = session.decisions.load();
    Library library(session.search, decisions.has_value());
    const Query query = session.query(library, static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    options.segment = true;
    widen_analysis(query, options);
    CollocateTable shown(query, choices);
    FeatureTable features;
    std::deque<CollocateCounter> counters;
    for (std::size_t i = 0; i < options.jobs; ++i) counters.emplace_back(query, features, choices.counting());
    Collocations collocations(shown.wants_documents());
    Reporter reporter(library, decisions);
    FieldCheck fields(query);
    const PipelineSummary summary = run_pipeline<Counted>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          if (decisions) decisions->apply(annotated, annotator.segmentation(), library.shelf().books(), library.shelf().names());
          return Counted{FieldCheck::look(query, annotated.document), counters[worker].count(annotated, annotator)};
        },
        [&](Counted one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          collocations.add(one.collocates, twin != nullptr);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    write_table(session.output, reporter.provenance(), shown.table(collocations, features));
    reporter.tell_decisions();
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Collocates>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.filter.declare(options);
  command->session.decisions.declare(options);
  command->choices.declare(options);
  command->session.run.declare(options);
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command collocates_command{.name = "collocates",
                                 .group = "Statistics",
                                 .summary = "List the words around hits, and how closely they go with them",
                                 .examples = "topos collocates texts/ -e 'multipolar*'\n"
                                             "topos collocates texts/ --codes frame.sovereignty --window 3L,3R --stop common.txt --limit 20\n"
                                             "topos collocates texts/ -e russia --by period --cut 2022-02-24 --window sentence --null",
                                 .declare = declare};

}  // namespace topos::cli
