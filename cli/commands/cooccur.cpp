// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "field_check.hpp"
#include "code_pair_table.hpp"
#include "session.hpp"

namespace topos::cli {
namespace {

struct Counted {
  FieldCheck::Sight sight;
  DocumentPairs pairs;
};

struct Cooccur {
  Session session;
  PairChoices choices;

  Status run() {
    const std::optional<Decisions> decisions = session.decisions.load();
    const CodeSides sides(choices.left, choices.right, session.search);
    const PairOptions counting = choices.counting();
    Library library(session.search, decisions.has_value());
    const Query query = session.query(library, static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    options.segment = counting.window.has_value() || (decisions && decisions->adds());
    widen_analysis(query, options);
    CodePairTable shown(query, choices, sides);
    std::deque<PairCounter> counters;
    for (std::size_t i = 0; i < options.jobs; ++i) counters.emplace_back(query, counting);
    CodePairs pairs(counting.window.has_value(), false);
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
  auto command = std::make_shared<Cooccur>();
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

const Command cooccur_command{.name = "cooccur",
                              .group = "Statistics",
                              .summary = "List pairs of codes that stand together, and how closely they go together",
                              .examples = "topos cooccur texts/ --codes 'frame.*'\n"
                                          "topos cooccur texts/ --left 'actor.*' --right 'frame.*' --unit paragraph --min 5\n"
                                          "topos cooccur texts/ -e 'sanction*' -e sovereignty --window 10",
                              .declare = declare};

}  // namespace topos::cli
