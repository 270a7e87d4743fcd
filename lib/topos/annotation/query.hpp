// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/filter.hpp"
#include "topos/annotation/hit.hpp"
#include "topos/annotation/name_pool.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// What counts: the same for every command that counts or shows hits, so that each count is a list of lines
/// (contract.md §4).
struct QueryOptions {
  Filter where;
  CodeSelection codes;
  std::vector<std::string> by;
  std::uint32_t level = 0;           ///< fold codes to their first so many parts; 0: do not
  std::vector<std::string> parents;  ///< codes with patterns of their own whose rows count the codes below them, too
};

/// A part of a document: the text whose words share the values of the document and place fields of --by.
struct QueryGroup {
  std::vector<std::string> values;  ///< one for each field of --by; empty for fields of hits
  RegionSize size;
};

/// The parts of one document that a query takes.
struct QueryParts {
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  bool selected = false;                ///< the document passes --where
  std::vector<QueryGroup> groups;       ///< in the order in which they begin
  std::vector<std::uint32_t> group_of;  ///< group of each region; `none` where it does not count. Empty if not selected
};

/// Decides what of a document counts; a QueryRun applies it to documents. Shared by threads: immutable but for the rows
/// it has named.
class Query {
 public:
  explicit Query(QueryOptions options);
  /// The text that counts, without its hits: for what is counted in words.
  [[nodiscard]] QueryParts parts(const AnnotatedDocument& annotated) const;
  [[nodiscard]] const QueryOptions& options() const noexcept { return options_; }
  /// Fields of --where and --by that are metadata: each must occur in some document.
  [[nodiscard]] const std::vector<std::string>& metadata_fields() const noexcept { return metadata_fields_; }
  /// Whether --where speaks of regions, so that the whole text is meant unless --regions says otherwise.
  [[nodiscard]] bool names_region() const noexcept { return names_region_; }
  /// Whether --where speaks of regions or sections.
  [[nodiscard]] bool names_place() const noexcept { return !place_tests_.empty(); }
  /// Whether --where or --by speaks of attributes of hits.
  [[nodiscard]] bool names_hit() const noexcept { return by_hit_ || !hit_tests_.empty(); }
  /// Whether --by speaks of attributes of hits.
  [[nodiscard]] bool splits_by_hit() const noexcept { return by_hit_; }
  /// Whether --where asks for hits in URLs, which do not count else.
  [[nodiscard]] bool names_url() const noexcept { return names_url_; }

  /// The tests one by one, for commands that keep more than what counts: whether a document passes; whether a region,
  /// analysis text or not, passes those of places; whether a hit passes those of codes and hits, wherever it stands.
  [[nodiscard]] bool selects_document(const Document& document) const;
  [[nodiscard]] bool selects_region(const Document& document, std::size_t region) const;
  [[nodiscard]] bool selects_hit(const AnnotatedDocument& annotated, const Hit& hit) const;
  /// Whether a hit passes the tests of hits alone.
  [[nodiscard]] bool passes_tests(const AnnotatedDocument& annotated, const Hit& hit) const {
    return hit_tests_.empty() || holds(annotated, hit);
  }
  /// The rows that a hit counts in if it passes the tests: those of ancestors that were asked for, then its own. A row
  /// is a kind without pattern; it lives as long as the query.
  [[nodiscard]] std::vector<const HitKind*> rows_of(const HitKind& kind) const;
  /// The code of the row that a leaf code counts in: the code itself, or what it is folded to.
  [[nodiscard]] std::string_view row_code(std::string_view code) const noexcept;

 private:
  [[nodiscard]] bool holds(const AnnotatedDocument& annotated, const Hit& hit) const;
  [[nodiscard]] QueryGroup group_at(const Document& document, std::optional<std::size_t> region) const;

  QueryOptions options_;
  Filter document_tests_;
  Filter place_tests_;
  Filter hit_tests_;
  std::vector<std::string> metadata_fields_;
  bool names_region_ = false;
  bool names_url_ = false;
  bool by_hit_ = false;
  bool by_place_ = false;
  std::unique_ptr<NamePool> rows_;
};

}  // namespace topos
