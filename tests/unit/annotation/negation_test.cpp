// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

/// `negated` of every hit of a pattern: 0, 1, or ? for unknown.
std::string negated(std::string_view pattern, std::string_view text, const std::string& language = "en") {
  topos::test::Finder finder(
      topos::test::code("x", "patterns." + language + " = ['''" + std::string(pattern) + "''']"));
  std::string all;
  for (const topos::Hit& hit : finder.annotate(text, language).hits)
    all += hit.negated == topos::Flag::unknown ? '?' : hit.negated == topos::Flag::yes ? '1' : '0';
  return all;
}

}  // namespace

TEST_CASE("every English cue negates") {
  for (const char* cue : {"not", "no", "never", "without", "lack", "lacking", "absence", "neither", "nor", "cannot",
                          "don't", "isn’t", "NOT", "won't"}) {
    CAPTURE(cue);
    CHECK(negated("sanctions", std::string("they ") + cue + " sanctions") == "1");
  }
  for (const char* other : {"nothing", "notable", "lacks", "any", "know", "lacked", "nt"}) {
    CAPTURE(other);
    CHECK(negated("sanctions", std::string("they ") + other + " sanctions") == "0");
  }
  CHECK(negated("sanctions", "the lack of sanctions") == "1");
}

TEST_CASE("a cue counts up to four words to the left") {
  CHECK(negated("sanctions", "not a b c sanctions") == "1");
  CHECK(negated("sanctions", "not a b c d sanctions") == "0");
  CHECK(negated("sanctions", "not Russia's b’s c sanctions") == "1");
  CHECK(negated("sanctions", "not “a” b-c sanctions") == "1");
  CHECK(negated("sanctions", "sanctions not") == "0");
}

TEST_CASE("the look to the left stops at certain marks and at the sentence's edge") {
  CHECK(negated("sanctions", "not cheap, but sanctions work") == "0");
  for (const char* mark : {",", ";", ":", "(", ")", "—", " — ", " - ", " – "}) {
    CAPTURE(mark);
    CHECK(negated("sanctions", std::string("not") + mark + "sanctions") == "0");
  }
  for (const char* mark : {"-", "–", " “", " ‘", "/", " *", " ["}) {
    CAPTURE(mark);
    CHECK(negated("sanctions", std::string("not") + mark + "sanctions") == "1");
  }
  CHECK(negated("sanctions", "They do not. Sanctions work") == "0");
}

TEST_CASE("a cue inside the span does not count") {
  CHECK(negated("no sanctions", "there are no sanctions") == "0");
  CHECK(negated("no sanctions", "never say no sanctions") == "1");
}

TEST_CASE("Russian cues") {
  for (const char* cue : {"не", "нет", "ни", "без", "никогда", "отсутствие", "Отсутствия", "НЕ"}) {
    CAPTURE(cue);
    CHECK(negated("санкци*", std::string(cue) + " санкций", "ru") == "1");
  }
  CHECK(negated("санкци*", "новых санкций", "ru") == "0");
  CHECK(negated("санкци*", "небо санкций", "ru") == "0");
}

TEST_CASE("Indonesian and Malay cues") {
  for (const char* language : {"id", "ms"})
    for (const char* cue : {"tidak", "bukan", "tanpa", "belum", "tak", "Tidak"}) {
      CAPTURE(cue);
      CHECK(negated("sanksi", std::string(cue) + " ada sanksi", language) == "1");
      CHECK(negated("sanksi", "takut sanksi", language) == "0");
    }
}

TEST_CASE("Vietnamese cues, composed or not") {
  for (const char* cue : {"không", "chưa", "chẳng", "Không", "kho\u0302ng"}) {
    CAPTURE(cue);
    CHECK(negated("trừng phạt", std::string(cue) + " có trừng phạt", "vi") == "1");
  }
  CHECK(negated("trừng phạt", "khó trừng phạt", "vi") == "0");
}

TEST_CASE("Chinese cues end at most four characters to the left") {
  for (const char* cue : {"不", "没", "无", "未", "非", "沒", "無"}) {
    CAPTURE(cue);
    CHECK(negated("制裁", std::string(cue) + "制裁", "zh") == "1");
    CHECK(negated("制裁", std::string(cue) + "一二三四制裁", "zh") == "1");
    CHECK(negated("制裁", std::string(cue) + "一二三四五制裁", "zh") == "0");
    CHECK(negated("制裁", std::string(cue) + "，制裁", "zh") == "0");
  }
  CHECK(negated("制裁", "我们制裁", "zh") == "0");
  CHECK(negated("制裁", "制裁不", "zh") == "0");
}

TEST_CASE("Thai cues of several characters") {
  for (const char* cue : {"ไม่", "ไร้", "ปราศจาก"}) {
    CAPTURE(cue);
    CHECK(negated("คว่ำบาตร", std::string(cue) + "คว่ำบาตร", "th") == "1");
    CHECK(negated("คว่ำบาตร", std::string(cue) + "มีการคว่ำบาตร", "th") == "0");
    CHECK(negated("คว่ำบาตร", std::string(cue) + " มี คว่ำบาตร", "th") == "1");
  }
}

TEST_CASE("in a language without cues it is unknown") { CHECK(negated("sanktionen", "keine Sanktionen", "de") == "?"); }

TEST_CASE("the policy keeps, drops or flips negated hits") {
  const auto run = [](const std::string& keys) {
    topos::test::Finder finder(topos::test::code("x", keys));
    std::string all;
    for (const topos::Hit& hit : finder.annotate("no sanctions but sanctions, sanctions").hits)
      all += std::to_string(hit.polarity) + ' ';
    return all;
  };
  CHECK(run("patterns.en = ['sanctions']") == "1 1 1 ");
  CHECK(run("patterns.en = [{ match = 'sanctions', negation = 'flip' }]") == "-1 -1 1 ");
  CHECK(run("negation = 'flip'\npatterns.en = ['sanctions']") == "-1 -1 1 ");
  CHECK(run("negation = 'drop'\npatterns.en = ['sanctions']") == "1 ");
  CHECK(run("negation = 'drop'\npatterns.en = [{ match = 'sanctions', negation = 'keep' }]") == "1 1 1 ");
}
