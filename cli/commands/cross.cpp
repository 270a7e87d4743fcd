// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "field_check.hpp"
#include "cross_table.hpp"
#include "session.hpp"

namespace topos::cli {
namespace {

struct Counted {
  FieldCheck::Sight sight;
  DocumentPairs pairs;
};

struct Cross {
  Session session;
  CrossChoices choices;

  Status run() {
    const std::optional<Decisions> decisions = session.decisions.load();
    choices.check();
    const CodeSides sides(choices.rows, choices.columns, session.search);
    Library library(session.search, decisions.has_value());
    const Query query = session.query(library, static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    options.segment = decisions && decisions->adds();
    widen_analysis(query, options);
    CrossTable shown(query, choices, sides);
    std::deque<PairCounter> counters;
    for (std::size_t i = 0; i < options.jobs; ++i) counters.emplace_back(query, PairOptions{unit_bound(choices.unit), {}});
    CodePairs pairs(false, true);
    Reporter reporter(library, decisions);
    FieldCheck fields(query);
    const PipelineSummary summary = run_pipeline<Counted>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          if (decisions) decisions->apply(annotated, annotator.segmentation(), library.shelf().books(), library.shelf().names());
          Counted one{FieldCheck::look(query, annotated.document), counters[worker].count(annotated, annotator)};
          if (const std::string* cluster = annotated.document.metadata.find(choices.cluster)) one.pairs.cluster = *cluster;
          return one;
        },
        [&](Counted one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          pairs.add(one.pairs, twin != nullptr);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    write_table(session.output, reporter.provenance(), shown.table(pairs));
    reporter.tell_decisions();
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Cross>();
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

const Command cross_command{.name = "cross",
                            .group = "Statistics",
                            .summary = "Cross two sets of codes: how often they stand together, at what rate",
                            .examples = "topos cross texts/ --rows 'dimension.*' --columns 'domain.*'\n"
                                        "topos cross texts/ --rows 'actor.*' --columns 'frame.*' --by period --cut 2022-02-24\n"
                                        "topos cross texts/ --rows 'actor.*' --columns 'frame.*' --unit paragraph --wide",
                            .declare = declare};

}  // namespace topos::cli
