// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include "counting_run.hpp"
#include "words/dispersion_table.hpp"

namespace topos::cli {
namespace {

struct Dispersion {
  Session session;
  DispersionChoices choices;

  Status run() {
    const PartKind parts = choices.kind();
    CountingRun documents(session, choices.level);
    documents.need_tokens();
    const DispersionTable shown(documents.query(), choices, session.output);
    Placements placements;
    std::deque<QueryRun> runs;
    for (std::size_t i = 0; i < documents.jobs(); ++i) runs.emplace_back(documents.query());
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          return places_of_document(runs[worker], annotated, annotator.segmentation(), parts);
        },
        [&](const DocumentPlaces& one, bool twin) { placements.add(one, twin); });
    return documents.write([&] { return shown.table(placements); });
  }
};

}  // namespace

const Command dispersion_command{
    .name = "dispersion",
    .group = "Statistics",
    .summary = "show how evenly words, patterns or codes are spread",
    .examples =
        "topos dispersion texts/ -e 'multipolar*' -e 'hegemon*'\n"
        "topos dispersion texts/ --codes 'frame.*' --by country --measures dp_norm,da,arf\n"
        "topos dispersion speech.txt -e china --parts 10 --barcode 60",
    .declare = declare_counting<Dispersion>};

}  // namespace topos::cli
