// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "field_check.hpp"
#include "session.hpp"
#include "topos/annotation/field_archive.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// What is kept of a document can stand in a partial result.
template <class Kept>
concept Mergeable = requires(FieldArchive& archive, Kept& kept) {
  archive_fields(archive, kept);
};

/// One run of a command that counts hits in documents and writes a table of them: it reads, annotates, lets people's
/// decisions act, and passes documents on in input order. The command says what one document gives and what becomes of
/// it.
class CountingRun {
 public:
  /// `level`: codes are folded to so many parts; 0: they are not.
  /// Errors: those of Decisions, Library, Query and Session::pipeline.
  explicit CountingRun(const Session& session, std::int64_t level = 0);
  /// With a query of the command's own making. `attributes`: those of hits that are wanted beside the ones that options
  /// name.
  CountingRun(const Session& session, const std::function<Query(const Library&)>& query, AttributeSet attributes = {});
  ~CountingRun();
  CountingRun(const CountingRun&) = delete;
  CountingRun& operator=(const CountingRun&) = delete;

  [[nodiscard]] const Query& query() const noexcept { return query_; }
  [[nodiscard]] const Library& library() const noexcept { return *library_; }
  [[nodiscard]] Library& library() noexcept { return *library_; }
  [[nodiscard]] const Reporter& reporter() const noexcept { return reporter_; }
  [[nodiscard]] const std::optional<Decisions>& decisions() const noexcept { return decisions_; }
  /// Asks for the tokens of every document, also of one that comes with its hits.
  void need_tokens() noexcept { options_.segment = true; }
  /// Looks for codes also in documents that come with hits, whose own of the same codebooks are replaced.
  void annotate_all() noexcept { options_.annotate = Annotate::always; }
  /// Asks for tokens alone: codes are not looked for.
  void need_words_only() noexcept {
    options_.annotate = Annotate::never;
    options_.segment = true;
    options_.detail = Detail::tokens;
  }

  /// The documents are those of --reference, and another run has those of the corpus.
  void read_references() noexcept { corpus_ = 1; }
  /// Features are numbered by these tables. A new one begins where one takes more than `most` bytes.
  void share(FeatureTables& features, std::size_t most) noexcept {
    features_ = &features;
    most_features_ = most;
  }

  /// Threads that count: `each` numbers its workers below it.
  [[nodiscard]] std::size_t jobs() const noexcept { return options_.jobs; }

  /// Reads all documents. `count(worker, annotated, annotator)` gives what is kept of one, on any thread; `add(kept,
  /// twin)` takes it in input order, `twin` telling whether, or by a pointer which, document before it is nearly the
  /// same.
  template <class Count, class Add>
  void each(const Count& count, const Add& add) {
    each_undecided(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          decide(annotated, annotator);
          return count(worker, annotated, annotator);
        },
        add);
  }
  /// The same, but `count` sees what the machine found and calls decide() itself.
  template <class Count, class Add>
  void each_undecided(const Count& count, const Add& add) {
    using Kept = std::invoke_result_t<Count, std::size_t, AnnotatedDocument&, Annotator&>;
    if constexpr (Mergeable<Kept>) {
      if (parts_to_merge() != nullptr) return merge<Kept>(add);
      if (session_.partial.wanted) return count_part(count);
    }
    struct Counted {
      FieldCheck::Sight sight;
      Kept kept;
    };
    summary_ = run_pipeline<Counted>(
        options_, library_->shelf(), reporter_.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          FieldCheck::Sight sight = FieldCheck::look(query_, annotated.document);
          return Counted{std::move(sight), count(worker, annotated, annotator)};
        },
        [&](Counted one, const NearDuplicates::Found* twin) {
          fields_.add(one.sight);
          add(std::move(one.kept), twin);
          renew_features();
          return true;
        });
  }
  void decide(AnnotatedDocument& annotated, Annotator& annotator) const;

  /// Tells what became of the inputs. Status 2 if one failed, else 0.
  /// Errors: those of FieldCheck::finish.
  [[nodiscard]] Status finish() const;
  [[nodiscard]] const PipelineSummary& summary() const noexcept { return summary_; }
  /// Whether inputs failed and no document was left.
  [[nodiscard]] bool read_nothing() const noexcept { return summary_.documents == 0 && summary_.failures > 0; }

  /// Writes the table that `make` gives, unless nothing could be read. Status 2 if an input failed, 1 if --strict and a
  /// warning was raised about the table, else 0. Errors: those of FieldCheck::finish.
  [[nodiscard]] Status write(const std::function<Table()>& make) const;
  /// The same for what is written row by row.
  [[nodiscard]] Status write_with(const std::function<void(const Provenance&)>& put) const;

 private:
  /// Takes what parts kept of documents in the place of reading these.
  template <class Kept, class Add>
  void merge(const Add& add) {
    FieldReader reader(names_, query_.options().by.size());
    merge_parts(reader, [&](bool twin) {
      Kept kept{};
      const std::shared_ptr<FeatureTable> table = features_ == nullptr ? nullptr : features_->current();
      if (table) reader.name_features(*table);
      reader.object("counts", kept, [&](Kept& one) { archive_fields(reader, one); });
      add(std::move(kept), twin);
      renew_features();
    });
  }
  /// Keeps what is counted of documents for a partial result.
  template <class Count>
  void count_part(const Count& count) {
    gather_part([&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator, PartialDocument& document) {
      auto kept = count(worker, annotated, annotator);
      // What changes tables knows its own; else there is one.
      const std::shared_ptr<FeatureTable> table = features_ == nullptr ? nullptr : features_->current();
      return PartialWriter::line_of(document, [&](FieldArchive& archive) {
        if (table) archive.name_features(*table);
        archive_fields(archive, kept);
      });
    });
  }
  void merge_parts(FieldReader& reader, const std::function<void(bool twin)>& take);
  void gather_part(
      const std::function<std::string(std::size_t, AnnotatedDocument&, Annotator&, PartialDocument&)>& line_of);
  [[nodiscard]] PartialHead head_of_part() const;
  void renew_features() {
    if (features_ != nullptr) (void)features_->renew(most_features_);
  }

  const Session& session_;
  std::optional<Decisions> decisions_;
  std::unique_ptr<Library> library_;
  Query query_;
  PipelineOptions options_;
  Reporter reporter_;
  FieldCheck fields_;
  PipelineSummary summary_;
  NamePool names_;  ///< of merged parts
  FeatureTables* features_ = nullptr;
  std::size_t most_features_ = 0;
  std::size_t corpus_ = 0;
};

/// What a command's rows are about: texts split by fields, two sides of a comparison, or what people coded themselves.
enum class Rows : std::uint8_t { by_fields, of_sides, of_coders };

/// Declares a command that counts: its choices stand between what is read and how the run goes.
template <class Counting, Rows rows = Rows::by_fields>
Run declare_counting(Options& options) {
  auto command = std::make_shared<Counting>();
  Session& session = command->session;
  session.input.declare(options);
  session.search.declare(options);
  if constexpr (requires { Counting::skips_patterns; }) session.search.declare_skipping(options);
  if constexpr (rows == Rows::by_fields)
    session.filter.declare(options);
  else
    session.filter.declare_tests(options);
  if constexpr (rows != Rows::of_coders) session.decisions.declare(options);
  command->choices.declare(options);
  session.run.declare(options);
  session.output.declare(options);
  if constexpr (requires { Counting::mergeable; }) session.partial.declare(options);
  return [command] { return command->run(); };
}

}  // namespace topos::cli
