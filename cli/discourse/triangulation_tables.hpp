// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "discourse/triangulate_choices.hpp"
#include "shared_fields.hpp"
#include "topos/discourse/triangulation.hpp"
#include "topos/report/table.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

/// Tables of what sources say of claims.
class TriangulationTables {
 public:
  struct Facts {
    bool has_clusters = false;  ///< a document has the field of --cluster
    bool decided = false;       ///< people decided about hits, whose counts before that are shown, too
  };
  /// Finishes `result`, which must outlive it, as must the others. `shared`: of its documents, in their order.
  /// Errors: Errc::usage, if the documents are of several languages and that is not forced; those of
  /// ResamplingGroup::check.
  TriangulationTables(Triangulation& result, const TriangulateChoices& choices, const std::vector<std::string>& by,
                      const SharedFields& shared, const Facts& facts);
  /// The one that was asked for; prints the warnings that belong to it.
  /// Errors: Errc::usage, if it would have too many rows.
  [[nodiscard]] Table table();

 private:
  [[nodiscard]] Table matrix() const;
  [[nodiscard]] Table sources();
  [[nodiscard]] Table claims();
  [[nodiscard]] Table evidence() const;
  [[nodiscard]] Table pairs();
  [[nodiscard]] Table agreement();

  struct Pair;
  [[nodiscard]] std::vector<Pair> judged_pairs() const;
  [[nodiscard]] std::vector<Cell> pair_cells(const Pair& pair, const std::string& flags) const;
  [[nodiscard]] std::string pair_flags(const Pair& pair, std::size_t tested) const;
  [[nodiscard]] bool unlike(std::size_t a, std::size_t b) const;
  void refuse_many_pairs(std::size_t rows_of_each) const;

  [[nodiscard]] std::string name(std::size_t source) const;
  [[nodiscard]] std::string cell_text(std::size_t claim, std::size_t source) const;
  /// Hits of a claim that a source would have at the rate of all sources together.
  [[nodiscard]] double expected(std::size_t claim, std::size_t source) const;
  /// Whether a source without hits has text enough to be called silent beside all others together.
  [[nodiscard]] bool is_silence(std::size_t claim, std::size_t source) const;
  struct Exposure {
    double n = 0;  ///< hits of all sources
    double words_of_others = 0;
  };
  [[nodiscard]] Exposure exposure(std::size_t claim, std::size_t source) const;
  void add_evidence(Table& table, std::size_t claim, std::size_t source) const;
  [[nodiscard]] std::vector<Column> first_columns() const;
  [[nodiscard]] std::vector<Cell> first_cells(std::size_t claim) const;
  [[nodiscard]] std::vector<const SourceClaim*> all_of(std::size_t claim, std::size_t left_out) const;
  [[nodiscard]] std::string depends_on(std::size_t claim, const std::optional<ClaimVerdict>& verdict) const;
  [[nodiscard]] double mean_convergence(std::size_t claim) const;
  void raise(WarningFlags& flags, std::size_t source) const;
  [[nodiscard]] bool repeated(std::size_t source) const;
  [[nodiscard]] Cell flag_cell(const WarningFlags& flags);

  const Triangulation& result_;
  const TriangulateChoices& choices_;
  const std::vector<std::string>& by_;
  const SharedFields& shared_;
  std::vector<std::size_t> order_;  ///< claims that are shown
  bool several_ = false;            ///< codebooks, which are then shown
  bool decided_;
  std::set<std::string> raised_;
};

}  // namespace topos::cli
