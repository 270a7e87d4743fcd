// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"
#include "topos/base/error.hpp"

namespace {

using topos::test::code;
using topos::test::document_of;
using topos::test::Finder;

const std::string actor = code("actor.asean", "patterns.en = ['asean']\npatterns.zh = ['东盟']");

/// How often `match = 'role'` with the guard hits.
std::size_t roles(const std::string& guard, std::string_view text) {
  Finder finder(actor + code("x", "patterns.en = [{ match = 'role', " + guard + " }]"));
  std::size_t found = 0;
  for (const topos::Hit& hit : finder.annotate(text).hits)
    if (hit.code() == "x") ++found;
  return found;
}

}  // namespace

TEST_CASE("a number counts the words strictly between, on either side, in one sentence") {
  CHECK(roles("near = ['@actor:1']", "ASEAN role") == 1);
  CHECK(roles("near = ['@actor:0']", "ASEAN role") == 1);
  CHECK(roles("near = ['@actor:0']", "ASEAN, role") == 1);
  CHECK(roles("near = ['@actor:0']", "ASEAN has role") == 0);
  CHECK(roles("near = ['@actor:1']", "role for ASEAN") == 1);
  CHECK(roles("near = ['@actor:1']", "role that suits ASEAN") == 0);
  CHECK(roles("near = ['@actor:2']", "role that ‘suits’ - ASEAN’s") == 1);
  CHECK(roles("near = ['@actor:9']", "A role. ASEAN has it") == 0);
}

TEST_CASE("without a scope the sentence is meant") {
  CHECK(roles("near = ['@actor']", "ASEAN, as so often in these long years, has a role") == 1);
  CHECK(roles("near = ['@actor:sentence']", "ASEAN, as so often in these long years, has a role") == 1);
  CHECK(roles("near = ['@actor']", "ASEAN is here. It has a role") == 0);
}

TEST_CASE("sentence+k reaches k sentences before and after, across paragraphs") {
  CHECK(roles("near = ['@actor:sentence+1']", "ASEAN is here. It has a role") == 1);
  CHECK(roles("near = ['@actor:sentence+1']", "ASEAN is here. So it is. It has a role") == 0);
  CHECK(roles("near = ['@actor:sentence+2']", "ASEAN is here. So it is. It has a role") == 1);
  CHECK(roles("near = ['@actor:sentence+1']", "It has a role.\n\nASEAN is here") == 1);
  CHECK(roles("near = ['@actor:sentence+0']", "It has a role.\n\nASEAN is here") == 0);
}

TEST_CASE("headings and captions count as sentences of sentence+k, and the document holds every region") {
  Finder one(actor + code("x", "patterns.en = [{ match = 'role', near = ['@actor:sentence+1'] }]"));
  Finder all(actor + code("x", "patterns.en = [{ match = 'role', near = ['@actor:document'] }]"));
  topos::Document document = document_of("ASEAN meets\n\nA caption\n\nIt has a role");
  document.regions[0].name = topos::RegionName::references;
  document.regions[1].name = topos::RegionName::caption;
  CHECK(one.lines(document) == "actor.asean: ASEAN");
  CHECK(all.lines(document) == "actor.asean: ASEAN | x: role");
}

TEST_CASE("the paragraph is one block") {
  CHECK(roles("near = ['@actor:paragraph']", "ASEAN is here. So it is. It has a role") == 1);
  CHECK(roles("near = ['@actor:paragraph']", "ASEAN is here.\n\nIt has a role") == 0);
}

TEST_CASE("words and phrases are targets like codes, separated by bars") {
  CHECK(roles("near = ['key|pivot*']", "a pivotal role") == 1);
  CHECK(roles("near = ['@actor|key']", "a key role") == 1);
  CHECK(roles("near = ['very key:1']", "a very key role") == 1);
  CHECK(roles("near = ['very key:1']", "a key, very role") == 0);
  CHECK(roles("near = ['key', 'main']", "the main role") == 1);
  CHECK(roles("near = ['key', 'main']", "the role") == 0);
}

TEST_CASE("not_near refuses what near asks for") {
  CHECK(roles("not_near = ['@actor|key:sentence']", "a role") == 1);
  CHECK(roles("not_near = ['@actor|key:sentence']", "a key role") == 0);
  CHECK(roles("not_near = ['@actor', 'key']", "ASEAN role") == 0);
  CHECK(roles("not_near = ['@actor:document']", "a role.\n\nASEAN") == 0);
  CHECK(roles("near = ['key'], not_near = ['@actor']", "a key role") == 1);
  CHECK(roles("near = ['key'], not_near = ['@actor']", "ASEAN's key role") == 0);
}

TEST_CASE("an occurrence that overlaps the match satisfies no guard") {
  CHECK(roles("near = ['role']", "a role") == 0);
  CHECK(roles("near = ['role']", "a role, a role") == 2);
  CHECK(roles("not_near = ['role*']", "a role") == 1);
  CHECK(topos::test::lines(actor + code("x", "patterns.en = [{ match = 'asean role', near = ['@actor'] }]"),
                           "ASEAN role") == "actor.asean: ASEAN");
  CHECK(topos::test::lines(actor + code("x", "patterns.en = [{ match = 'asean role', near = ['@actor'] }]"),
                           "ASEAN role of ASEAN") == "x: ASEAN role | actor.asean: ASEAN | actor.asean: ASEAN");
}

TEST_CASE("guards cascade: a reference is to final hits") {
  const std::string book = code("a", "patterns.en = ['east']\nmasks.en = ['middle east']") +
                           code("b", "patterns.en = [{ match = 'turn', near = ['@a'] }]") +
                           code("c", "patterns.en = [{ match = 'now', near = ['@b'] }]");
  CHECK(topos::test::lines(book, "They turn to the east now") == "b: turn | a: east | c: now");
  CHECK(topos::test::lines(book, "They turn to the Middle East now").empty());
}

TEST_CASE("code points stand in for words in character languages") {
  const auto found = [](const std::string& guard, std::string_view text) {
    return topos::test::lines(actor + code("x", "patterns.zh = [{ match = '中心', near = ['" + guard + "'] }]"), text,
                              "zh");
  };
  CHECK(found("@actor:1", "东盟为中心") == "actor.asean: 东盟 | x: 中心");
  CHECK(found("@actor:0", "东盟为中心") == "actor.asean: 东盟");
  CHECK(found("@actor:0", "东盟“中心”") == "actor.asean: 东盟 | x: 中心");
  CHECK(found("地区:3", "本地区的新中心") == "x: 中心");
}

TEST_CASE("a colon of a target is written behind a backslash") {
  std::string complaint;
  try {
    (void)roles("near = ['a\\:b:sentence']", "a role");
  } catch (const topos::Error& error) {
    complaint = error.message();
  }
  CHECK(complaint.find("'a:b'") != std::string::npos);  // read as one word, which no English text has
}
