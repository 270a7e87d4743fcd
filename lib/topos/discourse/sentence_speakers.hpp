// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "topos/annotation/detectors/finding.hpp"
#include "topos/discourse/citation_facts.hpp"

namespace topos {

/// Who speaks in one sentence beside its author: those that it lays words to, and references that it cites. A hostile
/// sentence has no end: of each the first 50 are kept.
class SentenceSpeakers {
 public:
  /// A finding of `attribution`. `vague`: whatever its kind, a wording of the codebook says that nobody is named.
  void add_attribution(const Finding& finding, bool vague);
  void add_vague();
  void add_citation(const CitationPlace& citation, const std::vector<ListedReference>& list);
  /// Counts the sentence once under each voice that it has, or under "author". Voices may come several times: see
  /// merge_voices.
  void count_voices(std::uint32_t group, std::vector<VoiceCount>& voices) const;
  /// Appends its edges of the graph of attributions, each once.
  void add_edges(std::uint32_t group, std::uint32_t sentence, std::vector<AttributionEdge>& edges) const;

 private:
  struct Speaker {
    std::string voice;    ///< vague, attributed, attributed:CODE
    std::string written;  ///< without the possessive; empty if nobody is named
    [[nodiscard]] std::string node() const;
  };
  struct Cited {
    std::string voice;   ///< cited:NUMBER
    std::string label;   ///< of the entry; empty if the list does not have it
    std::string author;  ///< of an integral citation
  };

  std::vector<Speaker> speakers_;
  std::vector<Cited> cited_;
};

/// Adds up the counts of the same group, voice and speaker; they come into the order of these.
void merge_voices(std::vector<VoiceCount>& voices);

}  // namespace topos
