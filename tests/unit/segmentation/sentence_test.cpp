// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace {

using topos::test::document_of;

topos::Segmentation cut(const topos::Document& document, topos::RegionSet analysis = topos::default_analysis()) {
  topos::Segmenter segmenter(document.language);
  topos::Segmentation out;
  segmenter.segment(document, analysis, out);
  return out;
}

/// The sentences of a text, joined by " | ".
std::string sentences(std::string_view text, std::string_view language = "en") {
  const topos::Document document = document_of(text, language);
  std::string all;
  for (const topos::Sentence& sentence : cut(document).sentences) {
    if (!all.empty()) all += " | ";
    all += sentence.span.in(document.text);
  }
  return all;
}

}  // namespace

TEST_CASE("a sentence spans from its first to its last visible character") {
  CHECK(sentences("  One is here. Two  is there! ") == "One is here. | Two  is there!");
  CHECK(sentences("One\nline. Two.") == "One\nline. | Two.");
  CHECK(sentences("One line.\r\nTwo\r\nlines.") == "One line. | Two\r\nlines.");
  CHECK(sentences("One\u2028line. Two.") == "One\u2028line. | Two.");
  CHECK(sentences(" \n ").empty());
}

TEST_CASE("a sentence goes on behind an abbreviation or an initial") {
  CHECK(sentences("The U.S. Navy left. It came.") == "The U.S. Navy left. | It came.");
  CHECK(sentences("See Vol. 3, No. 4 of it. Then stop.") == "See Vol. 3, No. 4 of it. | Then stop.");
  CHECK(sentences("Said A. Smith and Dr. B. Jones. Then he left.") ==
        "Said A. Smith and Dr. B. Jones. | Then he left.");
  CHECK(sentences("Ports, rails, etc. Were built.") == "Ports, rails, etc. Were built.");
  CHECK(sentences("Did they agree? No. They left.") == "Did they agree? | No. | They left.");
}

TEST_CASE("several abbreviations in a row join into one sentence") {
  CHECK(sentences("Said Mr. A. B. Smith. Then.") == "Said Mr. A. B. Smith. | Then.");
}

TEST_CASE("the number of a paragraph is no sentence") {
  CHECK(sentences("1. States agree. They sign.") == "1. States agree. | They sign.");
  CHECK(sentences("12. States agree.\n\n13. They sign.") == "12. States agree. | 13. They sign.");
  CHECK(sentences("(3) States agree.") == "(3) States agree.");
  CHECK(sentences("They met in 2015. States agree.") == "They met in 2015. | States agree.");
}

TEST_CASE("a sentence never leaves its region") {
  CHECK(sentences("One without an end\n\nand another") == "One without an end | and another");
  const topos::Document document = document_of("One. Two.\n\nThree.");
  const topos::Segmentation out = cut(document);
  REQUIRE(out.sentences.size() == 3);
  CHECK(out.sentences[0].region == 0);
  CHECK(out.sentences[1].region == 0);
  CHECK(out.sentences[2].region == 1);
  CHECK(out.sizes[0].sentences == 2);
  CHECK(out.sizes[1].sentences == 1);
}

TEST_CASE("sentences of the analysis text are numbered from 1, others have 0") {
  topos::Document document = document_of("Title here\n\nOne. Two.\n\nNote.\n\nThree.");
  document.regions[0].name = topos::RegionName::title;
  document.regions[2].name = topos::RegionName::footnote;
  std::string numbers;
  for (const topos::Sentence& sentence : cut(document).sentences) numbers += std::to_string(sentence.analysis) + ' ';
  CHECK(numbers == "0 1 2 0 3 ");
  topos::RegionSet all;
  all.set();
  numbers.clear();
  for (const topos::Sentence& sentence : cut(document, all).sentences)
    numbers += std::to_string(sentence.analysis) + ' ';
  CHECK(numbers == "1 2 3 4 5 ");
}

TEST_CASE("sentences of other languages end where their marks say so") {
  CHECK(sentences("Мир меняется. В 2015 г. Россия повернулась. Всё.", "ru") ==
        "Мир меняется. | В 2015 г. Россия повернулась. | Всё.");
  CHECK(sentences("世界在变。中国也在变！对吗？", "zh") == "世界在变。 | 中国也在变！ | 对吗？");
  CHECK(sentences("Dunia berubah. Kata Prof. Amin, kita siap.", "id") ==
        "Dunia berubah. | Kata Prof. Amin, kita siap.");
  CHECK(sentences("Thế giới thay đổi. Chúng ta sẵn sàng.", "vi") == "Thế giới thay đổi. | Chúng ta sẵn sàng.");
}

TEST_CASE("spans of sentences, tokens and characters lie in each other, in order, at character borders") {
  const char* texts[][2] = {{"en", "The “pivot” to Asia’s win–win. It\u00ADs 2025's\r\nplan!"},
                            {"ru", "Всё ещё «поворот» на Восток. Да."},
                            {"zh", "以「東盟」為中心。互联互通，共赢！"},
                            {"th", "รัสเซียหันไปหาเอเชีย ด้วยความร่วมมือ"},
                            {"vi", "ho\u031B\u0323p tác – hoà bình."}};
  for (const auto& [language, text] : texts) {
    const topos::Document document = document_of(text, language);
    CAPTURE(document.text);
    const topos::Segmentation out = cut(document);
    const auto on_border = [&](std::uint32_t at) {
      return at == document.text.size() || (static_cast<unsigned char>(document.text[at]) & 0xC0) != 0x80;
    };
    std::uint32_t last = 0;
    for (const topos::Sentence& sentence : out.sentences) {
      CHECK(sentence.span.begin >= last);
      CHECK(on_border(sentence.span.begin));
      CHECK(on_border(sentence.span.end));
      last = sentence.span.begin;
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const topos::Token& token = out.tokens[i];
        CHECK(token.begin >= last);
        CHECK(token.end > token.begin);
        CHECK(on_border(token.begin));
        CHECK(on_border(token.end));
        last = token.end;
      }
      CHECK(last <= sentence.span.end);
      last = sentence.span.end;
    }
  }
}
