// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unicode/uchar.h>

#include <utility>
#include <vector>

#include "random_text.hpp"
#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/lines.hpp"
#include "topos/text/word_scanner.hpp"

using namespace topos;
using namespace topos::test;

namespace {

using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

/// Words by the definition, a character after the other.
Spans plain_words(std::string_view text, bool alone, char joiner) {
  Spans words;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool inside = is_word_character(c.value) || c.value == static_cast<unsigned char>(joiner);
    const bool single = alone && inside && is_unspaced(c.value);
    if (inside && open && !single)
      words.back().second += c.size;
    else if (inside)
      words.emplace_back(at, at + c.size);
    open = inside && !single;
    at += c.size;
  }
  return words;
}

Spans scanned_words(std::string_view text, WordRuns::Unspaced unspaced, char joiner) {
  Spans words;
  WordRuns(text, unspaced, joiner).for_each([&](std::size_t begin, std::size_t end) {
    words.emplace_back(begin, end);
  });
  return words;
}

std::uint32_t plain_rough_words(std::string_view text, std::uint32_t limit) {
  std::uint32_t words = 0;
  bool inside = false;
  bool half = false;
  for (std::size_t at = 0; at < text.size() && words < limit;) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    const bool word = is_word_character(c.value);
    if (is_unspaced(c.value)) {
      words += !half && word;
      half = !half;
      inside = false;
    } else {
      words += word && !inside;
      inside = word;
      half = false;
    }
  }
  return words;
}

std::size_t plain_line_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n' && text[at] != '\r' && text[at] != '\f' &&
         text.substr(at, 3) != "\u2028" && text.substr(at, 3) != "\u2029")
    ++at;
  return at;
}

std::size_t plain_end_size(std::string_view text, std::size_t end) {
  if (end == text.size()) return 0;
  if (text.substr(end, 2) == "\r\n") return 2;
  return static_cast<unsigned char>(text[end]) == 0xE2 ? 3 : 1;
}

}  // namespace

TEST_CASE("words found 64 bytes at a time are those found a character at a time") {
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random, 90);
    CAPTURE(text);
    REQUIRE(scanned_words(text, WordRuns::Unspaced::alone, 'a') == plain_words(text, true, 'a'));
    REQUIRE(scanned_words(text, WordRuns::Unspaced::joined, '-') == plain_words(text, false, '-'));
    const auto limit = static_cast<std::uint32_t>(random() % 40);
    REQUIRE(rough_words(text, limit) == plain_rough_words(text, limit));
    REQUIRE(rough_words(text, 255) == plain_rough_words(text, 255));
  }
}

TEST_CASE("lines found 64 bytes at a time are those found a byte at a time") {
  std::mt19937 random(12);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random, 120);
    CAPTURE(text);
    LineScanner scanner(text, 0);
    Line line;
    std::size_t at = 0;
    while (scanner.next(line)) {
      const std::size_t end = plain_line_end(text, at);
      const std::string_view whole = std::string_view(text).substr(at, end - at);
      REQUIRE(line.span.in(text) == trim(whole));
      REQUIRE(line.length == code_point_count(trim(whole)));
      REQUIRE(line.page_end == (end < text.size() && text[end] == '\f'));
      if (!line.blank())
        REQUIRE(line.indent == code_point_count(std::string_view(text).substr(at, line.span.begin - at)));
      at = end + plain_end_size(text, end);
      REQUIRE(scanner.position() == at);
    }
    REQUIRE(at == text.size());
  }
}

TEST_CASE("letters told by their ranges have the properties of the Unicode tables") {
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    const auto point = static_cast<char32_t>(c);
    const bool letter = (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
    if (is_word_character(point) != letter ||
        fold_case(point) != static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)))
      FAIL_CHECK("U+" << std::hex << c);
  }
}
