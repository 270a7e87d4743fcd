// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "topos/annotation/query.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Sees to it that every metadata field that a query names occurs in some document: a slip in --where or --by would
/// otherwise select nothing, or everything.
class FieldCheck {
 public:
  /// What one document says about the fields of a query; made by any thread.
  struct Sight {
    std::vector<bool> found;          ///< parallel to Query::metadata_fields()
    std::vector<std::string> others;  ///< names of its fields, if one is missing
  };
  [[nodiscard]] static Sight look(const Query& query, const Document& document);

  explicit FieldCheck(const Query& query) : query_(query), found_(query.metadata_fields().size()) {}
  void add(const Sight& sight);
  /// Adds what a part of the documents said: those of the fields that it has, and the names of others.
  void add_part(std::size_t documents, const std::vector<std::string>& found, const std::vector<std::string>& others);
  /// Of the fields, those that have occurred, and the names of others.
  [[nodiscard]] std::vector<std::string> found() const;
  [[nodiscard]] std::vector<std::string> others() const { return {others_.begin(), others_.end()}; }
  /// Whether every field has occurred.
  [[nodiscard]] bool complete() const noexcept;
  /// Errors: Errc::filter, listing the fields, if one never occurred although there were documents.
  void finish() const;

 private:
  const Query& query_;
  std::vector<bool> found_;
  std::set<std::string> others_;
  std::size_t documents_ = 0;
};

/// The name of the column for a field of --by: the field's own, or with "by_" before it where a column is called so
/// already.
[[nodiscard]] std::string field_column(const std::string& field, const std::vector<Column>& taken);

}  // namespace topos::cli
