// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <utility>

#include "counting_run.hpp"
#include "discourse/case_tables.hpp"
#include "options/pairs.hpp"

namespace topos::cli {
namespace {

struct Cases {
  Session session;
  CaseChoices choices;

  Status run() {
    const CaseSet cases = choices.load(session.search);
    session.output.refuse_inputs({choices.path});
    CountingRun documents(session, choices.level);
    refuse_hit_fields(documents.query());
    documents.need_tokens();
    std::deque<CaseCounter> counters;
    for (std::size_t i = 0; i < documents.jobs(); ++i)
      counters.emplace_back(documents.query(), cases, choices.counting());
    CaseComparison result(cases, choices.counting().quotations);
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated,
                       Annotator& annotator) { return counters[worker].count(annotated, annotator); },
                   [&](DocumentCases one, bool twin) { result.add(std::move(one), twin); });
    return documents.write([&] { return CaseTables(result, choices, documents.query().options().by).table(); });
  }
};

}  // namespace

const Command cases_command{
    .name = "cases",
    .group = "Discourse",
    .summary = "Compare cases: what is said of each, how near they are, what there is too little of",
    .examples =
        "topos cases --cases cases.toml texts/\n"
        "topos cases --cases cases.toml texts/ --codes 'practice.*' --show pairs --distance gower\n"
        "topos cases --cases cases.toml texts/ --show qca --format csv -o cases.csv",
    .declare = declare_counting<Cases>};

}  // namespace topos::cli
