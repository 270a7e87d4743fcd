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
  FrequencyOutput(const Query& query, const FrequencyRows& rows);
  /// Documents come in input order.
  void add(const std::string& document, const DocumentFeatures& features);
  void write(const OutputGroup& output, const Provenance& provenance, const FeatureTable& table);

 private:
  void write_groups(const OutputGroup& output, const Provenance& provenance, const FeatureTable& table);
  void write_documents(const OutputGroup& output, const Provenance& provenance, const FeatureTable& table);

  std::vector<std::string> by_;
  FrequencyRows rows_;
  Frequencies frequencies_;
  FeatureFrequencies totals_;  ///< over all documents
  SpillSorter documents_;      ///< each with its counts; they come back in the order in which they were added
};

}  // namespace topos::cli
