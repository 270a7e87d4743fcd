// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command.hpp"
#include "messages.hpp"
#include "options/decisions.hpp"
#include "options/filter.hpp"
#include "options/input.hpp"
#include "options/output.hpp"
#include "options/partial.hpp"
#include "options/run.hpp"
#include "options/search.hpp"
#include "topos/annotation/pipeline.hpp"
#include "topos/annotation/query.hpp"

namespace topos::cli {

/// The codebooks that a search names, loaded, on one shelf.
class Library {
 public:
  /// Errors: those of load_codebook and expression_codebook; Errc::filter if --codes names no code of them. With the
  /// built-in book that is left to check_codes: a stream may bring codes of its own. `whole_books`: all codes are
  /// looked for, also those that --codes does not select, because people may have recoded their hits. `cues`: what the
  /// run wants beside hits; the built-in book lends the codes that it rests on where no book has any.
  explicit Library(const SearchGroup& search, bool whole_books = false, Cues cues = {});
  /// Errors: Errc::filter, if --codes names no code of the books.
  void check_codes() const { selection_.check(shelf_->books()); }
  [[nodiscard]] BookShelf& shelf() noexcept { return *shelf_; }
  [[nodiscard]] const CodeSelection& selection() const noexcept { return selection_; }
  /// Codes that have patterns of their own and codes below them, which their rows count, too.
  [[nodiscard]] std::vector<std::string> parents() const;
  /// Whether the built-in codebook stands in for one that was not named.
  [[nodiscard]] bool built_in() const noexcept { return built_in_; }
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

 private:
  bool built_in_ = false;
  std::vector<std::unique_ptr<Codebook>> owned_;
  const Codebook* expressions_ = nullptr;  ///< the one of -e and -f, if there is one
  CodeSelection selection_;
  std::unique_ptr<BookShelf> shelf_;
};

/// One run of a command that reads documents: the options they share, the pipeline, and what is said about it on
/// standard error.
struct Session {
  Session();
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  InputGroup input;
  SearchGroup search;
  FilterGroup filter;
  DecisionGroup decisions;
  RunGroup run;
  OutputGroup output;
  PartialGroup partial;

  /// Options of the pipeline as they were typed. `annotate`: what the command needs of documents that come without
  /// annotations. Errors: Errc::usage.
  [[nodiscard]] PipelineOptions pipeline(Annotate annotate) const;
  /// What counts. Errors: Errc::filter.
  [[nodiscard]] Query query(const Library& library, std::uint32_t level = 0) const;
};

/// Prints what a pipeline reports, and keeps what the end of the run needs.
class Reporter {
 public:
  explicit Reporter(Library& library) : library_(library) {}
  /// `decisions` must outlive it.
  Reporter(Library& library, const std::optional<Decisions>& decisions)
      : library_(library), decisions_(decisions ? &*decisions : nullptr) {}
  [[nodiscard]] PipelineReports reports();
  /// Makes the codebooks of a stream that another run has read those of this one.
  void read_before(const std::vector<Provenance::Book>& books);
  /// Provenance of the run: its codebooks, or those of the streams it read.
  [[nodiscard]] Provenance provenance() const;
  /// Codebooks of the streams that were read, each once.
  [[nodiscard]] const std::vector<StreamHead::Book>& stream_books() const noexcept { return stream_books_; }
  /// Whether this run looked for codes itself, in one document at least.
  [[nodiscard]] bool annotated() const noexcept { return annotated_; }
  /// Warns of decisions that concern nothing that was read, and of codes that no book has. To be called at the end.
  void tell_decisions() const;
  /// Tells how many inputs failed. Status 2 if any did, else 0.
  [[nodiscard]] Status finish(const PipelineSummary& summary) const;

 private:
  Library& library_;
  const Decisions* decisions_ = nullptr;
  bool annotated_ = false;
  std::vector<StreamHead::Book> stream_books_;
  std::unique_ptr<Progress> progress_;
};

/// Where --where speaks of regions and --regions is not given, the whole text is meant. Sections alone do not widen it,
/// so that a row of `count --by section` and the lines for it agree.
void widen_analysis(const Query& query, PipelineOptions& options);

/// Where temporary files go: $TMPDIR, else /tmp.
[[nodiscard]] std::string temporary_folder();

}  // namespace topos::cli
