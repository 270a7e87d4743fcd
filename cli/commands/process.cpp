// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <utility>

#include "counting_run.hpp"
#include "discourse/process_chart.hpp"
#include "discourse/process_choices.hpp"
#include "discourse/process_maps.hpp"
#include "discourse/process_tables.hpp"
#include "options/pairs.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

struct Process {
  static constexpr bool mergeable = true;
  Session session;
  ProcessChoices choices;

  Status run() {
    choices.check();
    if (!choices.graph.empty() && !session.filter.by.empty())
      throw Error(Errc::usage, "--graph draws one map, not one for each value of --by", {},
                  "choose a group with --where");
    const std::unique_ptr<CaseSet> cases = choices.load(session.search);
    session.output.refuse_inputs({choices.cases});
    // The decisions are about events and relations, so that no hits may be looked for under their ids.
    const std::string path = std::exchange(session.decisions.path, {});
    session.output.refuse_inputs({path});
    ProcessDecisions decisions(path);
    CountingRun documents(session);
    refuse_hit_fields(documents.query());
    documents.need_tokens();
    return choices.events() ? map_events(documents, decisions, cases.get()) : map_codes(documents, decisions);
  }

  Status map_events(CountingRun& documents, ProcessDecisions& decisions, const CaseSet* cases) const {
    std::deque<EventReader> readers;
    for (std::size_t i = 0; i < documents.jobs(); ++i)
      readers.emplace_back(documents.query(), choices.event_reader(cases));
    EventMaps maps(choices.map(), decisions);
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          return process_document(documents.query(), annotated, readers[worker].read(annotated, annotator));
        },
        [&](ProcessDocument<DocumentEvents> one, bool twin) { maps.add(std::move(one), twin); });
    maps.finish();
    const auto chart = [&](CodeLabels labels) {
      for (std::size_t i = 0; cases != nullptr && i < cases->file().cases.size(); ++i)
        labels.add(std::string(case_prefix) + cases->file().cases[i].id, cases->file().cases[i].label);
      return event_chart(only_map(maps, EventMap(choices.map())), labels, choices.lanes, choices.title);
    };
    if (!choices.graph.empty()) return draw(documents, chart, decisions);
    const std::vector<std::string>& by = documents.query().options().by;
    return documents.write([&] {
      const std::string table = choices.table();
      return table == "edges"      ? event_edges(maps, by)
             : table == "evidence" ? event_evidence(maps, by)
             : table == "causes"   ? event_causes(maps, by)
                                   : event_nodes(maps, by);
    });
  }

  Status map_codes(CountingRun& documents, ProcessDecisions& decisions) const {
    std::deque<MechanismReader> readers;
    for (std::size_t i = 0; i < documents.jobs(); ++i)
      readers.emplace_back(documents.query(), choices.mechanism_reader());
    MechanismMaps maps(decisions);
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          return process_document(documents.query(), annotated, readers[worker].read(annotated, annotator));
        },
        [&](ProcessDocument<std::vector<Relation>> one, bool twin) { maps.add(std::move(one), twin); });
    maps.finish(static_cast<std::uint32_t>(choices.least));
    if (!choices.graph.empty())
      return draw(
          documents,
          [&](const CodeLabels& labels) { return mechanism_chart(only_map(maps, Mechanism()), labels, choices.title); },
          decisions);
    const std::vector<std::string>& by = documents.query().options().by;
    return documents.write([&] {
      const std::string table = choices.table();
      return table == "nodes"      ? mechanism_nodes(maps, by)
             : table == "evidence" ? mechanism_evidence(maps, by)
                                   : mechanism_edges(maps, by);
    });
  }

  /// Without --by there is one map, or none if no document was selected.
  template <class Maps, class Map>
  [[nodiscard]] static Map only_map(const Maps& maps, Map empty) {
    return maps.groups().empty() ? std::move(empty) : maps.groups().begin()->second.map;
  }

  template <class Chart>
  Status draw(CountingRun& documents, const Chart& chart, const ProcessDecisions& decisions) const {
    return documents.write_with([&](const Provenance& provenance) {
      FlowChart drawn = chart(CodeLabels(documents.library().shelf().books()));
      drawn.fold_width = static_cast<double>(choices.width);
      tell({}, decisions);
      OutputStream out(session.output.path);
      find_flow_format(choices.graph)->write(drawn, [&](std::string_view bytes) { out.write(bytes); });
      out.close();
      write_provenance(session.output, provenance);
    });
  }
};

}  // namespace

const Command process_command{
    .name = "process",
    .group = "Discourse",
    .summary = "Map events in time and what is told as their cause, or who enables and constrains whom",
    .examples =
        "topos process texts/ --lanes source --show edges\n"
        "topos process texts/ --since 2014 --graph svg -o map.svg\n"
        "topos process texts/ --nodes codes --min 3 --show evidence",
    .declare = declare_counting<Process>};

}  // namespace topos::cli
