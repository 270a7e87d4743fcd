// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "kit/finder.hpp"
#include "plain_book.hpp"
#include "topos/base/error.hpp"
#include "topos/matching/matcher.hpp"

namespace {

using Strings = std::vector<std::string>;

/// Makes books and texts of few words, so that they meet often.
class Maker {
 public:
  /// `words`: the most of a sentence. Of books for giant sentences, every pattern has a guard.
  Maker(unsigned seed, bool characters, int words) : random_(seed), characters_(characters), words_(words) {}

  std::string book() {
    std::string all;
    for (int number = 0; number < codes; ++number) all += code(number);
    return all;
  }

  std::string text() {
    std::string all;
    for (int left = giant() ? 1 + roll(2) : 2 + roll(10); left > 0; --left) {
      if (!all.empty()) all += roll(3) == 0 ? "\n\n" : " ";
      all += sentence();
    }
    return all;
  }

 private:
  static constexpr int codes = 5;

  [[nodiscard]] bool giant() const { return words_ > 1000; }

  int roll(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }
  const std::string& one_of(const Strings& list) {
    return list[static_cast<std::size_t>(roll(static_cast<int>(list.size())))];
  }

  std::string sentence() {
    static const Strings words{"ask", "bid", "cut", "asks", "Ask", "BID", "7", "1999", "cut's", "end", "of"};
    static const Strings marks{",", "\"", "(", "-", "*", "…"};
    static const Strings points{"以", "东", "盟", "東", "盟", "心", "，", "“", "7", "a"};
    std::string all = characters_ ? "" : "The";
    for (int left = giant() ? words_ : 1 + roll(words_); left > 0; --left)
      all += characters_ ? one_of(points) : ' ' + (roll(6) == 0 ? one_of(marks) : one_of(words));
    return all + (characters_ ? "。" : ".");
  }

  std::string element(int number) {
    static const Strings words{"ask", "bid",  "cut",  "as*",    "*k", "?id",  "asks",     "of",    "cut",
                               "ask", "#NUM", "#CAP", "#PUNCT", "'s", "=Ask", "/[a-c]+/", "#YEAR", "*"};
    static const Strings points{"以", "东", "盟", "东盟", "心", "盟心", "7"};
    if (number > 0 && roll(9) == 0) return "@c" + std::to_string(roll(std::min(number, 3)));
    return characters_ ? one_of(points) : one_of(words);
  }

  std::string gap() {
    const int least = roll(3);
    return "<" + std::to_string(least) + "-" + std::to_string(least + roll(3)) + ">";
  }

  std::string sequence(int number, int depth) {
    std::string all;
    for (int left = 1 + roll(3); left > 0; --left) {
      if (!all.empty()) all += roll(3) == 0 ? ' ' + gap() + ' ' : " ";
      if (depth == 0 || roll(3) != 0) {
        all += element(number);
        continue;
      }
      all += '(' + sequence(number, depth - 1);
      for (int more = roll(3); more > 0; --more) all += '|' + sequence(number, depth - 1);
      all += roll(3) == 0 ? ")?" : ")";
    }
    return all;
  }

  std::string pattern(int number) {
    const std::string all = sequence(number, 2);
    return roll(10) == 0 ? all + ' ' + gap() : all;
  }

  std::string target(int number) {
    if (roll(5) == 0) return "@c" + std::to_string(roll(3) != 0 || number > 2 ? roll(std::min(number, 2) + 1) : number);
    static const Strings phrases{"ask", "bid cut", "as*", "of", "end of", "cut", "*s", "7"};
    static const Strings points{"以", "东盟", "心", "盟", "7"};
    return one_of(characters_ ? points : phrases);
  }

  std::string guard(int number) {
    static const Strings near{"near", "not_near"};
    static const Strings beside{"left", "right", "not_left", "not_right"};
    static const Strings words{"ask", "bid cut", "as*", "of", "the"};
    static const Strings points{"以", "东盟", "心"};
    static const Strings scopes{":0",          ":2",          ":5",         ":sentence", "",
                                ":sentence+1", ":sentence+6", ":paragraph", ":document"};
    std::string list;
    const bool is_near = roll(3) != 0;
    for (int left = 1 + roll(2); left > 0; --left) {
      list += (list.empty() ? "\"" : ", \"");
      if (is_near) {
        list += target(number);
        for (int more = roll(3); more > 0; --more) list += '|' + target(number);
        list += one_of(scopes);
      } else {
        list += one_of(characters_ ? points : words);
      }
      list += '"';
    }
    return one_of(is_near ? near : beside) + " = [" + list + "]";
  }

  std::string code(int number) {
    std::string all = "priority = " + std::to_string(roll(2)) + '\n';
    if (number > 2) all += "group = 'g'\n";
    std::string patterns;
    for (int left = 1 + roll(4); left > 0; --left) {
      patterns += "{ match = \"" + pattern(number) + '"';
      if (giant() || roll(2) == 0) patterns += ", " + guard(number);
      if (roll(9) == 0) patterns += ", region = ['title']";
      patterns += " }, ";
    }
    const std::string language = characters_ ? "zh" : "en";
    all += "patterns." + language + " = [" + patterns + "]\n";
    if (roll(2) == 0) all += "masks." + language + " = [\"" + pattern(number) + "\", \"" + pattern(number) + "\"]\n";
    return topos::test::code("c" + std::to_string(number), all);
  }

  std::mt19937 random_;
  bool characters_;
  int words_;
};

using Shown = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

std::vector<Shown> shown(const std::vector<topos::Match>& matches) {
  std::vector<Shown> all;
  for (const topos::Match& one : matches) all.emplace_back(one.units.begin, one.units.end, one.search, one.sentence);
  std::sort(all.begin(), all.end());
  return all;
}

/// Compares the matcher with the plain one on random books and texts; returns how many hits there were.
std::size_t compare(unsigned seed, bool characters, int rounds, int words = 14) {
  Maker maker(seed, characters, words);
  const std::string language = characters ? "zh" : "en";
  std::size_t hits = 0;
  for (int round = 0; round < rounds; ++round) {
    const std::string book_text = std::string(topos::test::book_head) + maker.book();
    try {
      const topos::Codebook codebook = topos::parse_codebook(book_text, "book.toml");
      const topos::CompiledBook book(codebook, language, {});
      topos::Segmenter segmenter(language);
      topos::Matcher matcher(book);
      topos::Segmentation segmentation;
      std::vector<topos::Match> found;
      for (int text_number = 0; text_number < (words > 1000 ? 1 : 4); ++text_number) {
        const topos::Document document = topos::test::document_of(maker.text(), language);
        segmenter.segment(document, topos::default_analysis(), segmentation);
        matcher.match(document, segmentation, segmenter.vocabulary(), found);
        CAPTURE(book_text);
        CAPTURE(document.text);
        REQUIRE(shown(found) ==
                shown(topos::test::plainly_evaluate(book, document, segmentation, segmenter.vocabulary())));
        hits += found.size();
      }
    } catch (const topos::Error& error) {
      CAPTURE(book_text);
      REQUIRE((error.code() == topos::Errc::pattern || error.code() == topos::Errc::codebook));
    }
  }
  return hits;
}

}  // namespace

TEST_CASE("the matcher agrees with a plain evaluation of whole books") { CHECK(compare(1, false, 1'500) > 2'000); }

TEST_CASE("the matcher agrees with a plain evaluation of whole books in a character language") {
  CHECK(compare(2, true, 1'000) > 2'000);
}

TEST_CASE("guards agree with a plain evaluation in giant sentences") {
  CHECK(compare(3, false, 40, 1'100) > 300);
  CHECK(compare(4, true, 40, 1'100) > 300);
}
