// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include "counting_run.hpp"
#include "process_chart.hpp"
#include "process_choices.hpp"
#include "process_decisions.hpp"
#include "process_tables.hpp"

namespace topos::cli {
namespace {

struct Process {
  Session session;
  ProcessChoices choices;

  Status run() {
    choices.check();
    CountingRun documents(session);
    documents.need_tokens();
    ProcessDecisions decisions(choices.decisions);
    const Status status = choices.events() ? map_events(documents, decisions) : map_codes(documents, decisions);
    decisions.tell();
    return status;
  }

  Status map_events(CountingRun& documents, ProcessDecisions& decisions) const {
    std::deque<EventReader> readers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) readers.emplace_back(documents.query(), choices.event_reader());
    EventMap map(choices.map());
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) { return readers[worker].read(annotated, annotator); },
                   [&](DocumentEvents one, bool) {
                     decisions.apply(one);
                     map.add(std::move(one));
                   });
    map.finish();
    if (!choices.graph.empty()) return draw(documents, [&](const CodeLabels& labels) { return event_chart(map, labels, choices.lanes, choices.title); });
    return documents.write([&] {
      if (choices.evidence) return choices.rows_of_nodes() ? event_node_evidence(map) : event_edge_evidence(map);
      return choices.rows_of_nodes() ? event_nodes(map) : event_edges(map);
    });
  }

  Status map_codes(CountingRun& documents, ProcessDecisions& decisions) const {
    std::deque<MechanismReader> readers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) readers.emplace_back(documents.query(), choices.mechanism_reader());
    Mechanism mechanism;
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) { return readers[worker].read(annotated, annotator); },
                   [&](std::vector<Relation> one, bool) {
                     decisions.apply(one);
                     mechanism.add(std::move(one));
                   });
    mechanism.finish(static_cast<std::uint32_t>(choices.least));
    if (!choices.graph.empty()) return draw(documents, [&](const CodeLabels& labels) { return mechanism_chart(mechanism, labels, choices.title); });
    return documents.write([&] {
      if (choices.evidence) return mechanism_evidence(mechanism);
      return choices.rows_of_nodes() ? mechanism_nodes(mechanism) : mechanism_edges(mechanism);
    });
  }

  template <class Chart>
  Status draw(CountingRun& documents, const Chart& chart) const {
    return documents.write_with([&](const Provenance& provenance) {
      const FlowChart drawn = chart(CodeLabels(documents.library().shelf().books()));
      OutputStream out(session.output.path);
      find_flow_format(choices.graph)->write(drawn, [&](std::string_view bytes) { out.write(bytes); });
      out.close();
      write_provenance(session.output, provenance);
    });
  }
};

}  // namespace

const Command process_command{.name = "process",
                              .group = "Discourse",
                              .summary = "Map events in time and what is told as their cause, or who enables and constrains whom",
                              .examples = "topos process texts/ --lanes source --rows edges\n"
                                          "topos process texts/ --since 2014 --graph svg -o map.svg\n"
                                          "topos process texts/ --nodes codes --min 3 --evidence",
                              .declare = declare_counting<Process, Rows::of_coders>};

}  // namespace topos::cli
