// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// One row of a table of decisions.
struct DecisionRow {
  enum class Keep : std::uint8_t { undecided, yes, no };
  std::vector<std::string> ids;  ///< of hits decided about; none: a hit is added
  Keep keep = Keep::undecided;
  std::string code;    ///< that the hits are given; empty: they keep theirs
  std::string source;  ///< that a triad is given; "-": none
  std::string target;
  std::string coder;
  std::string document;  ///< of a hit that is added
  ByteSpan span;
  std::size_t line = 0;

  [[nodiscard]] bool decided() const noexcept {
    return keep != Keep::undecided || !code.empty() || !source.empty() || !target.empty();
  }
  [[nodiscard]] bool agrees_with(const DecisionRow& other) const noexcept {
    return code == other.code && source == other.source && target == other.target &&
           (!code.empty() || keep == other.keep);
  }
};

/// A table of decisions as it was read.
struct DecisionTable {
  std::string path;
  std::string checksum;
  std::vector<DecisionRow> rows;
  std::vector<std::string> codes;   ///< in byte order, each once
  std::vector<std::string> coders;  ///< likewise
};

/// Reads a TSV or CSV table. Errors: as Decisions.
[[nodiscard]] DecisionTable read_decisions(const std::string& path);

}  // namespace topos
