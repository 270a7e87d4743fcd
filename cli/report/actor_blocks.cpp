// SPDX-License-Identifier: Apache-2.0
#include "report/actor_blocks.hpp"

#include <algorithm>

#include "cells.hpp"
#include "report/table_view.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_actors = 12;  ///< rows of a grid
constexpr std::size_t most_columns = 10;
constexpr std::size_t most_nodes = 25;
constexpr std::size_t most_arrows = 40;
constexpr std::string_view actor_stem = "actor.";

bool is_actor(std::string_view code) { return code.starts_with(actor_stem); }

/// A grid of whole numbers of which there may be none.
HeatMap grid(const std::vector<std::string>& rows, const std::vector<std::string>& columns,
             const std::map<std::pair<std::string, std::string>, double>& numbers) {
  HeatMap chart;
  const std::string stem = common_stem(columns);
  for (const std::string& column : columns)
    chart.columns.push_back(is_actor(column) ? actor_name(column) : column.substr(stem.size()));
  for (const std::string& row : rows) {
    chart.rows.push_back({{actor_name(row), ""}, {}});
    for (const std::string& column : columns) {
      const auto found = numbers.find({row, column});
      chart.rows.back().values.push_back(found == numbers.end() ? 0 : found->second);
    }
  }
  return chart;
}

}  // namespace

std::string triads_of(const std::string& actor) { return "triads of " + actor; }

std::string actor_name(const std::string& code) { return is_actor(code) ? code.substr(actor_stem.size()) : code; }

std::vector<std::string> busiest_actors(const ActorShares& shares, std::size_t most) {
  std::map<std::string, double> triads;
  for (const auto& [key, share] : shares) triads[key.second] += real(share.whole());
  return largest(triads, most);
}

Figure activation_figure(const ActorShares& shares, const std::vector<std::string>& actors) {
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> sums;
  for (const auto& [key, share] : shares) {
    sums[key.second].first += share.part();
    sums[key.second].second += share.whole() - share.part();
  }
  BarChart chart{"directed triads of two actors", {"acts", "is acted on"}, {}, false};
  for (const std::string& actor : actors)
    chart.rows.push_back({{actor_name(actor), triads_of(actor)}, {real(sums[actor].first), real(sums[actor].second)}});
  const auto& [acts, acted_on] = sums[actors.front()];
  std::map<std::string, double> wholes;
  for (const auto& [actor, sides] : sums) wholes[actor] = real(sides.first + sides.second);
  return {
      "activation",
      one_has_most(wholes) ? actor_name(actors.front()) + " takes part in most directed triads: it acts in " +
                                 std::to_string(acts) + " and is acted on in " + std::to_string(acted_on)
                           : "Who acts, and who is acted on",
      "A triad is an actor, a verb or noun of action, and another actor; ties without direction are left out. The " +
          counted(actors.size(), "actor") + " with most. Cues found by rules.",
      "Bars of triads in which actors act and are acted on. The table of actors has the numbers.",
      "actors",
      std::move(chart)};
}

Figure actor_pair_figure(const Table& pairs, const std::vector<std::string>& actors) {
  const TableView view(pairs);
  std::map<std::pair<std::string, std::string>, double> numbers;
  std::map<std::string, double> targets;
  std::pair<std::string, std::string> most;
  for (std::size_t row = 0; row < view.rows(); ++row) {
    if (view.number(row, "symmetric") > 0) continue;
    const std::pair key{view.text(row, "source"), view.text(row, "target")};
    numbers[key] += view.number(row, "n");
    targets[key.second] += view.number(row, "n");
    if (most.first.empty() || numbers[key] > numbers[most]) most = key;
  }
  HeatMap chart = grid(actors, largest(targets, most_columns), numbers);
  chart.axis = "directed triads";
  return {
      "actor-pairs",
      !one_has_most(numbers) ? "Who acts on whom"
                             : "Whatever the action, " + actor_name(most.first) + " acting on " +
                                   actor_name(most.second) + " has most directed triads: " + in_words(numbers[most], 0),
      "Rows act, columns are acted on. Ties without direction, such as of cooperation, are in the table alone. Cues "
      "found by rules.",
      "Grid of actors that act by actors that are acted on. The table of pairs has the numbers.",
      "actor-pairs",
      std::move(chart)};
}

void ActorTies::add(const DocumentTriads& triads) {
  for (const TriadRow& row : triads.rows) {
    if (!row.kept || !row.joins_actors() || row.symmetric) continue;
    Tie& tie = ties[{row.source, row.target}];
    ++tie.n;
    tie.cooperation += row.polarity > 0 ? 1U : 0U;
    tie.conflict += row.polarity < 0 ? 1U : 0U;
    if (tie.last != triads.document) ++tie.documents;
    tie.last = triads.document;
  }
}

Table actor_network_table(const ActorTies& ties) {
  Table table{{{"source"}, {"target"}, {"n", true}, {"cooperation", true}, {"conflict", true}, {"documents", true}},
              {}};
  using One = std::pair<const std::pair<std::string, std::string>, ActorTies::Tie>;
  std::vector<const One*> order;
  for (const One& one : ties.ties) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(), [](const One* a, const One* b) { return a->second.n > b->second.n; });
  for (const One* one : order) {
    table.rows.push_back({one->first.first, one->first.second});
    const ActorTies::Tie& tie = one->second;
    add_counts(table.rows.back(), {tie.n, tie.cooperation, tie.conflict, tie.documents});
  }
  return table;
}

Figure actor_network_figure(const Table& table) {
  const TableView view(table);
  NetworkChart chart{"directed triads", {"more cooperation", "more conflict", "neither"}, {}, {}};
  std::map<std::string, std::size_t> numbers;
  std::map<std::string, double> arrows;  // that end at an actor
  for (std::size_t row = 0; row < view.rows() && chart.arrows.size() < most_arrows; ++row) {
    const std::string source = view.text(row, "source");
    const std::string target = view.text(row, "target");
    if (source == target || numbers.size() + 2 - numbers.count(source) - numbers.count(target) > most_nodes) continue;
    for (const std::string& actor : {source, target})
      if (numbers.emplace(actor, chart.nodes.size()).second)
        chart.nodes.push_back({actor_name(actor), triads_of(actor)});
    const double balance = view.number(row, "cooperation") - view.number(row, "conflict");
    const std::size_t kind = balance > 0 ? 0 : balance < 0 ? 1 : 2;
    chart.arrows.push_back({numbers[source], numbers[target], view.number(row, "n"), kind});
    arrows[source] += 1;
    arrows[target] += 1;
  }
  const std::vector<std::string> hub = largest(arrows, 1);
  const std::size_t all = chart.arrows.size();
  std::string title = "Who acts on whom";
  if (!hub.empty() && all > 2)
    title = actor_name(hub.front()) + " acts or is acted on in " + in_words(arrows[hub.front()], 0) + " of the " +
            std::to_string(all) + " strongest ties";
  return {
      "actor-network",
      std::move(title),
      "An arrow leads from who acts to who is acted on, wider for more triads, in all texts together; its line says "
      "whether more of its actions are of a class of cooperation or of conflict; many are of neither. The " +
          counted(all, "tie") + " with most triads among " + counted(chart.nodes.size(), "actor") +
          "; an actor's ties to itself are left out. Cues found by rules.",
      "Network of " + counted(chart.nodes.size(), "actor") + " and " + counted(all, "tie") +
          ". The table has the numbers.",
      "actor-network",
      std::move(chart)};
}

Table actor_frame_table(const CodePairs& pairs) {
  Table table{{{"actor"}, {"frame"}, {"sentences", true}, {"documents", true}}, {}};
  std::vector<std::pair<std::uint64_t, std::vector<Cell>>> rows;
  for (const PairRow& row : pairs.rows()) {
    if (is_actor(row.a->code) == is_actor(row.b->code)) continue;
    const bool first = is_actor(row.a->code);
    rows.push_back({row.n,
                    {std::string(first ? row.a->code : row.b->code), std::string(first ? row.b->code : row.a->code),
                     whole(row.n), whole(row.documents)}});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [n, cells] : rows) table.rows.push_back(std::move(cells));
  return table;
}

Figure actor_frame_figure(const Table& table) {
  const TableView view(table);
  std::map<std::pair<std::string, std::string>, double> numbers;
  std::map<std::string, double> actors;
  std::map<std::string, double> frames;
  for (std::size_t row = 0; row < view.rows(); ++row) {
    const double n = view.number(row, "sentences");
    numbers[{view.text(row, "actor"), view.text(row, "frame")}] += n;
    actors[view.text(row, "actor")] += n;
    frames[view.text(row, "frame")] += n;
  }
  HeatMap chart = grid(largest(actors, most_actors), largest(frames, most_columns), numbers);
  for (HeatMap::Row& row : chart.rows) row.label.code = std::string(actor_stem) + row.label.text;
  chart.axis = "sentences with both";
  return {"actor-frames",
          one_has_most(numbers)
              ? view.text(0, "actor") + " and " + view.text(0, "frame") + " stand together most often: in " +
                    counted(static_cast<std::uint64_t>(view.number(0, "sentences")), "sentence")
              : "Which actors and frames stand together",
          "Sentences in which an actor is named and a frame is used; whose frame it is, that does not say.",
          "Grid of actors by frames. The table has the numbers.",
          "actor-frames",
          std::move(chart)};
}

Table holder_table(const Counts& counts) {
  Table table{{{"code"}, {"holder"}, {"n", true}, {"sentences", true}, {"documents", true}}, {}};
  std::vector<std::pair<const RowKey*, const RowCount*>> order;
  for (const auto& [key, count] : counts.rows)
    if (count.n > 0) order.emplace_back(&key, &count);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first->code != b.first->code ? a.first->code < b.first->code : a.second->n > b.second->n;
  });
  for (const auto& [key, count] : order) {
    table.rows.push_back({std::string(key->code), text_or_nothing(key->group.empty() ? "" : key->group.front())});
    add_counts(table.rows.back(), {count->n, count->sentences, count->documents});
  }
  return table;
}

}  // namespace topos::cli
