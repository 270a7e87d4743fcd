// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "topos/annotation/field_archive.hpp"
#include "topos/base/spill_sorter.hpp"
#include "topos/report/provenance.hpp"
#include "topos/text/near_duplicates.hpp"

namespace topos {

/// Version of the form of partial results.
inline constexpr std::uint32_t partial_schema = 1;
/// Corpora that one run reads: its documents, and those of --reference.
inline constexpr std::size_t partial_corpora = 2;

/// What a partial result says of itself. All parts of one result say the same but for what became of their documents.
struct PartialHead {
  /// What became of the inputs of one corpus.
  struct Inputs {
    std::uint64_t documents = 0;
    std::uint64_t inputs = 0;
    std::uint64_t failures = 0;
    std::vector<std::string> fields;     ///< of those that the run asks for, those that some document has
    std::vector<std::string> others;     ///< other fields, some of them
    std::vector<std::uint64_t> decided;  ///< lines of the decisions that some document has met, in order
  };
  Provenance provenance;
  bool annotated_before = false;  ///< the hits were found by another run, whose record stream was read
  std::vector<std::pair<std::string, std::string>> lists;  ///< options that name a file, and its SHA-256
  std::array<Inputs, partial_corpora> corpora;
};

/// What keeps two results from being parts of one, in words; empty if nothing does.
[[nodiscard]] std::string difference(const PartialHead& a, const PartialHead& b);

/// One document of a partial result.
struct PartialDocument {
  std::uint32_t corpus = 0;
  std::string id;
  std::string path;
  std::string duplicate_of;  ///< said by the stream that it came from
  TextSignature signature;   ///< what tells near-duplicates
};
void archive_fields(FieldArchive& archive, PartialDocument& document);

/// Gathers the documents of one part and writes them, ordered by corpus and path, as JSON Lines: a head, the documents,
/// an end.
class PartialWriter {
 public:
  /// `folder`: for a temporary file.
  explicit PartialWriter(const std::string& folder);
  /// `counts` archives what was kept of the document. Thread-safe: it only makes the line.
  [[nodiscard]] static std::string line_of(PartialDocument& document, const std::function<void(FieldArchive&)>& counts);
  void add(const PartialDocument& document, std::string_view line);
  /// To be called once. `put` takes the lines. Errors: those of `put`.
  void finish(const PartialHead& head, const std::function<void(std::string_view line)>& put);

 private:
  SpillSorter lines_;
};

/// Reads partial results and puts their documents into the order of one run over all of them: by corpus and path; those
/// of one path in the order of the parts. Memory: that of a sorter, and the ids.
class PartialReader {
 public:
  /// Errors: Errc::json, Errc::stream with the place, if a file is no partial result or ends too early, was changed, or
  /// does not belong to the same result as the first; Errc::duplicate_id for a document that is in two parts; those of
  /// reading a file.
  PartialReader(const std::vector<std::string>& paths, const std::string& folder);

  /// That of the first part, the inputs those of all parts together.
  [[nodiscard]] const PartialHead& head() const noexcept { return head_; }
  /// Hands over the lines of all documents of a corpus once, in order. The reader starts at each of them.
  void each(std::size_t corpus, FieldReader& reader, const std::function<void()>& take);
  /// The same for all documents of all corpora, as they are.
  void each_line(const std::function<void(const PartialDocument& document, std::string_view line)>& take);

 private:
  void read(const std::string& path);
  void take_head(PartialHead head, const Location& where);
  void take_document(std::string_view line, const std::string& path, std::size_t number);

  NamePool names_;
  FieldReader fields_;
  PartialHead head_;
  std::string first_path_;
  std::array<SpillSorter, partial_corpora> lines_;
  std::array<std::unordered_set<std::string>, partial_corpora> ids_;
};

}  // namespace topos
