// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/query.hpp"

namespace topos {

/// Counts of one row within one document or one group of documents.
struct RowCount {
  std::uint64_t n = 0;
  double weighted = 0;
  std::uint64_t sentences = 0;  ///< sentences in which a hit begins
  std::uint64_t documents = 0;  ///< documents with a hit
  std::uint64_t quoted = 0;
  std::uint64_t negated = 0;
  std::uint64_t draft = 0;      ///< hits in documents of a language whose patterns are not validated
  std::uint64_t machine = 0;    ///< n before people decided; see add_machine_counts
  std::map<std::string_view, std::uint64_t> patterns;
  std::set<std::string_view> coders;  ///< who decided about its hits
};

/// Text of one group: what rates are divided by.
struct GroupCount {
  std::uint64_t documents = 0;
  std::uint64_t words = 0;
  std::uint64_t sentences = 0;
  std::uint64_t characters = 0;
  std::uint64_t duplicates = 0;      ///< near-duplicates of an earlier document
  std::uint64_t furniture_words = 0; ///< words in references and boilerplate of its documents, left out
  std::uint64_t all_words = 0;       ///< words of its documents in all regions
};

/// Values of the --by fields.
using GroupKey = std::vector<std::string>;

/// What one row counts: a codebook's code within a group.
struct RowKey {
  std::string_view codebook;
  std::string_view code;
  GroupKey group;
  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};

/// Counts of one document, made by a worker. The views live as long as the codebooks and stream readers of the run.
struct DocumentTally {
  std::string document;
  bool selected = false;
  std::map<RowKey, RowCount> rows;
  std::map<GroupKey, GroupCount> groups;
};

/// `draft`: the document's language is marked so in its codebook.
[[nodiscard]] DocumentTally tally_document(const Query& query, const AnnotatedDocument& annotated, bool draft);

/// Puts the counts that a document had before people decided beside those it has now; rows that they emptied stay with n = 0.
void add_machine_counts(DocumentTally& now, const DocumentTally& before);

/// Counts of a run: documents added in input order.
struct Tally {
  std::map<RowKey, RowCount> rows;
  std::map<GroupKey, GroupCount> groups;

  /// `duplicate`: the document nearly repeats an earlier one.
  void add(const DocumentTally& one, bool duplicate);
  /// Words of the group that a row belongs to: its values of document and place fields, those of hit fields left empty.
  [[nodiscard]] const GroupCount& group_of(const GroupKey& row, const std::vector<std::string>& by) const;
};

}  // namespace topos
