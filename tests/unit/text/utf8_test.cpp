// SPDX-License-Identifier: Apache-2.0
#include "topos/text/utf8.hpp"
#include "random_text.hpp"

#include <doctest/doctest.h>

using namespace topos;
using namespace std::string_literals;

namespace {

std::string mended(std::string_view bytes) {
  Utf8Count count;
  return replace_invalid_utf8(bytes, count);
}

}  // namespace

// Source: The Unicode Standard 15.0, chapter 3, tables 3-8 to 3-11 (U+FFFD for maximal subparts).
TEST_CASE("maximal subparts are replaced as the Unicode Standard's tables show") {
  const std::string r = "\xEF\xBF\xBD";
  CHECK(mended("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") == r + r + r + r + r + r + r + r + "A");
  CHECK(mended("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") == r + r + r + r + r + r + r + r + "A");
  CHECK(mended("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") == r + r + r + r + r + "A" + r + r + "B");
  CHECK(mended("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == r + r + r + r + "A");
}

TEST_CASE("valid UTF-8 is known as such and left alone") {
  for (const std::string& text :
       {""s, "a\0b"s, "é"s, "\xF4\x8F\xBF\xBF"s, "\xEF\xBF\xBE"s, "\xED\x9F\xBF\xEE\x80\x80"s}) {
    CHECK(is_utf8(text));
    CHECK(mended(text) == text);
  }
  for (const char* text : {"\x80", "\xC0\x80", "\xC1\xBF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                           "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80"})
    CHECK_FALSE(is_utf8(text));
}

TEST_CASE("invalid bytes, parts and the first offset are counted") {
  const Utf8Count count = count_utf8("caf\xC3\xA9 \xE2\x82 \xFF");
  CHECK(count.multibyte == 1);
  CHECK(count.invalid_bytes == 3);
  CHECK(count.invalid_parts == 2);
  CHECK(count.first_invalid == 6);
}

TEST_CASE("every cut of a stream gives the same text and the same count as the whole") {
  const std::string bytes = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xE2\x82\x80\xF0\x9F!\xC3";
  Utf8Count whole;
  const std::string text = replace_invalid_utf8(bytes, whole);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Utf8Count count;
    std::size_t held = 0;
    std::string joined = replace_invalid_utf8(bytes.substr(0, cut), count, 0, true, &held);
    joined += replace_invalid_utf8(bytes.substr(cut - held), count, cut - held);
    CAPTURE(cut);
    CHECK(joined == text);
    CHECK(count.invalid_bytes == whole.invalid_bytes);
    CHECK(count.first_invalid == whole.first_invalid);
  }
}

TEST_CASE("code points are appended in their shortest form") {
  std::string out;
  for (const char32_t point : {U'a', U'é', U'€', U'😀'}) append_utf8(out, point);
  CHECK(out == "aé€😀");
}

TEST_CASE("text that is cut inside a character is kept but for what the cut left of it") {
  std::mt19937 random(41);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = test::random_text(random, 40);
    const std::size_t cut = random() % (text.size() + 1);
    std::size_t whole = cut;
    while (whole > 0 && whole < text.size() && (static_cast<unsigned char>(text[whole]) & 0xC0) == 0x80) --whole;
    Utf8Count count;
    std::size_t held = 0;
    CHECK(replace_invalid_utf8(text.substr(0, cut), count, 0, true, &held) == text.substr(0, whole));
    CHECK(held == cut - whole);
    CHECK(count.invalid_parts == 0);
  }
}
