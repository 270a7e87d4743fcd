// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "topos/annotation/detectors/speech_verbs.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {

inline constexpr WordList words_of_belief({"said",    "argued",    "claimed",      "believed",   "thought",
                                           "assumed", "alleged",   "reported",     "rumoured",   "rumored",
                                           "feared",  "suggested", "understood",   "asserted",   "contended",
                                           "held",    "accepted",  "acknowledged", "recognised", "recognized",
                                           "agreed",  "hoped",     "expected",     "maintained"});
inline constexpr WordList words_of_regard({"seen", "viewed", "regarded", "considered", "perceived", "deemed",
                                           "portrayed"});
inline constexpr WordList words_of_opinion({"view", "belief", "perception", "sense", "concern", "consensus", "feeling",
                                            "fear", "opinion", "suspicion", "suggestion", "claim", "argument", "talk"});
inline constexpr WordList nouns_of_saying(
    {"allegation", "announcement", "argument",   "assertion",  "assessment",  "belief",     "claim",
     "conclusion", "concern",      "contention", "conviction", "declaration", "fear",       "hope",
     "insistence", "observation",  "opinion",    "remark",     "reminder",    "statement",  "suggestion",
     "view",       "warning",      "accusation", "complaint",  "criticism",   "estimate",   "hypothesis",
     "idea",       "message",      "notion",     "pledge",     "position",    "prediction", "promise",
     "rumour",     "rumor",        "stance",     "theory",     "thesis",      "vow"});
inline constexpr WordList nouns_of_doubt({"allegation", "accusation", "claim", "contention", "rumour", "rumor"});
inline constexpr WordList speech_without_content({"spoke", "responded", "replied", "replies", "quoted", "written",
                                                  "mentioned"});

/// Hardly said of anything but people and what they write.
inline constexpr WordList plain_speech({"said", "says", "told", "stated", "announced", "alleged"});
/// Behind a comma, what was said before is their subject more often than anybody.
inline constexpr WordList said_of_facts({"indicating", "revealing", "confirming", "highlighting", "suggesting",
                                         "implying", "underlining", "underscoring", "writing", "calling", "asking",
                                         "referring"});

inline constexpr WordList words_of_law({"charter", "constitution", "treaty", "rules", "law", "article", "resolution",
                                        "plan", "convention", "schedule", "agreement", "statute", "protocol"});

inline constexpr WordList modal_verbs({"can", "could", "must", "should", "may", "might", "shall", "need", "will",
                                       "would"});

/// What a word can be to the rules of attributions, as bits; of a sentence, what its words are taken together.
enum AttributionSign : std::uint16_t {
  sign_alone = 1,   ///< according, reportedly: enough by itself
  sign_verb = 2,    ///< a verb of saying or thinking that may have a subject
  sign_speech = 4,  ///< any form of such a verb
  sign_as = 8,
  sign_be = 16,
  sign_believed = 32,  ///< behind be: it is believed, is seen as
  sign_there = 64,
  sign_opinion = 128,  ///< behind there: a view
  sign_place = 256,    ///< in, from
  sign_view = 512,     ///< behind in: eyes
  sign_for = 1024,
  sign_noun = 2048,  ///< before that: a claim
  sign_that = 4096
};

/// The signs of a word. `classes`: of ClauseClass. Domain: a match form, with what the lists say of it.
[[nodiscard]] std::uint16_t attribution_signs(std::string_view folded, std::uint32_t classes, SpeechVerb speech);

/// Whether a sentence whose words have these signs may lay something to somebody. The signs of verbs are to be left out
/// where the word is a name; `for` is to be given only where a clause may begin with it.
[[nodiscard]] bool may_attribute(std::uint16_t signs) noexcept;

}  // namespace topos
