// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/stance.hpp"

#include <doctest/doctest.h>

using topos::claim_code;
using topos::ClaimStance;
using topos::Flag;
using topos::Hit;
using topos::HitNotes;
using topos::stance_of;

TEST_CASE("a denial counts against a claim, what is hedged or reported half") {
  const Hit hit;
  CHECK(stance_of(ClaimStance::affirm, hit, {}).value() == 1);
  CHECK(stance_of(ClaimStance::deny, hit, {}).value() == -1);
  HitNotes notes;
  notes.modality = "low";
  CHECK(stance_of(ClaimStance::affirm, hit, notes).value() == .5);
  notes.voice = "attributed:actor.state.russia";
  CHECK(stance_of(ClaimStance::deny, hit, notes).value() == -.5);
  notes = {};
  notes.voice = "vague";
  CHECK(stance_of(ClaimStance::affirm, hit, notes).reported);
}

TEST_CASE("who must or cites an expert makes the claim himself") {
  HitNotes notes;
  notes.modality = "deontic";
  notes.voice = "cited:7";
  CHECK(stance_of(ClaimStance::affirm, Hit(), notes).value() == 1);
}

TEST_CASE("negation turns a code, and a claim only where its pattern says so") {
  Hit hit;
  hit.negated = Flag::yes;
  hit.polarity = 1;
  CHECK(stance_of(ClaimStance::present, hit, {}).sign == -1);
  CHECK(stance_of(ClaimStance::affirm, hit, {}).sign == 1);
  hit.polarity = -1;
  CHECK(stance_of(ClaimStance::affirm, hit, {}).sign == -1);
  CHECK(stance_of(ClaimStance::deny, hit, {}).sign == 1);
}

TEST_CASE("codes of claims files name claim and stance") {
  CHECK(claim_code("C2.affirm").claim == "C2");
  CHECK(claim_code("C2.deny").stance == ClaimStance::deny);
  CHECK(claim_code("C21.value").stance == ClaimStance::value);
  CHECK(claim_code("frame.hedging").stance == ClaimStance::present);
  CHECK(claim_code("frame.hedging").claim == "frame.hedging");
  CHECK(claim_code(".affirm").stance == ClaimStance::present);
}
