// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/document_units.hpp"
#include "topos/annotation/tally.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// What should make a reader of a count careful.
struct HitDoubts {
  std::uint64_t n = 0;    ///< hits
  std::uint64_t top = 0;  ///< of the pattern that has most
  std::uint64_t quoted = 0;
  std::uint64_t negated = 0;
  bool one_pattern = false;  ///< an expression is one pattern: that its hits hang on it is no news

  /// Raises W05, W18 and W19.
  void raise(WarningFlags& flags) const;
};

/// Gathers doubts about the hits of a run, document by document.
class DoubtsByDocument {
 public:
  using Code = std::pair<std::string_view, std::string_view>;  ///< codebook and code
  /// Domain: documents in the order of their numbers, all tallied for one query.
  void add(std::uint32_t document, const DocumentTally& tally);
  /// Doubts about the hits of a code in the documents that are marked. Domain: a mark for each document.
  [[nodiscard]] HitDoubts in(const Code& code, const std::vector<bool>& documents) const;

 private:
  struct Attributes {
    std::uint32_t document = 0;
    std::uint32_t quoted = 0;
    std::uint32_t negated = 0;
  };
  struct OfCode {
    std::vector<Attributes> attributes;  ///< of documents that have some
    std::map<const HitKind*, std::vector<DocumentUnits>> patterns;
  };
  std::map<Code, OfCode> codes_;
};

}  // namespace topos::cli
