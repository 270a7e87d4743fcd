// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <utility>

#include "bars_for_people.hpp"
#include "comparison/trend_changes.hpp"
#include "comparison/trend_cuts.hpp"
#include "comparison/trend_periods.hpp"
#include "counting_run.hpp"

namespace topos::cli {
namespace {

struct Dated {
  DocumentTally tally;
  TrendOrigin origin;
};

struct Trend {
  Session session;
  TrendChoices choices;

  Table table(const TrendDocuments& documents, const std::vector<std::string>& cuts) const {
    documents.check();
    if (choices.changepoints) return change_table(documents, choices);
    return choices.compares(!cuts.empty()) ? cut_table(documents, choices, cuts) : period_table(documents, choices);
  }

  Status run() {
    const std::vector<std::string> cuts = session.input.finish().cuts;
    choices.check(!cuts.empty());
    choices.times_from_names = session.input.times_from_names({"date"});
    CountingRun documents(session, choices.level);
    const Query& query = documents.query();
    TrendDocuments dated(query, choices);
    std::deque<Tallier> talliers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) talliers.emplace_back(query);
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator&) {
          return Dated{talliers[worker].tally(annotated, annotated.draft_language), dated.look(annotated)};
        },
        [&](Dated one, bool twin) { dated.add(one.tally, std::move(one.origin), twin); });
    return documents.write([&] { return with_bars(table(dated, cuts), session.output, {"difference", "rate"}); });
  }
};

}  // namespace

const Command trend_command{.name = "trend",
                            .group = "Core",
                            .summary = "Follow how often codes occur over time, and where that changes",
                            .examples =
                                "topos trend texts/ --codes 'frame.*' --bin quarter --cluster source\n"
                                "topos trend texts/ --codes 'frame.*' --cut 2022-02-24 --cluster source --placebo\n"
                                "topos trend texts/ -e 'multipolar*' --changepoints",
                            .declare = declare_counting<Trend>};

}  // namespace topos::cli
