// SPDX-License-Identifier: Apache-2.0
#include "topos/text/language_vote.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "topos/text/code_points.hpp"
#include "topos/text/telling_letters.hpp"
#include "topos/text/utf8.hpp"
#include "topos/text/voted_languages.hpp"
#include "topos/text/word_bytes.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::int64_t full_vote = 24;
constexpr std::size_t longest_word = 40;
constexpr std::size_t long_text = 4 * 1024;
constexpr std::size_t window = 192;
constexpr std::size_t window_step = 1024;

class Ballot {
 public:
  void add(std::uint8_t language, std::int64_t votes) {
    if (language >= languages_with_words && votes_[language] == 0) latecomers_[latecomer_count_++] = language;
    votes_[language] += votes;
  }

  /// Whether the first is so far ahead that more votes will hardly change it.
  [[nodiscard]] bool decided() const {
    std::int64_t first = 0;
    std::int64_t second = 0;
    for (const std::int64_t votes : votes_) {
      second = std::max(second, std::min(first, votes));
      first = std::max(first, votes);
    }
    return first >= 2 * second + 20 * full_vote;
  }

  /// The first of the highest, so that equal votes fall the same way on every run: languages with function words in
  /// their order, then the others as they came.
  [[nodiscard]] std::string_view winner(std::string_view otherwise) const {
    std::int64_t most = 0;
    for (std::size_t i = 0; i < languages_with_words + latecomer_count_; ++i) {
      const std::size_t language = i < languages_with_words ? i : latecomers_[i - languages_with_words];
      if (votes_[language] <= most) continue;
      most = votes_[language];
      otherwise = voted_languages[language];
    }
    return otherwise;
  }

 private:
  std::array<std::int64_t, voted_languages.size()> votes_{};
  std::array<std::uint8_t, voted_languages.size() - languages_with_words> latecomers_{};
  std::size_t latecomer_count_ = 0;
};

/// The words of a text and the telling letters in them, as they vote.
class Voter {
 public:
  Voter(std::string_view text, const TellingLetters& letters, Ballot& ballot)
      : text_(text), letters_(letters), ballot_(ballot) {}

  /// Domain: begin < end; a run of letters, marks, digits and hyphens.
  void vote(std::size_t begin, std::size_t end) {
    const std::uint64_t head = folded_word_head(text_, begin, end);
    const std::string_view word = text_.substr(begin, end - begin);
    if ((head & 0x8080808080808080) == 0 && is_ascii(word))
      vote_word(head, word.substr(0, longest_word));
    else
      vote_folded(word);
  }

 private:
  static bool is_ascii(std::string_view word) {
    return word.size() <= 8 ||
           std::all_of(word.begin() + 8, word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }

  void vote_folded(std::string_view word) {
    folded_.clear();
    std::size_t at = 0;
    while (at < word.size()) {
      const CodePoint c = code_point_at(word, at);
      const char32_t folded = fold_case(c.value);
      if (folded_.size() < longest_word) append_utf8(folded_, folded);
      for (std::uint32_t rows = letters_.rows_of(folded); rows != 0; rows &= rows - 1) {
        const Telling& row = letters_.rows()[static_cast<std::size_t>(std::countr_zero(rows))];
        ballot_.add(row.language, row.weight);
      }
      at += c.size;
    }
    // A word that ends in a character that is cut is not whole.
    if (at == word.size()) vote_word(word_head(folded_), folded_);
  }

  void vote_word(std::uint64_t head, std::string_view word) {
    const auto languages = languages_with_word(head, word);
    for (const std::uint8_t language : languages)
      ballot_.add(language, full_vote / static_cast<std::int64_t>(languages.size()));
    // What ends Indonesian -itas ends Malay -iti.
    if (word.size() <= 6) return;
    if (ends_with(word, "itas")) ballot_.add(indonesian, full_vote / 4);
    if (ends_with(word, "iti")) ballot_.add(malay, full_vote / 4);
  }

  static bool ends_with(std::string_view word, std::string_view end) {
    return (word.back() | 0x20) == end.back() &&
           folded_word_head(word, word.size() - end.size(), word.size()) == word_head(end);
  }

  static constexpr std::uint8_t indonesian = voted_language("id");
  static constexpr std::uint8_t malay = voted_language("ms");

  std::string_view text_;
  const TellingLetters& letters_;
  Ballot& ballot_;
  std::string folded_;
};

void poll(std::string_view text, const TellingLetters& letters, Ballot& ballot) {
  Voter voter(text, letters, ballot);
  WordRuns(text, WordRuns::Unspaced::joined, '-').for_each([&](std::size_t begin, std::size_t end) {
    voter.vote(begin, end);
  });
}

/// Windows of a long text, evenly spread and cut at blanks.
void poll_windows(std::string_view text, const TellingLetters& letters, Ballot& ballot) {
  for (std::size_t at = 0; at < text.size(); at += window_step) {
    const std::size_t begin = at == 0 ? 0 : text.find(' ', at);
    if (begin >= std::min(text.size(), at + window_step)) continue;
    const std::size_t end = text.find(' ', begin + window);
    poll(text.substr(begin, end == std::string_view::npos ? end : end - begin), letters, ballot);
  }
}

Ballot vote(std::string_view text, const TellingLetters& letters) {
  if (text.size() >= long_text) {
    Ballot sample;
    poll_windows(text, letters, sample);
    if (sample.decided()) return sample;
  }
  Ballot ballot;
  poll(text, letters, ballot);
  return ballot;
}

}  // namespace

// A heading or a name without a function word is taken for English if nothing in its letters speaks against it: a
// phrase typed to try a pattern should find something.
std::string vote_latin(std::string_view text) {
  const std::string_view winner = vote(text, latin_letters).winner({});
  if (!winner.empty()) return std::string(winner);
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return plain ? "en" : "und";
}
std::string vote_cyrillic(std::string_view text) { return std::string(vote(text, cyrillic_letters).winner("ru")); }
std::string vote_arabic(std::string_view text) { return std::string(vote(text, arabic_letters).winner("ar")); }

}  // namespace topos
