// SPDX-License-Identifier: Apache-2.0
#include "topos/text/byte_classes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "topos/text/byte_search.hpp"

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

TEST_CASE("words are counted as long as their bytes are ASCII") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::string text(random() % 400, ' ');
    for (char& c : text) c = "ab9Z @_."[random() % 8];
    if (!text.empty() && random() % 4 == 0) text[random() % text.size()] = '\xC3';
    const auto limit = static_cast<std::uint32_t>(1 + random() % 100);
    topos::WordCount count;
    topos::count_ascii_words(text, limit, count);
    CHECK(count.at % 64 == 0);
    std::uint32_t words = 0;
    bool inside = false;
    std::size_t at = 0;
    for (; at < count.at; ++at) {
      const char c = text[at];
      const bool word = c == 'a' || c == 'b' || c == '9' || c == 'Z';
      words += word && !inside ? 1 : 0;
      inside = word;
    }
    CHECK(count.words == words);
    CHECK((count.inside == 1) == inside);
    const std::string_view rest = std::string_view(text).substr(at, 64);
    CHECK((rest.size() < 64 || words >= limit || rest.find('\xC3') != std::string_view::npos));
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
