// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/filter.hpp"
#include "topos/annotation/hit.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// What counts: the same for every command that counts or shows hits, so that each count is a list of lines (contract.md §4).
struct QueryOptions {
  Filter where;
  CodeSelection codes;
  std::vector<std::string> by;
  std::uint32_t level = 0;  ///< fold codes to their first so many parts; 0: do not
  std::vector<std::string> parents;  ///< codes with patterns of their own whose rows count the codes below them, too
};

/// A part of a document: the text whose words share the values of the document and place fields of --by.
struct QueryGroup {
  std::vector<std::string> values;  ///< one for each field of --by; empty for fields of hits
  RegionSize size;
};

/// One hit, or one run of overlapping hits, that counts.
struct QueryHit {
  std::string_view code;    ///< of the row: the hit's own, or the ancestor that was asked for
  const Hit* hit = nullptr; ///< the first of the run
  ByteSpan span;            ///< of the run
  std::vector<const Hit*> others;  ///< further hits of the run
  double weight = 0;        ///< the largest of the run
  std::uint32_t group = 0;  ///< index into the groups
  std::vector<std::string> values;  ///< of all fields of --by, if one of them is a hit's; else empty: those of the group
};

/// The parts of one document that a query takes.
struct QueryParts {
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  bool selected = false;                 ///< the document passes --where
  std::vector<QueryGroup> groups;        ///< in the order in which they begin
  std::vector<std::uint32_t> group_of;   ///< group of each region; `none` where it does not count. Empty if not selected
};

/// What a query finds in one document.
struct QueryResult {
  bool selected = false;             ///< the document passes --where
  std::vector<QueryGroup> groups;    ///< all of its parts that pass, also those without hits
  std::vector<QueryHit> hits;        ///< in text order
};

/// Decides what of a document counts. Immutable; shared by threads.
class Query {
 public:
  explicit Query(QueryOptions options);
  /// Hits outside the analysis text, and hits in URLs unless --where names `url`, do not count. The views in the result live as
  /// long as the query and the document.
  [[nodiscard]] QueryResult run(const AnnotatedDocument& annotated) const;
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

  /// The tests one by one, for commands that keep more than what counts: whether a document passes; whether a region, analysis
  /// text or not, passes those of places; whether a hit passes those of codes and hits, wherever it stands.
  [[nodiscard]] bool selects_document(const Document& document) const;
  [[nodiscard]] bool selects_region(const Document& document, std::size_t region) const;
  [[nodiscard]] bool selects_hit(const AnnotatedDocument& annotated, const Hit& hit) const;
  /// The code of the row that a leaf code counts in: the code itself, or what it is folded to.
  [[nodiscard]] std::string_view row_code(std::string_view code) const noexcept;

 private:
  void add_hit(const AnnotatedDocument& annotated, const Hit& hit, std::uint32_t group, QueryResult& result) const;

  QueryOptions options_;
  Filter document_tests_;
  Filter place_tests_;
  Filter hit_tests_;
  std::vector<std::string> metadata_fields_;
  bool names_region_ = false;
  bool names_url_ = false;
  bool by_hit_ = false;
};

}  // namespace topos
