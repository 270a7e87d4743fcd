// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/syllables.hpp"

#include <algorithm>
#include <array>

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 7> suffixes = {"ement", "ements", "ely", "eful", "eless", "eness", "efully"};
constexpr std::array<std::string_view, 9> first_parts = {"some",  "there", "where", "every", "frame",
                                                         "peace", "safe",  "life",  "else"};

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

std::uint32_t vowel_groups(std::string_view word) {
  std::uint32_t groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]))) ++groups;
  return groups;
}

/// Whether the e at word[at] is not spoken, as in "trade" but not in "table".
bool is_silent(std::string_view word, std::size_t at) {
  if (at < 2 || word[at] != 'e') return false;
  const char before = word[at - 1];
  if (before == 'u') return word[at - 2] == 'g' || word[at - 2] == 'q';
  if ((before == 'l' || before == 'r') && !is_vowel(word[at - 2])) return before == word[at - 2];
  return !is_vowel(before);
}

/// Whether the vowels at word[i] and behind it, though neighbours, are mostly spoken in two syllables.
bool are_parted(std::string_view word, std::size_t i) {
  if (i == 0) return false;
  const std::string_view pair = word.substr(i, 2);
  const std::string_view rest = word.substr(i + 2);
  const char before = word[i - 1];
  const bool soft = std::string_view("ctsgx").find(before) != std::string_view::npos;
  if (rest.starts_with("ng") && pair[1] == 'i') return true;
  if (is_vowel(before)) return false;
  if (pair == "oo") return i == 1 && (word.starts_with("coop") || word.starts_with("coor")) && rest.size() > 1;
  if (pair == "ia" || pair == "io" || pair == "iu")
    return soft ? pair == "ia" && rest.starts_with('t') && !rest.starts_with("tiv")
                : before != 'l' && !(before == 'n' && pair == "io");
  if (pair == "ie")
    return (rest.starts_with('n') || rest.starts_with('t')) &&
           (!soft || rest.starts_with("ty") || rest.starts_with("ti") || word.substr(0, i).ends_with("sc")) &&
           !word.substr(i - 1).starts_with("riend");
  if (pair == "ea")
    return rest.empty()  ? i > 1
           : rest == "s" ? i > 1 && before == 'r'
                         : word.substr(i - 1).starts_with("reat") && i > 1 && word[i - 2] == 'c';
  if (pair == "ua" || pair == "uo") return before != 'q' && before != 'g';
  return pair == "yi";
}

}  // namespace

std::uint32_t letters_of(std::string_view word) noexcept {
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    // Combining marks of the Latin, Greek and Cyrillic scripts.
    const bool mark = c.value >= 0x300 && c.value <= 0x36F;
    if (is_word_character(c.value) && !mark) ++letters;
    at += c.size;
  }
  return letters;
}

std::uint32_t english_syllables(std::string_view word) noexcept {
  std::uint32_t syllables = vowel_groups(word);
  for (std::size_t i = 0; i + 1 < word.size(); ++i)
    if (is_vowel(word[i]) && is_vowel(word[i + 1]) && are_parted(word, i)) ++syllables;
  if (ends_with_any(word, {"sm", "sms"})) ++syllables;

  const std::size_t size = word.size();
  std::uint32_t silent = 0;
  if (size > 2 && is_silent(word, size - 1)) silent = 1;
  const bool hissing = ends_with_any(word, {"ses", "xes", "zes", "ches", "shes", "ces", "ges"});
  if (size > 3 && word.ends_with("es") && is_silent(word, size - 2) && !hissing) silent = 1;
  if (size > 3 && word.ends_with("ed") && is_silent(word, size - 2) && !ends_with_any(word, {"ted", "ded"})) silent = 1;
  // An e before a suffix, or at the end of the first of two words that became one: "movement", "something".
  for (const std::string_view suffix : suffixes)
    if (size > suffix.size() + 1 && word.ends_with(suffix) && word[size - suffix.size() - 1] != 'l' &&
        is_silent(word, size - suffix.size()) && vowel_groups(word.substr(0, size - suffix.size())) > 0)
      ++silent;
  for (const std::string_view part : first_parts)
    if (silent == 0 && size > part.size() + 2 && word.starts_with(part) && !is_vowel(word[part.size()])) ++silent;
  return std::max<std::uint32_t>(1, syllables - std::min(syllables, silent));
}

}  // namespace topos
