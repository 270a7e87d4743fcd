// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/thai_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "topos/segmentation/thai_dictionary.hpp"

namespace topos {
namespace {

// ICU's own numbers and sets (dictbe.cpp, ThaiBreakEngine). Characters are given by their distance from U+0E00.
constexpr std::size_t least_run = 5;         ///< a shorter one is a word
constexpr std::size_t short_word = 3;        ///< a shorter one takes what follows and is no word
constexpr std::size_t enough_of_a_word = 3;  ///< unless so much of it may begin a word
constexpr char abbreviation = 0x2F;          ///< PAIYANNOI
constexpr char repetition = 0x46;            ///< MAIYAMOK

bool is_mark(char c) { return c == 0x31 || (c >= 0x34 && c <= 0x3A) || (c >= 0x47 && c <= 0x4E); }
bool is_leading_vowel(char c) { return c >= 0x40 && c <= 0x44; }
bool may_begin_word(char c) { return (c >= 0x01 && c <= 0x2E) || is_leading_vowel(c); }
bool may_end_word(char c) { return c != 0x31 && !is_leading_vowel(c); }
bool is_suffix(char c) { return c == abbreviation || c == repetition; }

/// The words of the dictionary that begin at one place.
struct Candidates {
  static constexpr std::size_t most = 20;

  std::size_t place = ~std::size_t{0};
  std::uint32_t count = 0;
  std::uint32_t looked_at = 0;                ///< characters, with the one that ended the search
  std::array<std::uint16_t, most> lengths{};  ///< shortest first
};

}  // namespace

struct ThaiWords::Impl {
  ThaiDictionary dictionary;
  std::string_view run;
  std::array<Candidates, 64> recent;  ///< by the lower bits of their places

  const Candidates& at(std::size_t place) {
    Candidates& found = recent[place % recent.size()];
    if (found.place == place) return found;
    found.place = place;
    found.count = 0;
    ThaiDictionary::Node node = dictionary.root();
    std::size_t end = place;
    while (end < run.size()) {
      node = dictionary.step(node, run[end++]);
      if (ThaiDictionary::ends_word(node) && found.count < Candidates::most)
        found.lengths[found.count++] = static_cast<std::uint16_t>(end - place);
      if (ThaiDictionary::ends_search(node)) break;
    }
    found.looked_at = static_cast<std::uint32_t>(end - place);
    return found;
  }
  bool begins_word(std::size_t place) { return at(place).count > 0; }

  /// Whether a word of the dictionary that begins at `place` is followed by another, or is the last one.
  bool goes_on(std::size_t place) {
    const Candidates second = at(place);
    if (place + second.lengths[second.count - 1] == run.size()) return true;
    for (std::uint32_t i = second.count; i > 0; --i)
      if (begins_word(place + second.lengths[i - 1])) return true;
    return false;
  }

  /// The length of the word at `from` that is followed by most words, of at most two; 0 if none begins there.
  std::size_t best_word(std::size_t from) {
    const Candidates first = at(from);
    if (first.count == 0) return 0;
    std::size_t best = first.lengths[first.count - 1];
    if (first.count == 1 || from + best == run.size()) return best;
    for (std::uint32_t i = first.count; i > 0; --i) {
      const std::size_t length = first.lengths[i - 1];
      if (!begins_word(from + length)) continue;
      best = length;
      if (goes_on(from + length)) break;
    }
    return best;
  }

  /// Characters from `place` on that are no word: as far as one may begin.
  std::size_t unknown(std::size_t place) {
    for (std::size_t at = place + 1; at < run.size(); ++at)
      if (may_end_word(run[at - 1]) && may_begin_word(run[at]) && begins_word(at)) return at - place;
    return run.size() - place;
  }

  /// Where the word ends that begins at `from`.
  std::size_t end_of_word(std::size_t from) {
    const std::size_t known = best_word(from);
    std::size_t end = from + known;
    if (end < run.size() && known < short_word) {
      const Candidates& next = at(end);
      if (next.count == 0 && (known == 0 || next.looked_at < enough_of_a_word)) end += unknown(end);
    }
    while (end < run.size() && is_mark(run[end])) ++end;
    if (end == run.size() || !is_suffix(run[end]) || begins_word(end)) return end;
    if (run[end] == abbreviation && !is_suffix(run[end - 1])) ++end;
    if (end < run.size() && run[end] == repetition && run[end - 1] != repetition) ++end;
    return end;
  }
};

ThaiWords::ThaiWords() = default;
ThaiWords::ThaiWords(ThaiWords&&) noexcept = default;
ThaiWords& ThaiWords::operator=(ThaiWords&&) noexcept = default;
ThaiWords::~ThaiWords() = default;

const std::vector<std::uint32_t>& ThaiWords::find() {
  ends_.clear();
  if (!ThaiDictionary::is_there()) return ends_;
  if (impl_ == nullptr) impl_ = std::make_unique<Impl>();
  impl_->run = run_;
  for (Candidates& one : impl_->recent) one.place = ~std::size_t{0};
  if (run_.size() >= least_run)
    for (std::size_t end = 0; end < run_.size();) {
      end = impl_->end_of_word(end);
      ends_.push_back(static_cast<std::uint32_t>(end));
    }
  else
    ends_.push_back(static_cast<std::uint32_t>(run_.size()));
  return ends_;
}

}  // namespace topos
