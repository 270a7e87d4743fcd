// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/thai_words.hpp"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

namespace {

/// ThaiWords beside ICU's own iterator.
class Comparison {
 public:
  Comparison() {
    UErrorCode status = U_ZERO_ERROR;
    icu_.reset(icu::BreakIterator::createWordInstance(icu::Locale("th"), status));
    REQUIRE(U_SUCCESS(status));
  }

  std::vector<std::uint32_t> ours(const std::u16string& run) {
    words_.run().clear();
    for (const char16_t c : run) words_.run().push_back(static_cast<char>(c - 0x0E00));
    return words_.find();
  }
  std::vector<std::uint32_t> icus(const std::u16string& run) {
    const icu::UnicodeString text(run.data(), static_cast<std::int32_t>(run.size()));
    icu_->setText(text);
    std::vector<std::uint32_t> ends;
    for (int end = icu_->next(); end != icu::BreakIterator::DONE; end = icu_->next())
      ends.push_back(static_cast<std::uint32_t>(end));
    return ends;
  }

 private:
  topos::ThaiWords words_;
  std::unique_ptr<icu::BreakIterator> icu_;
};

bool is_mark(char16_t c) { return c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) || (c >= 0x0E47 && c <= 0x0E4E); }

}  // namespace

TEST_CASE("runs of Thai are cut into the words of the dictionary") {
  Comparison words;
  CHECK(words.ours(u"ประเทศไทย") == words.icus(u"ประเทศไทย"));
  CHECK(words.ours(u"ไปมาไปมา").size() > 1);
  CHECK(words.ours(u"การประชุมสุดยอดอาเซียน") == words.icus(u"การประชุมสุดยอดอาเซียน"));
  CHECK(words.ours(u"ไทย") == std::vector<std::uint32_t>{3});
  CHECK(words.ours(u"ก") == std::vector<std::uint32_t>{1});
}

TEST_CASE("marks of repetition and abbreviation belong to the word before them") {
  Comparison words;
  for (const char16_t* run : {u"ต่างๆนานา", u"ต่างๆๆ", u"กรุงเทพฯเมือง", u"กรุงเทพฯๆ", u"ฯลฯ", u"ๆๆๆๆๆๆ", u"ฯฯฯฯฯฯ"})
    CHECK(words.ours(run) == words.icus(run));
}

TEST_CASE("runs of random letters and of words cut anywhere are cut as ICU does") {
  static const std::u16string speech =
      u"คณะรัฐมนตรีมีมติเห็นชอบร่างแถลงการณ์ร่วมของการประชุมรัฐมนตรีต่างประเทศอาเซียนและประเทศคู่เจรจาว่าด้วยความร่วมมือทางเศรษฐกิจ"
      u"เพื่อส่งเสริมการค้าการลงทุนและความมั่นคงในภูมิภาคเอเชียตะวันออกเฉียงใต้อย่างยั่งยืนต่อไป";
  std::mt19937 random(7);
  Comparison words;
  for (int i = 0; i < 20000; ++i) {
    std::u16string run;
    for (std::size_t left = 1 + random() % 20; left > 0; --left) {
      if (random() % 3 == 0) {
        const std::size_t from = random() % speech.size();
        run += speech.substr(from, 1 + random() % 12);
      } else {
        const auto c = static_cast<char16_t>(0x0E01 + random() % 0x4E);
        if (c != 0x0E3F && !(c > 0x0E3A && c < 0x0E3F)) run += c;
      }
    }
    if (run.empty() || is_mark(run[0])) continue;
    CAPTURE(i);
    REQUIRE(words.ours(run) == words.icus(run));
  }
}
