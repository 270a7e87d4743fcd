// SPDX-License-Identifier: Apache-2.0
// Holds what is cut by tables to what ICU alone makes of the same text.
#include "topos/segmentation/segmenter.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"
#include "kit/reading.hpp"
#include "kit/rooms.hpp"
#include "kit/skip.hpp"

namespace {

using topos::test::document_of;
using topos::test::TwoRooms;

void append(std::string& text, char32_t point) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      byte(0xE0 | point >> 12);
    } else {
      byte(0xF0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3F));
    }
    byte(0x80 | (point >> 6 & 0x3F));
  }
  byte(0x80 | (point & 0x3F));
}

/// Makes texts in which the rules meet often.
class TextMaker {
 public:
  explicit TextMaker(unsigned seed) : random_(seed) {}

  std::size_t roll(std::size_t most) { return random_() % most; }

  /// Characters with a part in the rules.
  std::string marks(std::size_t size) {
    static constexpr std::u32string_view common = U"aaabcsSZ.. ''5_\u2019 ";
    static constexpr std::u32string_view wanted =
        U"azAZsS09 \t\n\r\v\f\u0085\u00A0\u1680\u2009\u2028\u2029\u202F\u205F\u3000.,:;!?'\"_-@#$%&*()[]{}/\\+=<>|~^`"
        U"\u2018\u2019\u201C\u201D\u2010\u2011\u2013\u2014\u2024\u2026\u2027\u203C\u203F\u2040\u2044\u2047\uFE52\uFE55"
        U"\uFF0E\uFF1A\uFF01\uFF1F\uFF07\uFF3F"
        U"\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u0300\u0301\u0308\u20E3\uFE0F\u00B7\u0387\u05F4\u037E\u060C"
        U"\u061F\u06D4\u066B\u066C\u0589\u0964\u0965"
        U"\u00E9\u00C9\u00DF\u01C5\u2160\u2170\u24D0\u0416\u0436\u03B1\u0391\u0627\u0628\u0661\u05D0\u05D1\u0915\u093E"
        U"\u094D\u0967\u10D0\uAC00\uB098\u1100\u1161\u11A8"
        U"\u4E2D\u570B\u3007\u3042\u304B\u30A2\u30AB\u30FC\uFF71\uFF9E\u3001\u3002\u0E01\u0E31\u0E2D\u0E81\u1780\u1000"
        U"\u17D4\u1019"
        U"\U0001F600\U0001F1E9\U0001F1EA\U0001F468\U0001D504\U00010400\U00010428\U0001D7CE\U00020000\U000E0041\u00A9"
        U"\u2122\uFFFD\u0001";
    std::string text;
    for (; size > 0; --size) append(text, roll(3) == 0 ? common[roll(common.size())] : wanted[roll(wanted.size())]);
    return text;
  }

  /// Any characters.
  std::string any(std::size_t size) {
    static constexpr std::u32string_view between = U"a. 'B1_\u0301\u200D ";
    std::string text;
    while (size-- > 0) {
      const std::size_t most = roll(2) == 0 ? 0x3000 : roll(3) == 0 ? 0x110000 : 0x20000;
      const auto point = static_cast<char32_t>(roll(most));
      append(text, roll(3) == 0 || (point >= 0xD800 && point < 0xE000) ? between[roll(between.size())] : point);
    }
    return text;
  }

  /// Words and marks of several scripts, and what has a rule of its own.
  std::string words(std::size_t size) {
    static const char* const parts[] = {
        "the",    "Asia",   "Asia's", "U.S.",    "U.S.A.",   "Mr.",      "No.",    "e.g.",   "etc.",       "I.",
        "1.",     "12.",    "3.14",   "20,000",  "2025's",   "𝟎's",      "a@b.c",  "_x_",    "__",         "don’t",
        "д-р",    "г.",     "им.",    "т.е.",    "Москва",   "СССР.",    "Ελλάδα", "السلام", "عليكم.",     "שלום",
        "ה\"א",   "नमस्ते",   "है।",     "한국",    "한국어를", "中国",     "東盟。", "カタ",   "ひら",       "ไทย",
        "ประเทศ", "ก.พ.",   "ๆ",      "ปี2567",   "฿",        "ខ្មែរ",     "hợp",    "tác",    "co\u00ADop", "x\u200By",
        "“Yes”",  "(no)",   "«да»",   "win-win", "a–b",      "–",        "-",      "—",      "…",          "?",
        "!",      "?!",     "...",    "s",       "'s",       "’s",       "'",      "\"",     "\n",         "\t",
        "\u202F", "\u00A0", ";",      ":",       "a:b",      "👍🏽", "🇩🇪",     "A",      "B"};
    std::string text;
    for (; size > 0; --size) {
      text += parts[roll(std::size(parts))];
      if (roll(4) != 0) text += roll(6) == 0 ? ". " : " ";
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

void check_random(const std::string& language, unsigned seed, int rounds) {
  TwoRooms rooms(language);
  TextMaker maker(seed);
  for (int round = 0; round < rounds; ++round) {
    const std::string text = round % 3 == 0   ? maker.marks(1 + maker.roll(24))
                             : round % 3 == 1 ? maker.any(1 + maker.roll(16))
                                              : maker.words(1 + maker.roll(12));
    const std::string difference = rooms.difference(document_of(text, language));
    if (difference.empty()) continue;
    std::ostringstream bytes;
    for (const char c : text) bytes << std::hex << (static_cast<unsigned>(c) & 0xFF) << ' ';
    FAIL_CHECK(language, ": ", difference, "\n of ", text, "\n ", bytes.str());
    return;
  }
}

/// Compares each file below a folder; returns how many there are.
int check_folder(const std::string& folder) {
  int files = 0;
  if (!std::filesystem::exists(folder)) return 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".txt" && entry.path().extension() != ".conllu") continue;
    const topos::Document document = topos::test::document_of_file(entry.path().string());
    ++files;
    const std::string difference = TwoRooms(document.language).difference(document);
    CHECK_MESSAGE(difference.empty(), entry.path().string(), ": ", difference);
  }
  return files;
}

}  // namespace

TEST_CASE("tables and ICU cut random texts alike") {
  for (const char* language : {"en", "und", "ru", "vi", "id", "th"}) check_random(language, 7, 6000);
}

TEST_CASE("tables and ICU cut texts alike in every language that a tag can name") {
  for (char first = 'a'; first <= 'z'; ++first)
    for (char second = 'a'; second <= 'z'; ++second)
      check_random({first, second}, static_cast<unsigned>(first * 26 + second), 12);
  for (const char* tag : {"swe", "fin", "ell", "el-CY", "sv-FI", "en-US-posix", "en-US-u-va-posix", "en-u-ss-standard",
                          "EN-U-SS-STANDARD", "fi-FI", "de-CH-1996", "zh-Hant", "not a tag", ""})
    check_random(tag, 11, 60);
}

TEST_CASE("tables and ICU cut the rows of Unicode's break tests alike") {
  int rows = 0;
  TwoRooms rooms("en");
  for (const char* name : {"WordBreakTest.txt", "SentenceBreakTest.txt"}) {
    std::ifstream in(std::string("/usr/share/unicode/auxiliary/") + name);
    for (std::string line; std::getline(in, line);) {
      std::string text;
      std::istringstream parts(line.substr(0, line.find('#')));
      for (std::string part; parts >> part;)
        if (part != "÷" && part != "×") append(text, static_cast<char32_t>(std::stoul(part, nullptr, 16)));
      topos::Document document = document_of("");
      document.text = text;
      document.regions.push_back({{0, static_cast<std::uint32_t>(text.size())}, {}, 0, {}});
      const std::string difference = rooms.difference(document);
      CHECK_MESSAGE(difference.empty(), line, ": ", difference);
      ++rows;
    }
  }
  if (rows == 0) topos::test::skipped("Unicode's break tests are not there (package unicode-data)");
}

TEST_CASE("Han is cut alike by our search and by ICU's, whatever stands beside it") {
  constexpr std::u32string_view beside = U"〇々。，「」 A1９ゲーゲ한豈𠀀\u0301\u200D\uFE00'._ ";
  constexpr std::u32string_view usual =
      U"的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事";
  std::mt19937 random(7);
  TwoRooms rooms("zh");
  const auto one_of = [&](std::u32string_view set) { return set[random() % set.size()]; };
  for (int times = 0; times < 300; ++times) {
    std::string text;
    for (std::size_t left = 1 + random() % 60; left > 0; --left) {
      const auto kind = random() % 10;
      append(text, kind < 6   ? one_of(usual)
                   : kind < 9 ? static_cast<char32_t>(0x4E00 + random() % 0x51FF)
                              : one_of(beside));
    }
    const std::string difference = rooms.difference(document_of(text, "zh"));
    CHECK_MESSAGE(difference.empty(), text, ": ", difference);
  }
}

TEST_CASE("tables and ICU cut the sample corpus alike") {
  CHECK(check_folder(std::string(TOPOS_SOURCE_DIR) + "/corpus/texts") > 0);
}

TEST_CASE("shared: tables and ICU cut other corpora alike") {
  const std::string shared = std::string(TOPOS_SOURCE_DIR) + "/../shared/";
  if (check_folder(shared + "multilingual") + check_folder(shared + "corpora") == 0)
    topos::test::skipped("the shared corpora are not there");
}

TEST_CASE("a paragraph of megabytes is cut by tables as ICU cuts it in windows") {
  TextMaker maker(3);
  std::string text;
  while (text.size() < 2'500'000) text += maker.words(10) + (maker.roll(3) == 0 ? ". " : " ");
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) text[at] = ' ';
  CHECK(TwoRooms("en").difference(document_of(text)) == "");
}

TEST_CASE("a vocabulary that is cleared because it is full leaves the result as it is") {
  topos::Segmenter used("en");
  topos::Segmentation out;
  std::uint32_t number = 0;
  const std::uint64_t generation = used.vocabulary().generation();
  for (int documents = 0; documents < 12; ++documents) {
    std::string text;
    for (; text.size() < 700'000; ++number) text += "word" + std::to_string(number) + (number % 20 == 0 ? "'s. " : " ");
    const topos::Document document = document_of(text);
    topos::Segmenter fresh("en");
    topos::Segmentation wanted;
    used.segment(document, topos::default_analysis(), out);
    fresh.segment(document, topos::default_analysis(), wanted);
    REQUIRE(out.tokens.size() == wanted.tokens.size());
    for (std::size_t i = 0; i < out.tokens.size(); ++i) {
      if (out.tokens[i].begin != wanted.tokens[i].begin || out.tokens[i].kind != wanted.tokens[i].kind)
        FAIL("token ", i);
      if (used.vocabulary()[out.tokens[i].type].folded != fresh.vocabulary()[wanted.tokens[i].type].folded)
        FAIL("type of token ", i);
    }
  }
  CHECK(used.vocabulary().generation() > generation + 1);
}
