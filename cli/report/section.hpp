// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/report_context.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/base/output_folder.hpp"
#include "topos/report/report.hpp"

namespace topos::cli {

/// What sections see of one document, on any thread.
struct DocumentSight {
  std::size_t worker = 0;
  const AnnotatedDocument& annotated;
  Annotator& annotator;            ///< has cut the document last
  const DocumentTally& tally;      ///< of the run's query
  const AnnotatedDocument& found;  ///< before people decided
};

/// Makes one section of a report: looks at documents as they go by, then writes what it has to say. A section that has
/// no input says why.
class SectionMaker {
 public:
  virtual ~SectionMaker() = default;
  /// What is kept of a document; called on any thread.
  [[nodiscard]] virtual std::shared_ptr<void> keep(const DocumentSight& sight) = 0;
  /// Takes what was kept, in input order. `original`: id of a document before it that is nearly the same, or null.
  virtual void take(void* kept, const DocumentTally& tally, const std::string* original) = 0;
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
  void take(void* kept, const DocumentTally& tally, const std::string* original) final {
    original_ = original;
    add(std::move(*static_cast<Kept*>(kept)), tally, original != nullptr);
  }

 protected:
  /// Of the document that add() is given.
  [[nodiscard]] const std::string* original() const noexcept { return original_; }

 private:
  [[nodiscard]] virtual Kept look(const DocumentSight& sight) = 0;
  virtual void add(Kept kept, const DocumentTally& tally, bool twin) = 0;
  const std::string* original_ = nullptr;
};

/// What is kept by a section that needs nothing of documents beside their counts.
struct NothingKept {};

/// A section as listed in sections.def.
struct SectionKind {
  std::string_view id;  ///< as typed after --sections, and its anchor
  std::string_view title;
  std::unique_ptr<SectionMaker> (*make)(const ReportContext& context);
  /// The attributes of hits that it looks at; null: none.
  AttributeSet (*attributes)(const ReportChoices& choices, const SearchGroup& search) = nullptr;
};

/// Makes sections of one class.
template <class Section>
std::unique_ptr<SectionMaker> make_section(const ReportContext& context) {
  return std::make_unique<Section>(context);
}

#define TOPOS_SECTION(id) extern const SectionKind id##_section;
#include "report/sections.def"
#undef TOPOS_SECTION

/// Says on a terminal which section is being written: some take as long as reading. Null: none is any more.
void tell_section(const SectionKind* kind, std::size_t number, std::size_t all);

/// Every section, in the order of sections.def.
[[nodiscard]] const std::vector<const SectionKind*>& section_kinds();

}  // namespace topos::cli
