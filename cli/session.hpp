// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "messages.hpp"
#include "options/filter.hpp"
#include "options/input.hpp"
#include "options/output.hpp"
#include "options/run.hpp"
#include "options/search.hpp"
#include "topos/annotation/pipeline.hpp"
#include "topos/annotation/query.hpp"

namespace topos::cli {

/// The codebooks that a search names, loaded, on one shelf.
class Library {
 public:
  /// Errors: those of load_codebook and expression_codebook; Errc::filter if --codes names no code of them.
  explicit Library(const SearchGroup& search);
  [[nodiscard]] BookShelf& shelf() noexcept { return *shelf_; }
  [[nodiscard]] const CodeSelection& selection() const noexcept { return selection_; }
  /// Whether the built-in codebook stands in for one that was not named.
  [[nodiscard]] bool built_in() const noexcept { return built_in_; }

 private:
  bool built_in_ = false;
  std::vector<std::unique_ptr<Codebook>> owned_;
  CodeSelection selection_;
  std::unique_ptr<BookShelf> shelf_;
};

/// One run of a command that reads documents: the options they share, the pipeline, and what is said about it on standard error.
struct Session {
  InputGroup input;
  SearchGroup search;
  FilterGroup filter;
  RunGroup run;
  OutputGroup output;

  /// Options of the pipeline as they were typed. `annotate`: what the command needs of documents that come without annotations.
  /// Errors: Errc::usage.
  [[nodiscard]] PipelineOptions pipeline(Annotate annotate) const;
  /// What counts. Errors: Errc::filter.
  [[nodiscard]] Query query(const CodeSelection& selection, std::uint32_t level = 0) const;
};

/// Prints what a pipeline reports, and keeps what the end of the run needs.
class Reporter {
 public:
  explicit Reporter(Library& library) : library_(library) {}
  [[nodiscard]] PipelineReports reports();
  /// Provenance of the run: its codebooks, or those of the streams it read.
  [[nodiscard]] Provenance provenance() const;
  /// Codebooks of the streams that were read, each once.
  [[nodiscard]] const std::vector<StreamHead::Book>& stream_books() const noexcept { return stream_books_; }
  /// Tells how many inputs failed. Status 2 if any did, else 0.
  [[nodiscard]] Status finish(const PipelineSummary& summary) const;

 private:
  Library& library_;
  std::vector<StreamHead::Book> stream_books_;
  std::unique_ptr<Progress> progress_;
  std::size_t done_ = 0;
};

/// Where --where speaks of regions and --regions is not given, the whole text is meant. Sections alone do not widen it, so that a
/// row of `count --by section` and the lines for it agree.
void widen_analysis(const Query& query, PipelineOptions& options);

/// Where temporary files go: $TMPDIR, else /tmp.
[[nodiscard]] std::string temporary_folder();

}  // namespace topos::cli
