// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <optional>
#include <utility>

#include "bars_for_people.hpp"
#include "count_table.hpp"
#include "counting_run.hpp"

namespace topos::cli {
namespace {

struct Counted {
  DocumentTally tally;
  std::optional<DocumentTally> machine;  ///< before people decided
  DocumentOrigin origin;
};

void archive_fields(FieldArchive& archive, Counted& counted) {
  topos::archive_fields(archive, counted.tally);
  archive.maybe("machine", counted.machine, [&](DocumentTally& tally) { topos::archive_fields(archive, tally); });
  archive.object("origin", counted.origin, [&](DocumentOrigin& origin) { cli::archive_fields(archive, origin); });
}

struct Count {
  static constexpr bool mergeable = true;
  static constexpr bool skips_patterns = true;
  Session session;
  CountChoices choices;

  Status run() {
    CountingRun documents(session, choices.level);
    const Query& query = documents.query();
    choices.times_from_names = session.input.times_from_names(query.metadata_fields());
    const std::optional<Decisions>& decisions = documents.decisions();
    if (choices.inference.wants_parts()) documents.need_tokens();
    CountTable counted(query, choices, decisions.has_value());
    std::deque<Tallier> talliers;
    std::deque<QueryRun> runs;
    for (std::size_t i = 0; i < documents.jobs(); ++i) {
      talliers.emplace_back(query);
      runs.emplace_back(query);
    }
    documents.each_undecided(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          Counted result;
          if (decisions) {
            decisions->mark(annotated);
            result.machine = talliers[worker].tally(annotated, annotated.draft_language);
            documents.decide(annotated, annotator);
          }
          result.tally = talliers[worker].tally(annotated, annotated.draft_language);
          result.origin = choices.inference.origin_of(annotated, annotator, runs[worker]);
          return result;
        },
        [&](Counted one, bool twin) {
          counted.add(one.tally, std::move(one.origin), twin);
          if (one.machine) counted.add_machine(*one.machine);
        });
    const Status status = documents.write([&] {
      const bool every_code = choices.zeros || choices.matrix;
      const std::vector<BookCode> zeros =
          every_code ? all_codes(query, documents.library(), documents.reporter()) : std::vector<BookCode>();
      return with_bars(counted.table(zeros), session.output, {counted.rate_column(), "n"});
    });
    return status == 0 && choices.exit_code && !counted.found() ? 1 : status;
  }
};

}  // namespace

const Command count_command{.name = "count",
                            .group = "Core",
                            .summary = "Count codes, with rates and their denominators",
                            .examples =
                                "topos count speech.txt\n"
                                "topos count texts/ --by genre,period --cut 2022-02-24 --codes 'frame.*'\n"
                                "topos count texts/ -e 'multipolar*' -e 'hegemon*' --by year",
                            .declare = declare_counting<Count>};

}  // namespace topos::cli
