// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What a word or mark is to the rules of attributes, as bits (grammar.md 10.2, 10.4).
enum WordRole : std::uint16_t {
  role_comma = 1,
  role_cut = 2,           ///< ; : or an em dash: a clause ends
  role_dash = 4,          ///< another dash, which ends a clause if it stands between spaces
  role_opener = 8,        ///< a word that begins a clause behind a comma: while, which, …
  role_preposition = 16,  ///< of, in, with, …: an actor behind it holds nothing
  role_risk = 32          ///< risk, risks, risked, risking
};

/// Decides the roles of a type when it is first asked for. Not thread-safe; one for each worker and language.
class WordRoles {
 public:
  /// Domain: units are of the segmenter whose vocabulary this is.
  void use(const Vocabulary& vocabulary);
  /// The roles of a unit of `document`.
  [[nodiscard]] std::uint16_t of(const Token& unit, const Document& document) {
    const std::uint16_t known = roles_[unit.type];
    return known != undecided ? known : decide(unit, document);
  }

 private:
  static constexpr std::uint16_t undecided = 0xFFFF;
  std::uint16_t decide(const Token& unit, const Document& document);

  const Vocabulary* vocabulary_ = nullptr;
  std::uint64_t generation_ = 0;
  std::vector<std::uint16_t> roles_;  ///< by type
};

}  // namespace topos
