// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "topos/annotation/hit.hpp"

namespace topos {

/// What the patterns of a code say of a claim.
enum class ClaimStance : std::uint8_t {
  present,  ///< the code itself is looked for, and no claim of a file
  affirm,
  deny,
  value  ///< a nominal claim: what its hits say is compared
};

/// What one hit says of a claim: a cue from patterns and attributes, no verdict.
struct StanceCue {
  int sign = 1;           ///< 1 for the claim, -1 against it
  bool hedged = false;    ///< said to be possible, likely or a risk
  bool reported = false;  ///< laid to somebody, or to nobody in particular

  /// Units: 1 or -1, half of it where the claim is hedged or reported.
  [[nodiscard]] double value() const noexcept { return hedged || reported ? sign * 0.5 : sign; }
};

/// Negation turns the sign of a code; of a claim's pattern only where the pattern says so (negation = 'flip'), because
/// "we cannot abandon it" and "without it there is no peace" affirm. Who cites an expert makes the claim himself.
/// Domain: attributes that are not known change nothing.
[[nodiscard]] StanceCue stance_of(ClaimStance stance, const Hit& hit, const HitNotes& notes) noexcept;

/// The claim and the stance that the code "C2.affirm" of a claims file stands for; a code without a stance is
/// `present`.
struct ClaimCode {
  std::string_view claim;
  ClaimStance stance = ClaimStance::present;
};
[[nodiscard]] ClaimCode claim_code(std::string_view code) noexcept;

}  // namespace topos
