// SPDX-License-Identifier: Apache-2.0
#include "discourse/process_choices.hpp"

#include <algorithm>

#include "comma_list.hpp"
#include "topos/base/error.hpp"
#include "topos/text/code_points.hpp"

namespace topos::cli {
namespace {

/// The first or last day of a date as it was typed.
std::optional<Date> day_of(const std::string& option, const std::string& text, bool first) {
  if (text.empty()) return std::nullopt;
  std::optional<Date> date = parse_date(text);
  if (!date || date->year == 0)
    throw Error(Errc::usage, option + " '" + printable(text) + "' is no date", {}, "write 2022, 2022-02 or 2022-02-24");
  if (date->month == 0) return first ? Date{date->year, 1, 1} : Date{date->year, 12, 31};
  if (date->day == 0) date->day = first ? 1 : 31;
  return date;
}

}  // namespace

void ProcessChoices::declare(Options& options) {
  options.section("Process");
  options.choice("--nodes", nodes, {"events", "codes"}, "Map what happened when, or who or what acts on what");
  options.choice("--lanes", lanes, {"actor", "domain", "case", "source"}, "What events are sorted into");
  options.list("--edges", edges, "KIND[,KIND]", "Join events: before, because; else both");
  options.flag("--undated", undated, "Also causes that nothing joins to a date");
  options.choice("--merge", merge, {"yes", "no"}, "Make one node of mentions that tell one event");
  options.text("--cases", cases, "FILE", "Case file whose cases are lanes; else codes case.* of the codebooks are");
  options.list("--left", left, "GLOB[,GLOB]", "Codes that act; else actors, without scholars, and frames");
  options.list("--right", right, "GLOB[,GLOB]", "Codes that are acted on; else the same");
  options.text("--source", source, "FIELD",
               "Metadata field that names who tells; else source, and the document where it is missing");
  options.text("--since", since, "DATE", "Only events that end on or after DATE");
  options.text("--until", until, "DATE", "Only events that begin on or before DATE");
  options.number("--min", least, 1, 1'000'000'000,
                 "Only events with so many mentions, or edges with so many sentences");
  options.choice("--show", show, {"nodes", "edges", "evidence", "causes"},
                 "Which table: nodes, edges, or the sentences behind events or relations, and behind because edges; "
                 "else nodes of events, edges of codes");
  options.choice("--graph", graph, {"mermaid", "dot", "svg"}, "Write a graph in the place of a table");
  options.text("--title", title, "TEXT", "Title of the graph");
  options.number("--width", width, 0, 1'000'000,
                 "Fold a drawing in SVG that is broader than so many pixels; 0: do not; 1123 is A4 on its side");
}

void ProcessChoices::check() const {
  for (const std::string& kind : comma_list(edges))
    if (kind != "before" && kind != "because")
      throw Error(Errc::usage, "--edges: '" + printable(kind) + "' is neither before nor because");
  if (events() && (!left.empty() || !right.empty()))
    throw Error(Errc::usage, "--left and --right are for --nodes codes");
  if (!events() && (!since.empty() || !until.empty() || undated || !edges.empty() || !cases.empty()))
    throw Error(Errc::usage, "--since, --until, --undated, --edges and --cases are for --nodes events", {},
                "restrict documents with --where 'date>=2022-02-24'");
  if (!events() && (show == "causes" || lanes != "actor"))
    throw Error(Errc::usage, "--lanes and --show causes are for --nodes events", {},
                "for --nodes codes, --show evidence lists the sentences of edges");
  if (!graph.empty() && !show.empty()) throw Error(Errc::usage, "--graph is no table: --show is for tables");
  if (!cases.empty() && lanes != "case") throw Error(Errc::usage, "--cases goes with --lanes case");
  if (!events()) return;
  const EventMap::Options wanted = map();
  if (wanted.since && wanted.until && *wanted.until < *wanted.since)
    throw Error(Errc::usage, "--until comes before --since");
}

EventMap::Options ProcessChoices::map() const {
  EventMap::Options wanted;
  wanted.lanes = lanes;
  wanted.merge = merge == "yes";
  wanted.undated = undated;
  wanted.least = static_cast<std::uint32_t>(least);
  const std::vector<std::string> kinds = comma_list(edges);
  const auto named = [&](const char* kind) {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  wanted.before = named("before");
  wanted.because = named("because");
  wanted.since = day_of("--since", since, true);
  wanted.until = day_of("--until", until, false);
  return wanted;
}

std::unique_ptr<CaseSet> ProcessChoices::load(SearchGroup& search) const {
  if (cases.empty()) return nullptr;
  auto set = std::make_unique<CaseSet>(load_cases(cases));
  if (search.uses_built_in()) search.codebooks.push_back(built_in_codebook().id);
  search.codebooks.push_back(cases);
  search.codes = search.code_globs();
  const auto& all = set->file().cases;
  const bool anchored =
      std::any_of(all.begin(), all.end(), [](const CaseDefinition& one) { return !one.code.empty(); });
  if (!search.codes.empty() && anchored) search.codes.push_back(std::string(case_prefix) + '*');
  return set;
}

EventReader::Options ProcessChoices::event_reader(const CaseSet* set) const {
  return {source_field(), CodeSelection({std::string(case_prefix) + '*'}), set};
}

MechanismReader::Options ProcessChoices::mechanism_reader() const {
  const std::vector<std::string> usual{"actor.*", "-actor.scholar", "frame.*"};
  return {source_field(), CodeSelection(left.empty() ? usual : left), CodeSelection(right.empty() ? usual : right)};
}

}  // namespace topos::cli
