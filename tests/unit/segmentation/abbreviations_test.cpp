// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/abbreviations.hpp"

#include <doctest/doctest.h>

using topos::ends_in_abbreviation;

TEST_CASE("the abbreviations that the method names are known in English") {
  for (const char16_t* left :
       {u"the U.S.", u"in Vol.", u"see No.", u"see Iss.", u"on P.", u"on pp.", u"states, e.g.", u"that is, i.e.",
        u"with Dr.", u"by Mr.", u"by Ms.", u"law vs.", u"coal, gas etc.", u"by A.", u"(cf.", u"“Prof."})
    CHECK(ends_in_abbreviation(left, "en"));
  for (const char16_t* left : {u"the end.", u"it was low.", u"", u".", u"the pp", u"so it is!", u"of etc", u"in 2022."})
    CHECK_FALSE(ends_in_abbreviation(left, "en"));
}

TEST_CASE("an abbreviation is one in its own language only") {
  CHECK(ends_in_abbreviation(u"в т.е.", "ru"));
  CHECK(ends_in_abbreviation(u"5 млн.", "ru"));
  CHECK(ends_in_abbreviation(u"в 2015 г.", "ru"));
  CHECK_FALSE(ends_in_abbreviation(u"в 2015 г.", "en"));
  CHECK_FALSE(ends_in_abbreviation(u"by Prof.", "ru"));
  CHECK(ends_in_abbreviation(u"oleh Prof.", "id"));
  CHECK(ends_in_abbreviation(u"oleh Prof.", "ms"));
  CHECK(ends_in_abbreviation(u"của GS.", "vi"));
  CHECK_FALSE(ends_in_abbreviation(u"by Dr.", "zh"));
}

TEST_CASE("a single capital with a period is one in every language") {
  for (const char* language : {"en", "ru", "id", "vi", "und"}) CHECK(ends_in_abbreviation(u"by A.", language));
  CHECK(ends_in_abbreviation(u"и С.", "ru"));
  CHECK_FALSE(ends_in_abbreviation(u"in a.", "en"));
}

TEST_CASE("No. as a whole sentence is an answer") {
  CHECK_FALSE(ends_in_abbreviation(u"No.", "en"));
  CHECK(ends_in_abbreviation(u"Resolution No.", "en"));
}
