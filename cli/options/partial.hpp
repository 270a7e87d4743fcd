// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "options.hpp"
#include "options/output.hpp"
#include "topos/report/partial_result.hpp"

namespace topos::cli {

/// Whether a run counts a part of a corpus, for merge: --partial. What it keeps of its documents is gathered here.
struct PartialGroup {
  struct Gathered {
    std::array<PartialHead::Inputs, partial_corpora> corpora;
    PartialWriter documents;
  };
  bool wanted = false;
  std::unique_ptr<Gathered> gathered;  ///< none before options are declared

  void declare(Options& options);
};

/// Writes a partial result to where the options say.
void write_part(const OutputGroup& output, const PartialHead& head, PartialWriter& documents);

/// The parts that merge has a command read in the place of documents; null in other runs.
[[nodiscard]] PartialReader*& parts_to_merge() noexcept;

}  // namespace topos::cli
