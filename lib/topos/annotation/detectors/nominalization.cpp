// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/type_decisions.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

/// An ending, the same in the plural, and how the record calls it.
struct Ending {
  std::string_view one;
  std::string_view many;
  std::string_view name;
};
constexpr Ending endings[] = {{"tion", "tions", "-tion"},  {"sion", "sions", "-sion"}, {"ment", "ments", "-ment"},
                              {"ness", "nesses", "-ness"}, {"ity", "ities", "-ity"},   {"ance", "ances", "-ance"},
                              {"ence", "ences", "-ence"},  {"ism", "isms", "-ism"}};
constexpr std::size_t shortest = 6;

/// Words that end so and name no act, process or quality; verbs among them.
constexpr WordList stops({"advance",       "alliance",     "ambulance",    "amenity",
                          "ammunition",    "apartment",    "armament",     "auction",
                          "audience",      "augment",      "balance",      "baptism",
                          "baroness",      "basement",     "bastion",      "business",
                          "cadence",       "caption",      "carnation",    "caution",
                          "cement",        "cerement",     "chance",       "charity",
                          "circumstance",  "clement",      "commence",     "comment",
                          "commodity",     "community",    "compartment",  "complement",
                          "compliment",    "condition",    "conscience",   "constitution",
                          "corporation",   "credence",     "department",   "diction",
                          "dimension",     "distance",     "document",     "edition",
                          "electricity",   "element",      "eminence",     "emotion",
                          "enhance",       "entity",       "environment",  "equipment",
                          "essence",       "evidence",     "experience",   "facility",
                          "faction",       "federation",   "ferment",      "fiction",
                          "figment",       "filament",     "finance",      "firmament",
                          "foment",        "fraction",     "fragment",     "france",
                          "function",      "garment",      "generation",   "glance",
                          "governess",     "government",   "harness",      "humanity",
                          "implement",     "inclement",    "increment",    "influence",
                          "instance",      "institution",  "instrument",   "junction",
                          "lament",        "ligament",     "lioness",      "locality",
                          "lotion",        "majority",     "mansion",      "mechanism",
                          "aviation",      "celebrity",    "christianity", "constellation",
                          "dissertation",  "jurisdiction", "location",     "mention",
                          "microorganism", "personality",  "publication",  "telecommunication",
                          "metabolism",    "minority",     "mission",      "moment",
                          "monument",      "motion",       "municipality", "munition",
                          "nation",        "notion",       "nuisance",     "oddment",
                          "ointment",      "opportunity",  "option",       "ordinance",
                          "organisation",  "organism",     "organization", "ornament",
                          "parchment",     "parliament",   "passion",      "pavement",
                          "pediment",      "pension",      "percussion",   "pigment",
                          "plantation",    "population",   "portion",      "position",
                          "potion",        "priority",     "proportion",   "quantity",
                          "question",      "ration",       "regiment",     "residence",
                          "romance",       "sacrament",    "schism",       "science",
                          "section",       "sediment",     "segment",      "sentence",
                          "sequence",      "session",      "stance",       "station",
                          "substance",     "supplement",   "television",   "temperament",
                          "testament",     "thence",       "torment",      "tournament",
                          "tradition",     "trance",       "trinity",      "university",
                          "utility",       "version",      "vestment",     "vicinity",
                          "whence",        "wilderness",   "witness"});

std::string_view ending_of(std::string_view folded) {
  for (const Ending& ending : endings) {
    const bool plural = folded.ends_with(ending.many);
    if (!plural && !folded.ends_with(ending.one)) continue;
    const std::size_t stem = folded.size() - (plural ? ending.many : ending.one).size();
    if (stem + ending.one.size() < shortest) return {};
    const bool known =
        stops.has(folded) || (plural && stops.has(std::string(folded.substr(0, stem)).append(ending.one)));
    return known ? std::string_view() : ending.name;
  }
  return {};
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  thread_local TypeDecisions<std::string_view> decisions;
  decisions.use(input.vocabulary);
  for (const Sentence& sentence : input.segmentation.sentences) {
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const Token& token = input.segmentation.tokens[at];
      if (token.kind != TokenKind::word) continue;
      const std::string_view ending = decisions.of(token.type, [&] { return ending_of(input.folded(token)); });
      if (ending.empty()) continue;
      // The first word of a sentence says nothing by its capital.
      const bool name = at > sentence.tokens.begin && input.vocabulary[token.type].capitalized;
      out.push_back({"nominalization",
                     {token.begin, token.end},
                     {{"suffix", std::string(ending)}, {"name", std::int64_t{name}}}});
    }
  }
}

}  // namespace

namespace detectors {

const Detector nominalization{
    .name = "nominalization",
    .summary = "Nominalizations: acts and qualities as nouns in -tion, -ment, -ity and the like",
    .languages = "en",
    .codes = "",
    .on_request = true,
    .detect = detect};

}  // namespace detectors
}  // namespace topos
