// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/fold.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string folded(std::string_view word, std::string_view language = "en") {
  return topos::Folder(language).fold(word).folded;
}
std::string cased(std::string_view word, std::string_view language = "en") {
  return topos::Folder(language).fold(word).cased;
}

}  // namespace

TEST_CASE("folding takes case away, fully, and the case form keeps it") {
  CHECK(folded("HEGEMONY") == "hegemony");
  CHECK(cased("HEGEMONY") == "HEGEMONY");
  CHECK(folded("Straße") == "strasse");
  CHECK(cased("Straße") == "Straße");
  CHECK(folded("ΣΊΣΥΦΟΣ") == folded("σίσυφος"));
  CHECK(folded("ДИКТАТ", "ru") == "диктат");
  CHECK(folded("ĐẠI", "vi") == "đại");
}

TEST_CASE("both forms are NFKC") {
  CHECK(folded("e\u0301tat") == "état");
  CHECK(cased("E\u0301tat") == "État");
  CHECK(folded("ﬁnance") == "finance");
  CHECK(cased("ＡＳＥＡＮ") == "ASEAN");
  CHECK(folded("٢٠٢٥") == "٢٠٢٥");
  CHECK(folded("²") == "2");
}

TEST_CASE("curly and modifier apostrophes are plain in both forms, other quotation marks stay") {
  CHECK(folded("don’t") == "don't");
  CHECK(folded("don‘t") == "don't");
  CHECK(folded("donʼt") == "don't");
  CHECK(cased("Don’t") == "Don't");
  CHECK(folded("“") == "“");
}

TEST_CASE("hyphens and dashes of compounds are plain in both forms") {
  CHECK(folded("win‐win") == "win-win");
  CHECK(folded("win‑win") == "win-win");
  CHECK(folded("win–win") == "win-win");
  CHECK(folded("win—win") == "win-win");
  CHECK(cased("Win–Win") == "Win-Win");
}

TEST_CASE("characters that show nothing are taken out") {
  CHECK(folded("co\u00ADoperation") == "cooperation");
  CHECK(folded("co\u200Boperation") == "cooperation");
  CHECK(folded("co\u2060operation") == "cooperation");
  CHECK(folded("\uFEFFcooperation") == "cooperation");
  CHECK(cased("Co\u00ADoperation") == "Cooperation");
  CHECK(topos::is_ignorable(0xAD));
  CHECK_FALSE(topos::is_ignorable(0x200D));
}

TEST_CASE("ё is е in Russian only, and not in the case form") {
  CHECK(folded("полёт", "ru") == "полет");
  CHECK(folded("ПОЛЁТ", "ru") == "полет");
  CHECK(folded("поле\u0308т", "ru") == "полет");
  CHECK(cased("полёт", "ru") == "полёт");
  CHECK(folded("полёт", "en") == "полёт");
  CHECK(folded("й", "ru") == "й");
}

TEST_CASE("Traditional is Simplified in Chinese only, and not in the case form") {
  CHECK(folded("東盟", "zh") == "东盟");
  CHECK(cased("東盟", "zh") == "東盟");
  CHECK(folded("東盟", "ja") == "東盟");
  CHECK(folded("东盟", "zh") == "东盟");
}

TEST_CASE("Vietnamese tone marks stand on the second vowel of oa, oe and uy") {
  const char* pairs[][2] = {{"hóa", "hoá"},   {"hòa", "hoà"},   {"hỏa", "hoả"},   {"hõa", "hoã"},   {"họa", "hoạ"},
                            {"khóe", "khoé"}, {"hòe", "hoè"},   {"khỏe", "khoẻ"}, {"nhõe", "nhoẽ"}, {"họe", "hoẹ"},
                            {"túy", "tuý"},   {"thùy", "thuỳ"}, {"hủy", "huỷ"},   {"lũy", "luỹ"},   {"tụy", "tuỵ"}};
  for (const auto& [old_style, new_style] : pairs) {
    const std::string_view shown = old_style;
    CAPTURE(shown);
    CHECK(folded(old_style, "vi") == new_style);
    CHECK(folded(new_style, "vi") == new_style);
    CHECK(cased(old_style, "vi") == old_style);
    CHECK(folded(old_style, "id") == old_style);
  }
}

TEST_CASE("Vietnamese tone marks elsewhere stay where they are") {
  for (const char* word : {"toán", "hoàn", "của", "mía", "thủy-ngân", "ó", "a", "òa-b"}) {
    CAPTURE(word);
    CHECK(folded(word, "vi") == word);
  }
  CHECK(folded("HÓA", "vi") == "hoá");
  CHECK(folded("ho\u0301a", "vi") == "hoá");
  CHECK(folded("ÓA", "vi") == "oá");
}

TEST_CASE("languages without rules of their own fold like any other") {
  for (const char* language : {"en", "id", "ms", "th", "de", "und", "x-none", ""}) {
    CAPTURE(language);
    CHECK(folded("Ünder–Score’S", language) == "ünder-score's");
  }
  CHECK(folded("หลายขั้ว", "th") == topos::Folder("th").fold("หลายขั้ว").cased);
}

TEST_CASE("a folder can be moved and folds what is empty") {
  topos::Folder first("ru");
  topos::Folder second(std::move(first));
  CHECK(second.fold("Ё").folded == "е");
  first = std::move(second);
  CHECK(first.fold("Ё").folded == "е");
  CHECK(first.fold("").folded.empty());
}
