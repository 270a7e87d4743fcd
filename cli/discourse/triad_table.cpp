// SPDX-License-Identifier: Apache-2.0
#include "discourse/triad_table.hpp"

#include <algorithm>

#include "comma_list.hpp"
#include "discourse/evidence_cells.hpp"
#include "options/pairs.hpp"
#include "topos/base/error.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

double part_of(std::uint64_t part, std::uint64_t rest) {
  return part + rest == 0 ? undefined : real(part) / real(part + rest);
}

Cell sign(int polarity) { return polarity == 0 ? Cell() : Cell(std::int64_t{polarity}); }
Cell yes_or_no(bool value) { return std::int64_t{value ? 1 : 0}; }

}  // namespace

void TriadChoices::declare(Options& options) {
  options.section("Triads");
  options.flag("--actors", actors, "Count for each actor how often it acts and is acted on");
  options.flag("--pairs", pairs, "Count for each two actors what one does to the other");
  options.flag("--sets", sets, "Count the sentences that name three actors together");
  options.list("--ends", ends, "GLOB[|GLOB],...",
               "The three of --sets, each any actor of its globs; else every three actors");
  options.flag("--complete", complete, "Only triads that name an actor at both ends");
  options.list("--classes", classes, "GLOB[,GLOB]", "Only actions of these codes; else all, also those of no code");
  options.list("--initiatives", initiatives, "GLOB[,GLOB]",
               "Actors that are none of those they link; default: actor.initiative.*");
  options.list("--conllu", parsed, "FILE",
               "An outside parser's analyses, in the place of ours where sentences are the same");
  options.number("--level", level, 1, 16, "Fold codes of actors to their first N parts");
  options.number("--limit", limit, 1, 1'000'000'000, "Only the first N rows");
}

void TriadChoices::check() const {
  if (actors + pairs + sets > 1)
    throw Error(Errc::usage, "--actors, --pairs and --sets are tables of their own", {},
                "run topos triads once for each");
  if (sets && (complete || !classes.empty() || !parsed.empty() || !initiatives.empty()))
    throw Error(
        Errc::usage,
        "--sets counts sentences, not triads: --complete, --classes, --conllu and --initiatives do not touch it");
  if (!sets && !ends.empty()) throw Error(Errc::usage, "--ends goes with --sets");
}

std::vector<ActorSetTally::End> TriadChoices::set_ends() const {
  std::vector<ActorSetTally::End> found;
  for (const std::string& name : comma_list(ends)) {
    std::vector<std::string> globs;
    for (std::size_t begin = 0; begin <= name.size();) {
      const std::size_t end = std::min(name.find('|', begin), name.size());
      if (end > begin) globs.push_back(name.substr(begin, end - begin));
      begin = end + 1;
    }
    if (globs.empty()) throw Error(Errc::usage, "--ends: '" + printable(name) + "' names no actor");
    found.push_back({name, CodeSelection(globs)});
  }
  if (!found.empty() && found.size() != 3)
    throw Error(Errc::usage, "--ends names " + std::to_string(found.size()) + " ends of three", {},
                "write 'actor.state.russia,actor.org.asean|actor.collective.southeast_asia,actor.state.china'");
  return found;
}

CodeSelection TriadChoices::initiative_codes() const {
  const std::vector<std::string> given = comma_list(initiatives);
  return given.empty() ? CodeSelection({"actor.initiative"}) : CodeSelection(given);
}

TriadTable::TriadTable(const Query& query, const TriadChoices& choices, const TriadDecisions* decisions)
    : query_(query), choices_(choices), decisions_(decisions), initiatives_(choices.initiative_codes()),
      tally_([this](std::string_view code) { return !code.empty() && initiatives_.selects(code); }) {
  refuse_hit_fields(query);
}

void TriadTable::add(const DocumentTriads& document, bool twin) {
  if (!document.selected) return;
  if (!document.supported) {
    without_.insert(document.language);
    return;
  }
  twins_ = twins_ || (twin && document.shows());
  aligned_.sentences += document.aligned.sentences;
  aligned_.found += document.aligned.found;
  for (const TriadRow& row : document.rows)
    if (row.decided) met_.insert(row.id);
  if (choices_.actors || choices_.pairs)
    tally_.add(document);
  else
    add_lines(document, twin);
}

void TriadTable::add_lines(const DocumentTriads& document, bool twin) {
  for (const TriadRow& row : document.rows) {
    if (!row.kept || (choices_.limit > 0 && lines_.size() >= static_cast<std::size_t>(choices_.limit))) continue;
    const bool directed = row.joins_actors() && !row.symmetric;
    std::vector<Cell> cells = place_cells(document.document, row.id, row.sentence, row.analysis_sentence, row.line,
                                          row.span.begin, row.span.end);
    add_group(cells, document.groups[row.group]);
    for (const std::string* text : {&row.source, &row.action, &row.quad, &row.verb, &row.target})
      cells.push_back(text_or_nothing(*text));
    for (Cell& cell : std::vector<Cell>{yes_or_no(row.symmetric), yes_or_no(directed), sign(row.polarity),
                                        std::string(row.modality), yes_or_no(row.negated), std::string(row.rule),
                                        std::string(row.confidence), row.roles, row.text, row.sentence_text})
      cells.push_back(std::move(cell));
    if (decisions_ != nullptr) cells.push_back(text_or_nothing(row.coder));
    cells.push_back(twin ? Cell("W12") : Cell());
    lines_.push_back(std::move(cells));
  }
}

Table TriadTable::list() const {
  std::vector<Column> rest{
      {"source"},         {"class"},          {"quad"},         {"verb"},          {"target"}, {"symmetric", true},
      {"directed", true}, {"polarity", true}, {"modality"},     {"negated", true}, {"rule"},   {"confidence"},
      {"roles"},          {"text"},           {"sentence_text"}};
  if (decisions_ != nullptr) rest.push_back({"coder"});
  rest.push_back({"flags"});
  Table table;
  table.columns = columns_by(place_columns(), query_.options().by, rest);
  table.rows = lines_;
  std::set<std::string> raised;
  if (twins_) raised.insert("W12");
  tell(std::move(raised));
  return table;
}

void TriadTable::tell(std::set<std::string> raised) const {
  if (decisions_ != nullptr && met_.size() < decisions_->size()) raised.insert("W23");
  WarningFlags::print(raised);
}

std::string TriadTable::flags_of(const std::vector<std::string>& group, std::uint64_t n) const {
  const std::uint64_t documents = tally_.documents_of(group);
  WarningFlags flags;
  flags.raise_few_documents(documents);
  flags.raise(n < rare, "W04");
  flags.raise(twins_, "W12");
  return flags.text();
}

Table TriadTable::actors() const {
  std::vector<Column> rest{{"initiative", true},
                           {"source", true},
                           {"target", true},
                           {"reciprocal", true},
                           {"activation", true},
                           {"source_without_initiatives", true},
                           {"target_without_initiatives", true},
                           {"activation_without_initiatives", true},
                           {"acts", true},
                           {"acted_on", true},
                           {"activation_in_clauses", true},
                           {"sentences", true},
                           {"documents", true}};
  if (decisions_ != nullptr)
    rest.insert(rest.end(), {{"source_machine", true}, {"target_machine", true}, {"activation_machine", true}});
  rest.push_back({"flags"});
  std::vector<std::pair<const TriadActorKey*, const TriadActorCount*>> order;
  for (const auto& [key, count] : tally_.actors()) order.emplace_back(&key, &count);
  const auto size = [](const TriadActorCount& one) { return one.source + one.target + one.reciprocal; };
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    if (a.first->group != b.first->group) return a.first->group < b.first->group;
    return size(*a.second) != size(*b.second)
               ? size(*a.second) > size(*b.second)
               : a.second->acts + a.second->acted_on > b.second->acts + b.second->acted_on;
  });
  Table table;
  table.columns = columns_by({{"actor"}}, query_.options().by, rest);
  std::set<std::string> raised;
  for (const auto& [key, count] : order) {
    if (choices_.limit > 0 && table.rows.size() >= static_cast<std::size_t>(choices_.limit)) break;
    std::vector<Cell> cells{key->actor};
    add_group(cells, key->group);
    cells.push_back(yes_or_no(initiatives_.selects(key->actor)));
    add_counts(cells, {count->source, count->target, count->reciprocal});
    cells.push_back(part_of(count->source, count->target));
    add_counts(cells, {count->plain_source, count->plain_target});
    cells.push_back(part_of(count->plain_source, count->plain_target));
    add_counts(cells, {count->acts, count->acted_on});
    cells.push_back(part_of(count->acts, count->acted_on));
    add_counts(cells, {count->sentences, count->documents});
    if (decisions_ != nullptr) {
      add_counts(cells, {count->machine_source, count->machine_target});
      cells.push_back(part_of(count->machine_source, count->machine_target));
    }
    const std::string flags = flags_of(key->group, count->source + count->target);
    WarningFlags::gather(flags, raised);
    cells.push_back(flags);
    table.rows.push_back(std::move(cells));
  }
  tell(std::move(raised));
  return table;
}

Table TriadTable::pairs() const {
  std::vector<Column> rest{
      {"symmetric", true}, {"n", true}, {"negated", true}, {"sentences", true}, {"documents", true}};
  if (decisions_ != nullptr) rest.push_back({"n_machine", true});
  rest.push_back({"flags"});
  std::vector<std::pair<const TriadPairKey*, const TriadPairCount*>> order;
  for (const auto& [key, count] : tally_.pairs()) order.emplace_back(&key, &count);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return a.first->group != b.first->group ? a.first->group < b.first->group : a.second->n > b.second->n;
  });
  Table table;
  table.columns = columns_by({{"source"}, {"class"}, {"target"}}, query_.options().by, rest);
  std::set<std::string> raised;
  for (const auto& [key, count] : order) {
    if (choices_.limit > 0 && table.rows.size() >= static_cast<std::size_t>(choices_.limit)) break;
    std::vector<Cell> cells{key->source, text_or_nothing(key->action), key->target};
    add_group(cells, key->group);
    cells.push_back(yes_or_no(key->symmetric));
    add_counts(cells, {count->n, count->negated, count->sentences, count->documents});
    if (decisions_ != nullptr) cells.push_back(whole(count->machine));
    const std::string flags = flags_of(key->group, count->n);
    WarningFlags::gather(flags, raised);
    cells.push_back(flags);
    table.rows.push_back(std::move(cells));
  }
  tell(std::move(raised));
  return table;
}

Table TriadTable::table() const { return choices_.actors ? actors() : choices_.pairs ? pairs() : list(); }

}  // namespace topos::cli
