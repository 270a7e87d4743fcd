// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "session.hpp"
#include "shared_fields.hpp"
#include "topos/annotation/contrast.hpp"
#include "topos/annotation/kept_fields.hpp"
#include "topos/annotation/query_run.hpp"
#include "unit_sides.hpp"

namespace topos::cli {

/// What a comparison keeps of one document.
struct SidedDocument {
  std::optional<Side> side;             ///< none: it belongs to neither corpus
  std::string value;                    ///< of the field that splits the corpora; empty without one
  std::shared_ptr<FeatureTable> table;  ///< of the numbers of features; none in a document of a partial result
  Contrast::Origin origin;
  SharedFields::Values shared{};
  DocumentFeatures features;
};

void archive_fields(FieldArchive& archive, SidedDocument& one);

/// Tells which documents are the target and which the reference: -a, -b.
class CorpusSides {
 public:
  /// Without `target`, the run that reads a document says what it is. `cluster`: field of documents that are one unit;
  /// may be empty. Errors: Errc::filter for tests of what is no property of documents. `by`: a field whose values are
  /// the corpora; may be empty. Documents that lack it belong to none.
  CorpusSides(const std::vector<std::string>& target, const std::vector<std::string>& reference, const std::string& by,
              const std::string& cluster);
  /// What counts in both. The fields of the tests are to occur in some document.
  [[nodiscard]] Query query(const Session& session, const Library& library, std::int64_t level) const;
  /// Errors: Errc::filter for a document that passes both tests.
  [[nodiscard]] SidedDocument document(const AnnotatedDocument& annotated, Side otherwise) const;

 private:
  std::optional<Filter> target_;
  std::optional<Filter> reference_;  ///< none: what is no target
  std::string by_;
  std::string cluster_;
};

/// Counts the codes of documents as features, each being its codebook, a tab and its id. One for each worker.
class CodeCounter {
 public:
  /// Both must outlive it.
  CodeCounter(const Query& query, FeatureTable& table) : run_(query), table_(table) {}
  [[nodiscard]] DocumentFeatures count(const AnnotatedDocument& annotated);

 private:
  QueryRun run_;
  FeatureTable& table_;
};

}  // namespace topos::cli
