// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <set>
#include <string>
#include <vector>

#include "coding/sheet_table.hpp"
#include "count_table.hpp"
#include "counting_run.hpp"

namespace topos::cli {
namespace {

struct Sheet {
  Session session;
  SheetChoices choices;

  Status run() {
    const OutputGroup key = key_output();
    (void)choices.coder_names();
    CountingRun documents(session);
    documents.need_tokens();
    std::deque<SheetCandidates> candidates;
    for (std::size_t i = 0; i < documents.jobs(); ++i) candidates.emplace_back(documents.query(), choices);
    SheetDraw draw(choices);
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated,
                       Annotator& annotator) { return candidates[worker].of(annotated, annotator.segmentation()); },
                   [&](std::vector<SheetUnit> units, bool) { draw.add(std::move(units)); });
    return documents.write([&] {
      std::set<std::string> codes;
      if (!choices.of_hits())
        for (const BookCode& one : all_codes(documents.query(), documents.library(), documents.reporter()))
          codes.insert(one.code);
      const SheetTable table(choices, {codes.begin(), codes.end()});
      const std::vector<SheetUnit> units = draw.drawn();
      if (units.size() < static_cast<std::size_t>(choices.number))
        note("there are no more than " + std::to_string(draw.candidates()) + " units to draw from");
      Provenance provenance = documents.reporter().provenance();
      provenance.seed = static_cast<std::uint64_t>(choices.seed);
      write_table(key, provenance, table.key(units));
      return table.sheet(units);
    });
  }

  /// Where the key goes. Errors: Errc::usage, if it has no place of its own.
  [[nodiscard]] OutputGroup key_output() const {
    OutputGroup key;
    key.format = "tsv";
    const std::string& sheet = session.output.path;
    const bool to_file = !sheet.empty() && sheet != "-";
    if (choices.key.empty() && !to_file)
      throw Error(Errc::usage, "the key needs a file", {}, "name the sheet with -o, or the key with --key");
    key.path = choices.key.empty() ? sheet + ".key.tsv" : choices.key;
    if (key.path == "-" || key.path == sheet) throw Error(Errc::usage, "--key needs a file of its own");
    key.refuse_inputs(session.input.finish().paths);
    return key;
  }
};

}  // namespace

const Command sheet_command{
    .name = "sheet",
    .group = "Human coding",
    .summary = "Draw a sample for people to code",
    .examples =
        "topos sheet texts/ --codes 'frame.hedging,frame.win_win' -n 200 --coders anna,ben -o sheet.tsv\n"
        "topos sheet texts/ --codes 'frame.*' --unit hit --stratify code -n 100 -o hits.tsv\n"
        "topos sheet texts/ -e 'sanction*' --oversample 'sanction*=5' --overlap .25 --coders anna,ben -o sheet.tsv",
    .declare = declare_counting<Sheet, Rows::of_coders>};

}  // namespace topos::cli
