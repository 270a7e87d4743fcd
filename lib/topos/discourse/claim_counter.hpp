// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/discourse/claim_set.hpp"
#include "topos/segmentation/fold.hpp"

namespace topos {

/// What was said of one claim.
struct StanceCount {
  std::uint64_t n = 0;
  std::uint64_t affirmed = 0;
  std::uint64_t denied = 0;
  std::uint64_t hedged = 0;
  std::uint64_t reported = 0;
  double stance = 0;                            ///< sum of StanceCue::value()
  std::map<std::string, std::uint64_t> values;  ///< of a nominal claim: folded texts of its hits

  void add(const StanceCue& cue) noexcept;
  void add(const StanceCount& other);
};

/// A sentence in which a claim is made, so that a number can be read back.
struct ClaimEvidence {
  const HitKind* kind = nullptr;
  std::uint32_t source = 0;  ///< of its document
  StanceCue cue;
  std::uint32_t line = 0;
  std::uint32_t sentence = 0;
  std::uint32_t analysis_sentence = 0;  ///< 0 outside the analysis text
  std::uint64_t draw = 0;               ///< hash of the hit's id: the lowest are shown where there are too many
  std::string id;
  ByteSpan span;  ///< of the hit
  std::string hit_text;
  std::string voice;  ///< whose words the hit stands in; empty: not known
  std::string coder;  ///< who decided about it; empty: nobody
  std::string text;   ///< of the sentence
};

/// What is kept of one document.
struct DocumentClaims {
  struct Source {
    std::vector<std::string> values;  ///< of the fields of --by
    std::uint64_t words = 0;
  };
  /// Counts of one code in one source.
  struct Row {
    const HitKind* kind = nullptr;  ///< codebook and code; lives as long as the query
    std::uint32_t source = 0;
    StanceCount count;
  };
  std::string document;
  bool selected = false;
  bool draft = false;
  std::vector<Source> sources;
  std::vector<Row> rows;
  std::vector<ClaimEvidence> evidence;
  std::vector<Row> machine;  ///< before people decided, if they did: `n` alone counts
};

/// Counts what documents say of claims. Keeps scratch space: one for each worker.
class ClaimCounter {
 public:
  /// `sentences`: of each code and source of a document so many sentences are kept as evidence. `query` and `claims`
  /// must outlive it.
  ClaimCounter(const Query& query, const ClaimSet& claims, std::size_t sentences)
      : run_(query), claims_(claims), sentences_(sentences) {}
  /// Domain: the annotator's segmentation is that of the document if evidence is wanted.
  [[nodiscard]] DocumentClaims count(const AnnotatedDocument& annotated, const Annotator& annotator);

 private:
  [[nodiscard]] std::string folded(const AnnotatedDocument& annotated, ByteSpan span);
  [[nodiscard]] ClaimEvidence evidence(const AnnotatedDocument& annotated, const Annotator& annotator,
                                       const QueryHit& hit, const StanceCue& cue) const;

  QueryRun run_;
  const ClaimSet& claims_;
  std::size_t sentences_;
  std::string language_;
  std::unique_ptr<Folder> folder_;  ///< of `language_`
};

}  // namespace topos
