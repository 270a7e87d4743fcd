// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "kit/finder.hpp"

using topos::test::matches;

TEST_CASE("literals, groups and optional groups follow each other without gap") {
  CHECK(matches("(以)?东盟为(中心|核心)", "以東盟為中心", "zh") == "以東盟為中心");
  CHECK(matches("(以)?东盟为(中心|核心)", "以“东盟”为核心", "zh") == "以“东盟”为核心");
  CHECK(matches("(以)?东盟为(中心|核心)", "东盟为重心", "zh").empty());
  CHECK(matches("东盟", "东，盟", "zh").empty());
}

TEST_CASE("a gap skips code points") {
  CHECK(matches("(หัน|มุ่ง)<0-12>(ตะวันออก|เอเชีย)", "รัสเซียหันไปหาเอเชีย", "th") == "หันไปหาเอเชีย");
  CHECK(matches("转<0-2>东", "转向远东", "zh") == "转向远东");
  CHECK(matches("转<0-1>东", "转向远东", "zh").empty());
  CHECK(matches("转<2-2>东", "转，向东", "zh") == "转，向东");
}

TEST_CASE("white space in the text and between elements of a pattern is ignored") {
  CHECK(matches("互联 互通", "互联互通", "zh") == "互联互通");
  CHECK(matches("互联互通", "互联\n 互通", "zh") == "互联\n 互通");
  CHECK(matches("互联互通", "互\u3000联互\u00A0通", "zh") == "互\u3000联互\u00A0通");
}

TEST_CASE("a match may begin at any code point, whatever the dictionary calls words") {
  CHECK(matches("盟", "东盟国家", "zh") == "盟");
  CHECK(matches("共赢", "合作共赢", "zh") == "共赢");
  CHECK(matches("ออก", "ตะวันออก", "th") == "ออก");
  CHECK(matches("共", "共共共", "zh") == "共 | 共 | 共");
}

TEST_CASE("both scripts and all widths match both ways") {
  CHECK(matches("東盟", "东盟", "zh") == "东盟");
  CHECK(matches("RCEP", "ＲＣＥＰ和rcep", "zh") == "ＲＣＥＰ | rcep");
}

TEST_CASE("a literal may be half of a cluster") {
  CHECK(matches("ห", "หัน", "th") == "ห");
  CHECK(matches("หั", "หัน", "th") == "หั");
}

TEST_CASE("a match never leaves its sentence") {
  CHECK(matches("一<0-5>二", "一。二", "zh").empty());
  CHECK(matches("一二", "一\n\n二", "zh").empty());
}

TEST_CASE("regexes see the original bytes") {
  CHECK(matches("/东\\pL/为", "以东盟为中心", "zh") == "东盟为");
  CHECK(matches("/[0-9]+/年", "2015年", "zh") == "2015年");
}

TEST_CASE("a gap at the end takes code points") { CHECK(matches("转向<0-2>", "转向东方国家", "zh") == "转向东方"); }
