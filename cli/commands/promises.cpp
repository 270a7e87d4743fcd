// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <utility>

#include "counting_run.hpp"
#include "discourse/promise_choices.hpp"
#include "discourse/promise_sentences.hpp"
#include "discourse/promise_tables.hpp"
#include "topos/discourse/kept_findings.hpp"
#include "topos/discourse/promise_reader.hpp"

namespace topos::cli {
namespace {

struct Promises {
  static constexpr bool mergeable = true;
  Session session;
  PromiseChoices choices;

  Status run() {
    std::vector<bool> wanted = choices.wanted();
    choices.name_in(session.search);
    session.output.refuse_inputs(choices.promises);
    session.output.refuse_inputs({choices.facts});
    if (session.filter.by.empty() && !choices.shows_evidence()) session.filter.by = {"document"};
    CountingRun documents(session);
    PromiseChoices::check(documents.query());
    documents.need_tokens();
    const PromiseDecisions decisions(session.decisions.path, documents.decisions() ? &*documents.decisions() : nullptr);
    PromisePlan plan = choices.plan(documents.library(), session.search);
    if (decisions.any()) plan.drops = [&](std::string_view id) { return decisions.drops(id); };
    std::deque<PromiseReader> readers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) readers.emplace_back(documents.query(), plan);
    PromiseTotals totals;
    PromiseSentences sentences(documents.query().options().by, wanted);
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated,
                       Annotator& annotator) { return readers[worker].read(annotated, annotator); },
                   [&](const DocumentPromises& one, bool twin) {
                     if (plan.lists_evidence)
                       sentences.add(one, twin);
                     else
                       totals.add(one, twin);
                   });
    if (plan.lists_evidence) return documents.write([&] { return sentences.table(); });
    return documents.write(
        [&] { return PromiseTables(totals, plan, documents.query().options().by, std::move(wanted)).table(); });
  }
};

}  // namespace

const Command promises_command{.name = "promises",
                               .group = "Discourse",
                               .summary = "Hold what texts announce against what they deliver",
                               .examples =
                                   "topos promises texts/\n"
                                   "topos promises texts/ --declared 'domain.economy,domain.energy' --by genre\n"
                                   "topos promises texts/ --universe 'actor.state.*' --checks absence\n"
                                   "topos promises speeches/ --checks commitment --show evidence",
                               .declare = declare_counting<Promises>};

}  // namespace topos::cli
