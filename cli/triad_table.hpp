// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"
#include "session.hpp"
#include "topos/annotation/triad_tally.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Options that only `triads` has.
struct TriadChoices {
  bool actors = false;
  bool pairs = false;
  bool complete = false;
  std::vector<std::string> classes;
  std::vector<std::string> initiatives;
  std::vector<std::string> parsed;
  std::int64_t level = 0;
  std::int64_t limit = 0;

  void declare(Options& options);
  /// Errors: Errc::usage, for choices that exclude each other.
  void check() const;
  [[nodiscard]] CodeSelection initiative_codes() const;
};

/// Makes the tables of a run's triads: the list, the actors or the pairs.
class TriadTable {
 public:
  /// `decided`: people decided about triads, whose counts before that are shown, too.
  TriadTable(const Query& query, const TriadChoices& choices, bool decided);
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
  void add_lines(const DocumentTriads& document);
  [[nodiscard]] std::string flags_of(const std::vector<std::string>& group, std::uint64_t n) const;

  const Query& query_;
  const TriadChoices& choices_;
  bool decided_;
  CodeSelection initiatives_;
  TriadTally tally_;
  std::vector<std::vector<Cell>> lines_;
  std::set<std::string> without_;
  ParsedSentences::Aligned aligned_;
  bool twins_ = false;
};

}  // namespace topos::cli
