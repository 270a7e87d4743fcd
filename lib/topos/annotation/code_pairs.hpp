// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "topos/annotation/document_units.hpp"
#include "topos/annotation/pair_counter.hpp"
#include "topos/annotation/posting_lists.hpp"

namespace topos {

/// Two codes of one group. The views live as long as the pairs of the run.
struct PairRow {
  const RowKey* a = nullptr;
  const RowKey* b = nullptr;
  std::uint64_t n = 0;          ///< units with both
  std::uint64_t documents = 0;  ///< that have such a unit
};

/// The counts of one document that a pair is made of.
struct PairStratum {
  std::uint64_t units = 0;
  std::uint64_t near_a = 0;
  std::uint64_t b = 0;
};

/// Pairs of codes of a run: documents added in input order. What documents have waits in temporary files if it is too
/// much for memory; sums over documents stay.
class CodePairs {
 public:
  struct GroupFacts {
    std::uint64_t documents = 0;
    std::uint64_t duplicates = 0;  ///< near-duplicates of an earlier document
    std::uint64_t units = 0;
  };
  /// Sums over the documents of a group.
  struct CodeFacts {
    std::uint64_t units = 0;
    std::uint64_t hits = 0;
    std::uint64_t near = 0;
    std::uint64_t documents = 0;
    bool draft = false;
  };

  /// `directed`: documents were counted with a window. `keep_pairs`: documents_of(PairRow) and names() are wanted;
  /// memory then grows with the pairs of each document. `folder`: for temporary files. `budget`: bytes of memory for
  /// what documents have, about.
  CodePairs(bool directed, bool keep_pairs, const std::string& folder, std::size_t budget)
      : directed_(directed), keep_pairs_(keep_pairs), postings_(folder, budget) {}

  /// `duplicate`: the document nearly repeats an earlier one. Errors: Errc::io.
  void add(const DocumentPairs& document, bool duplicate);
  /// No more documents come: to be called before strata() and documents_of(). Errors: Errc::io, as those.
  void finish() { postings_.finish(); }
  /// Pairs that stand together at least once, ordered by codes.
  [[nodiscard]] std::vector<PairRow> rows() const;
  /// The pair of two codes, with n = 0 if they never stand together. Domain: both occur.
  [[nodiscard]] PairRow row(const RowKey& a, const RowKey& b) const;
  /// Every code that occurs in a group.
  [[nodiscard]] std::vector<const RowKey*> codes() const;
  /// Whether codes of more than one codebook occur.
  [[nodiscard]] bool several_books() const;
  /// One for each document of the group that has the first code.
  [[nodiscard]] std::vector<PairStratum> strata(const PairRow& row) const;
  /// In input order; documents without are left out. Domain: pairs were kept.
  [[nodiscard]] std::vector<DocumentUnits> documents_of(const PairRow& row) const;
  [[nodiscard]] std::vector<DocumentUnits> documents_of(const RowKey& code) const;
  /// Documents by their number. Domain: pairs were kept.
  [[nodiscard]] const std::vector<DocumentName>& names() const noexcept { return names_; }
  /// The numbers of a group's documents, in input order.
  [[nodiscard]] std::vector<std::uint32_t> documents_of(const GroupKey& group) const;
  /// The same with their units, documents without any left out.
  [[nodiscard]] std::vector<DocumentUnits> units_of(const GroupKey& group) const;
  /// The groups of text of the run.
  [[nodiscard]] std::vector<const GroupKey*> groups() const;
  [[nodiscard]] const GroupFacts& facts(const GroupKey& group) const { return groups_.at(group).facts; }
  [[nodiscard]] const CodeFacts& facts(const RowKey& code) const { return codes_.at(code).facts; }

 private:
  /// What a code, a pair or a group has in one document.
  struct Posting {
    std::uint32_t document = 0;
    std::uint32_t near = 0;  ///< of codes
    std::uint32_t units = 0;
  };
  struct Group {
    GroupFacts facts;
    std::uint32_t postings = 0;  ///< number of the list
  };
  struct Code {
    CodeFacts facts;
    std::uint32_t postings = 0;
  };
  struct Pair {
    std::uint64_t n = 0;
    std::uint64_t documents = 0;
    std::uint32_t postings = 0;
  };
  using PairKey = std::pair<const RowKey*, const RowKey*>;

  /// Null if they never stand together.
  [[nodiscard]] const Pair* find(const RowKey* a, const RowKey* b) const;
  [[nodiscard]] std::vector<DocumentUnits> units_in(std::uint32_t list) const;

  bool directed_;
  bool keep_pairs_;
  std::uint32_t documents_ = 0;
  std::vector<DocumentName> names_;
  std::map<GroupKey, Group> groups_;
  std::map<RowKey, Code> codes_;
  std::map<PairKey, Pair> pairs_;  ///< keys are those of codes_
  PostingLists<Posting> postings_;
};

}  // namespace topos
