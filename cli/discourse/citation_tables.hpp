// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "topos/discourse/citation_reader.hpp"
#include "topos/discourse/citation_totals.hpp"
#include "topos/report/graph_format.hpp"
#include "topos/report/table.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// Makes the table of one view of documents' citations.
class CitationTables {
 public:
  /// `by`: the fields of --by.
  CitationTables(CitationView view, const std::vector<std::string>& by);
  /// Adds a document in input order. `repeats`: it nearly repeats an earlier one.
  void add(const DocumentCitations& document, bool repeats);
  /// The table; prints the warnings that belong to it.
  [[nodiscard]] Table table();
  /// The graph of attributions: texts, speakers and works. Prints the warnings that belong to it.
  [[nodiscard]] GraphTables graph();

 private:
  using Cells = std::vector<Cell>;
  void add_citations(const DocumentCitations& document);
  void add_references(const DocumentCitations& document);
  void add_lint(const DocumentCitations& document);
  void add_uncited(const DocumentCitations& document);
  void add_speakers(const DocumentCitations& document);
  void write_sections();
  void write_voices();
  void write_edges();
  [[nodiscard]] Cell flags_of(const CitationTotals::Group& group);

  CitationView view_;
  Table table_;
  CitationTotals totals_;
  std::set<std::string> raised_;
};

}  // namespace topos::cli
