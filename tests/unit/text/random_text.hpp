// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace topos::test {

/// Up to `most` pieces of text one after the other: words of several scripts, marks, blanks and line ends of all kinds.
inline std::string random_text(std::mt19937& random, std::size_t most) {
  static constexpr std::array<std::string_view, 62> pieces = {"a",      "The",       "of",      "Universities",
                                                              "x-ray",  "1",         "2024",    "iv",
                                                              "I",      "KERJASAMA", "Quality", " ",
                                                              " ",      " ",         "  ",      "\t",
                                                              "\n",     "\n\n",      "\r\n",    "\r",
                                                              "\f",     "\v",        ".",       ", ",
                                                              ". ",     ": ",        "*",       "**",
                                                              "_",      "#",         "\"",      "`",
                                                              ">",      "“",         "”",       "’",
                                                              "—",      "\u2011",    "\u00a0",  "\u00ad",
                                                              "«",      "ʼ",         "é",       "Ĳ",
                                                              "İ",      "ſ",         "\u212a",  "ß",
                                                              "Ж",      "жизнь",     "СЛОВО",   "ё",
                                                              "中",     "东盟峰会",  "かな",    "ไทย",
                                                              "๏",      "ລາວ",       "한국",    "\u0301",
                                                              "\u2028", "\U0001F600"};
  std::string text;
  for (std::size_t left = random() % (most + 1); left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

}  // namespace topos::test
