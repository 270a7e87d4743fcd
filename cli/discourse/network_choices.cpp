// SPDX-License-Identifier: Apache-2.0
#include "discourse/network_choices.hpp"

#include <algorithm>
#include <span>

#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/report/graph_format.hpp"

namespace topos::cli {
namespace {

constexpr double most_weight = 1e12;

std::vector<std::string> names(std::span<const std::string_view> views) { return {views.begin(), views.end()}; }

/// The place of a name among those of an enumeration, whose values are numbered from 0.
template <class Enumeration>
Enumeration value_called(std::span<const std::string_view> all, const std::string& name) {
  return static_cast<Enumeration>(std::find(all.begin(), all.end(), name) - all.begin());
}

}  // namespace

void NetworkChoices::declare(Options& options) {
  options.section("Network");
  options.choice("--mode", mode,
                 {"actor-frame", "actor-actor", "frame-frame", "speaker-frame", "triad", "relation", "actor-action"},
                 "What is tied to what, where --rows and --columns do not say");
  options.list("--rows", rows, "GLOB[,GLOB]", "Codes of the first kind of nodes");
  options.list("--columns", columns, "GLOB[,GLOB]", "Codes of the second kind; the same for one kind of nodes");
  options.text("--speaker", speaker, "FIELD", "Nodes of the first kind are the values of this field: who says what");
  options.choice("--unit", unit, {"sentence", "paragraph", "document"}, "What both codes have to stand in");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
  options.choice("--stance", stance, {"negated", "polarity", "modality"},
                 "Tell hits of the columns, or triads, apart by this attribute");
  options.choice("--project", project, names(projection_names()), "Tie rows by the columns that they share");
  options.choice("--count", count, names(count_names()),
                 "What is added up: units, the documents that have any, or whether there is one");
  options.choice("--norm", normalization, names(normalization_names()), "What weights are divided by");
  options.real("--min-weight", least_weight, 0, most_weight, "Leave out edges with a smaller weight");
  options.real("--backbone", backbone, 0, 1, "Leave out edges with a disparity above X, such as 0.05");
  options.choice("--length", length, {"step", "inverse"}, "Length of an edge on paths: 1, or 1 divided by its weight");
  options.choice("--rank", centrality, names(centrality_names()), "What nodes are ranked by");
  options.flag("--intervals", intervals, "Resample documents for intervals of weights and ranks");
  resampling.declare(options);
  options.choice(
      "--show", show, {"edges", "nodes", "summary", "evidence"},
      "Which table: edges, nodes and their measures, each network in one row, or the sentences that edges are "
      "counted from; default: edges");
  options.choice("--graph", graph, graph_format_names(), "Write the network as a graph file instead of a table");
  options.flag("--no-isolates", no_isolates, "Do not show nodes without edges");
  options.number("--limit", limit, 1, 1'000'000'000, "Only the first N edges or nodes of each network");
}

void NetworkChoices::take_mode() {
  if (mode == "speaker-frame" && speaker.empty())
    throw Error(Errc::usage, "--mode speaker-frame needs --speaker", {},
                "name the metadata field that tells who speaks: --speaker country");
  if (mode.empty() && of_speakers()) mode = "speaker-frame";
  if (mode.empty() && rows.empty() != columns.empty())
    throw Error(Errc::usage, "a network needs both --rows and --columns, or --mode");
  if (mode.empty() && rows.empty()) mode = "actor-frame";
  if (rows.empty() && !of_speakers()) rows = {mode == "frame-frame" ? "frame.*" : "actor.*"};
  if (columns.empty() && of_triads()) columns = mode == "actor-action" ? std::vector<std::string>{"action.*"} : rows;
  if (columns.empty()) columns = {mode == "actor-actor" ? "actor.*" : "frame.*"};
}

void NetworkChoices::check_triads() const {
  if (unit != "sentence")
    throw Error(Errc::usage, "--mode " + mode + " counts triads, not what stands together in a --unit");
  if (lists_evidence())
    throw Error(Errc::usage, "--mode " + mode + " has triads for evidence", {},
                "topos triads --complete lists them with their sentences");
}

void NetworkChoices::check() const {
  if (of_speakers() && !rows.empty()) throw Error(Errc::usage, "with --speaker the rows are who speaks, not --rows");
  if (of_speakers() && field_kind(speaker) == FieldKind::hit)
    throw Error(Errc::usage, "--speaker needs a field of documents or places, not one of hits");
  if (of_speakers() && mode != "speaker-frame")
    throw Error(Errc::usage, "--speaker goes with --mode speaker-frame alone");
  if (of_triads()) check_triads();
  if (!stance.empty() && !of_speakers() && rows == columns && !of_triads())
    throw Error(Errc::usage, "--stance is asked of columns, and rows and columns are the same codes here");
  if ((project == "conflict" || project == "subtract") && stance.empty())
    throw Error(Errc::usage, "--project " + project + " needs --stance", {},
                "without stances nodes cannot differ about what they share");
  if (project == "deviation" && normalization != "none")
    throw Error(Errc::usage, "--project deviation has its own normalization");
  const bool by_sums = normalization == "activity" || normalization == "prominence";
  if (by_sums && (projects() || (rows == columns && !directed())))
    throw Error(Errc::usage, "--norm " + normalization + " is for networks of two kinds of nodes, or of triads");
  if (count == "presence" && normalization != "none" && !by_sums && !projects())
    throw Error(Errc::usage, "--count presence with --norm " + normalization + " says nothing: all counts are 1");
  if (!show.empty() && !graph.empty())
    throw Error(Errc::usage, "--show chooses a table, and --graph writes a graph file", {}, "leave out one of them");
}

void NetworkChoices::finish(Session& session) {
  take_mode();
  check();
  for (const std::string& field : session.filter.fields())
    if (field_kind(field) == FieldKind::hit)
      throw Error(Errc::usage, "a tie has two hits, which '" + printable(field) + "' in --by could be of", {},
                  "split by metadata, region or section, or use --stance");
  if (lists_evidence() && session.partial.wanted)
    throw Error(Errc::usage, "--show evidence lists sentences and has no partial result");
  if (of_speakers()) session.filter.by.push_back(speaker);
  if (!stance.empty()) session.filter.by.push_back(stance);
}

std::vector<std::string> NetworkChoices::stances() const {
  if (stance == "negated") return {"0", "1"};
  if (stance == "polarity") return {"1", "-1"};
  if (stance == "modality") return {"none", "low", "mid", "high", "deontic"};
  return {""};
}

NetworkRecipe NetworkChoices::recipe() const {
  NetworkRecipe recipe;
  if (projects()) recipe.projection = value_called<Projection>(projection_names(), project);
  recipe.normalization = value_called<Normalization>(normalization_names(), normalization);
  recipe.least_weight = least_weight;
  recipe.disparity = backbone;
  return recipe;
}

CountOf NetworkChoices::counted() const { return value_called<CountOf>(count_names(), count); }
EdgeLength NetworkChoices::edge_length() const { return length == "inverse" ? EdgeLength::inverse : EdgeLength::step; }
Centrality NetworkChoices::ranked_by() const { return value_called<Centrality>(centrality_names(), centrality); }

}  // namespace topos::cli
