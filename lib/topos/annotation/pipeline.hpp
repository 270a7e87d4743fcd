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
#include "topos/annotation/record_stream.hpp"
#include "topos/annotation/required_literals.hpp"
#include "topos/base/parallel.hpp"
#include "topos/text/input.hpp"
#include "topos/text/near_duplicates.hpp"

namespace topos {

/// Whether a run looks for codes in its documents.
enum class Annotate : std::uint8_t {
  never,      ///< sizes only
  if_raw,     ///< documents that come without annotations
  always      ///< all; hits of the same codebooks are replaced
};

struct PipelineOptions {
  InputOptions input;
  Annotate annotate = Annotate::if_raw;
  RegionSet analysis = default_analysis();
  bool analysis_given = false;     ///< `--regions`: overrides what a stream says
  std::size_t jobs = 1;
  bool check_duplicates = true;
  bool drop_duplicates = false;
  bool fail_fast = false;
  /// Phrases of which each text with hits has one: raw documents without any go on without regions and hits.
  std::optional<std::vector<RequiredPhrase>> required;
  bool segment = false;            ///< Annotator::segmentation() is wanted for documents that come with annotations, too
};

/// What a run has to tell about its inputs, in input order.
struct PipelineReports {
  std::function<void(const Error&)> failure;
  std::function<void(const std::string&)> note;
  std::function<void(const StreamHead&)> head;           ///< a head that holds for the documents from here on
  std::function<void()> annotating;                      ///< once, before the first document whose codes this run looked for
  std::function<void(const std::string& id)> progress;   ///< a document is done
};

/// What became of a run.
struct PipelineSummary {
  std::size_t documents = 0;
  std::size_t inputs = 0;
  std::size_t failures = 0;
  std::size_t duplicates = 0;          ///< near-duplicates found, dropped or not
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
/// `consume(Result&&, const NearDuplicates::Found*) → bool` runs in order; false stops the run. The second argument tells which
/// earlier document this one nearly repeats, or is null. Dropped duplicates are not consumed.
/// A Result with a member `shows()` says whether anything of its document is shown: only such documents are compared with earlier ones,
/// unless duplicates are dropped; `work` must then leave the document's text alone.
/// One bad document is reported and left out; with `fail_fast` its error is thrown.
/// Memory: that of 2 * jobs documents and results.
template <class Result, class Work, class Consume>
PipelineSummary run_pipeline(const PipelineOptions& options, BookShelf& shelf, const PipelineReports& reports, Work&& work, Consume&& consume);

namespace detail {

/// A raw document on its way, with what was noted while it was read.
struct Arrival {
  RawDocument raw;
  std::vector<Error> failures;
  std::vector<std::string> notes;
  std::shared_ptr<const StreamHead> head;  ///< if it changed with this document
  bool empty = false;  ///< only failures: the inputs ended behind them
};

/// What goes back from a worker.
template <class Result>
struct Departure {
  std::optional<Result> result;
  std::vector<Error> failures;
  std::vector<std::string> notes;
  std::shared_ptr<const StreamHead> head;
  bool annotated_here = false;
  std::string id;
  std::string duplicate_of;  ///< said by the stream
  double similarity = 0;
  TextSignature signature;
};

/// The producer's side: raw documents in order, failures and notes attached to the document that follows them.
class Arrivals {
 public:
  explicit Arrivals(const PipelineOptions& options);
  [[nodiscard]] std::optional<Arrival> next();
  [[nodiscard]] std::size_t inputs() const noexcept { return source_.inputs(); }
  [[nodiscard]] const InputSource& source() const noexcept { return source_; }

 private:
  std::vector<Error> failures_;
  std::vector<std::string> notes_;
  InputSource source_;
  std::shared_ptr<const std::string> head_;
  bool ended_ = false;
};

}  // namespace detail

template <class Result, class Work, class Consume>
PipelineSummary run_pipeline(const PipelineOptions& options, BookShelf& shelf, const PipelineReports& reports, Work&& work, Consume&& consume) {
  using Departure = detail::Departure<Result>;
  detail::Arrivals arrivals(options);
  constexpr bool shows = requires(const Result& result) { result.shows(); };
  const bool compare_all = options.check_duplicates && (!shows || options.drop_duplicates);
  const DocumentMaker maker(options.input, arrivals.source());
  const std::size_t jobs = options.jobs == 0 ? 1 : options.jobs;
  std::vector<std::unique_ptr<DocumentWorker>> workers(jobs);
  NearDuplicates seen;
  PipelineSummary summary;

  const auto work_on = [&](std::size_t worker, detail::Arrival arrival) {
    Departure departure;
    departure.failures = std::move(arrival.failures);
    departure.notes = std::move(arrival.notes);
    departure.head = std::move(arrival.head);
    if (arrival.empty) return departure;
    try {
      if (!workers[worker]) workers[worker] = std::make_unique<DocumentWorker>(options, maker, shelf);
      AnnotatedDocument annotated = workers[worker]->make(std::move(arrival.raw), [&](const std::string& note) { departure.notes.push_back(note); });
      departure.id = annotated.document.id;
      departure.annotated_here = workers[worker]->annotated_last();
      departure.duplicate_of = annotated.duplicate_of;
      departure.similarity = annotated.similarity;
      if (compare_all && annotated.duplicate_of.empty()) departure.signature = text_signature(annotated.document.text);
      departure.result = work(worker, std::move(annotated), workers[worker]->annotator());
      if constexpr (shows)
        if (options.check_duplicates && !compare_all && departure.duplicate_of.empty() && departure.result->shows())
          departure.signature = text_signature(annotated.document.text);
    } catch (const Error& error) {
      if (options.fail_fast) throw;
      departure.failures.push_back(error);
    }
    return departure;
  };

  bool told_annotating = false;
  const auto hand_over = [&](Departure departure) {
    if (departure.head && reports.head) reports.head(*departure.head);
    for (const std::string& note : departure.notes)
      if (reports.note) reports.note(note);
    for (const Error& failure : departure.failures) {
      ++summary.failures;
      if (reports.failure) reports.failure(failure);
    }
    if (!departure.result) return true;
    if (departure.annotated_here && !std::exchange(told_annotating, true) && reports.annotating) reports.annotating();
    std::optional<NearDuplicates::Found> twin;
    if (!departure.duplicate_of.empty())
      twin = NearDuplicates::Found{departure.duplicate_of, departure.similarity};
    else if (options.check_duplicates)
      twin = seen.add(departure.id, departure.signature);
    if (twin) ++summary.duplicates;
    if (twin && options.drop_duplicates) return true;
    ++summary.documents;
    const bool go_on = consume(std::move(*departure.result), twin ? &*twin : nullptr);
    if (reports.progress) reports.progress(departure.id);
    return go_on;
  };

  ordered_parallel<detail::Arrival, Departure>(jobs, [&] { return arrivals.next(); }, work_on, hand_over);
  summary.inputs = arrivals.inputs();
  return summary;
}

}  // namespace topos
