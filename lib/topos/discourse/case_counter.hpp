// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/filter.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/codebook/cases.hpp"

namespace topos {

/// The cases of a file with their tests of documents. Immutable: shared by threads.
class CaseSet {
 public:
  /// Errors: Errc::filter with the place in the file, for a `where` that is none.
  explicit CaseSet(CaseFile file);
  [[nodiscard]] const CaseFile& file() const noexcept { return file_; }
  /// Whether a document may hold text of a case.
  [[nodiscard]] bool passes(std::size_t number, const Document& document) const;
  /// Metadata that the tests speak of, each with a place that names it.
  [[nodiscard]] const std::vector<std::pair<std::string, Location>>& fields() const noexcept { return fields_; }
  /// The case whose anchors a row of the file's codebook counts; the number of cases if it is none.
  [[nodiscard]] std::size_t anchored(const HitKind& row) const;

 private:
  CaseFile file_;
  std::vector<Filter> filters_;
  std::vector<std::pair<std::string, Location>> fields_;
};

/// What belongs to one case in one document, or in one part of it if --by splits it.
struct CaseText {
  std::uint32_t number = 0;  ///< of the case
  std::uint32_t source = 0;  ///< of its document
  std::uint64_t words = 0;
  std::uint64_t mentions = 0;            ///< hits of its anchors
  std::vector<std::uint32_t> sentences;  ///< numbers in the document, ascending
};

/// A sentence of a case that may stand for it.
struct CaseQuotation {
  std::uint32_t number = 0;  ///< of the case
  std::uint32_t codes = 0;   ///< different dimensions that are found in it
  std::uint32_t words = 0;
  std::uint32_t line = 0;
  std::uint32_t sentence = 0;
  std::uint32_t analysis_sentence = 0;
  ByteSpan span;           ///< of the sentence
  std::string dimensions;  ///< their codes, with semicolons between
  std::string text;
};

/// What is kept of one document.
struct DocumentCases {
  struct Cell {
    std::uint32_t text = 0;
    const HitKind* kind = nullptr;  ///< codebook and code; lives as long as the query
    std::uint64_t n = 0;
    std::uint64_t sentences = 0;
  };
  struct Overlap {
    std::uint32_t first = 0;  ///< cases
    std::uint32_t second = 0;
    std::uint64_t sentences = 0;
  };
  std::string document;
  bool selected = false;
  bool draft = false;
  std::vector<bool> fields;  ///< which of CaseSet::fields it has
  std::vector<std::vector<std::string>> sources;
  std::vector<CaseText> texts;
  std::vector<Cell> cells;
  std::vector<Overlap> overlaps;
  std::vector<CaseQuotation> quotations;
};

struct CaseOptions {
  std::uint32_t around = 0;    ///< sentences before and after one with an anchor that belong to the case, too
  std::size_t quotations = 0;  ///< of each case that are kept
};

/// Leaves of each case the `most` sentences that hold most different dimensions, of equal ones the shortest, then the
/// first.
void keep_best_quotations(std::vector<CaseQuotation>& all, std::size_t most);

/// Finds what belongs to cases in documents, and what is said there. Keeps scratch space: one for each worker.
class CaseCounter {
 public:
  /// `query` and `cases` must outlive it.
  CaseCounter(const Query& query, const CaseSet& cases, CaseOptions options)
      : run_(query), cases_(cases), options_(options) {}
  /// Domain: the annotator's segmentation is that of the document.
  [[nodiscard]] DocumentCases count(const AnnotatedDocument& annotated, const Annotator& annotator);

 private:
  struct Place {
    std::uint32_t sentence = 0;  ///< index into the segmentation's
    std::uint32_t source = 0;
    std::vector<std::uint32_t> cases;
    std::vector<std::uint32_t> rows;  ///< dimensions found in it, each once
  };
  void find_places(const AnnotatedDocument& annotated, const Segmentation& segmentation);
  void give_text(const AnnotatedDocument& annotated, const QueryResult& found, DocumentCases& result);
  void count_hits(const QueryResult& found, DocumentCases& result);
  void count_overlaps(DocumentCases& result) const;
  void quote(const AnnotatedDocument& annotated, const Segmentation& segmentation, const QueryResult& found,
             DocumentCases& result) const;

  QueryRun run_;
  const CaseSet& cases_;
  CaseOptions options_;
  std::vector<Place> places_;      ///< sentences that count, in text order
  std::vector<std::uint32_t> of_;  ///< place of each sentence, by number from 1; `none`
};

}  // namespace topos
