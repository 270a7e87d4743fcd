// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "topos/annotation/document_units.hpp"
#include "topos/annotation/tally.hpp"

namespace topos {

/// The counts of a run, document by document: what intervals and tests rest on. Documents that --where leaves out are
/// not kept. Cost: eight bytes for each document and row that it has hits of, and its names.
class CountsByDocument {
 public:
  /// What a group's text is measured in.
  using Measure = std::uint64_t GroupCount::*;

  explicit CountsByDocument(Measure measure = &GroupCount::words) : measure_(measure) {}
  /// Domain: documents in input order, all tallied for one query.
  void add(const DocumentTally& one, std::string cluster);

  /// Gives documents other clusters than they came with. Domain: one for each document.
  void cluster_by(std::vector<std::string> clusters);

  /// Documents by their number.
  [[nodiscard]] const std::vector<DocumentName>& documents() const noexcept { return documents_; }
  /// Text of a group in each of its documents, in input order. None for a group that there is not.
  [[nodiscard]] const std::vector<DocumentUnits>& text_of(const GroupKey& group) const;
  /// Hits of a row, without documents that have none.
  [[nodiscard]] const std::vector<DocumentUnits>& hits_of(const RowKey& row) const;
  [[nodiscard]] const std::map<GroupKey, std::vector<DocumentUnits>>& texts() const noexcept { return texts_; }
  [[nodiscard]] const std::map<RowKey, std::vector<DocumentUnits>>& rows() const noexcept { return rows_; }

 private:
  Measure measure_;
  std::vector<DocumentName> documents_;
  std::map<GroupKey, std::vector<DocumentUnits>> texts_;
  std::map<RowKey, std::vector<DocumentUnits>> rows_;
  PairTable places_;  ///< kinds of rows and numbers of their values
  std::map<GroupKey, std::uint32_t> value_numbers_;
  std::vector<std::vector<DocumentUnits>*> row_at_;
};

}  // namespace topos
