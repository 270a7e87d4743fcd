// SPDX-License-Identifier: Apache-2.0
#include "topos/text/letter_order.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>
#include <vector>

#include "topos/text/code_points.hpp"
#include "topos/text/converter.hpp"

namespace topos {
namespace {

constexpr double enough = 40;  // letters
constexpr std::size_t enough_different = 12;

std::u32string decoded(const std::string& sample, const char* encoding) {
  Converter converter(encoding);
  std::string text;
  converter.convert(sample, true, text);
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.value;
    at += point.size;
  }
  return points;
}

/// Marks beside letters that are no sign of a wrong encoding: quotation marks, dashes, number signs, spaces.
bool is_usual_mark(char32_t c) {
  return c < 0x80 || is_blank(c) || (c >= 0x2010 && c <= 0x203A) ||
         std::u32string_view(U"«»·°§©№™").find(c) != std::u32string_view::npos;
}

/// How much more often than others a letter stands in Russian, in sixteenths of a bit, from а to я.
constexpr std::array<int, 32> russian = {23, -15, 9,  -14, -1,  24,  -30, -15, 22,  -22, 3,   9,   1,   18,  30,  -2,
                                         11, 14,  17, -4,  -55, -26, -42, -17, -34, -48, -90, -11, -13, -54, -37, -10};

int cyrillic_weight(char32_t c) {
  const char32_t lower = fold_case(c);
  if (lower >= U'а' && lower <= U'я') return russian[lower - U'а'];
  // Those of Ukrainian, Belarusian and Serbian.
  constexpr std::array<std::pair<std::u32string_view, int>, 3> others = {
      {{U"іј", 10}, {U"їєёўљњћ", -15}, {U"ґђџ", -50}}};
  for (const auto& [letters, weight] : others)
    if (letters.find(lower) != letters.npos) return weight;
  return -64;
}

/// Bits by which the letters are likelier in Russian than in disorder, per letter. A capital within a word is a sign of
/// another encoding, as are letters of no alphabet.
double cyrillic_score(const std::u32string& text) {
  double letters = 0;
  double sum = 0;
  std::bitset<64> met;
  bool after_small = false;
  for (const char32_t c : text) {
    const bool letter = c >= 0x400 && c < 0x500;
    if (letter) {
      ++letters;
      sum += cyrillic_weight(c);
      met.set(fold_case(c) & 63);
      if (after_small && is_upper(c)) sum -= 96;
    } else if (!is_usual_mark(c)) {
      sum -= 64;
    }
    after_small = letter && is_lower(c);
  }
  return letters < enough || met.count() < enough_different ? -9 : sum / 16 / letters;
}

std::optional<std::string> cyrillic(const std::string& sample) {
  constexpr std::array<const char*, 5> names = {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "x-mac-cyrillic"};
  std::vector<std::pair<double, const char*>> scores;
  for (const char* name : names) scores.emplace_back(cyrillic_score(decoded(sample, name)), name);
  // The Ukrainian letters stand where the Russian encoding has pieces of frames.
  if (const double score = cyrillic_score(decoded(sample, "KOI8-U")); score > scores[1].first)
    scores[1] = {score, "KOI8-U"};
  std::sort(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (scores[0].first < 0.2 || scores[0].first - scores[1].first < 0.1) return std::nullopt;
  return scores[0].second;
}

/// Thai writes some vowels before a consonant and others, with tones, behind or over one.
std::optional<std::string> thai(const std::string& sample) {
  const std::u32string text = decoded(sample, "windows-874");
  double letters = 0;
  double vowels = 0;
  double wrong = 0;
  char32_t last = 0;
  const auto is_consonant = [](char32_t c) { return c >= 0x0E01 && c <= 0x0E2E; };
  const auto is_leading = [](char32_t c) { return c >= 0x0E40 && c <= 0x0E44; };
  for (const char32_t c : text) {
    const bool letter = c >= 0x0E01 && c <= 0x0E4E;
    letters += letter;
    if (is_leading(last) && !is_consonant(c)) ++wrong;
    if (letter && !is_consonant(c)) {
      ++vowels;
      const bool follows = (last >= 0x0E01 && last <= 0x0E4E && !is_leading(last)) || c == 0x0E2F || c == 0x0E46;
      if (!is_leading(c) && !follows) ++wrong;
    }
    if (!letter && !is_usual_mark(c) && !(c >= 0x0E4F && c <= 0x0E5B)) ++wrong;
    last = c;
  }
  if (letters < enough || vowels < letters / 5 || vowels > letters * 2 / 3 || wrong > vowels / 20) return std::nullopt;
  return "windows-874";
}

/// Greek has one accent a word and a sigma of its own for the end of words.
bool reads_as_greek(const std::u32string& text) {
  double letters = 0;
  double words = 0;
  double sigmas = 0;
  double wrong = 0;
  int accents = 0;
  char32_t last = 0;
  const auto is_letter = [](char32_t c) { return c >= 0x386 && c <= 0x3CE; };
  for (const char32_t c : text) {
    if (is_letter(c)) {
      ++letters;
      if (!is_letter(last)) accents = 0;
      accents += std::u32string_view(U"άέήίόύώΐΰ").find(c) != std::u32string_view::npos;
      wrong += accents > 1 || last == U'ς' || (is_lower(last) && is_upper(c));
    } else {
      words += is_letter(last);
      sigmas += last == U'ς';
      if (!is_usual_mark(c)) ++wrong;
    }
    last = c;
  }
  return letters >= enough && sigmas * 12 >= words && wrong * 20 <= words;
}

std::optional<std::string> greek(const std::string& sample) {
  const bool iso = reads_as_greek(decoded(sample, "ISO-8859-7"));
  const bool windows = reads_as_greek(decoded(sample, "windows-1253"));
  if (!iso && !windows) return std::nullopt;
  // They differ in one letter, Ά, and in marks that the older one lacks.
  const auto before_letter = [&](char mark) {
    for (std::size_t at = 0; at + 1 < sample.size(); ++at)
      if (sample[at] == mark && static_cast<unsigned char>(sample[at + 1]) >= 0xE1) return true;
    return false;
  };
  const bool newer =
      std::any_of(sample.begin(), sample.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xE0) == 0x80; });
  return (newer || before_letter('\xA2')) && windows ? "windows-1253" : "ISO-8859-7";
}

/// Vietnamese in the encoding of Windows has tones as characters of their own behind vowels.
std::optional<std::string> vietnamese(const std::string& sample) {
  const std::u32string text = decoded(sample, "windows-1258");
  double letters = 0;
  double tones = 0;
  double own = 0;
  double wrong = 0;
  char32_t last = 0;
  for (const char32_t c : text) {
    const bool tone = c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
    tones += tone;
    letters += is_word_character(c) && !tone;
    own += std::u32string_view(U"đơưĐƠƯ").find(c) != std::u32string_view::npos;
    const bool vowel = std::u32string_view(U"aăâeêioôơuưy").find(fold_case(last)) != std::u32string_view::npos;
    wrong += (tone && !vowel) || (!tone && !is_word_character(c) && !is_usual_mark(c));
    last = c;
  }
  if (letters < enough || tones * 20 < letters || own * 100 < letters || wrong * 20 > tones) return std::nullopt;
  return "windows-1258";
}

}  // namespace

bool has_misplaced_capitals(const std::string& sample, const std::string& encoding) {
  const std::u32string text = decoded(sample, encoding.c_str());
  std::size_t letters = 0;
  std::size_t misplaced = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    letters += text[i] >= 0x400 && text[i] < 0x500;
    misplaced += text[i] >= 0x400 && text[i] < 0x500 && is_upper(text[i]) && is_lower(text[i - 1]);
  }
  return misplaced * 100 > letters;
}

std::optional<std::string> encoding_by_letters(const std::string& sample) {
  std::optional<std::string> only;
  for (const auto judge : {cyrillic, greek, thai, vietnamese})
    if (std::optional<std::string> found = judge(sample)) {
      if (only) return std::nullopt;
      only = std::move(found);
    }
  return only;
}

}  // namespace topos
