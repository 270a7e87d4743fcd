// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "topos/annotation/pair_table.hpp"
#include "topos/annotation/query_run.hpp"

namespace topos {

/// Counts of one row within one group of documents.
struct RowCount {
  std::uint64_t n = 0;
  double weighted = 0;
  std::uint64_t sentences = 0;  ///< sentences in which a hit begins
  std::uint64_t documents = 0;  ///< documents with a hit
  std::uint64_t quoted = 0;
  std::uint64_t negated = 0;
  std::uint64_t draft = 0;    ///< hits in documents of a language whose patterns are not validated
  std::uint64_t machine = 0;  ///< n before people decided; see Tally::add_machine
  std::map<std::string_view, std::uint64_t> patterns;
  std::set<std::string_view> coders;  ///< who decided about its hits
};

/// Text of one group: what rates are divided by.
struct GroupCount {
  std::uint64_t documents = 0;
  std::uint64_t words = 0;
  std::uint64_t sentences = 0;
  std::uint64_t characters = 0;
  std::uint64_t duplicates = 0;       ///< near-duplicates of an earlier document
  std::uint64_t furniture_words = 0;  ///< words in references and boilerplate of its documents, left out
  std::uint64_t all_words = 0;        ///< words of its documents in all regions
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

/// Counts of one document, made by a worker: arrays that are added up without a look at names. Rows live as long as the
/// query, patterns and coders as long as the shelf and the decisions of the run.
struct DocumentTally {
  struct Group {
    GroupKey values;
    GroupCount count;
  };
  struct Row {
    const HitKind* kind = nullptr;    ///< codebook and code
    std::uint32_t values = 0;         ///< index into `values`
    std::uint32_t last_sentence = 0;  ///< hits are in text order, so each sentence counts once
    std::uint64_t n = 0;
    double weighted = 0;
    double run_weight = 0;  ///< the largest weight of the run at hand, not yet in `weighted`
    std::uint64_t sentences = 0;
    std::uint64_t quoted = 0;
    std::uint64_t negated = 0;
  };
  struct PatternCount {
    std::uint32_t row = 0;
    const HitKind* kind = nullptr;
    std::uint64_t n = 0;
  };
  struct Coder {
    std::uint32_t row = 0;
    std::string_view name;
  };
  std::string document;
  bool selected = false;
  bool draft = false;  ///< the document's language is marked so in its codebook
  bool runs = false;   ///< some overlapping hits count as one; known where it was counted
  std::vector<Group> groups;
  std::vector<GroupKey> values;  ///< of rows: those of groups first
  std::vector<Row> rows;
  std::vector<PatternCount> patterns;
  std::vector<Coder> coders;
};

/// Counts what a query finds in documents. Keeps scratch space: one for each worker.
class Tallier {
 public:
  /// `query` must outlive it and what it makes.
  explicit Tallier(const Query& query) : run_(query) {}
  /// `draft`: the document's language is marked so in its codebook.
  [[nodiscard]] DocumentTally tally(const AnnotatedDocument& annotated, bool draft);

 private:
  QueryRun run_;
  FirstPairs patterns_;  ///< numbers of kinds of hits and rows
};

/// The same for one document alone.
[[nodiscard]] DocumentTally tally_document(const Query& query, const AnnotatedDocument& annotated, bool draft);

/// Counts of a run by name.
struct Counts {
  std::map<RowKey, RowCount> rows;
  std::map<GroupKey, GroupCount> groups;

  /// Words of the group that a row belongs to: its values of document and place fields, those of hit fields left empty.
  [[nodiscard]] const GroupCount& group_of(const GroupKey& row, const std::vector<std::string>& by) const;
};

/// The group whose text a row's hits stand in: the row's, with the values of hit fields left empty.
[[nodiscard]] GroupKey text_group(const GroupKey& row, const std::vector<std::string>& by);

/// Adds up documents in input order. All of them were tallied for one query.
class Tally {
 public:
  /// `duplicate`: the document nearly repeats an earlier one.
  void add(const DocumentTally& one, bool duplicate);
  /// Puts the counts that a document had before people decided beside those it has now; rows that they emptied stay
  /// with n = 0.
  void add_machine(const DocumentTally& before);
  /// Whether anything was counted.
  [[nodiscard]] bool found() const noexcept;
  [[nodiscard]] Counts counts() const;

 private:
  struct Row {
    const HitKind* kind;
    std::uint32_t values;
    RowCount count;  ///< without patterns
  };
  struct GroupHash {
    std::size_t operator()(const GroupKey& key) const noexcept;
  };

  std::uint32_t number_of(const GroupKey& values);
  const std::vector<std::uint32_t>& rows_of(const DocumentTally& one);

  std::unordered_map<GroupKey, std::uint32_t, GroupHash> value_numbers_;
  std::vector<const GroupKey*> values_;
  std::vector<GroupCount> groups_;  ///< by number of their values; those of rows alone have no documents
  FirstPairs row_numbers_;
  std::vector<Row> rows_;
  FirstPairs pattern_numbers_;  ///< by pattern, which seldom counts in more than one row
  std::vector<DocumentTally::PatternCount> patterns_;
  std::vector<std::uint32_t> values_of_document_;
  std::vector<std::uint32_t> rows_of_document_;
};

}  // namespace topos
