// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "topos/annotation/decision_table.hpp"
#include "topos/annotation/decisions.hpp"
#include "topos/discourse/promise_facts.hpp"
#include "topos/report/table.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// What people decided about announcements and commitments, by their ids; those with `keep` no are dropped.
class PromiseDecisions {
 public:
  /// `hits`: the decisions of the same file as hits know them, which are told what was met; null if there are none.
  /// Errors: those of read_decisions.
  PromiseDecisions(const std::string& path, const Decisions* hits);
  [[nodiscard]] bool any() const noexcept { return !rows_.empty(); }
  /// Whether people dropped what has this id. Safe on any thread.
  [[nodiscard]] bool drops(std::string_view id) const;

 private:
  std::map<std::string, DecisionRow, std::less<>> rows_;
  const Decisions* hits_;
};

/// Makes the table of the sentences that findings rest on.
class PromiseSentences {
 public:
  /// `wanted`: by check. `by`: the fields of --by, which are those of documents.
  PromiseSentences(const std::vector<std::string>& by, std::vector<bool> wanted);
  /// `repeats`: the document nearly repeats an earlier one.
  void add(const DocumentPromises& document, bool repeats);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table();

 private:
  std::vector<bool> wanted_;
  Table table_;
  std::set<std::string> raised_;
};

}  // namespace topos::cli
