// SPDX-License-Identifier: Apache-2.0
#include "discourse/process_chart.hpp"

#include <algorithm>
#include <set>

#include "discourse/process_tables.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_columns = 40;

void refuse_crowds(std::size_t boxes, std::size_t arrows) {
  if (boxes > most_boxes || arrows > most_arrows)
    throw Error(
        Errc::usage,
        "a graph of " + std::to_string(boxes) + " nodes and " + std::to_string(arrows) + " edges cannot be read", {},
        "ask for less with --min, --where, --since and --until, or take the table");
}

/// Years by ones, tens or hundreds.
class TimeColumns {
 public:
  explicit TimeColumns(const EventMap& map) {
    for (const EventNode& node : map.nodes())
      if (node.kind == EventNode::Kind::dated) years_.insert(node.first.year);
    while (step_ < 100 && numbers().size() > most_columns) step_ *= 10;
    for (const int number : numbers()) {
      column_.emplace(number, static_cast<std::uint32_t>(names_.size()));
      names_.push_back(std::to_string(number) + (step_ == 1 ? "" : "s"));
    }
    timeless_ = static_cast<std::uint32_t>(names_.size());
    for (const EventNode& node : map.nodes())
      if (node.kind != EventNode::Kind::dated && names_.size() == timeless_) names_.emplace_back("no date");
  }
  [[nodiscard]] std::uint32_t of(const EventNode& node) const {
    return node.kind == EventNode::Kind::dated ? column_.at(number(node.first.year)) : timeless_;
  }
  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

 private:
  [[nodiscard]] int number(int year) const { return year / step_ * step_; }
  [[nodiscard]] std::set<int> numbers() const {
    std::set<int> all;
    for (const int year : years_) all.insert(number(year));
    return all;
  }
  std::set<int> years_;
  int step_ = 1;
  std::map<int, std::uint32_t> column_;
  std::vector<std::string> names_;
  std::uint32_t timeless_ = 0;
};

/// Lanes by falling number of nodes; that of nodes without one at the end.
std::map<std::string, std::uint32_t> lane_numbers(const EventMap& map, std::vector<std::string>& order) {
  NameCounts counts;
  bool without = false;
  for (const EventNode& node : map.nodes()) {
    if (node.lane.empty())
      without = true;
    else
      counts.add(node.lane);
  }
  order = counts.by_number();
  if (without) order.emplace_back();
  std::map<std::string, std::uint32_t> numbers;
  for (const std::string& lane : order) numbers.emplace(lane, static_cast<std::uint32_t>(numbers.size()));
  return numbers;
}

/// The date as it is written, and its year where that is reckoned from the document's.
std::string head_of(const EventMap& map, const EventNode& node) {
  const std::string& when = when_of(map, node);
  if (when.empty()) return "undated";
  return map.mentions()[node.when].time.anchor == "document" ? when + " (" + std::to_string(node.first.year) + ")"
                                                             : when;
}

/// The marker of a cause; one that the text puts before the cause, such as "because of", is read against the arrow.
std::string label_of(const EventEdge& edge) {
  return edge.before_cause && !edge.label.empty() ? "← " + edge.label : edge.label;
}

std::string told(const EventNode& node) {
  if (node.mentions.size() == 1) return {};
  return std::to_string(node.mentions.size()) + " mentions" +
         (node.sources > 1 ? ", " + std::to_string(node.sources) + " sources" : "");
}

}  // namespace

CodeLabels::CodeLabels(const std::vector<const Codebook*>& books) {
  for (const Codebook* book : books)
    for (const Code& code : book->codes) labels_.emplace(code.id, code.label);
}

std::string CodeLabels::of(const std::string& code) const {
  const auto found = labels_.find(code);
  return found == labels_.end() || found->second.empty() ? code : found->second;
}

FlowChart event_chart(const EventMap& map, const CodeLabels& labels, const std::string& lanes,
                      const std::string& title) {
  refuse_crowds(map.nodes().size(), map.edges().size());
  FlowChart chart;
  chart.title = title.empty() ? "Events as told, by " + lanes : title;
  const TimeColumns columns(map);
  chart.columns = columns.names();
  std::vector<std::string> order;
  const std::map<std::string, std::uint32_t> lane = lane_numbers(map, order);
  for (const std::string& one : order)
    chart.lanes.push_back(one.empty() ? "no " + lanes + " named" : lanes == "source" ? one : labels.of(one));
  for (const EventNode& node : map.nodes()) {
    const bool dated = node.kind == EventNode::Kind::dated;
    chart.boxes.push_back({head_of(map, node),
                           words_of(map, node, [&](const std::string& code) { return labels.of(code); }), told(node),
                           lane.at(node.lane), columns.of(node), node.projected, !dated});
  }
  for (const EventEdge& edge : map.edges()) {
    const bool because = edge.kind == EventEdge::Kind::because;
    chart.arrows.push_back({edge.from, edge.to, because ? FlowArrow::Kind::cause : FlowArrow::Kind::order,
                            label_of(edge), edge.affirmed == 0 && edge.negated > 0,
                            edge.affirmed > 0 && edge.negated > 0, 1, because && edge.affirmed + edge.negated == 0});
  }
  chart.description = "Events: " + std::to_string(map.nodes().size()) +
                      ", lanes: " + std::to_string(chart.lanes.size()) + ", time from left to right. " +
                      "Dates, actors and causes are found by rules in what texts say; they are cues.";
  chart.hollow = "told as what may or shall come";
  chart.timeless = "no day is told";
  chart.order = "next in time among the events of a lane";
  chart.cause = "from what is told as a cause to its effect, by these words; those behind ← are read against the arrow";
  return chart;
}

FlowChart mechanism_chart(const Mechanism& mechanism, const CodeLabels& labels, const std::string& title) {
  refuse_crowds(mechanism.nodes().size(), mechanism.edges().size());
  FlowChart chart;
  chart.title = title.empty() ? "Who or what enables, compels, constrains, causes and influences what" : title;
  chart.columns = {"mostly acts", "acts and is acted on", "is mostly acted on"};
  std::map<std::string, std::uint32_t> lane;
  for (const MechanismNode& node : mechanism.nodes()) {
    const std::string dimension = node.code.substr(0, node.code.find('.'));
    const auto [place, added] = lane.try_emplace(dimension, static_cast<std::uint32_t>(lane.size()));
    if (added) chart.lanes.push_back(dimension);
    const std::uint32_t column = node.acts > 2 * node.acted_on ? 0 : node.acted_on > 2 * node.acts ? 2 : 1;
    const std::string foot =
        "acts in " + std::to_string(node.acts) + ", is acted on in " + std::to_string(node.acted_on);
    chart.boxes.push_back({labels.of(node.code), {}, foot, place->second, column, false, false});
  }
  for (const MechanismEdge& edge : mechanism.edges())
    chart.arrows.push_back({edge.from, edge.to, FlowArrow::Kind::cause,
                            std::string(to_string(edge.kind)) + " ×" + std::to_string(edge.sentences),
                            edge.affirmed == 0 && edge.negated > 0, edge.contested(),
                            static_cast<double>(edge.weight()), edge.asserted == 0});
  chart.description = "Codes: " + std::to_string(mechanism.nodes().size()) +
                      ", relations: " + std::to_string(mechanism.edges().size()) +
                      ". Relations are found by rules in what sentences say; they are cues.";
  chart.cause = "relation, and how many sentences say so";
  return chart;
}

}  // namespace topos::cli
