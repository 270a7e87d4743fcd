// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "session.hpp"
#include "topos/annotation/frequencies.hpp"
#include "topos/base/spill_sorter.hpp"

namespace topos::cli {

/// Which rows a frequency list has, and of what.
struct FrequencyRows {
  std::uint64_t least = 1;
  std::uint64_t least_documents = 1;
  bool by_document = false;  ///< --sparse
};

/// Writes the frequencies of a run: a row for each feature and group, or for each feature of each document.
class FrequencyOutput {
 public:
  /// Errors: Errc::usage, if rows of documents are to be split by what is no metadata.
  /// `memory`: bytes, about; what does not fit waits in temporary files.
  FrequencyOutput(const Query& query, const FrequencyRows& rows, std::size_t memory);
  /// Documents come in input order. `table` has numbered the features.
  void add(const std::string& document, DocumentFeatures features, const Frequencies::Table& table);
  /// The largest table of features that leaves room for the rest.
  [[nodiscard]] std::size_t most_for_table() const noexcept { return frequencies_.most_for_table(); }
  /// To be called once.
  void write(const OutputGroup& output, const Provenance& provenance);

 private:
  void write_groups(const OutputGroup& output, const Provenance& provenance);
  void write_documents(const OutputGroup& output, const Provenance& provenance);

  std::vector<std::string> by_;
  FrequencyRows rows_;
  bool all_wanted_ = true;   ///< of rows of documents: no feature is left out
  Frequencies frequencies_;  ///< where rows are of documents, over all of them
  SpillSorter documents_;    ///< each with its counts; they come back in the order in which they were added
};

}  // namespace topos::cli
