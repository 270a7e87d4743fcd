// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "random_text.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/cues.hpp"
#include "topos/text/folded_block.hpp"
#include "topos/text/utf8.hpp"

using namespace topos;
using namespace topos::test;

namespace {

/// The definition, a character after the other.
std::string plain_fold(std::string_view block, std::size_t limit) {
  constexpr std::u32string_view dropped = U"*_#\"“”«»„\u00AD`>";
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < block.size() && out.size() < limit;) {
    const CodePoint c = code_point_at(block, at);
    at += c.size;
    if (is_blank(c.value)) {
      space = !out.empty();
      continue;
    }
    if (dropped.find(c.value) != std::u32string_view::npos) continue;
    if (space) out.push_back(' ');
    space = false;
    if (c.value == U'’' || c.value == U'ʼ' || c.value == U'‘')
      out.push_back('\'');
    else if (c.value >= 0x2010 && c.value <= 0x2015)
      out.push_back('-');
    else
      append_utf8(out, fold_case(c.value));
  }
  return out;
}

struct Listed {
  Cue cue;
  std::string_view where;
  std::uint32_t words;
  std::string_view text;
};

constexpr Listed listed[] = {
#define TOPOS_CUE(cue, where, words, text) {Cue::cue, #where, words, text},
#include "topos/text/cues.def"
#undef TOPOS_CUE
};

std::string_view without_end_marks(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (is_word_character(c.value) || c.value == U')') break;
    text.remove_suffix(c.size);
  }
  return text;
}

bool ends_word(std::string_view text, std::size_t end, bool open) {
  if (open || end >= text.size()) return true;
  const char32_t last = code_point_before(text, end).value;
  return !is_word_character(last) || is_unspaced(last) || !is_word_character(code_point_at(text, end).value);
}

/// Every phrase compared at every place.
std::uint32_t plain_cues(std::string_view text, std::uint32_t words) {
  const std::size_t digits = text.find_first_not_of("0123456789.()[]ivx");
  const bool numbered = digits != std::string_view::npos && digits > 0 && text[digits] == ' ';
  const std::size_t from = numbered ? digits + 1 : 0;
  std::uint32_t found = 0;
  for (Listed p : listed) {
    const bool open = p.text.ends_with('*');
    if (open) p.text.remove_suffix(1);
    if (words > p.words || p.cue == Cue::role || p.cue == Cue::credit) continue;
    for (std::size_t at = text.find(p.text); at != std::string_view::npos; at = text.find(p.text, at + 1)) {
      if (!ends_word(text, at + p.text.size(), open)) continue;
      const bool begins = at == 0 || !is_word_character(code_point_before(text, at).value) ||
                          is_unspaced(code_point_at(text, at).value);
      const bool whole = at == from && from + without_end_marks(p.text).size() == without_end_marks(text).size();
      if (p.where == "whole" ? whole : at == from || (p.where == "within" && begins)) found |= cue_bit(p.cue);
    }
  }
  return found;
}

/// A place between two characters.
std::size_t split_place(std::string_view text, std::mt19937& random) {
  std::size_t place = random() % text.size();
  while (place > 0 && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80) --place;
  return place;
}

/// Text with phrases in it, each as it stands in the list or with marks and capitals.
std::string text_with_phrases(std::mt19937& random) {
  constexpr std::string_view marks = "*_\"# \n.";
  std::string text = random() % 3 == 0 ? random_text(random, 4) : std::string();
  if (random() % 4 == 0) text += "2.1. ";
  for (std::size_t left = random() % 4; left > 0; --left) {
    std::string phrase(listed[random() % std::size(listed)].text);
    if (random() % 2 == 0 && phrase.front() >= 'a' && phrase.front() <= 'z')
      phrase.front() = static_cast<char>(phrase.front() - 32);
    if (random() % 3 == 0) phrase.insert(phrase.begin(), marks[random() % marks.size()]);
    if (random() % 3 == 0) phrase.push_back(marks[random() % marks.size()]);
    if (random() % 4 == 0) phrase.insert(split_place(phrase, random), random() % 2 == 0 ? "**" : "\u201D");
    if (random() % 4 == 0) std::replace(phrase.begin(), phrase.end(), ' ', '\n');
    text += phrase;
    if (random() % 3 != 0) text += ' ';
    if (random() % 3 == 0) text += random_text(random, 60);
  }
  return text;
}

}  // namespace

TEST_CASE("blocks folded 64 bytes at a time are those folded a character at a time") {
  std::mt19937 random(21);
  for (int round = 0; round < 6000; ++round) {
    std::string text = random_text(random, round % 10 == 0 ? 500 : 60);
    if (round % 3 == 0) text += std::string(random() % 900, 'A') + text;
    const std::size_t limit = round % 2 == 0 ? FoldedBlock::longest : 1 + random() % FoldedBlock::longest;
    CAPTURE(text);
    REQUIRE(FoldedBlock(text, limit).text() == plain_fold(text, limit));
  }
}

TEST_CASE("cues looked for by their first bytes are those that every phrase compared at every place gives") {
  std::mt19937 random(22);
  for (int round = 0; round < 6000; ++round) {
    const std::string text = text_with_phrases(random);
    const auto words = static_cast<std::uint32_t>(random() % (round % 2 == 0 ? 15 : 256));
    const std::string folded = plain_fold(std::string_view(text).substr(0, 1600), FoldedBlock::longest);
    CAPTURE(text);
    CAPTURE(words);
    REQUIRE(find_cues(text, words) == plain_cues(folded, words));
  }
}

TEST_CASE("a block begins with a cue phrase if its folded text does") {
  std::mt19937 random(23);
  for (int round = 0; round < 6000; ++round) {
    const std::string text = text_with_phrases(random);
    const std::string folded = plain_fold(text, FoldedBlock::longest);
    const bool begins = std::any_of(std::begin(listed), std::end(listed), [&](Listed p) {
      const bool open = p.text.ends_with('*');
      if (open) p.text.remove_suffix(1);
      return p.cue == Cue::tail && folded.starts_with(p.text) && ends_word(folded, p.text.size(), open);
    });
    CAPTURE(text);
    REQUIRE(begins_with_cue(text, Cue::tail) == begins);
  }
}

TEST_CASE("a number of any length may stand before the phrase that a long block begins with") {
  for (const unsigned digits : {0u, 1u, 60u, 63u, 64u, 65u, 130u, 143u, 144u, 145u, 300u, 790u}) {
    const std::string text = std::string(digits, '1') + " abstract and more words";
    CHECK(find_cues(text, 200) == plain_cues(plain_fold(text, FoldedBlock::longest), 200));
  }
}
