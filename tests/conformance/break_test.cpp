// SPDX-License-Identifier: Apache-2.0
// Holds the breaker to the Unicode Standard's own test files (Debian package unicode-data).
#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "kit/skip.hpp"
#include "topos/segmentation/breaker.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace {

const std::string folder = "/usr/share/unicode/auxiliary/";

/// One row of a test file: code points with the places where a break stands.
struct Row {
  std::string source;
  std::u16string text;
  std::set<std::uint32_t> breaks;
};

Row read_row(const std::string& line) {
  Row row;
  row.source = line.substr(0, line.find_first_of("\t#"));
  while (!row.source.empty() && row.source.back() == ' ') row.source.pop_back();
  std::istringstream parts(row.source);
  for (std::string part; parts >> part;) {
    if (part == "÷") {
      row.breaks.insert(static_cast<std::uint32_t>(row.text.size()));
    } else if (part != "×") {
      const auto point = static_cast<char32_t>(std::stoul(part, nullptr, 16));
      if (point > 0xFFFF) {
        row.text += static_cast<char16_t>(0xD7C0 + (point >> 10));
        row.text += static_cast<char16_t>(0xDC00 + (point & 0x3FF));
      } else {
        row.text += static_cast<char16_t>(point);
      }
    }
  }
  return row;
}

std::vector<Row> read_rows(const std::string& name) {
  std::ifstream in(folder + name);
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') rows.push_back(read_row(line));
  return rows;
}

/// Whether the file is there in the version of Unicode that this ICU implements (72 and 73: 15.0).
bool usable(const std::string& name) {
  std::ifstream in(folder + name);
  std::string first;
  if (!std::getline(in, first)) {
    topos::test::skipped(folder + name + " is not there (package unicode-data)");
    return false;
  }
  const std::string wanted = topos::tokenizer_id().substr(topos::tokenizer_id().find("unicode ") + 8, 4);
  if (first.find('-' + wanted) != std::string::npos) return true;
  topos::test::skipped(name + " is not of Unicode " + wanted);
  return false;
}

std::set<std::uint32_t> word_breaks(topos::Breaker& breaker, const std::u16string& text) {
  std::vector<topos::WordSegment> segments;
  breaker.words(text, segments);
  std::set<std::uint32_t> breaks{0};
  for (const topos::WordSegment& segment : segments) breaks.insert(segment.range.end);
  return breaks;
}

std::set<std::uint32_t> sentence_breaks(topos::Breaker& breaker, const std::u16string& text) {
  std::vector<topos::UnitRange> segments;
  breaker.sentences(text, segments);
  std::set<std::uint32_t> breaks{0};
  for (const topos::UnitRange& segment : segments) breaks.insert(segment.end);
  return breaks;
}

/// The rows of a file beside this one, comments left out.
std::set<std::string> exceptions(const std::string& name) {
  std::ifstream in(std::string(TOPOS_SOURCE_DIR) + "/tests/conformance/" + name);
  std::set<std::string> rows;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') rows.insert(line);
  return rows;
}

/// The words of a text as ICU's rules for a language cut it.
std::vector<std::u16string> words(std::u16string_view text, std::string_view language) {
  topos::Breaker breaker(language);
  std::vector<topos::WordSegment> segments;
  breaker.words(text, segments);
  std::vector<std::u16string> found;
  for (const topos::WordSegment& segment : segments)
    if (segment.word) found.emplace_back(text.substr(segment.range.begin, segment.range.end - segment.range.begin));
  return found;
}

using Words = std::vector<std::u16string>;

}  // namespace

TEST_CASE("words break as in Unicode's WordBreakTest, but for the rows listed in word_break_exceptions.txt") {
  if (!usable("WordBreakTest.txt")) return;
  topos::Breaker breaker("und");
  const std::vector<Row> rows = read_rows("WordBreakTest.txt");
  REQUIRE(rows.size() > 1000);
  std::set<std::string> differing;
  for (const Row& row : rows)
    if (word_breaks(breaker, row.text) != row.breaks) differing.insert(row.source);
  const std::set<std::string> known = exceptions("word_break_exceptions.txt");
  for (const std::string& row : differing) CHECK_MESSAGE(known.count(row) == 1, "differs and is not listed: ", row);
  for (const std::string& row : known) CHECK_MESSAGE(differing.count(row) == 1, "is listed and does not differ: ", row);
}

TEST_CASE("sentences break as in Unicode's SentenceBreakTest") {
  if (!usable("SentenceBreakTest.txt")) return;
  topos::Breaker breaker("und");
  const std::vector<Row> rows = read_rows("SentenceBreakTest.txt");
  REQUIRE(rows.size() > 400);
  for (const Row& row : rows) CHECK_MESSAGE(sentence_breaks(breaker, row.text) == row.breaks, row.source);
}

TEST_CASE("the languages with patterns of their own break words by the root rules") {
  if (!usable("WordBreakTest.txt")) return;
  topos::Breaker root("und");
  const std::vector<Row> rows = read_rows("WordBreakTest.txt");
  for (const char* language : {"en", "ru", "id", "ms", "vi", "zh", "th"}) {
    CAPTURE(language);
    topos::Breaker own(language);
    std::size_t differing = 0;
    for (const Row& row : rows)
      if (word_breaks(own, row.text) != word_breaks(root, row.text)) ++differing;
    CHECK(differing == 0);
  }
}

TEST_CASE("a colon parts words, although Unicode's default keeps them together") {
  CHECK(words(u"a:b", "en") == Words{u"a", u"b"});
  CHECK(words(u"Asia: it", "en") == Words{u"Asia", u"it"});
  CHECK(words(u"a:b", "sv") == Words{u"a:b"});
}

TEST_CASE("an at sign is a letter") {
  CHECK(words(u"a@un.org", "en") == Words{u"a@un.org"});
  CHECK(words(u"the@", "en") == Words{u"the@"});
  CHECK(words(u"to @ us", "en") == Words{u"to", u"@", u"us"});
}

TEST_CASE("a language that ICU does not know breaks by the root rules") {
  CHECK(words(u"can't stop", "xx-unknown") == Words{u"can't", u"stop"});
  CHECK(words(u"can't stop", "") == Words{u"can't", u"stop"});
  CHECK(words(u"can't stop", "not a tag!") == Words{u"can't", u"stop"});
}

TEST_CASE("segments tile the text") {
  topos::Breaker breaker("en");
  const std::u16string text = u"The pivot, “so-called”. It’s 2025's plan! 東盟 หัน";
  std::vector<topos::WordSegment> segments;
  std::vector<topos::UnitRange> sentences;
  breaker.words(text, segments);
  breaker.sentences(text, sentences);
  std::uint32_t at = 0;
  for (const topos::WordSegment& segment : segments) {
    CHECK(segment.range.begin == at);
    at = segment.range.end;
  }
  CHECK(at == text.size());
  at = 0;
  for (const topos::UnitRange& sentence : sentences) {
    CHECK(sentence.begin == at);
    at = sentence.end;
  }
  CHECK(at == text.size());
}
