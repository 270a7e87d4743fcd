// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/speech_verbs.hpp"

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr WordList says(
    {"accused",     "accuses",     "accusing",    "acknowledge", "acknowledged", "acknowledges", "acknowledging",
     "admit",       "admits",      "admitted",    "affirm",      "affirmed",     "affirming",    "affirms",
     "allege",      "alleged",     "alleges",     "alleging",    "announce",     "announced",    "announces",
     "announcing",  "argue",       "argued",      "argues",      "arguing",      "assert",       "asserted",
     "asserting",   "asserts",     "boasted",     "boasting",    "boasts",       "cautioned",    "cautioning",
     "cautions",    "claimed",     "claiming",    "commented",   "commenting",   "complain",     "complained",
     "complaining", "complains",   "conceded",    "concedes",    "conceding",    "concluded",    "concludes",
     "confessed",   "contend",     "contended",   "contending",  "contends",     "countered",    "declare",
     "declared",    "declares",    "declaring",   "denied",      "denies",       "deny",         "denying",
     "emphasise",   "emphasised",  "emphasises",  "emphasising", "emphasize",    "emphasized",   "emphasizes",
     "emphasizing", "exclaimed",   "explain",     "explained",   "explaining",   "explains",     "hinted",
     "hinting",     "hints",       "implied",     "implies",     "insist",       "insisted",     "insisting",
     "insists",     "joked",       "joking",      "lamented",    "lamenting",    "laments",      "mentioned",
     "noted",       "noting",      "opined",      "pledged",     "pledging",     "predicted",    "predicting",
     "predicts",    "proclaim",    "proclaimed",  "proclaiming", "proclaims",    "promised",     "quipped",
     "quoted",      "reaffirm",    "reaffirmed",  "reaffirming", "reaffirms",    "recalled",     "recalling",
     "reiterate",   "reiterated",  "reiterates",  "reiterating", "remarked",     "remarking",    "replied",
     "replies",     "reported",    "reportedly",  "responded",   "retorted",     "said",         "say",
     "saying",      "says",        "spoke",       "stated",      "stating",      "stressed",     "stresses",
     "stressing",   "suggested",   "suggesting",  "suggests",    "tell",         "telling",      "tells",
     "testified",   "testifying",  "told",        "tweeted",     "tweeting",     "tweets",       "underlined",
     "underlines",  "underlining", "underscored", "underscores", "urged",        "urges",        "urging",
     "vowed",       "vowing",      "warn",        "warned",      "warning",      "warns",        "write",
     "writes",      "writing",     "written",     "wrote"});

constexpr WordList names({"branded",       "call",          "called",        "calling",      "calls",
                          "characterise",  "characterised", "characterises", "characterize", "characterized",
                          "characterizes", "christened",    "coined",        "denounced",    "denounces",
                          "depicted",      "depicts",       "describe",      "described",    "describes",
                          "describing",    "dismissed",     "dismisses",     "dubbed",       "dubbing",
                          "dubs",          "hailed",        "hails",         "labeled",      "labelled",
                          "labelling",     "portrayed",     "portrays",      "referred",     "referring",
                          "refers",        "termed",        "terming",       "terms"});

constexpr WordList thinks({"assume",    "assumed", "assumes", "believe", "believed",   "believes", "believing",
                           "convinced", "deemed",  "deems",   "doubted", "doubts",     "expect",   "expected",
                           "expects",   "feared",  "fears",   "hoped",   "hopes",      "reckons",  "suspected",
                           "suspects",  "think",   "thinks",  "thought", "understands"});

constexpr WordList doubtful(
    {"accuse",       "add",        "added",       "adding",     "adds",        "advocated",    "advocates",
     "agreed",       "agreeing",   "agrees",      "asked",      "asking",      "asks",         "blamed",
     "blames",       "blaming",    "claim",       "claims",     "comment",     "comments",     "conclude",
     "concluding",   "condemned",  "condemning",  "confirmed",  "confirming",  "confirms",     "considered",
     "considers",    "criticised", "criticising", "criticized", "criticizing", "decided",      "demand",
     "demanded",     "demanding",  "demands",     "estimated",  "estimates",   "estimating",   "finds",
     "forecast",     "found",      "held",        "highlight",  "highlighted", "highlighting", "highlights",
     "holds",        "indicated",  "indicates",   "indicating", "maintain",    "maintained",   "maintaining",
     "maintains",    "note",       "notes",       "observe",    "observed",    "observes",     "pointed",
     "pointing",     "points",     "praised",     "praising",   "promise",     "promises",     "proposed",
     "proposes",     "proposing",  "read",        "reads",      "recall",      "recalls",      "recommended",
     "recommending", "recommends", "regard",      "regarded",   "regards",     "remark",       "remarks",
     "repeated",     "report",     "reports",     "revealed",   "revealing",   "reveals",      "ruled",
     "rules",        "saw",        "seen",        "sees",       "shown",       "shows",        "state",
     "states",       "stress",     "suggest",     "suspecting", "underline",   "underscore",   "urge",
     "view",         "viewed",     "views",       "vow",        "vows"});

}  // namespace

SpeechVerb speech_verb(std::string_view folded) noexcept {
  if (says.has(folded)) return SpeechVerb::says;
  if (names.has(folded)) return SpeechVerb::names;
  if (thinks.has(folded)) return SpeechVerb::thinks;
  return doubtful.has(folded) ? SpeechVerb::doubtful : SpeechVerb::none;
}

}  // namespace topos
