// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <limits>
#include <string>

#include "comparison/cross_table.hpp"
#include "counting_run.hpp"
#include "topos/annotation/kept_fields.hpp"

namespace topos::cli {
namespace {

struct Cross {
  static constexpr bool mergeable = true;
  Session session;
  CrossChoices choices;

  Status run() {
    choices.check();
    const CodeSides sides(choices.rows, choices.columns, session.search);
    CountingRun documents(session, choices.level);
    CrossTable shown(documents.query(), choices, sides);
    std::deque<PairCounter> counters;
    for (std::size_t i = 0; i < documents.jobs(); ++i)
      counters.emplace_back(documents.query(), PairOptions{unit_bound(choices.unit), {}});
    CodePairs pairs(false, true, temporary_folder(), std::numeric_limits<std::size_t>::max());
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          DocumentPairs one = counters[worker].count(annotated, annotator);
          one.cluster = choices.resampling.cluster_of(annotated.document);
          return one;
        },
        [&](const DocumentPairs& one, bool twin) { pairs.add(one, twin); });
    return documents.write([&] {
      pairs.finish();
      return shown.table(pairs);
    });
  }
};

}  // namespace

const Command cross_command{.name = "cross",
                            .group = "Statistics",
                            .summary = "Cross two sets of codes: how often they stand together, at what rate",
                            .examples =
                                "topos cross texts/ --rows 'dimension.*' --columns 'domain.*'\n"
                                "topos cross texts/ --rows 'actor.*' --columns 'frame.*' --by period --cut 2022-02-24\n"
                                "topos cross texts/ --rows 'actor.*' --columns 'frame.*' --unit paragraph --wide",
                            .declare = declare_counting<Cross>};

}  // namespace topos::cli
