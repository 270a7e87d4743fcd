// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/claim_judgement.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

using topos::ClaimVerdict;
using topos::judge;
using topos::judge_all;
using topos::Meaning;
using topos::Position;
using topos::Prominence;
using topos::SourceClaim;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// A source that affirms and denies so often among 1000 words.
SourceClaim source(std::uint64_t affirmed, std::uint64_t denied) {
  SourceClaim one;
  one.count.n = affirmed + denied;
  one.count.affirmed = affirmed;
  one.count.denied = denied;
  one.count.stance = static_cast<double>(affirmed) - static_cast<double>(denied);
  one.rate = static_cast<double>(one.count.n) / 1000;
  one.words = 1000;
  one.stance = one.count.n == 0 ? undefined : one.count.stance / static_cast<double>(one.count.n);
  one.interval = {undefined, undefined};
  one.position = position_of(one.count, one.interval, false);
  return one;
}

SourceClaim calling(std::initializer_list<const char*> values) {
  SourceClaim one;
  for (const char* value : values) one.count.values[value] = 1;
  one.count.n = values.size();
  one.rate = static_cast<double>(values.size()) / 1000;
  one.stance = undefined;
  one.position = position_of(one.count, {undefined, undefined}, true);
  return one;
}

ClaimVerdict verdict(const SourceClaim& a, const SourceClaim& b, double salience = 4) {
  return judge(a, b, salience)->verdict;
}

}  // namespace

TEST_CASE("meaning and prominence are judged apart and make verdicts") {
  CHECK(verdict(source(4, 0), source(2, 0)) == ClaimVerdict::agreement);
  CHECK(verdict(source(9, 0), source(2, 0)) == ClaimVerdict::partial);
  CHECK(verdict(source(9, 0), source(2, 0), 5) == ClaimVerdict::agreement);
  CHECK(verdict(source(4, 1), source(2, 0)) == ClaimVerdict::partial);
  CHECK(verdict(source(4, 0), source(0, 2)) == ClaimVerdict::dissonance);
  CHECK(verdict(source(5, 0), source(0, 0)) == ClaimVerdict::silence);
  CHECK(verdict(source(4, 0), source(0, 0)) == ClaimVerdict::too_little_text);
  CHECK_FALSE(judge(source(0, 0), source(0, 0), 4));
}

TEST_CASE("the ratio at the border of salience is like") {
  CHECK(judge(source(4, 0), source(1, 0), 4)->prominence == Prominence::like);
  CHECK(judge(source(1, 0), source(4, 0), 4)->prominence == Prominence::like);
  CHECK(judge(source(3, 0), source(3, 0), 1)->prominence == Prominence::like);
}

TEST_CASE("an interval decides where there is one") {
  topos::StanceCount count;
  count.n = 9;
  count.affirmed = 8;
  count.denied = 1;
  CHECK(position_of(count, {undefined, undefined}, false) == Position::mixed);
  CHECK(position_of(count, {.2, 1}, false) == Position::affirm);
  CHECK(position_of(count, {-1, -.2}, false) == Position::deny);
  CHECK(position_of(count, {-.2, .2}, false) == Position::mixed);
}

TEST_CASE("convergence falls with distance in stance and in room") {
  CHECK(judge(source(4, 0), source(4, 0), 4)->convergence == doctest::Approx(1));
  CHECK(judge(source(4, 0), source(2, 0), 4)->convergence == doctest::Approx(.5));
  CHECK(judge(source(4, 0), source(0, 4), 4)->convergence == doctest::Approx(0));
  CHECK(judge(source(3, 1), source(4, 0), 4)->convergence == doctest::Approx(.75));
  CHECK(judge(source(4, 0), source(0, 0), 4)->convergence == 0);
}

TEST_CASE("nominal claims compare what is said") {
  CHECK(judge(calling({"invasion"}), calling({"conflict"}), 4)->meaning == Meaning::opposed);
  CHECK(judge(calling({"invasion", "war"}), calling({"war"}), 4)->meaning == Meaning::mixed);
  CHECK(judge(calling({"war"}), calling({"war"}), 4)->meaning == Meaning::same);
  CHECK(judge(calling({"invasion", "war"}), calling({"war", "invasion"}), 4)->convergence == doctest::Approx(1));
  CHECK(judge(calling({"war"}), source(0, 0), 4)->meaning == Meaning::silent);
}

TEST_CASE("all sources together have the verdict of their worst pair, the silent left out") {
  const std::vector<SourceClaim> sources{source(4, 0), source(3, 0), source(0, 2), source(0, 0)};
  std::vector<const SourceClaim*> all;
  for (const SourceClaim& one : sources) all.push_back(&one);
  CHECK(judge_all(all, 4) == ClaimVerdict::dissonance);
  all.erase(all.begin() + 2);
  CHECK(judge_all(all, 4) == ClaimVerdict::agreement);
  all.erase(all.begin());
  CHECK(judge_all(all, 4) == ClaimVerdict::too_little_text);
  all.erase(all.begin());
  CHECK_FALSE(judge_all(all, 4));
  CHECK_FALSE(judge_all({}, 4));
}
