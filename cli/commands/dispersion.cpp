// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "dispersion_table.hpp"
#include "field_check.hpp"
#include "session.hpp"

namespace topos::cli {
namespace {

struct Placed {
  FieldCheck::Sight sight;
  DocumentPlaces places;
};

struct Dispersion {
  Session session;
  DispersionChoices choices;

  Status run() {
    const PartKind parts = choices.kind();
    const std::optional<Decisions> decisions = session.decisions.load();
    Library library(session.search, decisions.has_value());
    const Query query = session.query(library, static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    widen_analysis(query, options);
    options.segment = true;
    const DispersionTable shown(query, choices, session.output);
    Reporter reporter(library, decisions);
    Placements placements;
    FieldCheck fields(query);
    std::deque<QueryRun> runs;
    for (std::size_t i = 0; i < options.jobs; ++i) runs.emplace_back(query);
    const PipelineSummary summary = run_pipeline<Placed>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          if (decisions) decisions->apply(annotated, annotator.segmentation(), library.shelf().books(), library.shelf().names());
          return Placed{FieldCheck::look(query, annotated.document), places_of_document(runs[worker], annotated, annotator.segmentation(), parts)};
        },
        [&](Placed one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          placements.add(one.places, twin != nullptr);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    write_table(session.output, reporter.provenance(), shown.table(placements));
    reporter.tell_decisions();
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Dispersion>();
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

const Command dispersion_command{.name = "dispersion",
                                 .group = "Statistics",
                                 .summary = "show how evenly words, patterns or codes are spread",
                                 .examples =
                                     "topos dispersion texts/ -e 'multipolar*' -e 'hegemon*'\n"
                                     "topos dispersion texts/ --codes 'frame.*' --by country --measures dp_norm,da,arf\n"
                                     "topos dispersion speech.txt -e china --parts 10 --barcode 60",
                                 .declare = declare};

}  // namespace topos::cli
