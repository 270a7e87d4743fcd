// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <utility>

#include "bars_for_people.hpp"
#include "comparison/compare_table.hpp"
#include "counting_run.hpp"

namespace topos::cli {
namespace {

struct Compared {
  DocumentTally tally;
  ComparedOrigin origin;
};

struct Compare {
  Session session;
  CompareChoices choices;

  Status run() {
    CountingRun documents(session, choices.level);
    const Query& query = documents.query();
    CompareTable shown(query, choices);
    ComparedGroups groups(query, choices.groups);
    choices.groups.times_from_names = session.input.times_from_names(groups.fields());
    std::deque<Tallier> talliers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) talliers.emplace_back(query);
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator&) {
          return Compared{talliers[worker].tally(annotated, annotated.draft_language), groups.look(annotated)};
        },
        [&](Compared one, bool twin) { groups.add(one.tally, std::move(one.origin), twin); });
    return documents.write([&] { return with_bars(shown.table(groups), session.output, {"difference"}); });
  }
};

}  // namespace

const Command compare_command{.name = "compare",
                              .group = "Core",
                              .summary = "Compare how often codes occur in two groups of documents",
                              .examples =
                                  "topos compare texts/ --by genre --codes 'frame.*' --cluster source\n"
                                  "topos compare texts/ -a country=RUS -b country=CHN -e 'multipolar*' -e 'hegemon*'\n"
                                  "topos compare texts/ -a 'date>=2022-02-24' --codes 'frame.*' --cluster source",
                              .declare = declare_counting<Compare>};

}  // namespace topos::cli
