// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "topos/discourse/claim_counter.hpp"
#include "topos/statistics/intervals.hpp"

namespace topos {

/// Where a source stands on a claim.
enum class Position : std::uint8_t { silent, affirm, deny, mixed, value };
/// Whether two sources mean the same.
enum class Meaning : std::uint8_t { same, mixed, opposed, silent };
/// Whether two sources give a claim as much room.
enum class Prominence : std::uint8_t { unknown, like, unlike };
/// Meaning and prominence together. Source: Farmer, Robinson, Elliott and Eyles (2006), after Denzin.
/// Where one side does not speak, `silence` needs an exposure: chance_of_none() is at most greatest_chance, which takes
/// about three expected hits; else there is too little text to say so.
enum class ClaimVerdict : std::uint8_t { agreement, partial, dissonance, silence, too_little_text };
inline constexpr std::size_t claim_verdicts = 5;
inline constexpr double greatest_chance = .05;

[[nodiscard]] std::string_view to_string(Position position) noexcept;
[[nodiscard]] std::string_view to_string(Meaning meaning) noexcept;
[[nodiscard]] std::string_view to_string(Prominence prominence) noexcept;
[[nodiscard]] std::string_view to_string(ClaimVerdict verdict) noexcept;

/// What a source says of a claim, as far as it is compared.
struct SourceClaim {
  StanceCount count;
  std::uint64_t documents = 0;  ///< that speak of it
  double rate = 0;              ///< hits per word
  double words = 0;             ///< of the source
  double presence = 0;          ///< share of the source's documents that speak of it
  double stance = 0;            ///< mean over hits; NaN without hits, and of nominal claims
  Interval interval{};          ///< of the stance; NaN where it is not defined
  Position position = Position::silent;
};

/// The position that counts and the interval of the stance give: where there is an interval, it has to exclude 0; else
/// all hits have to be of one sign.
[[nodiscard]] Position position_of(const StanceCount& count, const Interval& interval, bool nominal) noexcept;

struct PairJudgement {
  Meaning meaning = Meaning::same;
  Prominence prominence = Prominence::unknown;
  ClaimVerdict verdict = ClaimVerdict::agreement;
  double rate_ratio = 0;   ///< NaN unless both speak
  double convergence = 0;  ///< in [0, 1]; 0 where one does not speak
  double expected = 0;     ///< hits of the one that does not speak, if rates were equal; NaN where both do
  double chance = 0;       ///< that it would have none; NaN where both speak
};

/// What two sources have in common about a claim; nothing if neither speaks. Sources are alike in prominence while
/// neither gives the claim more than `salience` times the room of the other. Domain: salience >= 1.
[[nodiscard]] std::optional<PairJudgement> judge(const SourceClaim& a, const SourceClaim& b, double salience);

/// One verdict for all sources: dissonance where two are opposed, silence or too little text where one alone speaks,
/// partial where one is mixed or two are unlike in prominence, else agreement of those that speak. Nothing if none
/// does. Cost: linear; of nominal claims quadratic.
[[nodiscard]] std::optional<ClaimVerdict> judge_all(std::span<const SourceClaim* const> sources, double salience);

}  // namespace topos
