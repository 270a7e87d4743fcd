// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "books.hpp"
#include "topos/base/hash.hpp"
#include "topos/codebook/codebook.hpp"
#include "trees.hpp"

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr std::string_view demo = R"toml([codebook]
id = 'demo'                        # required, [a-z][a-z0-9_]*
version = '0.1.0'                  # required
title = 'A small example'
languages = ['en', 'zh']           # required; every language used below must be listed
[macros]
toward = 'to|toward|towards'       # alternatives without outer parentheses; used as $toward
[[code]]
id = 'frame.eastward_turn'
label = 'Eastward turn'
dimension = 'discourse'
definition = 'A state redirects its policy toward the East.'
include = 'pivot, turn or shift toward Asia'
exclude = 'Middle East as a place name'
patterns.en = [
  '(turn|pivot*) <0-2> $toward <0-2> (asia|east)',
  { match = 'the pivot', near = ['@frame.eastward_turn:document'] },
]
masks.en = ['$toward <0-1> middle east']
examples.en = ['The pivot to Asia goes on.']
counterexamples.en = ['They turn to the Middle East.']
[language.zh]
status = 'draft'
)toml";

}  // namespace

TEST_CASE("the example of the grammar loads as written") {
  const topos::Codebook book = topos::parse_codebook(demo, "demo.toml");
  CHECK(book.id == "demo");
  CHECK(book.title == "A small example");
  CHECK(book.draft_languages == std::vector<std::string>{"zh"});
  CHECK(book.unused_macros.empty());
  REQUIRE(book.codes.size() == 1);
  const topos::CodeLanguage& en = book.codes[0].languages.at("en");
  REQUIRE(en.patterns.size() == 2);
  CHECK(en.patterns[0].id == "frame.eastward_turn#en.1");
  CHECK(shown(en.patterns[0].root) == "[(turn|pivot{*}) <0-2> (to|toward|towards) <0-2> (asia|east)]");
  CHECK(en.patterns[0].where.line == 16);
  CHECK(en.patterns[0].where.column == 4);
  CHECK(en.patterns[1].refers_to_itself);
  CHECK_FALSE(en.patterns[0].refers_to_itself);
  CHECK(en.patterns[1].guards[0].entries[0].scope == topos::Guard::Scope::document);
  CHECK(en.masks[0].id == "frame.eastward_turn#en.x1");
  CHECK(en.examples[0].text == "The pivot to Asia goes on.");
  CHECK(en.counterexamples[0].where.line == 21);
  CHECK(book.checksum == topos::sha256(demo));
}

TEST_CASE("the built-in codebook is the file that ships, with 236 codes, 1380 patterns and 368 masks") {
  const topos::Codebook& book = topos::built_in_codebook();
  std::size_t patterns = 0;
  std::size_t masks = 0;
  for (const topos::Code& one : book.codes) {
    for (const auto& [language, entries] : one.languages) {
      patterns += entries.patterns.size();
      masks += entries.masks.size();
    }
  }
  CHECK(book.codes.size() == 236);
  CHECK(patterns == 1380);
  CHECK(masks == 368);
  CHECK(book.path == "(built in)");
  std::ifstream file(TOPOS_SOURCE_DIR "/corpus/codebooks/eastward.toml", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  CHECK(topos::built_in_codebook_text() == bytes.str());
  CHECK(topos::load_codebook(TOPOS_SOURCE_DIR "/corpus/codebooks/eastward.toml").checksum == book.checksum);
}

TEST_CASE("a byte order mark and CRLF change nothing but the checksum") {
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : demo) c == '\n' ? windows += "\r\n" : windows += c;
  const topos::Codebook book = topos::parse_codebook(windows, "demo.toml");
  CHECK(book.codes[0].languages.at("en").patterns[0].where.line == 16);
  CHECK(book.codes[0].languages.at("en").patterns[0].where.column == 4);
  CHECK(shown(book.codes[0].languages.at("en").patterns[1].root) == "[the pivot]");
}

TEST_CASE("keys have their defaults, and patterns take over those of their code") {
  const topos::Codebook book = topos::parse_codebook(
      std::string(head) +
          code("a.b",
               "weight = 0.5\nnegation = 'flip'\nregion = ['body', 'abstract']\npriority = 3\nmain = true\n"
               "patterns.en = ['x', { match = 'y', weight = 2, negation = 'drop', region = ['title'], case = true, id "
               "= 'why' }]") +
          code("a.c", "patterns.en = ['z']\nmasks.en = [{ match = 'm', id = 'em' }]"),
      "book.toml");
  const topos::CodeLanguage& en = book.codes[0].languages.at("en");
  CHECK(en.patterns[0].weight == 0.5);
  CHECK(en.patterns[0].negation == topos::Negation::flip);
  CHECK(en.patterns[0].regions->count() == 2);
  CHECK(en.patterns[1].weight == 2);
  CHECK(en.patterns[1].negation == topos::Negation::drop);
  CHECK(en.patterns[1].regions->test(static_cast<std::size_t>(topos::RegionName::title)));
  CHECK(en.patterns[1].case_sensitive);
  CHECK(en.patterns[1].id == "a.b#why");
  CHECK(book.codes[0].priority == 3);
  CHECK(book.codes[0].main);
  CHECK(book.codes[1].priority == 0);
  CHECK(book.codes[1].languages.at("en").patterns[0].weight == 1);
  CHECK_FALSE(book.codes[1].languages.at("en").patterns[0].regions.has_value());
  CHECK(book.codes[1].languages.at("en").masks[0].id == "a.c#em");
  CHECK(book.find("a.c") == 1);
  CHECK_FALSE(book.find("a").has_value());
}

TEST_CASE("required keys, types and values are checked where they stand") {
  CHECK(has(findings("[codebook]\nversion='1'\nlanguages=['en']\n" + code("a", "")),
            "1:1: the key 'id' is missing in [codebook]"));
  CHECK(has(findings("[codebook]\nid='A b'\nversion='1'\nlanguages=['en']\n" + code("a", "")),
            "2:1: 'A b' is not an id"));
  CHECK(has(findings("[codebook]\nid='a'\nversion=1\nlanguages=['en','en','zh-Hant']\n" + code("a", "")),
            "3:9: 'version' must be a string, not an integer\n4:17: the language 'en' is listed twice\n4:22: 'zh-Hant' "
            "is not a language"));
  CHECK(has(findings("x = 1"), "the table [codebook] is missing"));
  CHECK(faults("[[code]]\nid = 'a'\nlabel = ''\n") ==
        "5:1: the key 'dimension' is missing in [[code]]\n5:1: the key 'definition' is missing in [[code]]\n7:9: "
        "'label' is empty\n");
  CHECK(faults(code("A", "")) == "6:1: 'A' is not the id of a code\n");
  CHECK(faults(code("a..b", "")) == "6:1: 'a..b' is not the id of a code\n");
  CHECK(faults(code("a", "main = 'yes'")) == "10:8: 'main' must be true or false, not a string\n");
  CHECK(faults(code("a", "weight = -1")) == "10:10: 'weight' must be a number not below 0\n");
  CHECK(faults(code("a", "weight = nan")) == "10:10: 'weight' must be a number not below 0\n");
  CHECK(faults(code("a", "priority = 1.5")) == "10:12: 'priority' must be an integer, not a number\n");
  CHECK(faults(code("a", "negation = 'flop'")) == "10:12: 'negation' must be 'keep', 'drop' or 'flip'\n");
  CHECK(faults(code("a", "region = ['bdy']")) == "10:1: 'region' names no region\n10:11: no region is called 'bdy'\n");
  CHECK(faults(code("a", "layer = 'txt'")) ==
        "10:1: 'layer' must be 'text', 'discursive_practice' or 'social_practice'\n");
  CHECK(faults(code("a", "patterns = ['x']")) == "10:1: 'patterns' must be a table by language\n");
  CHECK(faults(code("a", "patterns.en = 'x'")) == "10:10: 'patterns.en' must be an array\n");
  CHECK(faults(code("a", "patterns.fr = ['x']")) == "10:10: the language 'fr' is not listed in [codebook] languages\n");
  CHECK(faults(code("a", "patterns.en = [1, { near = ['x'] }, { match = 2 }]")) ==
        "10:16: a pattern must be a string or a table with the key 'match'\n10:19: the key 'match' is missing\n10:37: "
        "'match' must be a string\n");
  CHECK(faults("[code]\nid = 'a'\n").find("must be an array of tables") != std::string::npos);
  CHECK(faults("[macros]\nA = 'x'\nb = 1\n" + code("a", "")) ==
        "6:1: 'A' is not the name of a macro\n7:1: the macro 'b' must be a string\n");
  CHECK(
      faults("[language.en]\nstatus = 'new'\n[language.fr]\nstatus = 'draft'\n" + code("a", "")) ==
      "6:1: 'status' must be 'draft' or 'validated'\n7:11: the language 'fr' is not listed in [codebook] languages\n");
}

TEST_CASE("unknown keys are errors with the nearest known key") {
  const auto book = topos::check_codebook_text(
      std::string(head) +
          code("a",
               "exlude = 'x'\npatterns.en = [{ match = 'x', naer = ['y'] }]\nmasks.en = [{ match = 'x', weight = 2 }]"),
      "book.toml");
  REQUIRE(book.findings.size() == 3);
  CHECK(book.findings[0].message == "unknown key 'exlude' in [[code]]");
  CHECK(book.findings[0].hint == "did you mean 'exclude'?");
  CHECK(book.findings[1].message == "unknown key 'naer' in this pattern");
  CHECK(book.findings[1].where.column == 31);
  CHECK(book.findings[1].hint == "did you mean 'near'?");
  CHECK(book.findings[2].message == "unknown key 'weight' in this mask");
  CHECK(faults("[macro]\nx = 'y'\n" + code("a", "")) == "5:2: unknown key 'macro' in a codebook\n");
}

TEST_CASE("a codebook without codes is refused, and so is a claims file") {
  CHECK(findings(head) == "0:0: no codes\n");
  CHECK(has(findings(""), "the table [codebook] is missing"));
  CHECK(has(findings("# only a comment\n"), "the table [codebook] is missing"));
  CHECK(has(findings("[claims]\nid = 'x'\n"), "this is a claims file"));
}

TEST_CASE("an error in a pattern stands at its column in the file, and the others are still checked") {
  CHECK(faults(code("a", "patterns.en = ['fine', 'x (y', \"\\\"q\\\" (z\", 'a|b']\npatterns.zh = ['\u4e1c*']")) ==
        "10:27: the group that begins here is not closed\n10:37: the group that begins here is not closed\n10:46: "
        "alternatives stand in parentheses\n"
        "11:18: * has no meaning in a language without spaces between words\n");
  CHECK(faults("[macros]\nm = 'a|$n'\n" + code("a", "patterns.en = ['$m']")) ==
        "6:8: no macro is called $n\n12:17: in macro $m: no macro is called $n\n");
  CHECK(faults(code("a", "patterns.zh = [{ match = '\u4e1c', case = true }]")) ==
        "10:16: 'case' has no meaning in a language without spaces between words\n");
}

TEST_CASE("load_codebook throws the first error in reading order, with the code it belongs to") {
  try {
    (void)topos::parse_codebook(std::string(head) + code("a", "patterns.en = ['x (y']") + code("b", "weight = -1"),
                                "book.toml");
    FAIL("no error");
  } catch (const topos::Error& error) {
    CHECK(error.code() == topos::Errc::pattern);
    CHECK(std::string(error.what()) == "book.toml:10:19: code a: the group that begins here is not closed [pattern]");
  }
}

TEST_CASE("codes, macros, pattern ids and patterns are given once, and both places are named") {
  CHECK(faults(code("a", "") + code("a", "")) == "11:1: the code 'a' is defined twice: first in book.toml line 5\n");
  CHECK(faults(code("a", "patterns.en = [{ match = 'x', id = 'i' }]\nmasks.en = [{ match = 'y', id = 'i' }]")) ==
        "11:24: two patterns have the id a#i: in line 10 and in line 11\n");
  CHECK(faults(code("a", "patterns.en = [\n'x',\n'y',\n'x']")) ==
        "13:2: the pattern 'x' is repeated: in line 11 and in line 13\n");
  CHECK(faults(code("a", "masks.en = ['x', 'x']")) == "10:19: the mask 'x' is repeated: in line 10 and in line 10\n");
  CHECK(
      faults(
          code("a",
               "patterns.en = ['x', { match = 'x', left = ['y'] }, { match = 'x', case = true }]\npatterns.ru = ['x']"))
          .empty());
  CHECK(faults(code("a", "patterns.en = ['x', { match = 'x', weight = 2 }]")) != "");
}

TEST_CASE("a reference names a code or an ancestor of one") {
  CHECK(faults(code("a.b.c", "") + code("d", "patterns.en = ['@a x', '@a.b x', '@a.b.c x']")).empty());
  const auto book = topos::check_codebook_text(
      std::string(head) + code("actor.org", "") +
          code("d", "patterns.en = ['x @actr', { match = 'y', near = ['@actor.orgs|@actor'] }]"),
      "book.toml");
  REQUIRE(book.findings.size() == 2);
  CHECK(book.findings[0].message == "@actr is neither a code nor an ancestor of one");
  CHECK(book.findings[0].hint == "did you mean 'actor'?");
  CHECK(book.findings[0].where.column == 19);
  CHECK(book.findings[1].message == "@actor.orgs is neither a code nor an ancestor of one");
}

TEST_CASE("dependencies run in no circle, a group counting as one code") {
  CHECK(has(faults(code("a", "patterns.en = ['@b x']") + code("b", "patterns.en = ['@c x']") +
                   code("c", "masks.en = ['@a x']")),
            "codes refer to each other in a circle: a → b → c → a (en)"));
  CHECK(has(faults(code("a", "patterns.en = ['@a x']")), "10:17: the code refers to itself: a → a"));
  CHECK(has(faults(code("a.b", "patterns.en = [{ match = 'x', near = ['@a:5'] }]")), "the code refers to itself"));
  CHECK(has(faults(code("a", "group = 'g'\npatterns.en = ['@b x']") + code("b", "group = 'g'")),
            "a code may not refer to a code of its own group 'g'"));
  CHECK(has(faults(code("a", "group = 'g'\npatterns.en = ['@x y']") + code("x", "patterns.en = ['@b y']") +
                   code("b", "group = 'g'")),
            "in a circle: a → x → a"));
  CHECK(faults(code("a", "patterns.en = [{ match = 'x', near = ['@a:5'], not_near = ['@a'] }]")).empty());
  CHECK(faults(code("a", "patterns.en = ['@b x']") + code("b", "patterns.ru = ['@a x']")).empty());
  CHECK(faults(code("a.b", "patterns.en = ['x @a.c']") + code("a.c", "patterns.en = ['x']")).empty());
}

TEST_CASE("a long chain of references is no deep recursion") {
  std::string book(head);
  for (int i = 0; i < 20000; ++i) {
    const std::string next = std::to_string(i + 1);
    book += code("c" + std::to_string(i), i == 19999 ? "" : "patterns.en = ['@c" + next + " x']");
  }
  CHECK(findings(book).empty());
}

TEST_CASE("an id covers those below it, and a glob crosses dots") {
  CHECK(topos::is_or_below("actor.org.asean", "actor.org"));
  CHECK(topos::is_or_below("actor", "actor"));
  CHECK_FALSE(topos::is_or_below("actors", "actor"));
  CHECK(topos::glob_matches("frame.*", "frame.a.b"));
  CHECK(topos::glob_matches("*.a*", "frame.x.ab"));
  CHECK(topos::glob_matches("frame", "frame"));
  CHECK_FALSE(topos::glob_matches("frame.*", "frame"));
  CHECK_FALSE(topos::glob_matches("f*x", "frame"));
  CHECK(topos::glob_matches(std::string(2000, '*'), std::string(2000, 'a')));
}
