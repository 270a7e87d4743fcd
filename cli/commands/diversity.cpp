// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "field_check.hpp"
#include "session.hpp"
#include "topos/base/error.hpp"
#include "words/diversity_table.hpp"

namespace topos::cli {
namespace {

struct Measured {
  FieldCheck::Sight sight;
  std::vector<DocumentDiversity> groups;
};

struct Diversity {
  Session session;
  DiversityChoices choices;

  Status run() {
    if (session.filter.by.empty()) session.filter.by = {"document"};
    Library library{SearchGroup{}};
    const Query query = session.query(library);
    if (query.names_hit())
      throw Error(Errc::filter, "words have no hits that --where or --by could name", {},
                  "use count, or filter before it");
    PipelineOptions options = session.pipeline(Annotate::never);
    options.segment = true;
    options.detail = Detail::tokens;
    widen_analysis(query, options);
    Reporter reporter(library);
    FeatureTable table;
    std::deque<WordSequencer> sequencers;
    for (std::size_t i = 0; i < options.jobs; ++i) sequencers.emplace_back(table);
    DiversityTable diversity(query, choices);
    FieldCheck fields(query);
    const PipelineSummary summary = run_pipeline<Measured>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          Measured result{FieldCheck::look(query, annotated.document), {}};
          for (WordSequence& text : sequencers[worker].take(query, annotated, annotator))
            result.groups.push_back(diversity.measure(annotated.document.language, std::move(text)));
          return result;
        },
        [&](Measured one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          for (const DocumentDiversity& group : one.groups) diversity.add(group, twin != nullptr);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    write_table(session.output, reporter.provenance(), diversity.table());
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Diversity>();
  command->session.input.declare(options);
  command->session.filter.declare(options);
  command->choices.declare(options);
  command->session.run.declare(options);
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command diversity_command{.name = "diversity",
                                .group = "Statistics",
                                .summary = "measure how varied the words of texts are, or how readable the texts",
                                .examples =
                                    "topos diversity texts/\n"
                                    "topos diversity texts/ --by genre --measures mattr,mtld --window 100\n"
                                    "topos diversity texts/ --where language=en --readability",
                                .declare = declare};

}  // namespace topos::cli
