// SPDX-License-Identifier: Apache-2.0
#include "discourse/triangulation_tables.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "cells.hpp"
#include "field_check.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/discourse/silence.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_sources_left_out = 500;  // beyond, all pairs of a claim are too many
constexpr std::size_t most_values = 5;
constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

/// The most frequent values of a nominal claim: "invasion 3, conflict 1".
std::string values_text(const StanceCount& count, std::size_t most) {
  std::vector<std::pair<std::string, std::uint64_t>> values(count.values.begin(), count.values.end());
  std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (std::size_t i = 0; i < values.size() && i < most; ++i)
    text += (i == 0 ? "" : ", ") + values[i].first + ' ' + std::to_string(values[i].second);
  return values.size() > most ? text + ", …" : text;
}

/// What a position is called: a code that is no claim is used or negated.
std::string position_text(Position position, const ClaimEntry& claim) {
  if (!claim.declared && position == Position::affirm) return "used";
  if (!claim.declared && position == Position::deny) return "negated";
  return std::string(to_string(position));
}

void refuse_languages(std::map<std::string, std::size_t> languages) {
  languages.erase("und");
  if (languages.size() < 2) return;
  std::string list;
  for (const auto& [language, count] : languages)
    list += (list.empty() ? "" : ", ") + printable(language) + " (" + std::to_string(count) + ")";
  throw Error(Errc::usage, "the documents are of several languages, whose rates do not compare: " + list, {},
              "say --where 'language=…' for one of them, or --force");
}

}  // namespace

TriangulationTables::TriangulationTables(Triangulation& result, const TriangulateChoices& choices,
                                         const std::vector<std::string>& by, const SharedFields& shared,
                                         const Facts& facts)
    : result_(result), choices_(choices), by_(by), shared_(shared), decided_(facts.decided) {
  if (!choices.force) refuse_languages(result.languages());
  if (!choices.resampling.cluster.empty() && !facts.has_clusters && !result.sources().empty())
    throw Error(Errc::filter,
                "no document has the field '" + printable(choices.resampling.cluster) + "' that --cluster names");
  result.finish(choices.resampling.settings(0), confidence);
  order_ = result.claims().order();
  const auto& entries = result.claims().entries();
  several_ = std::any_of(entries.begin(), entries.end(),
                         [&](const ClaimEntry& one) { return one.codebook != entries.front().codebook; });
}

Table TriangulationTables::table() {
  const auto make = [&] {
    if (choices_.show == "sources") return sources();
    if (choices_.show == "pairs") return pairs();
    if (choices_.show == "claims") return claims();
    if (choices_.show == "agreement") return agreement();
    if (choices_.show == "evidence") return evidence();
    return matrix();
  };
  Table made = make();
  std::uint64_t copies = 0;
  for (const ClaimSource& source : result_.sources()) copies += source.copies;
  if (copies > 0)
    note(std::to_string(copies) + (copies == 1 ? " near-duplicate of a document of its own source does not count"
                                               : " near-duplicates of documents of their own sources do not count"));
  WarningFlags::print(raised_);
  return made;
}

std::string TriangulationTables::name(std::size_t source) const {
  std::string name;
  for (const std::string& value : result_.sources()[source].values)
    name += (name.empty() ? "" : " | ") + (value.empty() ? "-" : value);
  return name;
}

std::vector<Column> TriangulationTables::first_columns() const {
  std::vector<Column> columns;
  if (several_) columns.push_back({"codebook"});
  columns.push_back({"claim"});
  return columns;
}

std::vector<Cell> TriangulationTables::first_cells(std::size_t claim) const {
  const ClaimEntry& entry = result_.claims().entries()[claim];
  std::vector<Cell> cells;
  if (several_) cells.emplace_back(entry.codebook);
  cells.emplace_back(entry.id);
  return cells;
}

bool TriangulationTables::repeated(std::size_t source) const {
  if (!choices_.resampling.cluster.empty()) return false;
  std::vector<std::uint32_t> documents;
  for (const ClaimSource::Part& part : result_.sources()[source].parts) documents.push_back(part.document);
  return shared_.repeated(documents);
}

void TriangulationTables::raise(WarningFlags& flags, std::size_t source) const {
  const ClaimSource& one = result_.sources()[source];
  flags.raise(one.parts.size() == 1, "W01");
  flags.raise(result_.units(source) < fewest_documents, "W02");
  flags.raise(one.repeats, "W12");
  flags.raise(one.draft, "W13");
}

Cell TriangulationTables::flag_cell(const WarningFlags& flags) {
  WarningFlags::gather(flags.text(), raised_);
  return text_or_nothing(flags.text());
}

TriangulationTables::Exposure TriangulationTables::exposure(std::size_t claim, std::size_t source) const {
  Exposure all;
  for (const SourceClaim* one : all_of(claim, nobody)) {
    all.n += real(one->count.n);
    all.words_of_others += one->words;
  }
  all.words_of_others -= result_.of(claim, source).words;
  return all;
}

double TriangulationTables::expected(std::size_t claim, std::size_t source) const {
  const Exposure one = exposure(claim, source);
  return expected_if_equal_rate(one.n, result_.of(claim, source).words, one.words_of_others);
}

bool TriangulationTables::is_silence(std::size_t claim, std::size_t source) const {
  const Exposure one = exposure(claim, source);
  return chance_of_none(one.n, result_.of(claim, source).words, one.words_of_others) <= greatest_chance;
}

std::string TriangulationTables::cell_text(std::size_t claim, std::size_t source) const {
  const SourceClaim& cell = result_.of(claim, source);
  const StanceCount& count = cell.count;
  if (cell.position == Position::silent) return is_silence(claim, source) ? "silent" : "no hit";
  if (cell.position == Position::value) return values_text(count, most_values);
  const std::string position = position_text(cell.position, result_.claims().entries()[claim]);
  if (count.affirmed == 0 || count.denied == 0) return position + ' ' + std::to_string(count.n);
  return position + ' ' + std::to_string(count.affirmed) + ':' + std::to_string(count.denied);
}

Table TriangulationTables::matrix() const {
  Table table{first_columns(), {}};
  table.columns.push_back({"text"});
  std::vector<Column> taken = table.columns;
  taken.push_back({"cue"});
  for (std::size_t source = 0; source < result_.sources().size(); ++source)
    table.columns.push_back({field_column(name(source), taken)});
  table.columns.push_back({"cue"});
  for (const std::size_t claim : order_) {
    std::vector<Cell> cells = first_cells(claim);
    cells.push_back(text_or_nothing(result_.claims().entries()[claim].text));
    for (std::size_t source = 0; source < result_.sources().size(); ++source)
      cells.emplace_back(cell_text(claim, source));
    const auto verdict = judge_all(all_of(claim, nobody), choices_.salience);
    cells.push_back(verdict ? Cell(std::string(to_string(*verdict))) : Cell());
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table TriangulationTables::sources() {
  std::vector<Column> rest;
  rest.push_back({"n", true});
  if (decided_) rest.push_back({"n_machine", true});
  for (const char* column :
       {"documents", "total_documents", "words", "per_1000_words", "expected_if_equal_rate", "presence", "stance",
        "stance_lower", "stance_upper", "affirmed", "denied", "hedged", "reported"})
    rest.push_back({column, true});
  rest.insert(rest.end(), {{"position"}, {"values"}, {"flags"}});
  Table table{columns_by(first_columns(), by_, rest), {}};
  for (const std::size_t claim : order_)
    for (std::size_t source = 0; source < result_.sources().size(); ++source) {
      const SourceClaim& cell = result_.of(claim, source);
      const ClaimSource& from = result_.sources()[source];
      const StanceCount& count = cell.count;
      std::vector<Cell> cells = first_cells(claim);
      add_group(cells, from.values);
      cells.push_back(whole(count.n));
      if (decided_) cells.push_back(whole(result_.machine(claim, source)));
      add_counts(cells, {cell.documents, from.parts.size(), from.words});
      cells.insert(cells.end(), {Cell(cell.rate * rate_base), Cell(expected(claim, source)), Cell(cell.presence),
                                 Cell(cell.stance), Cell(cell.interval.lower), Cell(cell.interval.upper)});
      add_counts(cells, {count.affirmed, count.denied, count.hedged, count.reported});
      cells.emplace_back(position_text(cell.position, result_.claims().entries()[claim]));
      cells.push_back(text_or_nothing(values_text(count, count.values.size())));
      WarningFlags flags;
      raise(flags, source);
      flags.raise(count.n > 0 && count.n < rare, "W04");
      flags.raise(!std::isnan(cell.interval.lower) && repeated(source), "W25");
      cells.push_back(flag_cell(flags));
      table.rows.push_back(std::move(cells));
    }
  return table;
}

std::vector<const SourceClaim*> TriangulationTables::all_of(std::size_t claim, std::size_t left_out) const {
  std::vector<const SourceClaim*> all;
  for (std::size_t source = 0; source < result_.sources().size(); ++source)
    if (source != left_out) all.push_back(&result_.of(claim, source));
  return all;
}

/// Sources without which the verdict is another one. Of two sources each would be one.
std::string TriangulationTables::depends_on(std::size_t claim, const std::optional<ClaimVerdict>& verdict) const {
  const std::size_t sources = result_.sources().size();
  std::string names;
  if (sources < 3 || sources > most_sources_left_out) return names;
  for (std::size_t source = 0; source < sources; ++source)
    if (result_.of(claim, source).position != Position::silent &&
        judge_all(all_of(claim, source), choices_.salience) != verdict)
      names += (names.empty() ? "" : ", ") + name(source);
  return names;
}

double TriangulationTables::mean_convergence(std::size_t claim) const {
  const std::size_t sources = result_.sources().size();
  double sum = 0;
  double pairs = 0;
  if (sources > most_sources_left_out) return undefined;
  for (std::size_t a = 0; a < sources; ++a)
    for (std::size_t b = a + 1; b < sources; ++b)
      if (const auto pair = judge(result_.of(claim, a), result_.of(claim, b), choices_.salience)) {
        sum += pair->convergence;
        ++pairs;
      }
  return pairs > 0 ? sum / pairs : undefined;
}

Table TriangulationTables::claims() {
  Table table{first_columns(), {}};
  table.columns.push_back({"text"});
  for (const char* column :
       {"n", "documents", "independent", "sources", "affirm", "deny", "mixed", "silent", "rate_spread", "convergence"})
    table.columns.push_back({column, true});
  table.columns.insert(table.columns.end(), {{"cue"}, {"depends_on"}, {"flags"}});
  for (const std::size_t claim : order_) {
    const std::vector<const SourceClaim*> all = all_of(claim, nobody);
    std::map<Position, std::uint64_t> positions;
    std::uint64_t n = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (const SourceClaim* one : all) {
      ++positions[one->position];
      n += one->count.n;
      if (one->position == Position::silent) continue;
      least = std::min(least, one->rate);
      most = std::max(most, one->rate);
    }
    const std::uint64_t speaking = all.size() - positions[Position::silent];
    const auto verdict = judge_all(all, choices_.salience);
    std::vector<Cell> cells = first_cells(claim);
    cells.push_back(text_or_nothing(result_.claims().entries()[claim].text));
    add_counts(cells,
               {n, result_.speaking(claim).size(), result_.independent(claim), speaking, positions[Position::affirm],
                positions[Position::deny], positions[Position::mixed], positions[Position::silent]});
    cells.insert(cells.end(), {Cell(speaking > 1 ? most / least : undefined), Cell(mean_convergence(claim))});
    cells.push_back(verdict ? Cell(std::string(to_string(*verdict))) : Cell());
    cells.push_back(text_or_nothing(depends_on(claim, verdict)));
    WarningFlags flags;
    for (std::size_t source = 0; source < result_.sources().size(); ++source) raise(flags, source);
    flags.raise(n > 0 && n < rare, "W04");
    cells.push_back(flag_cell(flags));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

void TriangulationTables::add_evidence(Table& table, std::size_t claim, std::size_t source) const {
  const ClaimEntry& entry = result_.claims().entries()[claim];
  for (const Triangulation::Evidence& one : result_.evidence(claim, source)) {
    const ClaimEvidence& said = one.sentence;
    std::vector<Cell> cells{result_.document(one.document), said.id, whole(said.sentence),
                            said.analysis_sentence == 0 ? Cell() : whole(said.analysis_sentence)};
    add_counts(cells, {said.line, said.span.begin, said.span.end});
    for (Cell& cell : first_cells(claim)) cells.push_back(std::move(cell));
    if (by_ != std::vector<std::string>{"document"}) add_group(cells, result_.sources()[source].values);
    cells.emplace_back(entry.nominal ? "value"
                                     : position_text(said.cue.sign > 0 ? Position::affirm : Position::deny, entry));
    add_counts(cells, {said.cue.hedged ? 1U : 0U, said.cue.reported ? 1U : 0U});
    cells.push_back(text_or_nothing(said.voice));
    cells.insert(cells.end(), {Cell(said.hit_text), Cell(said.text)});
    if (decided_) cells.push_back(text_or_nothing(said.coder));
    table.rows.push_back(std::move(cells));
  }
}

Table TriangulationTables::evidence() const {
  std::vector<Column> first{{"document"},   {"id"},          {"sentence", true}, {"analysis_sentence", true},
                            {"line", true}, {"begin", true}, {"end", true}};
  for (Column& column : first_columns()) first.push_back(std::move(column));
  std::vector<Column> rest{{"stance"}, {"hedged", true}, {"reported", true}, {"voice"}, {"text"}, {"sentence_text"}};
  if (decided_) rest.push_back({"coder"});
  const bool of_documents = by_ == std::vector<std::string>{"document"};
  Table table{columns_by(std::move(first), of_documents ? std::vector<std::string>{} : by_, rest), {}};
  for (const std::size_t claim : order_)
    for (std::size_t source = 0; source < result_.sources().size(); ++source) add_evidence(table, claim, source);
  return table;
}

}  // namespace topos::cli
