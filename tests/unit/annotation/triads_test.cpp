// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/triads.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"
#include "topos/annotation/detectors/triad_sentence.hpp"
#include "topos/annotation/triad_tally.hpp"

namespace {

using namespace topos;
using test::code;

std::string book() {
  return code("actor.norland", "patterns.en = ['norland', 'norlandish']") +
         code("actor.bay", "patterns.en = ['bay union (states)?']") + code("actor.isle", "patterns.en = ['isle']") +
         code("actor.initiative.road", "patterns.en = ['long road initiative']") +
         code("action.provide", "quad = 'material_cooperation'\npatterns.en = ['(support*|provid*)']") +
         code("action.coerce",
              "quad = 'material_conflict'\npatterns.en = ['(sanction*|impos*|invasion|marginali?*)']") +
         code("action.cooperate", "quad = 'verbal_cooperation'\npatterns.en = ['(cooperat*|relations|ties)']") +
         code("action.align", "quad = 'verbal_cooperation'\npatterns.en = ['(align*|compatible)']") +
         code("action.balance", "quad = 'influence'\npatterns.en = ['balanc*']");
}

std::string_view last_part(const Hit* hit) {
  return hit == nullptr ? "-" : hit->code().substr(hit->code().rfind('.') + 1);
}

class Triads {
 public:
  std::vector<Triad> of(std::string_view text) {
    annotated_ = finder_.annotate(text);
    if (!country.empty()) annotated_.document.metadata.set("country", country);
    return find_triads(annotated_, finder_.annotator().segmentation(),
                       finder_.annotator().begin_grammar(annotated_.document), is_triad_actor);
  }
  /// "norland provide > bay; norland cooperate = isle", with "not", the modality and "deleted" behind it.
  std::string lines(std::string_view text) {
    std::string all;
    for (const Triad& one : of(text)) {
      all.append(all.empty() ? "" : "; ")
          .append(last_part(one.source))
          .append(" ")
          .append(last_part(one.action))
          .append(one.symmetric ? " = " : " > ")
          .append(last_part(one.target));
      if (one.negated) all += " not";
      if (one.modality != "none") all.append(" ").append(one.modality);
      if (one.agent_deleted) all += " deleted";
    }
    return all;
  }
  [[nodiscard]] const AnnotatedDocument& annotated() const { return annotated_; }

  std::string country;  ///< of the document's metadata

 private:
  test::Finder finder_{book()};
  AnnotatedDocument annotated_;
};

std::string triads(std::string_view text) { return Triads().lines(text); }

}  // namespace

TEST_CASE("a subject acts on an object") {
  CHECK(triads("Norland supports the Isle.") == "norland provide > isle");
  CHECK(triads("Norland does not support the Isle.") == "norland provide > isle not");
  CHECK(triads("Norland may support the Isle.") == "norland provide > isle low");
  CHECK(triads("Norland must support the Isle.") == "norland provide > isle deontic");
  CHECK(triads("Norland supports the Isle and the Bay Union.") == "norland provide > isle; norland provide > bay");
  CHECK(triads("Norland meets the Isle.") == "norland - > isle");
}

TEST_CASE("whose something is stands for it") {
  CHECK(triads("Norland's policy supports the people of the Isle.") == "norland provide > isle");
  CHECK(triads("Norlandish growth risks marginalizing the plans of the Isle.").find("norland coerce > isle risk") !=
        std::string::npos);
}

TEST_CASE("a passive gives who acts behind by, or nobody") {
  CHECK(triads("The Isle was supported by Norland.") == "norland provide > isle");
  CHECK(triads("The Isle was sanctioned.") == "- coerce > isle deleted");
  CHECK(triads("The sanctions imposed by Norland on the Isle failed.") == "norland coerce > isle");
  CHECK(triads("The invasion of the Isle failed.").find("- coerce > isle deleted") != std::string::npos);
  CHECK(triads("Norland is aligned with the Isle.") == "norland align > isle");
}

TEST_CASE("nouns of action join actors") {
  CHECK(triads("Norland's relations with the Isle grew.").find("norland cooperate > isle") != std::string::npos);
  CHECK(triads("Relations between Norland and the Isle grew.").find("norland cooperate = isle") != std::string::npos);
  CHECK(triads("Norland-Isle relations grew.").find("norland cooperate = isle") != std::string::npos);
  CHECK(triads("Relations between the Bay Union (BU) and Norland grew.").find("bay cooperate = norland") !=
        std::string::npos);
}

TEST_CASE("what actors do together has no direction") {
  CHECK(triads("Norland and the Isle cooperate.") == "norland cooperate = isle");
  CHECK(triads("Norland cooperates with the Isle.") == "norland cooperate > isle");
}

TEST_CASE("a pronoun stands for the subject before it") {
  CHECK(triads("Norland grew. It supports the Isle.").find("norland provide > isle") != std::string::npos);
  CHECK(triads("Trade grew. It supports the Isle.") == "- provide > isle");
}

TEST_CASE("who says we is the state that the metadata names") {
  Triads norland;
  norland.country = "Norland";
  const auto said = [&](std::string_view text) { return norland.lines(std::string(text) + " Norland."); };
  CHECK(said("We support the Isle.") == "norland provide > isle");
  CHECK(said("I do not support the Isle.") == "norland provide > isle not");
  CHECK(said("My country supports the Isle.") == "norland provide > isle");
  CHECK(said("We were supported by the Isle.") == "isle provide > norland");
  CHECK(said("The Isle supports us.") == "isle provide > norland");
  CHECK(said("We support trade.") == "norland provide > -");
  // Everybody, those who are quoted, and what is said without class and of nobody.
  CHECK(said("Our world supports the Isle.") == "- provide > isle");
  CHECK(said("We must support the Isle.") == "- provide > isle deontic");
  CHECK(said("Let us support the Isle.").find("norland") == std::string::npos);
  CHECK(said("We must meet to support the Isle.").find("norland") == std::string::npos);
  CHECK(said("Can we support the Isle?").find("norland") == std::string::npos);
  CHECK(said("The paper wrote: \"We support the Isle.\"").find("norland provide") == std::string::npos);
  CHECK(said("We met beside the Isle.").find("norland") == std::string::npos);
  // Not "it".
  CHECK(said("We support the Isle. It supports trade.").find("norland provide > -") == std::string::npos);
  REQUIRE(norland.of("We support the Isle. Norland.").size() == 1);
  CHECK(to_string(norland.of("We support the Isle. Norland.").front().source_role) == "speaker");
  // Nobody is named, or not in the text.
  CHECK(triads("We support the Isle. Norland.") == "- provide > isle");
  CHECK(norland.lines("We support the Isle.") == "- provide > isle");
}

TEST_CASE("clauses with one actor are kept with an empty end") {
  CHECK(triads("Norland grew.") == "norland - > -");
  CHECK(triads("Norland is old.").empty());
  CHECK(triads("The sea supports trade.").empty());
}

TEST_CASE("a triad has the same id in every run, and each its own") {
  Triads finder;
  const std::vector<Triad> found = finder.of("Norland supports the Isle and the Bay Union.");
  REQUIRE(found.size() == 2);
  CHECK(triad_id("a", found[0]).view() == triad_id("a", found[0]).view());
  CHECK(triad_id("a", found[0]).view() != triad_id("a", found[1]).view());
  CHECK(triad_id("a", found[0]).view() != triad_id("b", found[0]).view());
  CHECK(found[0].span.in(finder.annotated().document.text) == "Norland supports the Isle");
}

TEST_CASE("a list looks at its own members, however many the sentence has") {
  test::Finder finder{book()};
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "Norland and the Isle support the Bay Union, Norland and trade; ";
  const AnnotatedDocument annotated = finder.annotate(text);
  DocumentGrammar& grammar = finder.annotator().begin_grammar(annotated.document);
  TriadSentence sentence;
  sentence.begin(grammar, grammar.of(0), finder.annotator().segmentation(), {}, {});
  const auto chunks = static_cast<std::uint32_t>(sentence.grammar().chunks.size());
  REQUIRE(chunks > 9000);
  std::size_t all = 0;
  for (std::uint32_t chunk = 0; chunk < chunks; ++chunk) all += sentence.joined_behind(chunk).size();
  CHECK(all > 0);
  CHECK(all < std::size_t{chunks} * TriadSentence::longest_list);
}

TEST_CASE("hostile sentences cost no more than their bytes") {
  for (const char* text : {"Norland ", "Norland and ", "Norland, ", "Norland supports ",
                           "relations between Norland and ", "Norland's ", "of Norland ", "(Norland) and ", "it "}) {
    CAPTURE(text);
    std::string all;
    for (int i = 0; i < 20'000; ++i) all += text;
    (void)triads(all);
  }
}

TEST_CASE("actors are counted with and without initiatives") {
  DocumentTriads document;
  document.selected = true;
  document.groups = {{}};
  const auto add = [&](const char* source, const char* target, std::uint32_t clause) {
    TriadRow row;
    row.source = source;
    row.target = target;
    row.clause = clause;
    document.rows.push_back(row);
  };
  add("actor.norland", "actor.isle", 1);
  add("actor.norland", "actor.bay", 1);
  add("actor.initiative.road", "actor.isle", 2);
  add("actor.isle", "", 3);
  TriadTally tally([](std::string_view code) { return code.starts_with("actor.initiative"); });
  tally.add(document);
  const TriadActorCount norland = tally.actors().at({{}, "actor.norland"});
  CHECK(norland.source == 2);
  CHECK(norland.acts == 1);
  CHECK(norland.plain_source == 2);
  const TriadActorCount isle = tally.actors().at({{}, "actor.isle"});
  CHECK(isle.source == 0);
  CHECK(isle.target == 2);
  CHECK(isle.plain_target == 1);
  CHECK(isle.acts == 1);
  CHECK(isle.acted_on == 2);
  CHECK(tally.pairs().at({{}, "actor.norland", "", "actor.isle", false}).n == 1);
}
