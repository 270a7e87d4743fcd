// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include "counting_run.hpp"
#include "topos/annotation/kept_fields.hpp"
#include "words/collocate_table.hpp"

namespace topos::cli {
namespace {

struct Collocates {
  static constexpr bool mergeable = true;
  Session session;
  CollocateChoices choices;

  Status run() {
    CountingRun documents(session, choices.level);
    documents.need_tokens();
    CollocateTable shown(documents.query(), choices);
    FeatureTables tables;
    Collocations collocations(temporary_folder(), choices.memory.bytes(), shown.wants_documents());
    documents.share(tables, collocations.most_for_table());
    std::deque<CollocateCounter> counters;
    for (std::size_t i = 0; i < documents.jobs(); ++i) counters.emplace_back(documents.query(), choices.counting());
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated,
                       Annotator& annotator) { return counters[worker].count(annotated, annotator, tables.current()); },
                   [&](const DocumentCollocates& one, bool twin) {
                     collocations.add(one, twin, one.table ? one.table : tables.current());
                   });
    return documents.write([&] { return shown.table(collocations); });
  }
};

}  // namespace

const Command collocates_command{
    .name = "collocates",
    .group = "Statistics",
    .summary = "List the words around hits, and how closely they go with them",
    .examples =
        "topos collocates texts/ -e 'multipolar*'\n"
        "topos collocates texts/ --codes frame.sovereignty --window 3L,3R --stop common.txt --limit 20\n"
        "topos collocates texts/ -e russia --by period --cut 2022-02-24 --window sentence --null",
    .declare = declare_counting<Collocates>};

}  // namespace topos::cli
