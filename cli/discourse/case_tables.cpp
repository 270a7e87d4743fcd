// SPDX-License-Identifier: Apache-2.0
#include "discourse/case_tables.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "cells.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos::cli {
namespace {

constexpr double most_of_all = .5;         // W32
constexpr std::size_t most_numbers = 200;  // of sentences that a cell lists

std::string numbers_text(const std::vector<std::uint32_t>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size() && i < most_numbers; ++i)
    text += (i == 0 ? "" : "; ") + std::to_string(numbers[i]);
  return numbers.size() > most_numbers ? text + "; …" : text;
}

}  // namespace

CaseTables::CaseTables(CaseComparison& result, const CaseChoices& choices, const std::vector<std::string>& by)
    : result_(result), choices_(choices), by_(by) {
  result.check();
  const bool of_cases = choices.show == "members" || choices.show == "pairs" || choices.show == "quotations";
  if (!by.empty() && of_cases)
    throw Error(Errc::usage, "--by does not split this table", {},
                "say --show matrix, coverage, truth-table or qca; --where chooses one source");
  if (!by.empty() && choices.threshold == "median")
    throw Error(Errc::usage, "the median of --threshold is one over whole cases, which --by splits", {},
                "choose one source with --where");
  if (!choices.outcome.empty()) result.take_outcome(choices.outcome, choices.present());
  dimensions_ = result.dimensions();
}

Table CaseTables::table() {
  const auto make = [&] {
    if (choices_.show == "members") return members();
    if (choices_.show == "pairs") return pairs();
    if (choices_.show == "coverage") return coverage();
    if (choices_.show == "quotations") return quotations();
    if (choices_.show == "truth-table") return truth_table();
    if (choices_.show == "qca") return qca();
    return matrix();
  };
  Table made = make();
  WarningFlags::print(raised_);
  return made;
}

Cell CaseTables::flag_cell(const WarningFlags& flags) {
  WarningFlags::gather(flags.text(), raised_);
  return text_or_nothing(flags.text());
}

std::size_t CaseTables::with_text() const {
  std::size_t count = 0;
  for (std::size_t number = 0; number < result_.size(); ++number) count += result_.text(number).sentences > 0 ? 1U : 0U;
  return count;
}

void CaseTables::raise(WarningFlags& flags) const {
  std::uint64_t most = 0;
  std::uint64_t all = 0;
  for (std::size_t number = 0; number < result_.size(); ++number) {
    const std::uint64_t sentences = result_.text(number).sentences;
    most = std::max(most, sentences);
    all += sentences;
  }
  flags.raise(result_.repeats(), "W12");
  flags.raise(result_.draft(), "W13");
  flags.raise(with_text() > 0 && with_text() < dimensions_.size() + 1, "W31");
  flags.raise(with_text() > 1 && real(most) > most_of_all * real(all), "W32");
}

std::vector<Cell> CaseTables::values(std::size_t number, const std::vector<std::string>& source) const {
  if (by_.empty()) {
    std::vector<Cell> cells;
    for (const double value : result_.values(number, choices_.measure(), choices_.present())) cells.emplace_back(value);
    return cells;
  }
  const CaseSize size = result_.text(number, source);
  std::vector<Cell> cells;
  for (const std::string& dimension : dimensions_) {
    const CaseCell cell = result_.cell(number, source, dimension);
    if (choices_.measure() == CaseMeasure::rate)
      cells.emplace_back(size.words == 0 ? undefined : 1000 * real(cell.n) / real(size.words));
    else if (choices_.measure() == CaseMeasure::share)
      cells.emplace_back(size.sentences == 0 ? undefined : real(cell.sentences) / real(size.sentences));
    else if (choices_.measure() == CaseMeasure::binary)
      cells.push_back(whole(cell.sentences > 0 ? 1 : 0));
    else
      cells.push_back(whole(cell.sentences));
  }
  return cells;
}

Table CaseTables::matrix() {
  std::vector<Column> rest{{"documents", true}, {"sentences", true}, {"words", true}, {"mentions", true}};
  for (const std::string& dimension : dimensions_) rest.push_back({dimension, true});
  if (by_.empty()) rest.push_back({"outcome", true});
  rest.push_back({"flags"});
  Table table{columns_by({{"case"}, {"label"}}, by_, rest), {}};
  for (std::size_t number = 0; number < result_.size(); ++number)
    for (const std::vector<std::string>& source : shown_sources()) {
      const CaseSize size = by_.empty() ? result_.text(number) : result_.text(number, source);
      std::vector<Cell> cells{definition(number).id, definition(number).label};
      if (!by_.empty()) add_group(cells, source);
      add_counts(cells, {size.documents, size.sentences, size.words, size.mentions});
      for (Cell& cell : values(number, source)) cells.push_back(std::move(cell));
      if (by_.empty()) cells.push_back(result_.outcome(number) ? Cell(*result_.outcome(number)) : Cell());
      WarningFlags flags;
      raise(flags);
      flags.raise(size.sentences < least_case_sentences, "W17");
      cells.push_back(flag_cell(flags));
      table.rows.push_back(std::move(cells));
    }
  return table;
}

std::string CaseTables::overlaps(std::size_t number) const {
  std::string text;
  for (std::size_t other = 0; other < result_.size(); ++other)
    if (const std::uint64_t shared = other == number ? 0 : result_.shared(number, other); shared > 0)
      text += (text.empty() ? "" : "; ") + definition(other).id + ' ' + std::to_string(shared);
  return text;
}

Table CaseTables::members() {
  Table table{{{"case"},
               {"document"},
               {"sentences", true},
               {"words", true},
               {"mentions", true},
               {"sentence_numbers"},
               {"shared_with"}},
              {}};
  for (std::size_t number = 0; number < result_.size(); ++number)
    for (const CaseComparison::Member& member : result_.members()) {
      if (member.number != number) continue;
      table.rows.push_back({definition(number).id, member.document, whole(member.text.sentences.size()),
                            whole(member.text.words), whole(member.text.mentions), numbers_text(member.text.sentences),
                            text_or_nothing(overlaps(number))});
    }
  return table;
}

Table CaseTables::pairs() {
  Table table{{{"a"},
               {"b"},
               {"distance", true},
               {"outcome_a", true},
               {"outcome_b", true},
               {"outcome_difference", true},
               {"design"},
               {"sentences_a", true},
               {"sentences_b", true},
               {"shared_sentences", true},
               {"flags"}},
              {}};
  const std::vector<CasePair> pairs = result_.pairs(choices_.apart(), choices_.measure(), choices_.present());
  std::vector<double> distances;
  for (const CasePair& pair : pairs)
    if (!std::isnan(pair.distance)) distances.push_back(pair.distance);
  const double middle = quantile(distances, .5);
  for (const CasePair& pair : pairs) {
    const std::uint64_t least = std::min(result_.text(pair.a).sentences, result_.text(pair.b).sentences);
    std::string design;
    if (!std::isnan(pair.distance) && pair.outcome_difference > 0 && pair.distance <= middle) design = "MSDO";
    if (!std::isnan(pair.distance) && pair.outcome_difference == 0 && pair.distance > middle) design = "MDSO";
    const auto outcome = [&](std::size_t number) {
      return result_.outcome(number) ? Cell(*result_.outcome(number)) : Cell();
    };
    WarningFlags flags;
    raise(flags);
    flags.raise(least < least_case_sentences, "W17");
    table.rows.push_back({definition(pair.a).id, definition(pair.b).id, pair.distance, outcome(pair.a), outcome(pair.b),
                          pair.outcome_difference, text_or_nothing(design), whole(result_.text(pair.a).sentences),
                          whole(result_.text(pair.b).sentences), whole(pair.shared_sentences), flag_cell(flags)});
  }
  return table;
}

Table CaseTables::coverage() {
  Table table{columns_by({{"case"}, {"label"}}, by_,
                         {{"documents", true},
                          {"sentences", true},
                          {"mentions", true},
                          {"share_of_mentions", true},
                          {"status"},
                          {"overlaps"},
                          {"flags"}}),
              {}};
  for (const std::vector<std::string>& source : shown_sources()) {
    const auto size_of = [&](std::size_t number) {
      return by_.empty() ? result_.text(number) : result_.text(number, source);
    };
    std::uint64_t all = 0;
    for (std::size_t number = 0; number < result_.size(); ++number) all += size_of(number).mentions;
    for (std::size_t number = 0; number < result_.size(); ++number) {
      const CaseSize size = size_of(number);
      std::vector<Cell> cells{definition(number).id, definition(number).label};
      if (!by_.empty()) add_group(cells, source);
      add_counts(cells, {size.documents, size.sentences, size.mentions});
      cells.emplace_back(all == 0 ? undefined : real(size.mentions) / real(all));
      cells.emplace_back(size.sentences == 0                     ? "absent"
                         : size.sentences < least_case_sentences ? "illustration"
                                                                 : "case");
      cells.push_back(text_or_nothing(overlaps(number)));
      WarningFlags flags;
      raise(flags);
      flags.raise(size.sentences < least_case_sentences, "W17");
      cells.push_back(flag_cell(flags));
      table.rows.push_back(std::move(cells));
    }
  }
  note(std::to_string(with_text()) + " of " + std::to_string(result_.size()) + " declared cases have text");
  return table;
}

Table CaseTables::quotations() {
  Table table{{{"document"},
               {"sentence", true},
               {"analysis_sentence", true},
               {"line", true},
               {"begin", true},
               {"end", true},
               {"case"},
               {"codes", true},
               {"dimensions"},
               {"sentence_text"},
               {"flags"}},
              {}};
  for (const auto& [document, quotation] : result_.quotations()) {
    WarningFlags flags;
    flags.raise(result_.text(quotation.number).sentences < least_case_sentences, "W17");
    table.rows.push_back({document, whole(quotation.sentence),
                          quotation.analysis_sentence == 0 ? Cell() : whole(quotation.analysis_sentence),
                          whole(quotation.line), whole(quotation.span.begin), whole(quotation.span.end),
                          definition(quotation.number).id, whole(quotation.codes),
                          text_or_nothing(quotation.dimensions), quotation.text, flag_cell(flags)});
  }
  return table;
}

}  // namespace topos::cli
