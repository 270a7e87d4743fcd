// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "topos/codebook/pattern.hpp"
#include "trees.hpp"

namespace {

const std::map<std::string, std::string, std::less<>> macros{{"toward", "to|toward|towards"},
                                                             {"asia", "asia|$east"},
                                                             {"east", "east|orient*"},
                                                             {"loop", "a|$pool"},
                                                             {"pool", "b|$loop"},
                                                             {"bad", "a|<0-2> b"},
                                                             {"wild", "a*"}};

const std::string* lookup(std::string_view name) {
  const auto found = macros.find(name);
  return found == macros.end() ? nullptr : &found->second;
}

std::string tree(std::string_view pattern, std::string_view language = "en") {
  return shown(topos::parse_pattern(pattern, language, lookup, {"book.toml", 3, 10}));
}

/// "column: message" of the error, with the pattern beginning at column 1.
std::string pattern_fault(std::string_view pattern, std::string_view language = "en") {
  try {
    return "no error: " + shown(topos::parse_pattern(pattern, language, lookup, {"book.toml", 3, 1}));
  } catch (const topos::Error& error) {
    CHECK(error.code() == topos::Errc::pattern);
    CHECK(error.where().path == "book.toml");
    CHECK(error.where().line == 3);
    return std::to_string(error.where().column) + ": " + error.message();
  }
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("every construct of the grammar's table parses to its tree") {
  CHECK(tree("hegemony") == "hegemony");
  CHECK(tree("civili?ation*") == "civili{?}ation{*}");
  CHECK(tree("foreign policy concept") == "[foreign policy concept]");
  CHECK(tree("win-win") == "[win win]");
  CHECK(tree("=US") == "=US");
  CHECK(tree("=Singapor*") == "=Singapor{*}");
  CHECK(tree("driver's seat") == "[driver 's seat]");
  CHECK(tree("driver\u2019s seat") == "[driver 's seat]");
  CHECK(tree("china influence") == "[china influence]");
  CHECK(tree("(dialogue|summit) format*") == "[(dialogue|summit) format{*}]");
  CHECK(tree("(economic)? pragmatis*") == "[(economic)? pragmatis{*}]");
  CHECK(tree("long <0-2> pivot") == "[long <0-2> pivot]");
  CHECK(tree("long <2> pivot") == "[long <0-2> pivot]");
  CHECK(tree("#NUM states") == "[#NUM states]");
  CHECK(tree("since #YEAR") == "[since #YEAR]");
  CHECK(tree("minister #CAP #ACRO #PUNCT") == "[minister #CAP #ACRO #PUNCT]");
  CHECK(tree("@actor.org <0-3> pivot") == "[@actor.org <0-3> pivot]");
  CHECK(tree("turn $toward $asia") == "[turn (to|toward|towards) (asia|(east|orient{*}))]");
  CHECK(tree("see /\\d+\\/\\d+/ ff") == "[see /\\d+/\\d+/ ff]");
}

TEST_CASE("a hyphen separates like a space, and = covers all hyphenated parts") {
  CHECK(tree("(asean|china)-led") == "[(asean|china) led]");
  CHECK(tree("co-operat*") == "[co operat{*}]");
  CHECK(tree("=Sino-Russian ties") == "[=Sino =Russian ties]");
  CHECK(tree("=Sino-(russian|thai)") == "[=Sino (russian|thai)]");
  CHECK(tree("win\u2013win") == "[win win]");
  CHECK(tree("\u00A0long\u3000 march ") == "[long march]");
}

TEST_CASE("separators may be missing beside brackets, gaps and regexes") {
  CHECK(tree("a(b|c)?d<1-2>e/f+/g") == "[a ((b|c))? d <1-2> e/f+/g]");
  CHECK(tree("(a)/f+/g") == "[a /f+/ g]");
  CHECK(tree("(\u4ee5)?\u4e1c\u76df\u4e3a(\u4e2d\u5fc3|\u6838\u5fc3)", "zh") ==
        "[(\u4ee5)? \u4e1c\u76df\u4e3a (\u4e2d\u5fc3|\u6838\u5fc3)]");
  CHECK(tree("(china|russia)'s aim") == "[(china|russia) 's aim]");
  CHECK(tree("@actor.state's aim") == "[@actor.state 's aim]");
}

TEST_CASE("a backslash takes a special character literally") {
  CHECK(tree("5\\* \\#tag \\=x \\@me \\$5") == "[5* #tag =x @me $5]");
  CHECK(tree("\\(a\\|b\\)") == "(a|b)");
  CHECK(tree("a\\-b") == "a-b");
  CHECK(tree("x\\'s") == "x's");
  CHECK(tree("a**b") == "a{*}b");
  CHECK(tree("co\u00ADop") == "coop");
}

TEST_CASE("words know their place and clitics belong to English or to any language") {
  const topos::Node root = topos::parse_pattern("\u00e9t\u00e9 (x|yz)", "fr", nullptr, {"book.toml", 3, 10});
  CHECK(root.children[0].where.column == 10);
  CHECK(root.children[1].children[1].where.column == 17);
  CHECK(root.children[1].children[1].word.where.column == 17);
  CHECK(tree("aujourd's", "fr") == "aujourd's");
  CHECK(tree("china's", "") == "[china 's]");
}

TEST_CASE("a gap has its places") {
  CHECK(pattern_fault("<0-2> a") == "1: a gap may not begin a pattern or an alternative");
  CHECK(pattern_fault("a (<0-2> b|c)") == "4: a gap may not begin a pattern or an alternative");
  CHECK(pattern_fault("a (b <0-2>|c)") == "6: a gap may not end an alternative");
  CHECK(pattern_fault("a <1> <2> b") == "7: a gap may not follow a gap");
  CHECK(pattern_fault("a <3-2> b") == "3: the gap's lower bound is above its upper bound");
  CHECK(pattern_fault("a <0-1001> b") == "6: the gap is too wide");
  CHECK(pattern_fault("a <99999999999999999999> b") == "4: the gap is too wide");
  CHECK(pattern_fault("a <x> b") == "3: not a gap");
  CHECK(pattern_fault("a <2 b") == "3: not a gap");
  CHECK(pattern_fault("(a)? <0-2> b").starts_with("1: a gap may not begin a pattern, and here it does"));
  CHECK(pattern_fault("x ((a)? <0-2> (b)?|c) d").starts_with("1: a gap may not stand alone"));
  CHECK(tree("a <0-2>") == "[a <0-2>]");
  CHECK(tree("a <0-0> b") == "[a <0-0> b]");
}

TEST_CASE("groups and alternatives must be whole") {
  CHECK(pattern_fault("") == "1: the pattern is empty");
  CHECK(pattern_fault(" - ") == "4: the pattern is empty");
  CHECK(pattern_fault("a ()") == "4: an alternative is empty");
  CHECK(pattern_fault("(a|)") == "4: an alternative is empty");
  CHECK(pattern_fault("x (a|b") == "3: the group that begins here is not closed");
  CHECK(pattern_fault("a) b") == "2: this ) closes nothing");
  CHECK(pattern_fault("a|b") == "2: alternatives stand in parentheses");
  CHECK(pattern_fault(repeated("(", 65) + "a" + repeated(")", 65)) ==
        "65: groups and macros are nested too deeply: more than 64 levels");
  CHECK(tree(repeated("(", 64) + "a" + repeated(")", 64)) == "a");
  CHECK(pattern_fault(repeated("(", 100000)) == "65: groups and macros are nested too deeply: more than 64 levels");
}

TEST_CASE("a pattern that can match no word, or nothing at all, is refused") {
  CHECK(pattern_fault("'s") == "1: the pattern can match no word");
  CHECK(pattern_fault("#PUNCT") == "1: the pattern can match no word");
  CHECK(pattern_fault("(a)?").starts_with("1: the pattern can match nothing at all"));
  CHECK(pattern_fault("(a)? (b|(c)?)").starts_with("1: the pattern can match nothing at all"));
}

TEST_CASE("macros are known, free of cycles and bounded") {
  CHECK(pattern_fault("turn $twoard") == "6: no macro is called $twoard");
  CHECK(pattern_fault("x $loop") == "3: in macro $pool: macro $loop contains itself");
  CHECK(pattern_fault("x $bad") == "3: in macro $bad: a gap may not begin a pattern or an alternative");
  CHECK(pattern_fault("$wild", "zh") ==
        "1: in macro $wild: * has no meaning in a language without spaces between words");
  CHECK(pattern_fault("$") == "1: $ needs the name of a macro");
  CHECK(pattern_fault("$towardX") == "8: unexpected character after $toward");
  std::map<std::string, std::string, std::less<>> bomb{{"m0", "a|b"}};
  for (int i = 1; i < 40; ++i) {
    const std::string inner = std::string("$m").append(std::to_string(i - 1));
    bomb[std::string("m").append(std::to_string(i))] = std::string(inner).append("|").append(inner);
  }
  const topos::MacroLookup find = [&](std::string_view name) { return &bomb.find(name)->second; };
  CHECK_THROWS_AS((void)topos::parse_pattern("$m39", "en", find, {}), topos::Error);
}

TEST_CASE("references and word classes are named in full") {
  CHECK(pattern_fault("@") == "1: @ needs the id of a code");
  CHECK(pattern_fault("@actor.") == "1: @actor. is not the id of a code");
  CHECK(pattern_fault("@actor:5") == "7: a scope has no place here");
  CHECK(pattern_fault("since #YAER") == "7: unknown word class #YAER");
  CHECK(pattern_fault("=") == "1: = needs a word");
  CHECK(pattern_fault("a \\") == "3: nothing follows the backslash");
}

TEST_CASE("a regex must compile, be small, and take at least one character") {
  CHECK(pattern_fault("a /(/").starts_with("4: the regex does not compile: missing ): ("));
  CHECK(pattern_fault("a /x(?=y)/") ==
        "5: the regex does not compile: invalid perl operator: (?=; RE2 has no look-around");
  CHECK(pattern_fault("a /x(?<!y)/").find("RE2 has no look-around") != std::string::npos);
  CHECK(pattern_fault("/(x)\\1/") ==
        "5: the regex does not compile: invalid escape sequence: \\1; RE2 has no look-around and no back-references");
  CHECK(pattern_fault("/a*/") == "2: the regex matches the empty string");
  CHECK(pattern_fault("//") == "2: the regex matches the empty string");
  CHECK(pattern_fault("x /abc") == "3: the regex that begins here is not closed");
  CHECK(pattern_fault("/((a{100}){100}){100}/").find("does not compile") != std::string::npos);
  CHECK(pattern_fault("/" + std::string(5000, 'a') + "/") == "2: the regex is too big: more than 4096 bytes");
  CHECK(tree("/(a+)+$/") == "/(a+)+$/");
}

TEST_CASE("character languages refuse what needs words") {
  CHECK(pattern_fault("=\u4e1c", "zh") == "1: = has no meaning in a language without spaces between words");
  CHECK(pattern_fault("#NUM", "th") == "1: # has no meaning in a language without spaces between words");
  CHECK(pattern_fault("\u4e1c*", "zh") == "2: * has no meaning in a language without spaces between words");
  CHECK(pattern_fault("\u4e1c?", "ja") == "2: ? has no meaning in a language without spaces between words");
  CHECK(pattern_fault("\u4e1c 's", "zh") ==
        "3: the clitic 's has no meaning in a language without spaces between words");
  CHECK(tree("(\u4ee5)?\u4e1c<0-12>\u4e3a", "zh") == "[(\u4ee5)? \u4e1c <0-12> \u4e3a]");
}

TEST_CASE("broken and oversized pattern strings are refused in bounded time") {
  CHECK(pattern_fault("a \xff") == "3: the pattern is not valid UTF-8");
  CHECK(pattern_fault(std::string(100000, 'a')) == "1: the word is too big: more than 1024 bytes");
  CHECK(pattern_fault(repeated("a ", 70000)).find("too big") != std::string::npos);
  CHECK(pattern_fault(repeated("a ", 200000)) == "1: the pattern is too big: more than 256 KiB");
  CHECK(pattern_fault(repeated("(a)?", 60000) + "b").find("too big") != std::string::npos);
}

TEST_CASE("the words of a guard keep wildcards, drop clitics and refuse everything else") {
  const auto words = topos::parse_phrase("China's *ing co-op", "en", {"book.toml", 1, 1});
  REQUIRE(words.size() == 4);
  CHECK(shown(words[0]) == "China");
  CHECK(shown(words[1]) == "{*}ing");
  CHECK(shown(words[3]) == "op");
  for (const char* bad : {"(a|b)", "=US", "@actor", "$toward", "#NUM", "'s", "", "a <2> b", "/x/"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS((void)topos::parse_phrase(bad, "en", {}), topos::Error);
  }
}
