// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "discourse/process_chart.hpp"
#include "discourse/process_choices.hpp"
#include "discourse/process_tables.hpp"
#include "report/section.hpp"
#include "report/sentence_list.hpp"
#include "topos/report/flow_chart.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_sources = 6;     ///< that have a lane each; beyond, actors have
constexpr std::size_t most_drawn = 24;      ///< events
constexpr std::size_t most_relations = 40;  ///< of the second map
constexpr std::size_t most_statements = 2;
constexpr const char* causes = "what is told as a cause";

struct KeptProcess {
  ProcessDocument<DocumentEvents> events;
  ProcessDocument<std::vector<Relation>> relations;
};

/// What the texts tell as events, in time, and who or what they say enables, compels, constrains and causes what.
class ProcessSection final : public SectionKeeping<KeptProcess> {
 public:
  explicit ProcessSection(const ReportContext& context)
      : context_(context), query_(context.query_by({})),
        mentions_(context, "events-mentions", {"sentence_text", "text", {"actors", "action"}, {"clause"}}),
        reasons_(context, "causes", {"sentence_text", "text", {"negated", "supposed"}, {"cause", "effect"}}),
        relations_(context, "relations-sentences", {"sentence_text", "text", {"negated", "supposed", "rule"}, {}}) {
    for (std::size_t i = 0; i < context.run.jobs(); ++i) {
      events_.emplace_back(query_, choices_.event_reader(nullptr));
      mechanisms_.emplace_back(query_, choices_.mechanism_reader());
    }
  }

 private:
  KeptProcess look(const DocumentSight& sight) override {
    const AnnotatedDocument& annotated = sight.annotated;
    return {process_document(query_, annotated, events_[sight.worker].read(annotated, sight.annotator)),
            process_document(query_, annotated, mechanisms_[sight.worker].read(annotated, sight.annotator))};
  }

  void add(KeptProcess one, const DocumentTally&, bool twin) override {
    for (const EventMention& mention : one.events.found.mentions) sources_.insert(mention.source);
    waiting_.emplace_back(std::move(one.events), twin);
    mechanism_.add(std::move(one.relations), twin);
  }

  void write(ReportSection& out) override {
    EventMap::Options options = choices_.map();
    options.lanes = sources_.size() <= most_sources ? "source" : "actor";
    EventMaps maps(options, decisions_);
    for (auto& [events, twin] : waiting_) maps.add(std::move(events), twin);
    waiting_.clear();
    maps.finish();
    mechanism_.finish(1);
    const EventMap map = only_map(maps, EventMap(options));
    if (map.nodes().empty() && relations().edges().empty()) {
      out.left_out = "No rule finds a date, a cause, or that one thing enables or constrains another.";
      return;
    }
    if (!map.nodes().empty()) write_events(out, maps, map, options.lanes);
    if (!relations().edges().empty()) write_mechanism(out);
  }

  void write_events(ReportSection& out, const EventMaps& maps, EventMap map, const std::string& lanes) {
    const Table edges = event_edges(maps, {});
    mentions_.add_all(event_evidence(maps, {}),
                      [](const TableView&, std::size_t) { return std::vector<std::string>(); });
    reasons_.add_all(event_causes(maps, {}),
                     [](const TableView&, std::size_t) { return std::vector<std::string>{causes}; });
    std::size_t dated = 0;
    std::size_t projected = 0;
    for (const EventNode& node : map.nodes()) {
      dated += node.kind == EventNode::Kind::dated ? 1U : 0U;
      projected += node.projected ? 1U : 0U;
    }
    std::size_t because = 0;
    std::size_t denied = 0;
    for (const EventEdge& edge : map.edges())
      if (edge.kind == EventEdge::Kind::because) {
        ++because;
        denied += edge.affirmed == 0 ? 1U : 0U;
      }
    std::string text = "Rules take what texts tell for " + counted(map.nodes().size(), "event") + ", " +
                       std::to_string(dated) + " with a date";
    if (projected > 0) text += " and " + std::to_string(projected) + " as what may or shall come";
    text += because == 0
                ? "; none is told as the cause of another"
                : "; " + counted(because, "tie") + (because == 1 ? " is" : " are") + " told as cause and effect";
    if (denied > 0) text += ", " + std::to_string(denied) + " of them only denied";
    out.blocks.emplace_back(Statement{text + "; the same event in other words counts again.", "table-events", true});
    Table nodes = event_nodes(maps, {});
    map.keep_most_told(most_drawn);
    out.blocks.emplace_back(timeline(map, lanes, nodes.rows.size()));
    number(nodes, map);
    draw("process", event_chart(map, CodeLabels(context_.books()), lanes, {}));
    out.blocks.emplace_back(
        ReportTable{"events",
                    "Events as told",
                    without_words(context_, std::move(nodes), {"event", "wordings"}),
                    {"number", "when", "lane", "actors", "action", "projected", "mentions", "documents", "sources",
                     "event", "sentences"},
                    "number: in the figure. sentences: document and number of the sentence. " + mentions_.note()});
    if (!edges.rows.empty())
      out.blocks.emplace_back(ReportTable{"event-edges",
                                          "What comes next, and what is told as a cause",
                                          without_words(context_, edges, {"from_event", "to_event"}),
                                          {"from_when", "from_event", "edge", "label", "to_when", "to_event",
                                           "affirmed", "negated", "supposed", "lane", "sentences"},
                                          reasons_.note()});
    reasons_.write(out, {causes}, "sentences that tell a cause, as rules find them", "sentence");
  }

  /// The number that an event has in the figure stands before it.
  static void number(Table& nodes, const EventMap& drawn) {
    std::map<std::string, std::int64_t> numbers;
    std::int64_t next = 0;
    for (const EventNode& node : drawn.nodes())
      if (node.kind == EventNode::Kind::dated) numbers[node.id] = ++next;
    const TableView view(nodes);
    std::vector<Cell> cells;
    for (std::size_t row = 0; row < view.rows(); ++row) {
      const std::string ids = view.text(row, "id");
      const auto found = numbers.find(ids.substr(0, ids.find(' ')));
      cells.push_back(found == numbers.end() ? Cell() : Cell(found->second));
    }
    nodes.columns.insert(nodes.columns.begin(), {"number", true});
    for (std::size_t row = 0; row < cells.size(); ++row) nodes.rows[row].insert(nodes.rows[row].begin(), cells[row]);
  }

  static double year_of(const Date& date, bool end) {
    return date.year + (std::max(date.month, 1) - 1) / 12.0 + (std::max(date.day, 1) - (end ? 0 : 1)) / 366.0;
  }

  Figure timeline(const EventMap& map, const std::string& lanes, std::size_t all) const {
    Timeline chart;
    chart.axis = "year";
    const CodeLabels labels(context_.books());
    std::map<std::string, std::size_t> places;
    std::map<std::uint32_t, std::size_t> numbers;
    const bool worded = context_.choices.evidence_lines() > 0;
    for (std::uint32_t i = 0; i < map.nodes().size(); ++i) {
      const EventNode& node = map.nodes()[i];
      if (node.kind != EventNode::Kind::dated) continue;
      const auto [place, added] = places.try_emplace(node.lane, chart.lanes.size());
      if (added)
        chart.lanes.push_back(node.lane.empty()   ? "no " + lanes + " named"
                              : lanes == "source" ? node.lane
                                                  : labels.of(node.lane));
      numbers[i] = chart.events.size();
      chart.events.push_back(
          {place->second, year_of(node.first, false), year_of(node.last, true),
           when_of(map, node) +
               (worded ? ": " + words_of(map, node, [&](const std::string& code) { return labels.of(code); }) : ""),
           node.projected});
    }
    for (const EventEdge& edge : map.edges())
      if (edge.kind == EventEdge::Kind::because && numbers.count(edge.from) > 0 && numbers.count(edge.to) > 0)
        chart.links.push_back({numbers.at(edge.from), numbers.at(edge.to), edge.affirmed == 0});
    const std::size_t drawn = chart.events.size();
    return {"events",
            "Events as the texts tell them, by " + lanes,
            (all > most_drawn ? "Of the " + std::to_string(all) + " events the " + std::to_string(drawn) +
                                    " dated ones that most sources and sentences tell. "
                              : std::string()) +
                "Numbers are those of the table; hollow: told as what may come. Arrows run from a cause to its "
                "effect, dashed where it is only denied. Dates and causes are cues found by rules; "
                "figures/process.svg has the events with their words.",
            "Timeline of " + counted(drawn, "event") + ". The table of events has the dates.",
            "events",
            std::move(chart)};
  }

  static std::string relation(const TableView& view, std::size_t row) {
    return view.text(row, "source") + ' ' + view.text(row, "relation") + ' ' + view.text(row, "target");
  }

  void write_mechanism(ReportSection& out) {
    relations_.add_all(mechanism_evidence(mechanism_, {}),
                       [](const TableView& view, std::size_t row) { return std::vector{relation(view, row)}; });
    Table edges = mechanism_edges(mechanism_, {});
    const TableView view(edges);
    std::set<std::string> wanted;
    for (std::size_t row = 0; row < view.rows() && wanted.size() < most_statements; ++row) {
      if (view.number(row, "sentences") < rare) continue;
      const std::string thing = relation(view, row);
      wanted.insert(thing);
      std::string text = "That " + thing + " is told, as a fact, a wish or a demand, in " +
                         counted(static_cast<std::uint64_t>(view.number(row, "sentences")), "sentence") + " of " +
                         counted(static_cast<std::uint64_t>(view.number(row, "documents")), "document") +
                         ", as rules find it";
      if (view.number(row, "negated") > 0) text += "; denied in " + in_words(view.number(row, "negated"), 0);
      if (view.number(row, "supposed") > 0)
        text += "; asked or supposed in " + in_words(view.number(row, "supposed"), 0);
      out.blocks.emplace_back(Statement{text + '.', evidence_id(thing)});
    }
    const std::size_t all = edges.rows.size();
    draw_mechanism();
    out.blocks.emplace_back(
        ReportTable{"relations",
                    "Who or what enables, compels, constrains and causes what",
                    std::move(edges),
                    {"source", "relation", "target", "weight", "sentences", "sources", "documents", "affirmed",
                     "negated", "supposed", "contested"},
                    counted(all, "relation") +
                        ". weight: sentences times sources. Cues found by rules; figures/mechanism.svg draws them. " +
                        relations_.note()});
    relations_.write(out, wanted, "sentences that say so or deny it, as rules find them", "sentence");
  }

  /// A map of its own, with words where those may be printed.
  void draw(const std::string& name, FlowChart chart) {
    if (context_.choices.evidence_lines() == 0)
      for (FlowBox& box : chart.boxes) box.body.clear();
    std::string& bytes = drawings_["figures/" + name + ".svg"];
    find_flow_format("svg")->write(chart, [&](std::string_view part) { bytes += part; });
  }

  /// Of the relations that weigh most.
  void draw_mechanism() {
    FlowChart chart = mechanism_chart(relations(), CodeLabels(context_.books()), {});
    std::stable_sort(chart.arrows.begin(), chart.arrows.end(),
                     [](const FlowArrow& a, const FlowArrow& b) { return a.weight > b.weight; });
    if (chart.arrows.size() > most_relations) chart.arrows.resize(most_relations);
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (const FlowArrow& arrow : chart.arrows)
      for (const std::uint32_t end : {arrow.from, arrow.to}) numbers.emplace(end, 0);
    std::vector<FlowBox> boxes;
    for (auto& [box, number] : numbers) {
      number = static_cast<std::uint32_t>(boxes.size());
      boxes.push_back(std::move(chart.boxes[box]));
    }
    chart.boxes = std::move(boxes);
    for (FlowArrow& arrow : chart.arrows) {
      arrow.from = numbers.at(arrow.from);
      arrow.to = numbers.at(arrow.to);
    }
    draw("mechanism", std::move(chart));
  }

  void write_files(OutputFolder& folder) override {
    for (const auto& [name, bytes] : drawings_) folder.write(name, bytes);
    mentions_.write_file(folder);
    reasons_.write_file(folder);
    relations_.write_file(folder);
  }

  /// The map of all documents; `none`: if no document was selected.
  template <class Maps, class Map>
  [[nodiscard]] static Map only_map(const Maps& maps, Map none) {
    return maps.groups().empty() ? std::move(none) : maps.groups().begin()->second.map;
  }
  [[nodiscard]] Mechanism relations() const { return only_map(mechanism_, Mechanism()); }

  const ReportContext& context_;
  ProcessChoices choices_;
  ProcessDecisions decisions_{std::string()};
  Query query_;
  std::deque<EventReader> events_;
  std::deque<MechanismReader> mechanisms_;
  std::vector<std::pair<ProcessDocument<DocumentEvents>, bool>> waiting_;  ///< with whether it is a twin
  std::set<std::string> sources_;
  MechanismMaps mechanism_{decisions_};
  std::map<std::string, std::string> drawings_;
  SentenceList mentions_;
  SentenceList reasons_;
  SentenceList relations_;
};

}  // namespace

const SectionKind process_section{"process", "Events and causes", make_section<ProcessSection>};

}  // namespace topos::cli
