// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "topos/annotation/attributes/attribute_set.hpp"
#include "topos/annotation/attributes/clause_voice.hpp"
#include "topos/annotation/attributes/hit_roles.hpp"
#include "topos/annotation/attributes/marked_sentence.hpp"
#include "topos/annotation/attributes/modality.hpp"
#include "topos/annotation/attributes/sentence_actors.hpp"
#include "topos/annotation/detectors/citation_markers.hpp"
#include "topos/annotation/document_clauses.hpp"
#include "topos/annotation/name_pool.hpp"

namespace topos {

/// Sets voice, modality and holder of a document's hits (grammar.md 10.2 to 10.4). Keeps scratch space: one for each
/// worker and language.
class HitAttributes {
 public:
  /// `names` must outlive the hits.
  explicit HitAttributes(NamePool& names) : names_(names) {}

  /// `clauses`: what the document's clauses lay to whom; null if nothing is known of them. What hits came with is kept.
  /// Hits that share all values share a note. Domain: the hits are in text order; `segmentation` was made of the
  /// document with `vocabulary`. Cost: n log n in the hits of a sentence.
  void set(AnnotatedDocument& annotated, const Segmentation& segmentation, const Vocabulary& vocabulary,
           AttributeSet which, DocumentClauses* clauses);

 private:
  /// Values of one hit by address: all are kept names.
  struct Values {
    std::string_view voice;
    std::string_view modality;
    std::string_view holder;
    bool operator==(const Values& other) const noexcept = default;
  };
  struct ValuesHash {
    std::size_t operator()(const Values& values) const noexcept;
  };

  void take_voices(DocumentClauses& clauses, std::uint32_t sentence);
  void count_words(const std::vector<Token>& units, TokenRange sentence);
  /// `hits`: the first of the sentence's. `clauses`: null if nothing is known of them.
  void set_sentence(AnnotatedDocument& annotated, Hit* hits, const ClauseVoice* clauses, const MarkedSentence& sentence,
                    AttributeSet which);
  void give(AnnotatedDocument& annotated, Hit& hit, const Values& values);
  std::string_view keep(const std::string& name);

  NamePool& names_;
  WordRoles roles_;
  HitRoles hit_roles_;
  ClauseVoice voices_;
  ModalityRule modality_;
  SentenceActors actors_;
  std::vector<MarkedHit> marks_;
  std::vector<std::uint32_t> words_;
  std::vector<CitationMarker> citations_;
  std::unordered_map<std::string, std::string_view> kept_;
  std::unordered_map<Values, std::uint32_t, ValuesHash> notes_;  ///< of the document at hand
  Values last_;                                                  ///< those of the last note that was given
  std::uint32_t last_note_ = 0;                                  ///< its number; 0: none yet
};

}  // namespace topos
