// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "field_check.hpp"
#include "options.hpp"
#include "row_order.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/segmentation/fold.hpp"

namespace topos::cli {

/// Options that only `kwic` has.
struct KwicChoices {
  std::int64_t width = 60;
  std::string context = "text";
  std::vector<std::string> sort;
  std::int64_t random = 0;
  std::int64_t seed = 1;
  std::int64_t limit = 0;
  std::int64_t level = 0;
  std::string sheet;
  bool spans = false;  ///< also columns for the bytes of the node; a report wants them

  void declare(Options& options);
  /// The keys of --sort, commas split. Errors: Errc::usage, with the nearest.
  [[nodiscard]] std::vector<std::string> sort_keys() const;
};

/// What `kwic` has to say about one document.
struct KwicResult {
  FieldCheck::Sight sight;
  std::vector<OrderedRow> rows;
  bool draft = false;

  /// Only documents with lines repeat each other before the reader's eye.
  [[nodiscard]] bool shows() const noexcept { return !rows.empty(); }
};

/// Makes the lines of a concordance. Immutable but for the folders of each worker.
class KwicLines {
 public:
  /// `coder`: whether the hits carry decisions of coders.
  KwicLines(const Query& query, const KwicChoices& choices, std::size_t workers, bool coder);
  [[nodiscard]] const std::vector<Column>& columns() const noexcept { return columns_; }
  /// The rows of a document, each with a last cell beyond the columns: the ids of its hits.
  [[nodiscard]] KwicResult make(std::size_t worker, const AnnotatedDocument& annotated, const Annotator& annotator);

  /// The row of a coding sheet that belongs to a row.
  [[nodiscard]] static std::vector<Cell> sheet_row(const std::vector<Cell>& row);
  [[nodiscard]] static const std::vector<Column>& sheet_columns();

 private:
  [[nodiscard]] ByteSpan context_of(const AnnotatedDocument& annotated, const QueryHit& hit,
                                    const Segmentation& segmentation) const;
  [[nodiscard]] OrderedRow row(std::size_t worker, const AnnotatedDocument& annotated, const QueryResult& found,
                               const QueryHit& hit, ByteSpan context);
  [[nodiscard]] std::string key(std::size_t worker, const Document& document, std::string_view code, ByteSpan node,
                                ByteSpan context);
  const Folder& folder(std::size_t worker, const std::string& language);

  const Query& query_;
  const KwicChoices& choices_;
  std::vector<std::string> keys_;
  std::vector<Column> columns_;
  std::vector<std::size_t> by_;  ///< fields of --by that have a column of their own
  bool coder_ = false;
  std::vector<std::map<std::string, Folder>> folders_;  ///< by worker
  std::deque<QueryRun> runs_;                           ///< by worker
};

}  // namespace topos::cli
