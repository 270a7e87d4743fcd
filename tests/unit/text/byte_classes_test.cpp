// SPDX-License-Identifier: Apache-2.0
#include "topos/text/byte_classes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "topos/text/byte_search.hpp"
#include "topos/text/four_letters.hpp"
#include "topos/text/paragraph_bytes.hpp"

using topos::ByteClasses;

namespace {

std::string all_bytes() {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<char>(byte));
  return bytes;
}

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, ' ');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
  return bytes;
}

std::size_t blocks_of(const std::string& text) { return (text.size() + ByteClasses::size - 1) / ByteClasses::size; }

}  // namespace

TEST_CASE("each byte has the classes that its value has") {
  const std::string bytes = all_bytes();
  std::vector<ByteClasses> classes(blocks_of(bytes));
  topos::classify_bytes(bytes, classes);
  for (unsigned byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    const ByteClasses& block = classes[byte / 64];
    const auto has = [&](std::uint64_t mask) { return (mask >> byte % 64 & 1) != 0; };
    const auto one_of = [&](std::string_view set) {
      return set.find(static_cast<char>(byte)) != std::string_view::npos;
    };
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    CHECK(has(block.words) == (letter || (byte >= '0' && byte <= '9') || byte == '@'));
    CHECK(has(block.blanks) == one_of(" \t\n\v\f\r"));
    CHECK(has(block.joiners) == one_of("',.;"));
    CHECK(has(block.strange) == one_of("-_"));
    CHECK(has(block.stops) == one_of(".!?"));
    CHECK(has(block.beyond) == (byte >= 0x80));
    CHECK(has(block.continuations) == (byte >= 0x80 && byte < 0xC0));
    CHECK(has(block.cyrillic) == (byte == 0xD0 || byte == 0xD1));
  }
}

TEST_CASE("bytes are classified alike with wide instructions and without") {
  std::mt19937 random(1);
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 127U, 128U, 1000U}) {
    const std::string bytes = random_bytes(random, size);
    std::vector<ByteClasses> wide(blocks_of(bytes));
    std::vector<ByteClasses> plain(blocks_of(bytes));
    topos::classify_bytes(bytes, wide);
    topos::classify_bytes_plainly(bytes, plain);
    CHECK(wide == plain);
  }
}

TEST_CASE("classes are told of any block in any order") {
  std::mt19937 random(2);
  const std::string bytes = random_bytes(random, 100'000);
  std::vector<ByteClasses> all(blocks_of(bytes));
  topos::classify_bytes(bytes, all);
  topos::ClassifiedText text;
  text.assign(bytes);
  for (std::size_t block = 0; block < all.size(); ++block) CHECK(text[block] == all[block]);
  for (int times = 0; times < 1000; ++times) {
    const std::size_t block = random() % all.size();
    CHECK(text[block] == all[block]);
  }
}

TEST_CASE("words are counted as long as their bytes are ASCII or marks of general punctuation") {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    constexpr std::string_view pieces[] = {"a", "b", "9",      "Z",      " ",      "@",
                                           "_", ".", "\u2019", "\u2014", "\u2028", "\u203F"};
    std::string text;
    for (std::size_t left = random() % 400; left > 0; --left)
      text += pieces[random() % (round % 2 == 0 ? 8 : std::size(pieces))];
    const std::size_t other = random() % 4 == 0 ? text.size() : std::string::npos;
    if (other != std::string::npos) text += "\u00E9 and more words than there were before it";
    const auto limit = static_cast<std::uint32_t>(1 + random() % 100);
    topos::WordCount count;
    topos::count_plain_words(text, limit, count);
    std::uint32_t words = 0;
    bool inside = false;
    for (std::size_t at = 0; at < count.at; ++at) {
      const char c = text[at];
      const bool word = c == 'a' || c == 'b' || c == '9' || c == 'Z';
      words += word && !inside ? 1 : 0;
      inside = word;
    }
    CAPTURE(text);
    REQUIRE(count.words == words);
    REQUIRE((count.inside == 1) == inside);
    REQUIRE((words >= limit || count.at == std::min(other, text.size())));
  }
}

TEST_CASE("bytes of paragraphs are those that the plain look tells") {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string text = random_bytes(random, random() % 200);
    for (std::size_t i = 0; i < text.size(); ++i)
      if (random() % 3 == 0) text[i] = "\xE2\x80\x9C\x9E*_#\"`>\n\r\f\v!~"[random() % 17];
    const std::size_t at = random() % (text.size() + 1);
    REQUIRE(topos::paragraph_bytes(text, at) == topos::paragraph_bytes_plainly(text, at));
    REQUIRE(topos::line_bytes(text, at) == topos::line_bytes_plainly(text, at));
    std::size_t marked = at;
    const topos::ParagraphBytes marks = topos::next_marked_bytes(text, marked);
    REQUIRE((marked >= text.size() || marks == topos::paragraph_bytes(text, marked)));
    for (std::size_t i = at; i < std::min(marked, text.size()); ++i)
      REQUIRE((text[i] > 0 && std::string_view("*_#\"`>").find(text[i]) == std::string_view::npos) !=
              (text[i] == '\0'));
    REQUIRE((marked + 64 > text.size() || (marks.dropped | marks.beyond) != 0));
    if (round % 2 == 0) std::fill(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.size() / 2), 'x');
    std::size_t next = at;
    const topos::LineBytes found = topos::next_line_bytes(text, next);
    REQUIRE(found == topos::line_bytes(text, next));
    REQUIRE((next - at) % 64 == 0);
    REQUIRE((next == at || next < text.size()));
    const auto plain = [](char c) { return c > '\r'; };
    const std::string_view passed = std::string_view(text).substr(at, next - at);
    REQUIRE(std::all_of(passed.begin(), passed.end(), plain));
    const std::string_view here = std::string_view(text).substr(next, 64);
    REQUIRE((text.size() - next <= 64 || !std::all_of(here.begin(), here.end(), plain)));
  }
}

TEST_CASE("the end of a plain string of JSON is found wherever it stands") {
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    constexpr std::string_view pieces[] = {"\\n", "\\\"", "\\t", "\\/", "\\r", "\\", "\\u0041", "\"", "\n"};
    std::string text(random() % 70, 'x');
    for (std::size_t left = random() % 8; left > 0; --left) {
      text += pieces[random() % (round % 3 == 0 ? std::size(pieces) : 5)];
      text += std::string(random() % 70, 'n');
    }
    if (round % 4 != 0) text += "\"behind\\";
    std::size_t wanted = std::string::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '"') {
        wanted = at;
        break;
      }
      if (text[at] == '\n') break;
      if (text[at] == '\\' && (++at == text.size() || std::string_view("nrt\"/").find(text[at]) == std::string::npos))
        break;
    }
    CAPTURE(text);
    REQUIRE(topos::plain_string_end(text, 0) == wanted);
  }
}

TEST_CASE("what is beyond ASCII is found wherever it stands") {
  std::mt19937 random(8);
  for (int round = 0; round < 1000; ++round) {
    std::string text(random() % 300, 'x');
    for (std::size_t left = random() % 4; left > 0 && !text.empty(); --left) text[random() % text.size()] = '\xC3';
    const std::size_t from = random() % (text.size() + 1);
    const std::size_t beyond = std::min(text.find('\xC3', from), text.size());
    const std::size_t block = topos::next_beyond_ascii(text, from);
    REQUIRE((beyond == text.size() ? block >= text.size() : block <= beyond && beyond < block + 64));
  }
}

TEST_CASE("groups of four letters are found wherever they stand, in either case") {
  std::mt19937 random(6);
  constexpr std::string_view fours[] = {"cook", "vacy", "rved", "zzza", "abab", "baba", "java", "ewsl", "aaaa", "agre"};
  const topos::FourLetters letters(fours);
  for (int round = 0; round < 4000; ++round) {
    std::string text(random() % 150, ' ');
    for (char& c : text) c = "abAB cookj\xC3\xA9@\0v{["[random() % 17];
    if (round % 2 == 0 && text.size() >= 4) {
      const std::string_view four = fours[random() % std::size(fours)];
      const std::size_t at = random() % (text.size() - 3);
      for (std::size_t i = 0; i < 4; ++i) text[at + i] = static_cast<char>(four[i] - (random() % 2 == 0 ? 32 : 0));
    }
    const std::size_t from = random() % (text.size() + 1);
    std::size_t wanted = text.size();
    for (std::size_t at = text.size(); at-- > from;) {
      std::string small = text.substr(at, 4);
      for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if (std::find(std::begin(fours), std::end(fours), small) != std::end(fours)) wanted = at;
    }
    CAPTURE(text);
    REQUIRE(letters.next(text, from) == wanted);
    REQUIRE(letters.next_plainly(text, from) == wanted);
  }
}

TEST_CASE("bytes that may begin a quotation mark are found wherever they stand") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 300, ' ');
    for (char& c : text) c = "ab \n\xC3\xA2\xE1\xE4"[random() % 8];
    if (!text.empty() && random() % 4 != 0) text[random() % text.size()] = "\"\xC2\xE2\xE3"[random() % 4];
    const std::size_t from = random() % (text.size() + 1);
    CHECK(topos::next_mark_byte(text, from) == std::min(text.find_first_of("\"\xC2\xE2\xE3", from), text.size()));
  }
}

TEST_CASE("bytes that JSON escapes and pairs of letters are found wherever they stand") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    std::string text(1 + random() % 300, ' ');
    for (char& c : text) c = "aBcdx \xC3\xA9"[random() % 8];
    if (random() % 2 == 0) text[random() % text.size()] = "\"\\\n\x1F"[random() % 4];
    const std::size_t from = random() % text.size();
    const auto special = [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; };
    CHECK(topos::next_json_special(text, from) ==
          static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), special) -
                                   text.begin()));

    const topos::LetterPair pair{'b', 'c', random() % 3, random() % 3};
    const std::size_t reach = std::max(pair.first_at, pair.second_at);
    if (reach >= text.size()) continue;
    const std::size_t last = text.size() - 1 - reach;
    std::size_t wanted = std::min(from, last);
    const std::size_t begin = wanted;
    while (wanted <= last && !(text[wanted + pair.first_at] == 'B' && text[wanted + pair.second_at] == 'c')) ++wanted;
    CHECK(topos::next_pair(text, begin, last, pair) == wanted);
  }
}
