// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/claim_judgement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "topos/base/number.hpp"
#include "topos/discourse/silence.hpp"

namespace topos {
namespace {

/// Values that both have, over those that one has.
double overlap(const StanceCount& a, const StanceCount& b) {
  double common = 0;
  for (const auto& [value, times] : a.values) common += b.values.contains(value) ? 1 : 0;
  const double all = static_cast<double>(a.values.size() + b.values.size()) - common;
  return all > 0 ? common / all : 0;
}

Meaning meaning_of(const SourceClaim& a, const SourceClaim& b) {
  if (a.position == Position::silent || b.position == Position::silent) return Meaning::silent;
  if (a.position == Position::value) {
    const double shared = overlap(a.count, b.count);
    return shared == 1 ? Meaning::same : shared > 0 ? Meaning::mixed : Meaning::opposed;
  }
  if (a.position == Position::mixed || b.position == Position::mixed) return Meaning::mixed;
  return a.position == b.position ? Meaning::same : Meaning::opposed;
}

Meaning meaning_of_stances(const std::vector<const SourceClaim*>& speaking) {
  const auto any = [&](Position position) {
    return std::any_of(speaking.begin(), speaking.end(),
                       [&](const SourceClaim* one) { return one->position == position; });
  };
  if (any(Position::affirm) && any(Position::deny)) return Meaning::opposed;
  return any(Position::mixed) ? Meaning::mixed : Meaning::same;
}

Meaning meaning_of_values(const std::vector<const SourceClaim*>& speaking) {
  Meaning all = Meaning::same;
  for (std::size_t i = 0; i < speaking.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const Meaning pair = meaning_of(*speaking[i], *speaking[j]);
      if (pair == Meaning::opposed) return pair;
      if (pair == Meaning::mixed) all = pair;
    }
  return all;
}

/// `least`: the smaller rate over the greater.
Prominence prominence_of(double least, double salience) {
  return least * salience >= 1 - 1e-12 ? Prominence::like : Prominence::unlike;
}

/// `chance`: that a side that does not speak would have no hit.
ClaimVerdict verdict_of(Meaning meaning, Prominence prominence, double chance) {
  switch (meaning) {
    case Meaning::silent:
      return chance <= greatest_chance ? ClaimVerdict::silence : ClaimVerdict::too_little_text;
    case Meaning::opposed:
      return ClaimVerdict::dissonance;
    case Meaning::mixed:
      return ClaimVerdict::partial;
    case Meaning::same:
      break;
  }
  return prominence == Prominence::unlike ? ClaimVerdict::partial : ClaimVerdict::agreement;
}

}  // namespace

std::string_view to_string(Position position) noexcept {
  constexpr std::array<std::string_view, 5> names{"silent", "affirm", "deny", "mixed", "value"};
  return names[static_cast<std::size_t>(position)];
}
std::string_view to_string(Meaning meaning) noexcept {
  constexpr std::array<std::string_view, 4> names{"same", "mixed", "opposed", "silent"};
  return names[static_cast<std::size_t>(meaning)];
}
std::string_view to_string(Prominence prominence) noexcept {
  constexpr std::array<std::string_view, 3> names{"", "like", "unlike"};
  return names[static_cast<std::size_t>(prominence)];
}
std::string_view to_string(ClaimVerdict verdict) noexcept {
  constexpr std::array<std::string_view, claim_verdicts> names{"agreement", "partial", "dissonance", "silence",
                                                               "too_little_text"};
  return names[static_cast<std::size_t>(verdict)];
}

Position position_of(const StanceCount& count, const Interval& interval, bool nominal) noexcept {
  if (count.n == 0) return Position::silent;
  if (nominal) return Position::value;
  if (!std::isnan(interval.lower))
    return interval.lower > 0 ? Position::affirm : interval.upper < 0 ? Position::deny : Position::mixed;
  if (count.affirmed > 0 && count.denied > 0) return Position::mixed;
  return count.affirmed > 0 ? Position::affirm : Position::deny;
}

std::optional<PairJudgement> judge(const SourceClaim& a, const SourceClaim& b, double salience) {
  if (a.position == Position::silent && b.position == Position::silent) return std::nullopt;
  PairJudgement pair;
  pair.meaning = meaning_of(a, b);
  pair.rate_ratio = undefined;
  pair.expected = undefined;
  pair.chance = undefined;
  if (pair.meaning == Meaning::silent) {
    const SourceClaim& silent = a.position == Position::silent ? a : b;
    const SourceClaim& speaking = &silent == &a ? b : a;
    const auto n = static_cast<double>(speaking.count.n);
    pair.expected = expected_if_equal_rate(n, silent.words, speaking.words);
    pair.chance = chance_of_none(n, silent.words, speaking.words);
  }
  if (pair.meaning != Meaning::silent) {
    pair.rate_ratio = a.rate / b.rate;
    const double least = std::min(pair.rate_ratio, 1 / pair.rate_ratio);
    pair.prominence = prominence_of(least, salience);
    const double alike =
        a.position == Position::value ? overlap(a.count, b.count) : 1 - std::abs(a.stance - b.stance) / 2;
    pair.convergence = alike * least;
  }
  pair.verdict = verdict_of(pair.meaning, pair.prominence, pair.chance);
  return pair;
}

std::optional<ClaimVerdict> judge_all(std::span<const SourceClaim* const> sources, double salience) {
  std::vector<const SourceClaim*> speaking;
  double silent = 0;
  for (const SourceClaim* one : sources)
    if (one->position != Position::silent)
      speaking.push_back(one);
    else
      silent += one->words;
  if (speaking.empty()) return std::nullopt;
  if (speaking.size() == 1) {
    const auto n = static_cast<double>(speaking.front()->count.n);
    return verdict_of(Meaning::silent, Prominence::unknown, chance_of_none(n, silent, speaking.front()->words));
  }
  const Meaning meaning =
      speaking.front()->position == Position::value ? meaning_of_values(speaking) : meaning_of_stances(speaking);
  const auto [least, most] = std::minmax_element(
      speaking.begin(), speaking.end(), [](const SourceClaim* a, const SourceClaim* b) { return a->rate < b->rate; });
  return verdict_of(meaning, prominence_of((*least)->rate / (*most)->rate, salience), undefined);
}

}  // namespace topos
