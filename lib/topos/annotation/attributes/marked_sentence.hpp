// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "topos/annotation/attributes/hit_roles.hpp"
#include "topos/annotation/attributes/word_roles.hpp"
#include "topos/annotation/hit.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// A hit with the units of its document that it covers.
struct MarkedHit {
  const Hit* hit = nullptr;
  TokenRange units;
  std::uint8_t roles = 0;  ///< of HitRole
};

/// What the rules of attributes see of one sentence.
struct MarkedSentence {
  const Document& document;
  const std::vector<Token>& units;   ///< of the whole document
  TokenRange range;                  ///< of the sentence
  std::span<const MarkedHit> marks;  ///< the hits that begin in it, in text order
  std::span<const std::uint32_t>
      words;  ///< before each unit of the range, and before its end; marks and clitics are none
  WordRoles& roles;

  /// The roles of one unit.
  [[nodiscard]] std::uint16_t roles_of(std::uint32_t unit) const { return roles.of(units[unit], document); }
  /// Words in [begin, end). Domain: both lie in the range, `begin` not behind `end`.
  [[nodiscard]] std::uint32_t words_between(std::uint32_t begin, std::uint32_t end) const {
    return words[end - range.begin] - words[begin - range.begin];
  }
};

}  // namespace topos
