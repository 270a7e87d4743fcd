// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/pair_table.hpp"
#include "topos/annotation/query.hpp"

namespace topos {

/// A row that some hit of a document counts in.
struct QueryRow {
  const HitKind* kind = nullptr;  ///< codebook and code; lives as long as the query
  std::uint32_t values = 0;       ///< number of its values of --by: see QueryResult::values_of
  std::uint32_t end = 0;          ///< of its last run of hits
};

/// One hit, or one run of overlapping hits, that counts.
struct QueryHit {
  const Hit* hit = nullptr;  ///< the first of the run
  double weight = 0;         ///< the largest of the run
  ByteSpan span;             ///< of the run
  std::uint32_t row = 0;     ///< index into QueryResult::rows
  std::uint32_t others = 0;  ///< the last of its further hits in QueryResult::others, from 1; 0: none
};

/// What a query finds in one document.
struct QueryResult {
  struct Other {
    const Hit* hit;
    std::uint32_t before;  ///< the one before it in the same run, from 1; 0: none
  };
  bool selected = false;           ///< the document passes --where
  std::vector<QueryGroup> groups;  ///< all of its parts that pass, also those without hits
  std::vector<std::vector<std::string>>
      split_values;            ///< where --by splits groups by attributes of hits: values that occur
  std::vector<QueryRow> rows;  ///< with hits
  std::vector<QueryHit> hits;  ///< in text order; none from QueryRun::each
  std::vector<Other> others;

  [[nodiscard]] const HitKind& row_of(const QueryHit& hit) const { return *rows[hit.row].kind; }
  [[nodiscard]] const std::vector<std::string>& values_of(const QueryRow& row) const {
    return row.values < groups.size() ? groups[row.values].values : split_values[row.values - groups.size()];
  }
  [[nodiscard]] const std::vector<std::string>& values_of(const QueryHit& hit) const {
    return values_of(rows[hit.row]);
  }
  /// The further hits of a run in text order.
  [[nodiscard]] std::vector<const Hit*> others_of(const QueryHit& hit) const;
};

/// Applies a query to documents. What depends on the kind of a hit alone is decided when the kind is first met. Keeps
/// scratch space: one for each worker.
class QueryRun {
 public:
  /// `query` must outlive it; the kinds of all hits are of one name pool.
  explicit QueryRun(const Query& query) : query_(query) {}
  /// Hits outside the analysis text, and hits in URLs unless --where names `url`, do not count. The result holds until
  /// the next call; it points into the document.
  const QueryResult& run(const AnnotatedDocument& annotated);
  /// The same without lists of hits, of which a giant document has many: calls `begin(row, hit)` where a hit begins a
  /// run and `extend(row, hit)` for its further hits, in text order. `row` is an index into the result's rows.
  template <class Begin, class Extend>
  const QueryResult& each(const AnnotatedDocument& annotated, Begin&& begin, Extend&& extend);
  [[nodiscard]] const Query& query() const noexcept { return query_; }

 private:
  /// A row that all hits of a kind count in.
  struct PlannedRow {
    const HitKind* kind = nullptr;
    std::uint32_t number = 0;  ///< of that kind
  };
  /// Where the rows of a kind stand among all that are planned; those of an unknown kind do not yet.
  struct Plan {
    static constexpr std::uint32_t unknown = ~std::uint32_t{0};
    std::uint32_t begin = unknown;
    std::uint32_t end = unknown;
  };
  /// Hits whose kinds are fetched ahead: of a large book each may lie anywhere in memory.
  static constexpr std::ptrdiff_t ahead = 8;

  [[nodiscard]] std::vector<std::uint32_t> start(const AnnotatedDocument& annotated);
  [[nodiscard]] Plan plan_of(const HitKind& kind) {
    if (kind.number >= plans_.size() || plans_.data()[kind.number].begin == Plan::unknown) return make_plan(kind);
    return plans_.data()[kind.number];
  }
  Plan make_plan(const HitKind& kind);
  std::uint32_t split(const AnnotatedDocument& annotated, const Hit& hit, std::uint32_t group);

  const Query& query_;
  std::vector<Plan> plans_;          ///< by number of the kind
  std::vector<PlannedRow> planned_;  ///< kind after kind
  FirstPairs rows_;                  ///< numbers of rows by kind and values
  std::map<std::vector<std::string>, std::uint32_t> splits_;
  std::vector<std::uint32_t> last_;  ///< by row: its last hit among the result's hits
  QueryResult result_;
};

template <class Begin, class Extend>
const QueryResult& QueryRun::each(const AnnotatedDocument& annotated, Begin&& begin, Extend&& extend) {
  const std::vector<std::uint32_t> group_of = start(annotated);
  if (!result_.selected) return result_;
  const bool names_url = query_.names_url();
  const bool splits = query_.splits_by_hit();
  const bool tests = query_.names_hit();
  const Hit* const end = annotated.hits.data() + annotated.hits.size();
  for (const Hit* at = annotated.hits.data(); at != end; ++at) {
    if (end - at > ahead) __builtin_prefetch(at[ahead].kind);
    const Hit& hit = *at;
    const std::uint32_t group = group_of.data()[hit.paragraph - 1];
    if (group == QueryParts::none || (hit.url == Flag::yes && !names_url)) continue;
    const Plan plan = plan_of(*hit.kind);
    if (plan.begin == plan.end || (tests && !query_.passes_tests(annotated, hit))) continue;
    const std::uint32_t values = splits ? split(annotated, hit, group) : group;
    for (std::uint32_t i = plan.begin; i != plan.end; ++i) {
      const PlannedRow planned = planned_.data()[i];
      const std::uint32_t number = rows_.number_of(planned.number, values);
      if (number == result_.rows.size()) result_.rows.push_back({planned.kind, values, 0});
      // Hits of one row that overlap are one run (grammar.md 11).
      QueryRow& row = result_.rows.data()[number];
      const bool extends = hit.span.begin < row.end;
      row.end = extends ? std::max(row.end, hit.span.end) : hit.span.end;
      if (extends)
        extend(number, hit);
      else
        begin(number, hit);
    }
  }
  return result_;
}

}  // namespace topos
