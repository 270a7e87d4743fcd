// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/acronyms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

constexpr std::size_t most_letters = 10;
constexpr std::size_t longest_acronym = 24;  ///< bytes in brackets
constexpr int widest = 20;                   ///< words of an expansion

constexpr WordList fillers({"a", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "or", "the", "to",
                            "with"});

bool is_upper_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// The letters of what may be an acronym, folded, a plural's s left out; empty if it is none. A year may stand behind
/// it.
std::string letters_of(std::string_view written) {
  if (written.size() > 5 && written[written.size() - 5] == ' ' &&
      std::all_of(written.end() - 4, written.end(), is_digit_byte))
    written.remove_suffix(5);
  const auto capitals = std::count_if(written.begin(), written.end(), is_upper_letter);
  const auto lower = std::count_if(written.begin(), written.end(), is_lower_letter);
  if (capitals < 2 || lower > capitals || !is_upper_letter(written[0])) return {};
  if (written.find_first_not_of("IVXLC") == std::string_view::npos) return {};
  if (written.ends_with('s') && is_upper_letter(written[written.size() - 2])) written.remove_suffix(1);
  std::string letters;
  for (const char c : written) {
    if (is_upper_letter(c))
      letters += static_cast<char>(c - 'A' + 'a');
    else if (is_lower_letter(c))
      letters += c;
    else if (!is_digit_byte(c) && std::string_view("&-./").find(c) == std::string_view::npos)
      return {};
  }
  return letters.size() > most_letters ? std::string() : letters;
}

/// One word that may be part of an expansion.
struct Word {
  int at = 0;
  std::string_view folded;
  bool capitalized = false;
  bool filler = false;
};

/// How many of `letters` a word can give: its initial, then letters inside it in order. 0 if not even that.
std::size_t most_given(std::string_view word, std::string_view letters) {
  if (word.empty() || letters.empty() || word[0] != letters[0]) return 0;
  std::size_t given = 1;
  for (std::size_t at = 1; at < word.size() && given < letters.size(); ++at)
    if (word[at] == letters[given]) ++given;
  return given;
}

constexpr int impossible = 1000;

/// What it costs to read `letters` from `words`, the first of which must give its initial: 2 for a word passed over, 1
/// for a letter inside a word.
int cost_of(const Word* words, std::size_t count, std::string_view letters) {
  std::array<int, most_letters + 1> best{};
  best.fill(impossible);
  best[0] = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::array<int, most_letters + 1> next{};
    next.fill(impossible);
    for (std::size_t k = 0; k <= letters.size(); ++k) {
      if (best[k] == impossible) continue;
      if (i > 0) next[k] = std::min(next[k], best[k] + (words[i].filler ? 0 : 2));
      const std::size_t most = most_given(words[i].folded, letters.substr(k));
      for (std::size_t given = 1; given <= most; ++given)
        next[k + given] = std::min(next[k + given], best[k] + static_cast<int>(given) - 1);
    }
    best = next;
  }
  return best[letters.size()];
}

/// The words before a bracket, the first one leftmost; marks other than hyphens, quotes and commas end them.
std::vector<Word> words_before(const SentenceWords& words, int bracket) {
  std::vector<Word> found;
  for (int at = bracket - 1; at >= 0 && found.size() < widest; --at) {
    if (words.is_word(at))
      found.push_back({at, words.folded(at), words.is_capitalized(at), fillers.has(words.folded(at))});
    else if (std::string_view("();:[]").find(words.written(at)) != std::string_view::npos)
      break;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

/// What was found out about the words before a bracket.
struct Reading {
  int first = -1;     ///< token that the expansion begins with; -1: there is none
  int borrowed = -1;  ///< token that gives the first letter from further left
  AcronymDefinition::Verdict verdict = AcronymDefinition::Verdict::fit;
};

Reading read_fit(const std::vector<Word>& before, std::string_view letters) {
  Reading best;
  int least = static_cast<int>(letters.size()) / 2 + 1;
  for (std::size_t first = before.size(); first-- > 0;) {
    const Word& word = before[first];
    if (before.size() - first < 2 || before.size() - first > letters.size() + 5) continue;
    const int cost = cost_of(&before[first], before.size() - first, letters);
    // Common nouns must give every letter by an initial; names may be cut more freely.
    if (cost < least && (word.capitalized || cost == 0) && !(word.filler && !word.capitalized)) {
      least = cost;
      best.first = word.at;
    }
  }
  return best;
}

/// "ASEAN-led talks like the Regional Forum (ARF)": the first letter comes from a name further left.
Reading read_borrowed(const std::vector<Word>& before, std::string_view letters) {
  const std::size_t rest = letters.size() - 1;
  if (rest < 2 || before.size() <= rest) return {};
  const std::size_t first = before.size() - rest;
  if (!before[first].capitalized || cost_of(&before[first], rest, letters.substr(1)) != 0) return {};
  constexpr std::size_t reach = 6;
  for (std::size_t i = first; i-- > 0 && first - i <= reach;)
    if (before[i].capitalized && before[i].folded.starts_with(letters[0]))
      return {before[first].at, before[i].at, AcronymDefinition::Verdict::fit};
  return {};
}

/// The capitalised words directly before the bracket, numbers and small words among them.
Reading read_name(const std::vector<Word>& before, std::string_view letters) {
  std::string initials;
  int first = -1;
  for (std::size_t i = before.size(); i-- > 0 && initials.size() < letters.size();) {
    const bool number = is_digit_byte(before[i].folded.empty() ? ' ' : before[i].folded[0]);
    if (before[i].filler || number) continue;
    if (!before[i].capitalized) break;
    initials += before[i].folded[0];
    first = before[i].at;
  }
  if (initials.size() < 2) return {};
  std::size_t shared = 0;
  std::string left(letters);
  for (const char c : initials)
    if (const std::size_t at = left.find(c); at != std::string::npos) left.erase(at, 1), ++shared;
  if (shared == letters.size()) return {first, -1, AcronymDefinition::Verdict::permuted};
  if (shared >= 2 && 2 * shared >= letters.size()) return {first, -1, AcronymDefinition::Verdict::mismatch};
  return {};
}

Reading read(const std::vector<Word>& before, std::string_view letters) {
  Reading reading = read_fit(before, letters);
  if (reading.first < 0) reading = read_borrowed(before, letters);
  if (reading.first < 0) reading = read_name(before, letters);
  return reading;
}

/// "ABC (Expansion of It)": every word within the brackets is read, and must fit.
bool explains(const SentenceWords& words, int open, int close, std::string_view letters) {
  std::vector<Word> inside;
  for (int at = open + 1; at < close; ++at)
    if (words.is_word(at))
      inside.push_back({at, words.folded(at), words.is_capitalized(at), fillers.has(words.folded(at))});
  if (!inside.empty() && inside[0].folded == "the") inside.erase(inside.begin());
  return inside.size() >= 2 && inside.size() <= widest && inside[0].capitalized &&
         cost_of(inside.data(), inside.size(), letters) <= static_cast<int>(letters.size()) / 2;
}

}  // namespace

void find_acronyms(const SentenceWords& words, std::string_view text, std::vector<AcronymDefinition>& out) {
  if (words.size() == 0 || words.span(0, words.size() - 1).in(text).find('(') == std::string_view::npos) return;
  int open = -1;
  for (int at = 0; at < words.size(); ++at) {
    const std::string_view mark = words.written(at);
    if (mark == "(") open = at;
    if (mark != ")" || open < 1 || open + 1 >= at) continue;
    const ByteSpan inside = words.span(open + 1, at - 1);
    const std::string letters = inside.size() <= longest_acronym ? letters_of(inside.in(text)) : std::string();
    if (!letters.empty()) {
      const Reading reading = read(words_before(words, open), letters);
      if (reading.first >= 0) {
        const ByteSpan borrowed = reading.borrowed < 0 ? ByteSpan() : words.span(reading.borrowed, reading.borrowed);
        out.push_back(
            {words.span(reading.first, at), inside, words.span(reading.first, open - 1), borrowed, reading.verdict});
      }
    } else if (at - open <= 2 * widest && words.type(open - 1).acronym) {
      const std::string before = letters_of(words.written(open - 1));
      if (!before.empty() && explains(words, open, at, before))
        out.push_back(
            {words.span(open - 1, at), words.span(open - 1, open - 1), inside, {}, AcronymDefinition::Verdict::fit});
    }
    open = -1;
  }
}

std::string_view to_string(AcronymDefinition::Verdict verdict) noexcept {
  constexpr std::string_view names[] = {"fit", "permuted", "mismatch"};
  return names[static_cast<std::size_t>(verdict)];
}

}  // namespace topos
