// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include "comparison/code_pair_table.hpp"
#include "counting_run.hpp"
#include "topos/annotation/kept_fields.hpp"

namespace topos::cli {
namespace {

struct Cooccur {
  static constexpr bool mergeable = true;
  Session session;
  PairChoices choices;

  Status run() {
    const CodeSides sides(choices.left, choices.right, session.search);
    const PairOptions counting = choices.counting();
    CountingRun documents(session, choices.level);
    if (counting.window) documents.need_tokens();
    CodePairTable shown(documents.query(), choices, sides);
    std::deque<PairCounter> counters;
    for (std::size_t i = 0; i < documents.jobs(); ++i) counters.emplace_back(documents.query(), counting);
    CodePairs pairs(counting.window.has_value(), false, temporary_folder(), choices.memory.bytes());
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated,
                       Annotator& annotator) { return counters[worker].count(annotated, annotator); },
                   [&](const DocumentPairs& one, bool twin) { pairs.add(one, twin); });
    return documents.write([&] {
      pairs.finish();
      return shown.table(pairs);
    });
  }
};

}  // namespace

const Command cooccur_command{.name = "cooccur",
                              .group = "Statistics",
                              .summary = "List pairs of codes that stand together, and how closely they go together",
                              .examples =
                                  "topos cooccur texts/ --codes 'frame.*'\n"
                                  "topos cooccur texts/ --left 'actor.*' --right 'frame.*' --unit paragraph --min 5\n"
                                  "topos cooccur texts/ -e 'sanction*' -e sovereignty --window 10",
                              .declare = declare_counting<Cooccur>};

}  // namespace topos::cli
