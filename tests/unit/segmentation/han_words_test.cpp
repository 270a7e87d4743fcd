// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/han_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

std::vector<std::uint32_t> ends_of(topos::HanWords& words, std::u16string_view run) {
  words.run() = run;
  std::vector<std::uint32_t> ends = words.find();
  std::reverse(ends.begin(), ends.end());
  return ends;
}

}  // namespace

TEST_CASE("runs of Han are cut into the words of the dictionary") {
  topos::HanWords words;
  CHECK(ends_of(words, u"中国") == std::vector<std::uint32_t>{2});
  CHECK(ends_of(words, u"中国人民") == std::vector<std::uint32_t>{2, 4});
  CHECK(ends_of(words, u"人") == std::vector<std::uint32_t>{1});
  CHECK(ends_of(words, u"").empty());
}

TEST_CASE("a character that no word begins with is a word by itself") {
  topos::HanWords words;
  CHECK(ends_of(words, u"\u9FFF\u9FFE") == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("what was found does not depend on what was sought before") {
  topos::HanWords used;
  for (int times = 0; times < 3; ++times) {
    topos::HanWords fresh;
    for (const std::u16string_view run : {u"共同发展", u"共同", u"中国特色社会主义", u"同发"})
      CHECK(ends_of(used, run) == ends_of(fresh, run));
  }
}

TEST_CASE("the iteration mark is left to ICU, to which it is punctuation when it stands alone") {
  CHECK(!topos::is_plain_han(U'々'));
  CHECK(topos::is_plain_han(U'〇'));
}
