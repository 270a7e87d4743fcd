// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/literal_search.hpp"

#include <algorithm>
#include <bit>

#include "topos/text/byte_block.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

/// Letters and digits of English texts, the most frequent first.
constexpr std::string_view by_frequency = "etaoinsrhldcumfpgwybvkxjqz0123456789";

bool is_run_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool equals(std::string_view bytes, std::string_view lower) {
  return bytes.size() == lower.size() &&
         std::equal(bytes.begin(), bytes.end(), lower.begin(), [](char a, char b) { return ascii_lower(a) == b; });
}

/// A text whose runs of letters and digits are looked at. As it stands in JSON, the letter of an escape belongs to
/// none.
class Runs {
 public:
  Runs(std::string_view text, LiteralSearch::Form form) : text_(text), escaped_(form == LiteralSearch::Form::json) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] bool is_escape(std::size_t at) const { return escaped_ && at > 0 && text_[at - 1] == '\\'; }
  [[nodiscard]] bool is_run(std::size_t at) const { return is_run_byte(text_[at]) && !is_escape(at); }
  /// The run that begins at or behind `at`; empty at the end.
  [[nodiscard]] std::string_view behind(std::size_t at) const {
    while (at < text_.size() && !is_run(at)) ++at;
    std::size_t end = at;
    while (end < text_.size() && is_run(end)) ++end;
    return text_.substr(at, end - at);
  }
  /// The one that ends at or before `end`.
  [[nodiscard]] std::string_view before(std::size_t end) const {
    while (end > 0 && !is_run(end - 1)) --end;
    std::size_t at = end;
    while (at > 0 && is_run(at - 1)) --at;
    return text_.substr(at, end - at);
  }
  [[nodiscard]] std::size_t begin_of(std::string_view run) const {
    return static_cast<std::size_t>(run.data() - text_.data());
  }
  [[nodiscard]] std::size_t end_of(std::string_view run) const { return begin_of(run) + run.size(); }

 private:
  std::string_view text_;
  bool escaped_;
};

/// A clitic between two words is stepped over.
bool is_clitic(std::string_view run) { return run == "s" || run == "S"; }

bool words_follow(const RequiredPhrase& phrase, std::size_t word, const Runs& runs, std::size_t at) {
  for (++word; word < phrase.words.size(); ++word) {
    std::string_view run = runs.behind(at);
    while (is_clitic(run) && phrase.words[word] != "s") run = runs.behind(runs.end_of(run));
    const bool open = phrase.open_end && word + 1 == phrase.words.size();
    if (!equals(open ? run.substr(0, phrase.words[word].size()) : run, phrase.words[word])) return false;
    at = runs.end_of(run);
  }
  return true;
}

bool words_precede(const RequiredPhrase& phrase, std::size_t word, const Runs& runs, std::size_t at) {
  while (word-- > 0) {
    std::string_view run = runs.before(at);
    while (is_clitic(run) && phrase.words[word] != "s") run = runs.before(runs.begin_of(run));
    if (!equals(run, phrase.words[word])) return false;
    at = runs.begin_of(run);
  }
  return true;
}

}  // namespace

LiteralSearch::LiteralSearch(std::vector<RequiredPhrase> phrases) : folder_("") {
  for (RequiredPhrase& phrase : phrases) targets_.push_back(target_of(std::move(phrase)));
}

LiteralSearch::Target LiteralSearch::target_of(RequiredPhrase phrase) {
  Target target;
  const auto shorter = [](const std::string& a, const std::string& b) { return a.size() < b.size(); };
  target.word = static_cast<std::size_t>(std::max_element(phrase.words.begin(), phrase.words.end(), shorter) -
                                         phrase.words.begin());
  const std::string& word = phrase.words[target.word];
  const auto rank = [&](std::size_t i) { return by_frequency.find(word[i]); };
  std::size_t first = 0;
  for (std::size_t i = 1; i < word.size(); ++i)
    if (rank(i) > rank(first)) first = i;
  std::size_t second = first == 0 && word.size() > 1 ? 1 : 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i != first && rank(i) > rank(second)) second = i;
  target.letters = {word[first], word[second], first, second};
  target.phrase = std::move(phrase);
  return target;
}

bool LiteralSearch::stands_in(const Target& target, std::string_view text, Form form) {
  const Runs runs(text, form);
  const std::string& word = target.phrase.words[target.word];
  if (text.size() < word.size()) return false;
  const bool open_begin = target.phrase.open_begin && target.word == 0;
  const bool open_end = target.phrase.open_end && target.word + 1 == target.phrase.words.size();
  const std::size_t last = text.size() - word.size();  // where the word may begin at most
  for (std::size_t at = 0; (at = next_pair(text, at, last, target.letters)) <= last; ++at) {
    const std::size_t end = at + word.size();
    if (!equals(text.substr(at, word.size()), word) || runs.is_escape(at)) continue;
    if ((!open_begin && at > 0 && runs.is_run(at - 1)) || (!open_end && end < text.size() && runs.is_run(end)))
      continue;
    if (words_follow(target.phrase, target.word, runs, end) && words_precede(target.phrase, target.word, runs, at))
      return true;
  }
  return false;
}

bool LiteralSearch::may_hold(std::string_view text, Form form) {
  return std::any_of(targets_.begin(), targets_.end(),
                     [&](const Target& target) { return stands_in(target, text, form); }) ||
         has_odd_characters(text);
}

bool LiteralSearch::has_odd_characters(std::string_view text) {
  for (std::size_t from = next_beyond_ascii(text, 0); from < text.size();
       from = next_beyond_ascii(text, from + ByteBlock::size)) {
    const ByteBlock block(text, from);
    for (std::uint64_t beyond = block.beyond_ascii() & ~block.continuations(); beyond != 0; beyond &= beyond - 1)
      if (is_odd(code_point_at(text, from + static_cast<std::size_t>(std::countr_zero(beyond))).value)) return true;
  }
  return false;
}

bool LiteralSearch::is_odd(char32_t c) {
  if (c > 0xFFFF) return find_odd(c);
  std::unique_ptr<Page>& page = odd_[c >> 8];
  if (page == nullptr) {
    page = std::make_unique<Page>();
    for (char32_t low = 0; low < 256; ++low)
      if (const char32_t one = (c & 0xFF00) | low; one >= 0x80 && (one < 0xD800 || one > 0xDFFF))
        page->set(low, find_odd(one));
  }
  return page->test(c & 0xFF);
}

bool LiteralSearch::find_odd(char32_t c) const {
  if (is_ignorable(c) || is_unspaced(c)) return true;
  std::string character;
  append_utf8(character, c);
  const std::string folded = folder_.fold(character).folded;
  return folded.empty() || std::any_of(folded.begin(), folded.end(), is_run_byte);
}

}  // namespace topos
