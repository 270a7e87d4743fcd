// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/discourse/stance.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// What is compared across sources: a claim of a claims file, or a code taken as the claim that it names.
struct ClaimEntry {
  std::string codebook;
  std::string id;
  std::string text;       ///< the claim as a sentence; of a code its label
  bool declared = false;  ///< of a claims file: shown also where nobody makes it
  bool nominal = false;
};

/// The claims of a run: those of its claims files in their order, then codes as they are met.
class ClaimSet {
 public:
  /// `selection`: the codes that are looked for. `claims_only`: others than those of claims are not taken for claims.
  ClaimSet(const std::vector<const Codebook*>& books, const CodeSelection& selection, bool claims_only);

  [[nodiscard]] const std::vector<ClaimEntry>& entries() const noexcept { return entries_; }
  /// Whether some claim comes from a claims file.
  [[nodiscard]] bool has_declared() const noexcept { return declared_ > 0; }
  /// What hits of a code say of their claim; nothing if they are not asked for. Thread-safe beside place().
  [[nodiscard]] std::optional<ClaimStance> stance(std::string_view codebook, std::string_view code) const;
  /// The number of a code's claim, a new one where it is met for the first time. Domain: stance() knows it.
  [[nodiscard]] std::size_t place(std::string_view codebook, std::string_view code);
  /// Numbers of claims as they are shown: declared ones in the order of their files, then codes by name.
  [[nodiscard]] std::vector<std::size_t> order() const;

 private:
  using Key = std::pair<std::string, std::string>;  ///< codebook, code
  struct Known {
    std::size_t claim = 0;
    ClaimStance stance = ClaimStance::present;
  };
  void declare(const Codebook& book, const Code& code);

  bool claims_only_;
  std::size_t declared_ = 0;
  std::vector<ClaimEntry> entries_;
  std::map<Key, Known> declared_codes_;  ///< "C2.affirm"
  std::map<Key, std::string> labels_;    ///< of other codes
  std::map<Key, std::size_t> places_;    ///< of claims
};

}  // namespace topos
