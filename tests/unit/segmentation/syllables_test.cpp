// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/syllables.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("syllables of English words are counted by rule") {
  const std::vector<std::pair<std::string, std::uint32_t>> words = {
      {"trade", 1},     {"trades", 1},      {"traded", 2},      {"allied", 2},       {"table", 2},
      {"centre", 2},    {"called", 1},      {"people", 2},      {"peaceful", 2},     {"movement", 2},
      {"element", 3},   {"settlement", 3},  {"cooperation", 5}, {"society", 4},      {"science", 2},
      {"area", 3},      {"being", 2},       {"union", 2},       {"million", 2},      {"region", 2},
      {"policy", 3},    {"nations", 2},     {"various", 3},     {"creation", 3},     {"unique", 2},
      {"dialogue", 3},  {"the", 1},         {"something", 2},   {"multilateral", 5}, {"coordination", 5},
      {"mechanism", 4}, {"association", 5}, {"friend", 1},      {"experience", 4},   {"ancient", 2},
      {"prices", 2},    {"changes", 2},     {"great", 1},       {"create", 2},       {"brrr", 1}};
  for (const auto& [word, syllables] : words) {
    const std::string_view shown = word;
    CAPTURE(shown);
    CHECK(topos::english_syllables(word) == syllables);
  }
}

TEST_CASE("any bytes have at least one syllable") {
  for (const std::string& word :
       std::vector<std::string>{"", "e", "ed", "es", "1990", "мир", "é", "ia", "ee", "sm", "gue"})
    CHECK(topos::english_syllables(word) >= 1);
}

TEST_CASE("letters are letters and digits, and marks are none of their own") {
  CHECK(topos::letters_of("co2") == 3);
  CHECK(topos::letters_of("всё") == 3);
  CHECK(topos::letters_of("e\xCC\x81") == 1);
  CHECK(topos::letters_of("don't") == 4);
  CHECK(topos::letters_of("") == 0);
}
