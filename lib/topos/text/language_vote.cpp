// SPDX-License-Identifier: Apache-2.0
#include "topos/text/language_vote.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "topos/text/code_points.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

struct Language {
  std::string_view tag;
  std::string_view words;
};

constexpr std::array languages = {
#define TOPOS_LANGUAGE(tag, words) Language{tag, words},
#include "topos/text/language_words.def"
#undef TOPOS_LANGUAGE
};

struct Word {
  std::string_view text;
  std::uint8_t language = 0;
};

constexpr std::size_t word_count() {
  std::size_t count = 0;
  for (const Language& language : languages)
    count += static_cast<std::size_t>(std::count(language.words.begin(), language.words.end(), ' ')) + 1;
  return count;
}

using Words = std::array<Word, word_count()>;

Words sorted_words() {
  Words words{};
  std::size_t next = 0;
  for (std::size_t l = 0; l < languages.size(); ++l)
    for (std::string_view rest = languages[l].words; !rest.empty();) {
      const std::size_t space = rest.find(' ');
      words[next++] = {rest.substr(0, space), static_cast<std::uint8_t>(l)};
      rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    }
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.text < b.text; });
  return words;
}

/// Letters that a few languages of a script use and their neighbours do not.
struct Telling {
  std::u32string_view letters;
  std::string_view tag;
  int weight;
};

constexpr std::array latin_letters = {
    Telling{U"ơưđảạẩậẻẹểệỉịỏọổộởợủụửựỷỵấầếềốồớờứừẫễỗỡữỹĩũ", "vi", 12},
    Telling{U"ñ¿¡", "es", 10},
    Telling{U"ß", "de", 12},
    Telling{U"ãõ", "pt", 10},
    Telling{U"ğı", "tr", 6},
    Telling{U"łąęśżźń", "pl", 6},
    Telling{U"řěů", "cs", 8},
    Telling{U"ľĺŕ", "sk", 10},
    Telling{U"őű", "hu", 12},
    Telling{U"țșţ", "ro", 8},
    Telling{U"œ", "fr", 6},
    Telling{U"đć", "sr-Latn", 2},
};
constexpr std::array cyrillic_letters = {
    Telling{U"ыэё", "ru", 4},  Telling{U"їєґ", "uk", 8}, Telling{U"ў", "be", 8},    Telling{U"јљњћђџ", "sr", 6},
    Telling{U"ќѓѕ", "mk", 12}, Telling{U"ъ", "bg", 4},   Telling{U"қғұә", "kk", 8}, Telling{U"і", "uk", 2},
    Telling{U"і", "be", 2},    Telling{U"і", "kk", 2},   Telling{U"ұһ", "kk", 4},   Telling{U"ҳҷӣӯ", "tg", 12},
    Telling{U"өү", "mn", 4},   Telling{U"җ", "tt", 12},  Telling{U"ыэ", "be", 3},   Telling{U"ыэ", "kk", 3},
    Telling{U"ыэ", "mn", 3},
};
constexpr std::array arabic_letters = {
    Telling{U"ةىيكإأ", "ar", 4}, Telling{U"پچژگکی", "fa", 4}, Telling{U"ٹڈڑےںہھ", "ur", 8},
    Telling{U"ۇېەۋۈ", "ug", 8},  Telling{U"ێۆڕڵ", "ckb", 8},  Telling{U"ڤڠۏڽ", "ms-Arab", 20},
    Telling{U"ښځړږ", "ps", 12},  Telling{U"کیگپچ", "ur", 2},
};

constexpr std::int64_t full_vote = 24;
constexpr std::size_t longest_word = 40;

struct Score {
  std::string_view tag;
  std::int64_t votes = 0;
};

class Ballot {
 public:
  void add(std::string_view tag, std::int64_t votes) {
    for (Score& score : scores_)
      if (score.tag == tag) return void(score.votes += votes);
    scores_.push_back({tag, votes});
  }

  /// The first of the highest in the order of the language table, so that equal votes fall the same way on every run.
  [[nodiscard]] std::string winner(std::string_view otherwise) const {
    const auto best = std::max_element(scores_.begin(), scores_.end(),
                                       [](const Score& a, const Score& b) { return a.votes < b.votes; });
    return std::string(best == scores_.end() || best->votes <= 0 ? otherwise : best->tag);
  }

 private:
  std::vector<Score> scores_ = [] {
    std::vector<Score> scores;
    for (const Language& language : languages) scores.push_back({language.tag, 0});
    return scores;
  }();
};

void vote_word(std::string_view word, Ballot& ballot) {
  static const Words words = sorted_words();
  const auto by_text = [](const auto& a, const auto& b) {
    if constexpr (std::is_same_v<std::decay_t<decltype(a)>, Word>)
      return a.text < b;
    else
      return a < b.text;
  };
  const auto [first, last] = std::equal_range(words.begin(), words.end(), word, by_text);
  for (auto it = first; it != last; ++it) ballot.add(languages[it->language].tag, full_vote / (last - first));
  // What ends Indonesian -itas ends Malay -iti.
  if (word.size() > 6 && word.ends_with("itas")) ballot.add("id", full_vote / 4);
  if (word.size() > 6 && word.ends_with("iti")) ballot.add("ms", full_vote / 4);
}

template <std::size_t Size>
std::string vote(std::string_view text, const std::array<Telling, Size>& letters, std::string_view otherwise) {
  Ballot ballot;
  std::string word;
  for (std::size_t at = 0; at <= text.size();) {
    const CodePoint c = at < text.size() ? code_point_at(text, at) : CodePoint{U' ', 1};
    at += c.size;
    if (!is_word_character(c.value) && c.value != U'-') {
      if (!word.empty()) vote_word(word, ballot);
      word.clear();
      continue;
    }
    const char32_t folded = fold_case(c.value);
    if (word.size() < longest_word) append_utf8(word, folded);
    if (folded < 0x80) continue;
    for (const Telling& telling : letters)
      if (telling.letters.find(folded) != std::u32string_view::npos) ballot.add(telling.tag, telling.weight);
  }
  return ballot.winner(otherwise);
}

}  // namespace

// A heading or a name without a function word is taken for English if nothing in its letters speaks against it: a phrase typed to try a
// pattern should find something.
std::string vote_latin(std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return vote(text, latin_letters, plain ? "en" : "und");
}
std::string vote_cyrillic(std::string_view text) { return vote(text, cyrillic_letters, "ru"); }
std::string vote_arabic(std::string_view text) { return vote(text, arabic_letters, "ar"); }

}  // namespace topos
