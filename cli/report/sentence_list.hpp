// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "report/evidence_sample.hpp"
#include "report/section.hpp"
#include "report/spilled_table.hpp"
#include "report/table_view.hpp"

namespace topos::cli {

/// What the columns of a table of sentences mean.
struct SentenceColumns {
  std::string text = "text";            ///< the sentence
  std::string node;                     ///< the part of it that is marked; empty: none
  std::vector<std::string> attributes;  ///< shown behind the place
  std::vector<std::string> words;       ///< further columns of wording, left out with --evidence none
};

/// Sentences behind numbers that are no code's: all of them in a table beside the page, and in the page some of each
/// thing that a number is about, drawn by the hash of the column `id`, else of the row's place.
class SentenceList {
 public:
  /// `file`: the table's name.
  SentenceList(const ReportContext& context, std::string file, SentenceColumns columns)
      : context_(context), file_(std::move(file)), columns_(std::move(columns)),
        shown_(context.choices.evidence_lines()), sample_(shown_) {}

  /// Adds the rows of one document. `things`: gives of a row, by its number, what it is evidence for.
  template <class Things>
  void add(const Table& table, const Things& things) {
    ++document_;
    begin(table.columns);
    const TableView view(table);
    for (std::size_t row = 0; row < view.rows(); ++row) add_row(table.rows[row], things(view, row));
  }
  /// Adds rows of any documents, in any order; the documents of a thing are told by their column.
  template <class Things>
  void add_all(const Table& table, const Things& things) {
    add(table, [&](const TableView& view, std::size_t row) {
      std::vector<std::string> all = things(view, row);
      for (const std::string& thing : all) documents_[thing].insert(view.text(row, "document"));
      return all;
    });
  }
  /// The page's sentences of the things that are wanted, in the order of their numbers of rows; `label` says what all
  /// of them are. Once.
  /// `text_of`: what a thing says, to stand before that; null: nothing.
  void write(ReportSection& out, const std::set<std::string>& wanted, const std::string& label, const std::string& noun,
             const std::function<std::string(const std::string& thing)>& text_of = nullptr);
  /// Where all of them are.
  [[nodiscard]] std::string note();
  void write_file(OutputFolder& folder);
  /// Whether anything was added.
  [[nodiscard]] bool found() const noexcept { return table_ && table_->rows() > 0; }

 private:
  void begin(const std::vector<Column>& columns);
  void add_row(const std::vector<Cell>& row, const std::vector<std::string>& things);
  [[nodiscard]] bool drops(const std::string& column) const;
  [[nodiscard]] std::string value(const std::vector<Cell>& row, const std::string& column) const;
  [[nodiscard]] EvidenceLine line(const std::vector<Cell>& row) const;

  const ReportContext& context_;
  std::string file_;
  SentenceColumns columns_;
  std::size_t shown_;
  EvidenceSample sample_;
  std::vector<Column> all_;
  std::optional<SpilledTable> table_;
  std::size_t document_ = 0;
  std::map<std::string, std::set<std::string>> documents_;  ///< of things whose rows came in any order
};

/// A table without the columns that hold wording, where the report may not print sentences.
[[nodiscard]] Table without_words(const ReportContext& context, Table table, const std::vector<std::string>& words);

}  // namespace topos::cli
