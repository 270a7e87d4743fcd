// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "cells.hpp"
#include "discourse/triangulation_tables.hpp"
#include "topos/base/error.hpp"
#include "topos/discourse/silence.hpp"
#include "topos/discourse/source_agreement.hpp"
#include "topos/report/graph_format.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_pairs = 2'000'000;

}  // namespace

/// One claim in two sources.
struct TriangulationTables::Pair {
  std::size_t claim = 0;
  std::size_t a = 0;
  std::size_t b = 0;
  PairJudgement judgement;
  double ratio = 0;  ///< binary logarithm of the rates, half a hit added on both sides
  Interval interval{};
  double p = 0;
  double p_adjusted = 0;
};

void TriangulationTables::refuse_many_pairs(std::size_t rows_of_each) const {
  const std::size_t sources = result_.sources().size();
  if (sources > 0 && sources * (sources - 1) / 2 > most_pairs / std::max<std::size_t>(rows_of_each, 1))
    throw Error(Errc::usage, std::to_string(sources) + " sources are too many to be compared in pairs", {},
                "group documents with --by, or choose some with --where");
}

bool TriangulationTables::unlike(std::size_t a, std::size_t b) const {
  const ClaimSource& one = result_.sources()[a];
  const ClaimSource& other = result_.sources()[b];
  const bool apart = !one.first.empty() && !other.first.empty() && (one.last < other.first || other.last < one.first);
  return one.genres != other.genres || one.languages != other.languages || apart;
}

std::vector<TriangulationTables::Pair> TriangulationTables::judged_pairs() const {
  refuse_many_pairs(order_.size());
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < result_.sources().size(); ++a)
    for (std::size_t b = a + 1; b < result_.sources().size(); ++b) {
      const std::vector<RateContrast> contrasts = result_.contrasts(a, b, order_, confidence);
      for (std::size_t i = 0; i < order_.size(); ++i) {
        const std::size_t claim = order_[i];
        const SourceClaim& of_a = result_.of(claim, a);
        const SourceClaim& of_b = result_.of(claim, b);
        const auto judgement = judge(of_a, of_b, choices_.salience);
        if (!judgement) continue;
        Pair pair{claim, a, b, *judgement, undefined, {undefined, undefined}, undefined, undefined};
        if (!contrasts.empty()) {
          pair.ratio = contrasts[i].log2_rate_ratio;
          pair.interval = contrasts[i].ratio_interval;
        }
        if (judgement->meaning == Meaning::silent) {
          const bool a_silent = of_a.position == Position::silent;
          const std::size_t silent = a_silent ? a : b;
          const std::size_t other = a_silent ? b : a;
          const std::uint64_t hits = (a_silent ? of_b : of_a).count.n;
          if (hits >= rare) pair.p = result_.silence_probability(claim, silent, other);
        }
        pairs.push_back(pair);
      }
    }
  return pairs;
}

std::string TriangulationTables::pair_flags(const Pair& pair, std::size_t tested) const {
  const std::uint64_t n = result_.of(pair.claim, pair.a).count.n + result_.of(pair.claim, pair.b).count.n;
  WarningFlags flags;
  for (const std::size_t source : {pair.a, pair.b}) raise(flags, source);
  flags.raise(choices_.token_level && pair.judgement.meaning == Meaning::silent, "W03");
  flags.raise(n < rare || pair.judgement.expected < rare, "W04");
  flags.raise(pair.judgement.meaning == Meaning::silent && unlike(pair.a, pair.b), "W14");
  flags.raise(!std::isnan(pair.p) && tested > large_family, "W22");
  flags.raise((!std::isnan(pair.p) || !std::isnan(pair.interval.lower)) && (repeated(pair.a) || repeated(pair.b)),
              "W25");
  return flags.text();
}

std::vector<Cell> TriangulationTables::pair_cells(const Pair& pair, const std::string& flags) const {
  const std::array<std::size_t, 2> both{pair.a, pair.b};
  const std::array<const SourceClaim*, 2> claims{&result_.of(pair.claim, pair.a), &result_.of(pair.claim, pair.b)};
  std::vector<Cell> cells = first_cells(pair.claim);
  for (const std::size_t source : both) cells.emplace_back(name(source));
  for (const SourceClaim* one : claims) cells.push_back(whole(one->count.n));
  for (const std::size_t source : both) cells.push_back(whole(result_.sources()[source].parts.size()));
  for (const std::size_t source : both) cells.push_back(whole(result_.sources()[source].words));
  for (const SourceClaim* one : claims) cells.emplace_back(one->rate * rate_base);
  for (const SourceClaim* one : claims) cells.emplace_back(one->stance);
  const PairJudgement& judgement = pair.judgement;
  cells.insert(
      cells.end(),
      {Cell(std::string(to_string(judgement.meaning))), Cell(judgement.rate_ratio), Cell(pair.ratio),
       Cell(pair.interval.lower), Cell(pair.interval.upper), text_or_nothing(to_string(judgement.prominence)),
       Cell(std::string(to_string(judgement.verdict))), Cell(judgement.convergence), Cell(judgement.expected)});
  if (choices_.token_level) cells.emplace_back(judgement.chance);
  cells.insert(cells.end(), {Cell(pair.p), Cell(pair.p_adjusted), text_or_nothing(flags)});
  return cells;
}

Table TriangulationTables::pairs() {
  Table table{first_columns(), {}};
  const auto add = [&](std::initializer_list<const char*> names, bool numeric) {
    for (const char* column : names) table.columns.push_back({column, numeric});
  };
  add({"a", "b"}, false);
  add({"n_a", "n_b", "total_documents_a", "total_documents_b", "words_a", "words_b", "rate_a", "rate_b", "stance_a",
       "stance_b"},
      true);
  add({"meaning"}, false);
  add({"rate_ratio", "log2_rate_ratio", "log2_rate_ratio_lower", "log2_rate_ratio_upper"}, true);
  add({"prominence", "cue"}, false);
  add({"convergence", "expected_if_equal_rate"}, true);
  if (choices_.token_level) add({"chance_of_none"}, true);
  add({"p", "p_adjusted"}, true);
  add({"flags"}, false);
  std::vector<Pair> pairs = judged_pairs();
  const std::size_t tested = choices_.adjust.adjust(pairs);
  for (const Pair& pair : pairs) {
    const std::string flags = pair_flags(pair, tested);
    WarningFlags::gather(flags, raised_);
    table.rows.push_back(pair_cells(pair, flags));
  }
  return table;
}

Table TriangulationTables::agreement() {
  refuse_many_pairs(1);
  Table table{{{"a"}, {"b"}}, {}};
  for (const char* column : {"claims", "agreement", "partial", "dissonance", "silence", "too_little_text",
                             "convergence", "alpha", "rbo", "tau_b"})
    table.columns.push_back({column, true});
  table.columns.push_back({"flags"});
  // Two texts show two texts: how they agree over claims is no agreement of sources.
  const auto single = [&](std::size_t source) { return result_.units(source) < 2; };
  std::vector<std::vector<double>> rates;
  for (std::size_t source = 0; source < result_.sources().size(); ++source)
    rates.push_back(result_.rates(source, order_));
  for (std::size_t a = 0; a < rates.size(); ++a)
    for (std::size_t b = a + 1; b < rates.size(); ++b) {
      std::array<std::uint64_t, claim_verdicts> verdicts{};
      double convergence = 0;
      std::uint64_t claims = 0;
      for (const std::size_t claim : order_)
        if (const auto pair = judge(result_.of(claim, a), result_.of(claim, b), choices_.salience)) {
          ++verdicts[static_cast<std::size_t>(pair->verdict)];
          convergence += pair->convergence;
          ++claims;
        }
      SourceAgreement agreement{undefined, undefined, undefined};
      if (!single(a) && !single(b)) agreement = source_agreement(rates[a], rates[b]);
      std::vector<Cell> cells{name(a), name(b)};
      add_counts(cells, {claims, verdicts[0], verdicts[1], verdicts[2], verdicts[3], verdicts[4]});
      cells.insert(cells.end(), {Cell(claims > 0 ? convergence / real(claims) : undefined), Cell(agreement.alpha),
                                 Cell(agreement.rbo), Cell(agreement.tau_b)});
      WarningFlags flags;
      for (const std::size_t source : {a, b}) raise(flags, source);
      cells.push_back(flag_cell(flags));
      table.rows.push_back(std::move(cells));
    }
  if (rates.size() > 2) {
    std::vector<Cell> cells{std::string("all"), Cell()};
    cells.push_back(whole(order_.size()));
    cells.resize(table.columns.size());
    WarningFlags flags;
    bool alone = false;
    for (std::size_t source = 0; source < rates.size(); ++source) {
      alone = alone || single(source);
      raise(flags, source);
    }
    if (!alone) cells[column_called(table, "alpha")] = presence_alpha(rates);
    cells.back() = flag_cell(flags);
    table.rows.insert(table.rows.begin(), std::move(cells));
  }
  return table;
}

}  // namespace topos::cli
