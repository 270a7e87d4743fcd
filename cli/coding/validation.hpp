// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coding/codings.hpp"
#include "coding/unit_weights.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/annotation/units.hpp"
#include "topos/statistics/bootstrap.hpp"
#include "topos/statistics/span_matching.hpp"

namespace topos::cli {

/// What the machine found in one document, as far as people's codings ask for it; made by a worker.
struct DocumentCodes {
  struct Unit {
    std::string id;
    ByteSpan span;
    std::vector<std::uint32_t> codes;
  };
  std::string document;
  bool draft = false;                                     ///< the patterns of its language are not validated
  std::uint64_t length = 0;                               ///< of the text in bytes
  std::uint64_t units = 0;                                ///< of the text that counts
  std::vector<std::uint64_t> found;                       ///< of those, units with each code
  std::vector<Unit> coded;                                ///< units that people coded
  std::vector<std::pair<std::uint32_t, ByteSpan>> spans;  ///< of hits, by code and place, in a document of spans
  std::set<std::string> others;                           ///< codes with hits that nobody coded
};

/// Looks up what the machine found. Keeps scratch space: one for each worker.
class MachineCoder {
 public:
  /// `codings` and `query` must outlive it; the names of codings' documents, codes and, unless they are spans, units
  /// stay as they are.
  MachineCoder(const Codings& codings, const Query& query, UnitKind kind)
      : codings_(codings), run_(query), kind_(kind) {}
  [[nodiscard]] DocumentCodes code(const AnnotatedDocument& annotated, const Segmentation& segmentation);

 private:
  const Codings& codings_;
  QueryRun run_;
  UnitKind kind_;
};

/// Values of the same units by several coders, and the documents that the units are in.
struct ComparedUnits {
  Ratings ratings;
  std::vector<std::uint32_t>
      documents;  ///< a number for each unit, in the order of documents' ids; those without any have NameList::none
  /// In the order of units' ids.
  std::vector<std::uint32_t> places;
  /// Documents of the units that can be compared; 0 if that of one is not known.
  [[nodiscard]] std::size_t known_documents() const;
};

/// People's codings beside each other and beside what the machine found.
class Validation {
 public:
  Validation(Codings& codings, bool by_spans) : codings_(codings), by_spans_(by_spans) {}

  /// `duplicate`: the document nearly repeats an earlier one.
  void add(const DocumentCodes& one, bool duplicate);

  /// Whether documents were read that had units.
  [[nodiscard]] bool has_machine() const noexcept { return machine_; }
  /// Units, or documents of spans, that people coded and no document that was read has.
  [[nodiscard]] std::size_t unknown() const;
  /// Whether a document in which people coded nearly repeats an earlier one, or is of a language whose patterns are not
  /// validated.
  [[nodiscard]] bool has_duplicates() const noexcept { return duplicates_; }
  [[nodiscard]] bool has_drafts() const noexcept { return drafts_; }
  [[nodiscard]] const std::set<std::string>& uncoded() const noexcept { return others_; }
  /// Numbers of coders who gave a code to something, in the order of their names.
  [[nodiscard]] std::vector<std::uint32_t> coders_of(std::uint32_t code) const;

  /// Units that at least one coder gave a value.
  [[nodiscard]] ComparedUnits coders(std::uint32_t code) const;
  /// What people say (one coder, or most of them; units where they are even are left out) and what the machine says.
  [[nodiscard]] ComparedUnits machine(std::uint32_t code, std::optional<std::uint32_t> coder) const;
  /// A row for each document: its units with both, the machine alone, people alone, neither.
  /// `weights`: of units; null: each counts as one.
  [[nodiscard]] std::vector<CountRow> detections(const ComparedUnits& compared,
                                                 const UnitWeights* weights = nullptr) const;
  /// The same counts of spans that match, by document; there is no fourth number. `second`: another coder, or the
  /// machine.
  [[nodiscard]] std::vector<CountRow> span_detections(std::uint32_t code, std::uint32_t first,
                                                      std::optional<std::uint32_t> second, SpanRule rule) const;
  /// Spans of the coders, and of the machine if `machine`, in the documents that all of these saw, joined in the order
  /// of ids. Nothing where the length of one is not known.
  [[nodiscard]] std::optional<Continuum> continuum(std::uint32_t code, const std::vector<std::uint32_t>& coders,
                                                   bool machine) const;
  /// A row for each document that was read: its units, and those with the code.
  [[nodiscard]] std::vector<CountRow> corpus(std::uint32_t code) const;

 private:
  struct Read {
    std::string document;
    std::uint64_t length = 0;
    std::uint64_t units = 0;
    std::vector<std::uint64_t> found;
    std::vector<std::pair<std::uint32_t, ByteSpan>> spans;
  };
  struct MachineUnit {
    bool read = false;
    std::uint32_t document = 0;  ///< index into read_
    std::vector<std::uint32_t> codes;
  };
  [[nodiscard]] const std::string* document_of(std::uint32_t unit) const;
  [[nodiscard]] ComparedUnits compare(const Ratings& ratings) const;
  /// Those at places that all of `seers` saw.
  [[nodiscard]] std::vector<CodedSpan> spans_of(std::uint32_t document, std::uint32_t code,
                                                std::optional<std::uint32_t> coder,
                                                const std::vector<std::uint32_t>& seers) const;
  [[nodiscard]] const Read* read_of(std::uint32_t document) const;
  [[nodiscard]] std::vector<std::uint32_t> documents_by_id() const;

  Codings& codings_;
  bool by_spans_;
  bool machine_ = false;
  bool duplicates_ = false;
  bool drafts_ = false;
  std::vector<Read> read_;
  std::map<std::uint32_t, std::size_t> read_documents_;  ///< index into read_ by number of the codings' document
  std::vector<MachineUnit> units_;                       ///< by number of the codings' unit
  std::set<std::string> others_;
};

}  // namespace topos::cli
