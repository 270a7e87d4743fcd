// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/discourse/citation_facts.hpp"
#include "topos/discourse/quoted_speaker.hpp"

namespace topos {

/// Who speaks in one sentence beside its author: those that it lays words to, and works that it cites. A hostile
/// sentence has no end: of each the first 50 are kept.
class SentenceSpeakers {
 public:
  void add(QuotedSpeaker speaker);
  /// `document`: its id, which tells works apart that its list does not have.
  void add_citation(const CitationPlace& citation, const std::vector<ListedReference>& list, std::string_view document);
  /// Counts the sentence once under each voice that it has, or under "author". An author who is named beside the marker
  /// of his work counts as that work alone. Voices may come several times: see merge_voices.
  void count_voices(std::uint32_t group, std::vector<VoiceCount>& voices) const;
  /// Appends its edges of the graph of attributions, each once. A work is what its author rests on where the sentence
  /// names him beside the marker, else the speaker within whose words the marker stands, of several the one with the
  /// fewest words; where there is none, nobody rests on it.
  void add_edges(std::uint32_t group, std::uint32_t sentence, std::vector<AttributionEdge>& edges) const;

 private:
  struct Cited {
    CitedWork work;
    std::string author;    ///< of an integral citation
    std::uint32_t at = 0;  ///< byte of the marker
  };
  [[nodiscard]] const QuotedSpeaker* speaker_around(std::uint32_t at) const;

  std::vector<QuotedSpeaker> speakers_;
  std::vector<Cited> cited_;
};

/// Adds up the counts of the same group, voice, speaker and work; they come into the order of these.
void merge_voices(std::vector<VoiceCount>& voices);

}  // namespace topos
