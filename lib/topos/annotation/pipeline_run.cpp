// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include "topos/annotation/pipeline.hpp"
#include "topos/annotation/token_signatures.hpp"
#include "topos/base/parallel.hpp"

namespace topos {
namespace {

/// A raw document on its way, with what was noted while it was read.
struct Arrival {
  RawDocument raw;
  std::vector<Error> failures;
  std::vector<std::string> notes;
  std::shared_ptr<const StreamHead> head;  ///< if it changed with this document
  std::uint64_t bytes = 0;                 ///< of the inputs, up to this document
  bool empty = false;                      ///< only failures: the inputs ended behind them
};

/// What goes back from a worker.
struct Departure {
  detail::AnyResult result{nullptr, [](void*) {}};
  std::vector<Error> failures;
  std::vector<std::string> notes;
  std::shared_ptr<const StreamHead> head;
  bool annotated_here = false;
  std::uint64_t bytes = 0;
  std::string id;
  std::string duplicate_of;  ///< said by the stream
  double similarity = 0;
  TextSignature signature;
};

/// The producer's side: raw documents in order, failures and notes attached to the document that follows them.
class Arrivals {
 public:
  explicit Arrivals(const PipelineOptions& options)
      : source_(
            options.input, [this](const Error& error) { failures_.push_back(error); },
            [this](const std::string& note) { notes_.push_back(note); }) {}

  [[nodiscard]] const InputSource& source() const noexcept { return source_; }
  [[nodiscard]] std::uint64_t expected_bytes() { return source_.expected_bytes(); }

  [[nodiscard]] std::optional<Arrival> next() {
    if (ended_) return std::nullopt;
    std::optional<RawDocument> raw = source_.next();
    Arrival arrival;
    arrival.failures = std::exchange(failures_, {});
    arrival.notes = std::exchange(notes_, {});
    if (!raw) {
      ended_ = true;
      if (arrival.failures.empty() && arrival.notes.empty()) return std::nullopt;
      arrival.empty = true;
      return arrival;
    }
    if (raw->head && raw->head != head_) {
      head_ = raw->head;
      arrival.head = std::make_shared<const StreamHead>(read_head(*head_, {raw->path, 0, 0}));
    }
    arrival.bytes = source_.read_bytes();
    arrival.raw = std::move(*raw);
    return arrival;
  }

 private:
  std::vector<Error> failures_;
  std::vector<std::string> notes_;
  InputSource source_;
  std::shared_ptr<const std::string> head_;
  bool ended_ = false;
};

/// The consumer's side: reports, duplicates, and what is handed on.
class Consumer {
 public:
  Consumer(const PipelineOptions& options, const PipelineReports& reports, const detail::PipelineSteps& steps,
           std::uint64_t bytes)
      : options_(options), reports_(reports), steps_(steps), progress_{0, 0, bytes} {}

  /// False to stop the run.
  [[nodiscard]] bool take(Departure departure) {
    tell(departure);
    if (!departure.result) return true;
    if (departure.annotated_here && !std::exchange(told_annotating_, true) && reports_.annotating)
      reports_.annotating();
    std::optional<NearDuplicates::Found> twin;
    if (!departure.duplicate_of.empty())
      twin = NearDuplicates::Found{departure.duplicate_of, departure.similarity};
    else if (options_.check_duplicates)
      twin = seen_.add(departure.id, departure.signature);
    if (twin) ++summary_.duplicates;
    if (twin && options_.drop_duplicates) return true;
    ++summary_.documents;
    const bool go_on = steps_.consume(departure.result.get(), twin ? &*twin : nullptr);
    ++progress_.documents;
    progress_.bytes = departure.bytes;
    if (reports_.progress) reports_.progress(progress_);
    return go_on;
  }

  [[nodiscard]] PipelineSummary summary(std::size_t inputs) {
    summary_.inputs = inputs;
    return summary_;
  }

 private:
  void tell(const Departure& departure) {
    if (departure.head && reports_.head) reports_.head(*departure.head);
    for (const std::string& note : departure.notes)
      if (reports_.note) reports_.note(note);
    for (const Error& failure : departure.failures) {
      ++summary_.failures;
      if (reports_.failure) reports_.failure(failure);
    }
  }

  const PipelineOptions& options_;
  const PipelineReports& reports_;
  const detail::PipelineSteps& steps_;
  NearDuplicates seen_;
  PipelineSummary summary_;
  PipelineProgress progress_;
  bool told_annotating_ = false;
};

/// The signature of a document that `annotator`, if there is one, has cut last. A document without regions has not been
/// cut.
TextSignature signature_of(const Document& document, const Annotator* annotator, TokenSignatures& signatures) {
  if (annotator == nullptr || document.regions.empty() || annotator->segmentation().tokens.empty())
    return text_signature(document.text);
  return signatures.of(document, annotator->segmentation(), annotator->vocabulary());
}

}  // namespace

PipelineSummary detail::run_pipeline_steps(const PipelineOptions& options, BookShelf& shelf,
                                           const PipelineReports& reports, const PipelineSteps& steps) {
  Arrivals arrivals(options);
  const bool compare_all = options.check_duplicates && (!steps.shows || options.drop_duplicates);
  const DocumentMaker maker(options.input, arrivals.source());
  const std::size_t jobs = options.jobs == 0 ? 1 : options.jobs;
  std::vector<std::unique_ptr<DocumentWorker>> workers(jobs);
  std::vector<TokenSignatures> signatures(jobs);

  const auto work_on = [&](std::size_t number, Arrival arrival) {
    Departure departure;
    departure.failures = std::move(arrival.failures);
    departure.notes = std::move(arrival.notes);
    departure.head = std::move(arrival.head);
    departure.bytes = arrival.bytes;
    if (arrival.empty) return departure;
    try {
      if (!workers[number]) workers[number] = std::make_unique<DocumentWorker>(options, maker, shelf);
      DocumentWorker& worker = *workers[number];
      const bool raw = arrival.raw.kind != RawDocument::Kind::records;
      AnnotatedDocument annotated =
          worker.make(std::move(arrival.raw), [&](const std::string& note) { departure.notes.push_back(note); });
      departure.id = annotated.document.id;
      departure.annotated_here = worker.annotated_last();
      departure.duplicate_of = annotated.duplicate_of;
      departure.similarity = annotated.similarity;
      if (compare_all && annotated.duplicate_of.empty()) {
        const bool cut = raw || worker.annotated_last() || options.segment;
        departure.signature = signature_of(annotated.document, cut ? &worker.annotator() : nullptr, signatures[number]);
      }
      departure.result = steps.work(number, std::move(annotated), worker.annotator());
      if (options.check_duplicates && !compare_all && departure.duplicate_of.empty() &&
          steps.shows(departure.result.get()))
        departure.signature = text_signature(annotated.document.text);
    } catch (const Error& error) {
      if (options.fail_fast) throw;
      departure.failures.push_back(error);
    }
    return departure;
  };

  Consumer consumer(options, reports, steps, reports.progress ? arrivals.expected_bytes() : 0);
  ordered_parallel<Arrival, Departure>(
      jobs, [&] { return arrivals.next(); }, work_on,
      [&](Departure departure) { return consumer.take(std::move(departure)); });
  return consumer.summary(arrivals.source().inputs());
}

}  // namespace topos
