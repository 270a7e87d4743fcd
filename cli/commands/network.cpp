// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include "counting_run.hpp"
#include "discourse/graph_output.hpp"
#include "discourse/network_evidence.hpp"
#include "discourse/network_table.hpp"

namespace topos::cli {
namespace {

std::string date_of(const Document& document) {
  for (const char* field : {"date", "year"})
    if (const std::string* value = document.metadata.find(field)) return *value;
  return {};
}

/// Triads need the codes of actions beside those of nodes. Of books that were named all codes serve, since nobody knows
/// which are which.
void look_for_actions(SearchGroup& search) {
  if (search.uses_built_in())
    search.codes.insert(search.codes.end(), {"actor.*", "action.*"});
  else
    search.codes.clear();
}

struct Network {
  static constexpr bool mergeable = true;
  Session session;
  NetworkChoices choices;

  Status run() {
    choices.finish(session);
    const CodeSides sides(choices.rows, choices.columns, session.search);
    if (choices.of_speakers() && session.search.codes.empty()) session.search.codes = choices.columns;
    if (choices.of_triads()) look_for_actions(session.search);
    CountingRun documents(session, choices.level);
    PairOptions counting{unit_bound(choices.unit), {}, {}, choices.lists_evidence()};
    if (!choices.stance.empty())
      counting.split = [&](std::string_view code) {
        return sides.second(code) && (choices.of_speakers() || !sides.first(code));
      };
    std::deque<PairCounter> counters;
    for (std::size_t i = 0; i < documents.jobs(); ++i) counters.emplace_back(documents.query(), counting);
    return choices.lists_evidence() ? list_evidence(documents, counters, sides)
                                    : write_network(documents, counters, sides);
  }

  Status write_network(CountingRun& documents, std::deque<PairCounter>& counters, const CodeSides& sides) const {
    NetworkTally tally(choices, sides);
    const auto& books = documents.library().shelf().books();
    if (choices.of_triads()) documents.need_tokens();
    const TriadReader triads(documents.query(), {}, books, nullptr);
    TriadPairs ties(choices.triad_tie(), choices.stance, books);
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          NetworkDocument one{choices.of_triads() ? ties.count(triads.read(annotated, annotator))
                                                  : counters[worker].count(annotated, annotator),
                              date_of(annotated.document)};
          one.pairs.cluster = choices.resampling.cluster_of(annotated.document);
          return one;
        },
        [&](const NetworkDocument& one, bool twin) { tally.add(one, twin); });
    NetworkTable shown(documents.library(), documents.query(), choices);
    return choices.graph.empty() ? documents.write([&] {
      tally.finish();
      return shown.table(tally);
    })
                                 : documents.write_with([&](const Provenance& provenance) {
                                     tally.finish();
                                     write_graph(session.output, provenance, choices.graph, shown.graph(tally));
                                   });
  }

  Status list_evidence(CountingRun& documents, std::deque<PairCounter>& counters, const CodeSides& sides) const {
    using Rows = std::vector<std::vector<Cell>>;
    documents.need_tokens();
    const NetworkEvidence evidence(documents.query(), choices, sides);
    Table table{evidence.columns(), {}};
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          return evidence.rows(counters[worker].count(annotated, annotator), annotated, annotator);
        },
        [&](Rows rows, bool) {
          for (std::vector<Cell>& row : rows)
            if (choices.limit == 0 || table.rows.size() < static_cast<std::size_t>(choices.limit))
              table.rows.push_back(std::move(row));
        });
    return documents.write([&] { return std::move(table); });
  }
};

}  // namespace

const Command network_command{
    .name = "network",
    .group = "Discourse",
    .summary = "Make networks of actors, frames and speakers, and measure them",
    .examples =
        "topos network texts/ --mode actor-actor --show nodes\n"
        "topos network texts/ --mode relation --stance polarity --graph graphml -o triads.graphml\n"
        "topos network texts/ --speaker country --project congruence --norm cosine --backbone 0.05\n"
        "topos network texts/ --rows 'actor.state.*' --columns 'frame.*' --graph gexf -o frames.gexf",
    .declare = declare_counting<Network>};

}  // namespace topos::cli
