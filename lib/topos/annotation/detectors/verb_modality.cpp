// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/verb_modality.hpp"

#include <algorithm>
#include <array>

namespace topos {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 4> risking{"risk", "risks", "risked", "risking"};
constexpr std::array<std::string_view, 4> low{"possibly", "perhaps", "potentially", "maybe"};
constexpr std::array<std::string_view, 3> mid{"probably", "likely", "presumably"};

}  // namespace

std::string_view modality_of_modal(std::string_view modal) noexcept {
  if (modal == "may" || modal == "might" || modal == "can" || modal == "could") return "low";
  if (modal == "would") return "mid";
  if (modal == "will" || modal == "shall" || modal == "'ll" || modal == "wo") return "high";
  return modal.empty() ? "none" : "deontic";
}

std::string_view modality_of_adverb(std::string_view folded) noexcept {
  if (is_one_of(low, folded)) return "low";
  return is_one_of(mid, folded) ? "mid" : "";
}

bool is_risking(std::string_view folded) noexcept { return is_one_of(risking, folded); }

}  // namespace topos
