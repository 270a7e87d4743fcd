// SPDX-License-Identifier: Apache-2.0
#include "topos/report/display_width.hpp"

#include <doctest/doctest.h>

using topos::cut_to_width;
using topos::display_width;

TEST_CASE("wide characters take two columns and combining marks none") {
  CHECK(display_width("") == 0);
  CHECK(display_width("order") == 5);
  CHECK(display_width("порядок") == 7);
  CHECK(display_width("秩序") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("a\u200Db") == 2);
}

TEST_CASE("a cut text fits and marks the place") {
  CHECK(cut_to_width("order", 5) == "order");
  CHECK(cut_to_width("order", 4) == "ord…");
  CHECK(cut_to_width("order", 4, true) == "…der");
  CHECK(cut_to_width("秩序之国", 4) == "秩…");
  CHECK(cut_to_width("秩序之国", 4, true) == "…国");
  CHECK(cut_to_width("order", 1) == "…");
  CHECK(cut_to_width("order", 0).empty());
  for (std::size_t width = 1; width < 12; ++width) {
    CHECK(display_width(cut_to_width("a秩e\u0301序\u0301bc", width)) <= width);
    CHECK(display_width(cut_to_width("a秩e\u0301序\u0301bc", width, true)) <= width);
  }
}

TEST_CASE("cutting at the left leaves no mark without its letter") {
  CHECK(cut_to_width("xye\u0301z", 2, true) == "…z");
}
