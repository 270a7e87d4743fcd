// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/promise_reader.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"
#include "topos/discourse/promise_totals.hpp"

namespace {

using topos::PromiseCheck;

const std::string codes = topos::test::code("domain.economy", "patterns.en = ['economic', 'trade']") +
                          topos::test::code("domain.culture", "patterns.en = ['cultural', 'tourism']") +
                          topos::test::code("domain.energy", "patterns.en = ['energy', 'oil']") +
                          topos::test::code("domain.digital", "patterns.en = ['digital']") +
                          topos::test::code("lens.ecology", "patterns.en = ['carbon']") +
                          topos::test::code("actor.union", "patterns.en = ['EAEU', 'EEU']");

topos::DocumentPromises read(std::string_view text, const topos::PromisePlan& plan) {
  topos::test::Finder finder(codes);
  const topos::AnnotatedDocument annotated = finder.annotate(text);
  const topos::Query query({});
  return topos::PromiseReader(query, plan).read(annotated, finder.annotator());
}

/// "item status n value" of one check, line by line.
std::string lines(const topos::DocumentPromises& found, PromiseCheck check) {
  std::string all;
  for (const topos::PromiseFinding& one : found.findings)
    if (one.check == check)
      all += one.item + ' ' + std::string(topos::promise_status_names[static_cast<std::size_t>(one.status)]) + ' ' +
             std::to_string(one.n) + ' ' + std::to_string(one.value) + '\n';
  return all;
}

const std::string article =
    "This article examines economic, energy and cultural ties.\n\n"
    "Trade grew. Trade fell. Trade rose. Tourism grew. Digital maps and carbon were new.";

}  // namespace

TEST_CASE("announced codes are delivered by sentences behind the announcing part") {
  CHECK(lines(read(article, {}), PromiseCheck::promise) ==
        "domain.culture thin 2 1\ndomain.digital emergent 1 1\ndomain.economy delivered 4 3\n"
        "domain.energy undelivered 1 0\n");
}

TEST_CASE("declared codes are promised whatever the text announces") {
  topos::PromisePlan plan;
  plan.topics = topos::CodeSelection({"domain.*"});
  plan.declares = true;
  plan.declared = topos::CodeSelection({"domain.digital"});
  plan.declared_codes = {"domain.digital", "domain.none"};
  CHECK(lines(read(article, plan), PromiseCheck::promise) ==
        "domain.culture emergent 2 1\ndomain.digital thin 1 1\ndomain.economy emergent 4 3\n"
        "domain.energy emergent 1 0\ndomain.none absent 0 0\n");
}

TEST_CASE("acronyms of one code are variants") {
  CHECK(lines(read("The EAEU grew. The EEU and the EAEU grew.", {}), PromiseCheck::acronym) ==
        "actor.union: EAEU, EEU variant 2 0\n");
}

TEST_CASE("keywords are looked for word by word") {
  topos::Document document =
      topos::test::document_of("Keywords: new trends, Trade; great-power rivalry.\n\nTrade. New trends?");
  document.regions.front().name = topos::RegionName::keywords;
  topos::test::Finder finder(codes);
  const topos::AnnotatedDocument annotated = finder.annotate(document);
  const topos::Query query({});
  const topos::PromisePlan plan;
  CHECK(lines(topos::PromiseReader(query, plan).read(annotated, finder.annotator()), PromiseCheck::keyword) ==
        "new trends thin 1 1\nTrade thin 1 1\ngreat-power rivalry undelivered 0 0\n");
}

TEST_CASE("a text that announces shows figures or shows none") {
  CHECK(lines(read("This paper examines ports. Table 1 and Fig. 2 list them, as Table 1 shows.", {}),
              PromiseCheck::quality) == "figures found 1 0\ntables found 2 0\n");
  CHECK(lines(read("This paper examines ports.", {}), PromiseCheck::quality) ==
        "figures absent 0 0\ntables absent 0 0\n");
  CHECK(lines(read("Ports grew. The table was set for 12.", {}), PromiseCheck::quality).empty());
}

TEST_CASE("facts agree with one value of the sentence or contradict the nearest") {
  topos::PromisePlan plan;
  plan.facts.push_back({"actor.union", "founded", "1967", topos::Date{1967, 0, 0}, 0});
  plan.facts.push_back({"the bank", "members", "12", {}, 12});
  const std::string all =
      lines(read("The EAEU was founded in 1976 and grew from 1999. In August 1967 the EAEU was founded.", plan),
            PromiseCheck::fact);
  CHECK(all ==
        "actor.union founded: August 1967 agrees 1 0\nactor.union founded: 1976 contradicts 1 0\n"
        "the bank members unmentioned 0 0\n");
}

TEST_CASE("groups add up documents of the same status") {
  topos::PromiseTotals totals;
  totals.add(read(article, {}), false);
  totals.add(read(article, {}), true);
  REQUIRE(totals.groups().size() == 1);
  const auto& group = totals.groups().begin()->second;
  CHECK(group.documents == 2);
  CHECK(group.repeats);
  for (const auto& row : group.rows)
    if (row.item == "domain.culture") {
      CHECK(row.documents == 2);
      CHECK(row.n == 4);
      CHECK(row.evidence.size() == 2);
    }
}

TEST_CASE("what is announced on the way is delivered from there on") {
  const topos::DocumentPromises found =
      read("Trade grew. Thank you.\n\nLet me now turn to trade. Trade fell. Trade rose. Trade grew.", {});
  CHECK(lines(found, PromiseCheck::announcement) == "Let me now turn to trade. announced 1 0\n");
  CHECK(lines(found, PromiseCheck::promise) == "domain.economy delivered 5 3\n");
}

TEST_CASE("commitments are listed and make no promise") {
  const topos::DocumentPromises found =
      read("We will build energy plants.\n\n\"We will sell oil,\" they said. If it rains, we will sell oil.", {});
  CHECK(lines(found, PromiseCheck::commitment) == "We will build energy plants. committed 1 0\n");
  CHECK(lines(found, PromiseCheck::promise).empty());
}

TEST_CASE("evidence lists every sentence with the ids of its hits") {
  topos::PromisePlan plan;
  plan.lists_evidence = true;
  std::string all;
  for (const topos::PromiseSentence& one : read(article, plan).evidence)
    if (one.check == PromiseCheck::promise && one.item == "domain.economy")
      all += std::to_string(one.sentence) +
             (one.announces  ? " announces "
              : one.delivers ? " delivers "
                             : " ") +
             one.text + ' ' + std::to_string(one.id.size()) + '\n';
  CHECK(all == "1 announces economic 16\n2 delivers Trade 16\n3 delivers Trade 16\n4 delivers Trade 16\n");
}

TEST_CASE("an announcement that people drop promises nothing") {
  topos::PromisePlan plan;
  plan.drops = [](std::string_view) { return true; };
  CHECK(read(article, plan).findings.empty());
}
