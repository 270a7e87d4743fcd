// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"
#include "session.hpp"
#include "topos/annotation/triad_tally.hpp"
#include "topos/discourse/actor_sets.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Options that only `triads` has.
struct TriadChoices {
  bool actors = false;
  bool pairs = false;
  bool sets = false;
  bool complete = false;
  std::vector<std::string> ends;
  std::vector<std::string> classes;
  std::vector<std::string> initiatives;
  std::vector<std::string> parsed;
  std::int64_t level = 0;
  std::int64_t limit = 0;

  void declare(Options& options);
  /// Errors: Errc::usage, for choices that exclude each other.
  void check() const;
  /// The three ends that are named; none if every three actors are meant. Errors: Errc::usage, if there are not three.
  [[nodiscard]] std::vector<ActorSetTally::End> set_ends() const;
  [[nodiscard]] CodeSelection initiative_codes() const;
};

/// Makes the tables of a run's triads: the list, the actors or the pairs.
class TriadTable {
 public:
  /// `decisions`: of people about triads, whose counts before that are shown, too; null if there are none.
  TriadTable(const Query& query, const TriadChoices& choices, const TriadDecisions* decisions);
  void add(const DocumentTriads& document, bool twin);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table() const;
  /// Primary languages of documents that were left out.
  [[nodiscard]] const std::set<std::string>& languages_without() const noexcept { return without_; }
  /// Sentences that were looked for in an outside parser's analyses.
  [[nodiscard]] const ParsedSentences::Aligned& aligned() const noexcept { return aligned_; }

 private:
  [[nodiscard]] Table list() const;
  [[nodiscard]] Table actors() const;
  [[nodiscard]] Table pairs() const;
  void add_lines(const DocumentTriads& document, bool twin);
  /// Says what touches the table, and that decisions concern what was not found.
  void tell(std::set<std::string> raised) const;
  [[nodiscard]] std::string flags_of(const std::vector<std::string>& group, std::uint64_t n) const;

  const Query& query_;
  const TriadChoices& choices_;
  const TriadDecisions* decisions_;
  CodeSelection initiatives_;
  TriadTally tally_;
  std::vector<std::vector<Cell>> lines_;
  std::set<std::string> without_;
  ParsedSentences::Aligned aligned_;
  std::set<std::string> met_;  ///< ids of triads that people decided about
  bool twins_ = false;
};

}  // namespace topos::cli
