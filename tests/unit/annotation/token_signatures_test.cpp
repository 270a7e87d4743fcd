// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/token_signatures.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "kit/finder.hpp"

namespace {

/// Compares the signatures of documents in one language with those of their texts. Types are kept from one to the next.
class Comparison {
 public:
  explicit Comparison(std::string language) : language_(std::move(language)), segmenter_(language_) {}

  [[nodiscard]] bool holds(std::string_view text) {
    const topos::Document document = topos::test::document_of(text, language_);
    topos::Segmentation cut;
    segmenter_.segment(document, topos::default_analysis(), cut, topos::Detail::tokens);
    const topos::TextSignature wanted = topos::text_signature(document.text);
    const topos::TextSignature found = signatures_.of(document, cut, segmenter_.vocabulary());
    return found.empty == wanted.empty && found.minima == wanted.minima;
  }

 private:
  std::string language_;
  topos::Segmenter segmenter_;
  topos::TokenSignatures signatures_;
};

/// Words and what stands between them, mostly single blanks.
std::string random_words(std::mt19937& random) {
  static constexpr std::array<std::string_view, 26> words = {"the",
                                                             "The",
                                                             "Universities",
                                                             "don't",
                                                             "ASEAN’s",
                                                             "U.S.",
                                                             "1,000.5",
                                                             "a_b",
                                                             "_x_",
                                                             "me@un.org",
                                                             "é",
                                                             "e\u0301",
                                                             "жизнь",
                                                             "Ё",
                                                             "as\u00ADia",
                                                             "中国",
                                                             "ไทย",
                                                             "2025's",
                                                             "x",
                                                             "12",
                                                             "A/RES/7",
                                                             "rückkehr",
                                                             "internationalisation",
                                                             "a:b",
                                                             "\u0301",
                                                             "한국어"};
  static constexpr std::array<std::string_view, 12> marks = {", ", ". ",     "  ",       "\n",     "\n\n", "",
                                                             "—",  "\u00A0", " \u0301 ", "\u200D", "-",    "\u2028"};
  std::string text;
  for (std::size_t left = random() % 160; left > 0; --left) {
    text += words[random() % (random() % 4 == 0 ? words.size() : 8)];
    text += random() % 3 == 0 ? marks[random() % marks.size()] : std::string_view(" ");
  }
  return text;
}

}  // namespace

TEST_CASE("a signature made from tokens is that of the text") {
  Comparison english("en");
  CHECK(english.holds(""));
  CHECK(english.holds("Four words stand here."));
  CHECK(
      english.holds("The Member States of ASEAN met. They didn't agree on the U.S. proposal, which China's envoy "
                    "called “unhelpful”."));
  CHECK(
      english.holds("1. Trade\n\nGoods (and services) move-freely; a_b, x@un.org and 1,000.5 do too.\n\n2. Peace "
                    "\u00AD\u0301 is kept."));
  CHECK(english.holds("as\u00ADia As\u00ADia asia as\u00ADia asia one two three"));
  CHECK(Comparison("ru").holds("Страны АСЕАН — это рынок. Кто-то говорит: «рост», кто-то ждёт кризиса в XXI веке."));
  CHECK(Comparison("zh").holds("东盟国家领导人在北京举行会议。ASEAN 2024 峰会"));
  CHECK(Comparison("th").holds("ประเทศไทยและอาเซียน ASEAN 2024"));
}

TEST_CASE("a signature made from tokens is that of random texts") {
  std::mt19937 random(20240);
  for (const char* language : {"en", "ru", "zh", "th", "fi"}) {
    Comparison comparison(language);
    for (int i = 0; i < 400; ++i) {
      const std::string text = random_words(random);
      CAPTURE(text);
      REQUIRE(comparison.holds(text));
    }
  }
}

TEST_CASE("words that share a type because they are very long are hashed each by itself") {
  Comparison english("en");
  const std::string longest(4096, 'x');
  CHECK(english.holds("one two three four " + longest + " five six"));
  CHECK(english.holds("one two three four " + longest + "y five six"));
  CHECK(english.holds("one two three four " + longest.substr(1) + " five six"));
}
