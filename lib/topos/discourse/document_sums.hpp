// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "topos/annotation/document_units.hpp"

namespace topos {

/// What is added up over documents: their units, the documents that have any, or 1 if one has.
enum class CountOf { units, documents, presence };

/// Several counts by document, and their sums over all documents or over resampled ones.
class DocumentSums {
 public:
  /// `documents`: by their number in the run; those of a cluster are drawn together. `counted`: the numbers of those
  /// that belong here.
  DocumentSums(const std::vector<DocumentName>& documents, const std::vector<std::uint32_t>& counted, CountOf count);

  /// Adds one count, each document once; documents that do not belong here are passed over.
  void add(std::span<const DocumentUnits> units);
  /// Documents or clusters that are drawn.
  [[nodiscard]] std::size_t clusters() const noexcept { return clusters_; }
  [[nodiscard]] std::size_t size() const noexcept { return begins_.size() - 1; }
  /// One sum for each count, in the order in which they were added.
  [[nodiscard]] std::vector<double> sums() const;
  /// The same where each cluster counts as often as it was drawn.
  [[nodiscard]] std::vector<double> sums(std::span<const std::uint32_t> weights) const;

 private:
  struct Part {
    std::uint32_t cluster = 0;
    std::uint32_t value = 0;
  };
  CountOf count_;
  std::size_t clusters_ = 0;
  std::vector<std::uint32_t> cluster_of_;  ///< by document of the run
  std::vector<Part> parts_;
  std::vector<std::size_t> begins_{0};
};

[[nodiscard]] std::span<const std::string_view> count_names() noexcept;

}  // namespace topos
