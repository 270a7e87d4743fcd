// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query.hpp"
#include "topos/discourse/citation_facts.hpp"

namespace topos {

/// What is wanted of documents' citations.
enum class CitationView : std::uint8_t { citations, references, lint, sections, uncited, voices, speakers, edges };

/// Reads what documents cite. What it finds rests on their hits of actors, as people decided about them.
class CitationReader {
 public:
  /// `query` says which text counts and must outlive it.
  CitationReader(const Query& query, CitationView view);
  /// Domain: the annotator's segmentation is that of the document. Cost: linear in the text.
  [[nodiscard]] DocumentCitations read(const AnnotatedDocument& annotated, const Annotator& annotator) const;

 private:
  const Query& query_;
  CitationView view_;
  std::vector<const Detector*> detectors_;
};

}  // namespace topos
