// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/hit.hpp"
#include "topos/annotation/pipeline_progress.hpp"
#include "topos/annotation/record_stream.hpp"
#include "topos/annotation/required_literals.hpp"
#include "topos/text/input.hpp"
#include "topos/text/near_duplicates.hpp"

namespace topos {

/// Whether a run looks for codes in its documents.
enum class Annotate : std::uint8_t {
  never,   ///< sizes only
  if_raw,  ///< documents that come without annotations
  always   ///< all; hits of the same codebooks are replaced
};

struct PipelineOptions {
  InputOptions input;
  Annotate annotate = Annotate::if_raw;
  RegionSet analysis = default_analysis();
  bool analysis_given = false;  ///< `--regions`: overrides what a stream says
  std::size_t jobs = 1;
  bool check_duplicates = true;
  bool drop_duplicates = false;
  bool fail_fast = false;
  /// Phrases of which each text with hits has one: raw documents without any go on without regions and hits.
  std::optional<std::vector<RequiredPhrase>> required;
  Detail detail = Detail::units;  ///< of the segmentation of documents in which no codes are looked for
  bool segment = false;           ///< Annotator::segmentation() is wanted for documents that come with annotations, too
};

/// What a run has to tell about its inputs, in input order.
struct PipelineReports {
  std::function<void(const Error&)> failure;
  std::function<void(const std::string&)> note;
  std::function<void(const StreamHead&)> head;  ///< a head that holds for the documents from here on
  std::function<void()> annotating;             ///< once, before the first document whose codes this run looked for
  std::function<void(const PipelineProgress&)> progress;  ///< a document is done
};

/// What became of a run.
struct PipelineSummary {
  std::size_t documents = 0;
  std::size_t inputs = 0;
  std::size_t failures = 0;
  std::size_t duplicates = 0;  ///< near-duplicates found, dropped or not
};

/// One worker's part of the pipeline: makes annotated documents of raw ones.
class DocumentWorker {
 public:
  DocumentWorker(const PipelineOptions& options, const DocumentMaker& maker, BookShelf& shelf);
  DocumentWorker(DocumentWorker&&) noexcept;
  ~DocumentWorker();

  /// Errors: whatever is wrong with the document.
  [[nodiscard]] AnnotatedDocument make(RawDocument raw, const NoteSink& notes);
  [[nodiscard]] Annotator& annotator() noexcept;
  /// Whether codes were looked for in the last document.
  [[nodiscard]] bool annotated_last() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Drives documents from the inputs through `work` on several threads to `consume` in input order.
///
/// `work(worker, AnnotatedDocument&&, Annotator&) → Result` runs on any thread; `worker` counts from 0.
/// `consume(Result&&, const NearDuplicates::Found*) → bool` runs in order; false stops the run. The second argument
/// tells which earlier document this one nearly repeats, or is null. Dropped duplicates are not consumed. A Result with
/// a member `shows()` says whether anything of its document is shown: only such documents are compared with earlier
/// ones, unless duplicates are dropped; `work` must then leave the document's text alone. One bad document is reported
/// and left out; with `fail_fast` its error is thrown. Memory: that of 2 * jobs documents and results.
template <class Result, class Work, class Consume>
PipelineSummary run_pipeline(const PipelineOptions& options, BookShelf& shelf, const PipelineReports& reports,
                             Work&& work, Consume&& consume);

namespace detail {

/// A result of any type, on its way from a worker to the consumer.
using AnyResult = std::unique_ptr<void, void (*)(void*)>;

/// What run_pipeline does, whatever the type of results: threads and reports are compiled once.
struct PipelineSteps {
  std::function<AnyResult(std::size_t worker, AnnotatedDocument&&, Annotator&)> work;
  std::function<bool(void* result, const NearDuplicates::Found*)> consume;
  std::function<bool(const void* result)> shows;  ///< empty: whether anything of a document is shown is not known
};
[[nodiscard]] PipelineSummary run_pipeline_steps(const PipelineOptions& options, BookShelf& shelf,
                                                 const PipelineReports& reports, const PipelineSteps& steps);

}  // namespace detail

template <class Result, class Work, class Consume>
PipelineSummary run_pipeline(const PipelineOptions& options, BookShelf& shelf, const PipelineReports& reports,
                             Work&& work, Consume&& consume) {
  detail::PipelineSteps steps;
  steps.work = [&work](std::size_t worker, AnnotatedDocument&& annotated, Annotator& annotator) {
    return detail::AnyResult(new Result(work(worker, std::move(annotated), annotator)),
                             [](void* result) { delete static_cast<Result*>(result); });
  };
  steps.consume = [&consume](void* result, const NearDuplicates::Found* twin) {
    return consume(std::move(*static_cast<Result*>(result)), twin);
  };
  if constexpr (requires(const Result& result) { result.shows(); })
    steps.shows = [](const void* result) { return static_cast<const Result*>(result)->shows(); };
  return detail::run_pipeline_steps(options, shelf, reports, steps);
}

}  // namespace topos
