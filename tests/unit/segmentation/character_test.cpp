// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"
#include "topos/segmentation/character_units.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace {

/// The matching units of a text, folded, joined by spaces; `bytes` gives what each stands for instead.
std::string units(std::string_view text, std::string_view language, bool bytes = false) {
  const topos::Document document = topos::test::document_of(text, language);
  topos::Segmenter segmenter(language);
  topos::Segmentation out;
  segmenter.segment(document, topos::default_analysis(), out);
  std::string all;
  for (const topos::Token& unit : out.units()) {
    if (!all.empty()) all += ' ';
    if (bytes)
      all += document.text.substr(unit.begin, unit.end - unit.begin);
    else
      all += segmenter.vocabulary()[unit.type].folded;
  }
  return all;
}

}  // namespace

TEST_CASE("character languages are matched on folded code points, others on tokens") {
  CHECK(units("東盟", "zh") == "东 盟");
  CHECK(units("東盟", "zh", true) == "東 盟");
  CHECK(units("東盟", "zh-Hant") == "东 盟");
  CHECK(units("東盟", "ja") == "東 盟");
  CHECK(units("RCEP合作", "zh") == "r c e p 合 作");
  CHECK(units("two words", "en") == "two words");
}

TEST_CASE("white space and marks that may be stepped over are no units, other marks are") {
  CHECK(units("以“东盟” 为\n中心", "zh") == "以 东 盟 为 中 心");
  CHECK(units("以「东盟」为中心", "zh") == "以 东 盟 为 中 心");
  CHECK(units("东盟，中国", "zh") == "东 盟 , 中 国");
  CHECK(units("一-二 - 三", "zh") == "一 二 - 三");
  CHECK(units("ก ข", "th") == "ก ข");
}

TEST_CASE("each Thai code point is a unit of its own, so that half a cluster can be found and spans stay exact") {
  CHECK(units("หัน", "th") == "ห ั น");
  CHECK(units("หัน", "th", true) == "ห ั น");
  CHECK(units("น้ำ", "th").size() > 0);
}

TEST_CASE("units that folding made of one cluster share its bytes") {
  const std::string bytes = units("น้ำ", "th", true);
  const std::string folded = units("น้ำ", "th");
  CAPTURE(bytes);
  CAPTURE(folded);
  CHECK(topos::test::matches("น้ำ", "ดื่มน้ำใส", "th") == "น้ำ");
  CHECK(units("Ｒ㍿", "zh") == "r 株 式 会 社");
  CHECK(units("㍿", "zh", true) == "㍿ ㍿ ㍿ ㍿");
}

TEST_CASE("hidden characters are no units") { CHECK(units("东\u200B盟\uFEFF", "zh") == "东 盟"); }

TEST_CASE("a code point outside the BMP is one unit") {
  CHECK(units("𠀀东", "zh") == "𠀀 东");
  CHECK(units("𠀀东", "zh", true) == "𠀀 东");
}

TEST_CASE("a run of marks without end does not make a cluster without end") {
  std::string text = "ก";
  for (int i = 0; i < 10'000; ++i) text += "\u0E49";
  const topos::Document document = topos::test::document_of(text, "th");
  topos::Segmenter segmenter("th");
  topos::Segmentation out;
  segmenter.segment(document, topos::default_analysis(), out);
  CHECK(out.characters.size() == 10'001);
}

TEST_CASE("which marks may be stepped over is decided by their neighbours") {
  CHECK(topos::is_passable(u"a-b", 1));
  CHECK(topos::is_passable(u"a -b", 2));
  CHECK_FALSE(topos::is_passable(u"a - b", 2));
  CHECK(topos::is_passable(u"a\u2013b", 1));
  CHECK_FALSE(topos::is_passable(u"a \u2013b", 2));
  CHECK_FALSE(topos::is_passable(u"a\u2014b", 1));
  CHECK(topos::is_passable(u"-", 0));
  CHECK(topos::is_passable(u"\u300C", 0));
  CHECK_FALSE(topos::is_passable(u",", 0));
}
