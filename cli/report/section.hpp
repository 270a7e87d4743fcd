// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counting_run.hpp"
#include "options/resampling.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/base/output_folder.hpp"
#include "topos/report/report.hpp"

namespace topos::cli {

/// Options that only `report` has.
struct ReportChoices {
  std::string folder;
  std::string title;
  std::vector<std::string> sections;
  std::string compare;
  std::string evidence = "5";
  std::int64_t digits = 2;
  bool provenance = false;
  ResamplingGroup resampling;

  void declare(Options& options);
  /// Ids of --sections, commas split; all if it is not given. Errors: Errc::usage, with the nearest.
  [[nodiscard]] std::vector<std::string> section_ids() const;
  /// The two filters of --compare, the second empty where all other documents are meant; both are where it is not
  /// given. Errors: Errc::usage.
  [[nodiscard]] std::pair<std::string, std::string> compared() const;
  /// Sentences of each code and group that the page shows; 0: none.
  /// Errors: Errc::usage.
  [[nodiscard]] std::size_t evidence_lines() const;
};

/// What a report is made with; it outlives the sections.
struct ReportContext {
  const Session& session;
  const ReportChoices& choices;
  CountingRun& run;

  [[nodiscard]] const Query& query() const noexcept { return run.query(); }
  [[nodiscard]] const std::vector<std::string>& by() const noexcept { return query().options().by; }
};

/// What sections see of one document, on any thread.
struct DocumentSight {
  std::size_t worker = 0;
  const AnnotatedDocument& annotated;
  const Annotator& annotator;
  const DocumentTally& tally;  ///< of the run's query
};

/// Makes one section of a report: looks at documents as they go by, then writes what it has to say. A section that has
/// no input says why.
class SectionMaker {
 public:
  virtual ~SectionMaker() = default;
  /// What is kept of a document; called on any thread.
  [[nodiscard]] virtual std::shared_ptr<void> keep(const DocumentSight& sight) = 0;
  /// Takes what was kept, in input order. `twin`: a document before it is nearly the same.
  virtual void take(void* kept, const DocumentTally& tally, bool twin) = 0;
  /// To be called once, when all is taken. Documents that --where leaves out are not there.
  virtual void write(ReportSection& out) = 0;
  /// To be called when all sections are written, for one that stands on others.
  virtual void write_last(ReportSection&, const Report&) {}
  /// Files beside the tables and figures of the section.
  virtual void write_files(OutputFolder&) {}
};

/// A section that keeps a `Kept` of each document.
template <class Kept>
class SectionKeeping : public SectionMaker {
 public:
  [[nodiscard]] std::shared_ptr<void> keep(const DocumentSight& sight) final {
    return std::make_shared<Kept>(look(sight));
  }
  void take(void* kept, const DocumentTally& tally, bool twin) final {
    add(std::move(*static_cast<Kept*>(kept)), tally, twin);
  }

 private:
  [[nodiscard]] virtual Kept look(const DocumentSight& sight) = 0;
  virtual void add(Kept kept, const DocumentTally& tally, bool twin) = 0;
};

/// What is kept by a section that needs nothing of documents beside their counts.
struct NothingKept {};

/// A section as listed in sections.def.
struct SectionKind {
  std::string_view id;  ///< as typed after --sections, and its anchor
  std::string_view title;
  std::unique_ptr<SectionMaker> (*make)(const ReportContext& context);
};

#define TOPOS_SECTION(id) extern const SectionKind id##_section;
#include "report/sections.def"
#undef TOPOS_SECTION

/// Every section, in the order of sections.def.
[[nodiscard]] const std::vector<const SectionKind*>& section_kinds();

}  // namespace topos::cli
