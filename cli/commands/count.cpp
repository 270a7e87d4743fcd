// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "count_table.hpp"
#include "field_check.hpp"
#include "session.hpp"

namespace topos::cli {
namespace {

struct Counted {
  FieldCheck::Sight sight;
  DocumentTally tally;
};

struct Count {
  Session session;
  CountChoices choices;

  Status run() {
    Library library(session.search);
    const Query query = session.query(library.selection(), static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    widen_analysis(query, options);
    Reporter reporter(library);
    CountTable counted(query, choices);
    FieldCheck fields(query);
    const PipelineSummary summary = run_pipeline<Counted>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t, AnnotatedDocument annotated, Annotator&) {
          return Counted{FieldCheck::look(query, annotated.document), tally_document(query, annotated, annotated.draft_language)};
        },
        [&](Counted one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          counted.add(one.tally, twin != nullptr);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    const std::vector<std::string> codes = choices.zeros || choices.matrix ? all_codes(library, reporter) : std::vector<std::string>();
    write_table(session.output, reporter.provenance(), counted.table(codes));
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Count>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.filter.declare(options);
  command->choices.declare(options);
  command->session.run.declare(options);
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
