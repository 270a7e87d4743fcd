// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "kit/finder.hpp"
#include "plain_matcher.hpp"
#include "topos/base/error.hpp"

namespace {

using topos::test::PlainNode;
using topos::test::PlainToken;
using Kind = PlainNode::Kind;

/// Makes patterns and sentences of few words, so that they meet often.
class BookMaker {
 public:
  explicit BookMaker(unsigned seed) : random_(seed) {}

  /// A number below `most`.
  int roll(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }

  PlainNode pattern() {
    PlainNode node = sequence(2);
    if (roll(8) == 0) node.children.push_back(gap());
    return node;
  }

  std::vector<PlainToken> sentence() {
    std::vector<PlainToken> tokens;
    for (int left = 1 + roll(12); left > 0; --left) {
      switch (roll(10)) {
        case 0:
          tokens.push_back({PlainToken::Kind::mark, roll(2) == 0 ? "," : ")"});
          break;
        case 1:
          tokens.push_back({PlainToken::Kind::passable_mark, roll(2) == 0 ? "”" : "*"});
          break;
        case 2:
          tokens.push_back({PlainToken::Kind::word, roll(2) == 0 ? "7" : "12"});
          break;
        default: {
          static const char* const words[] = {"a", "b", "c", "ab"};
          tokens.push_back({PlainToken::Kind::word, words[roll(4)]});
          if (roll(7) == 0) tokens.push_back({PlainToken::Kind::clitic, "'s"});
        }
      }
    }
    return tokens;
  }

 private:
  PlainNode element() {
    PlainNode node;
    static const char* const words[] = {"a", "b", "c", "ab", "a*", "*b", "?", "*"};
    switch (roll(12)) {
      case 0:
        node.kind = Kind::number;
        break;
      case 1:
        node.kind = Kind::any_mark;
        break;
      case 2:
        node.kind = Kind::clitic;
        break;
      default:
        node.word = words[roll(8)];
    }
    return node;
  }

  PlainNode gap() {
    PlainNode node;
    node.kind = Kind::gap;
    node.least = roll(3);
    node.most = node.least + roll(3);
    return node;
  }

  PlainNode sequence(int depth) {
    PlainNode node;
    node.kind = Kind::sequence;
    for (int left = 1 + roll(3); left > 0; --left) {
      if (!node.children.empty() && node.children.back().kind != Kind::gap && roll(3) == 0)
        node.children.push_back(gap());
      node.children.push_back(item(depth));
    }
    return node;
  }

  PlainNode item(int depth) {
    if (depth == 0 || roll(2) == 0) return element();
    PlainNode node;
    node.kind = Kind::choice;
    for (int left = 1 + roll(3); left > 0; --left) node.children.push_back(sequence(depth - 1));
    if (roll(2) == 0) return node;
    PlainNode outer;
    outer.kind = Kind::optional;
    outer.children.push_back(node.children.size() == 1 ? node.children[0] : node);
    return outer;
  }

  std::mt19937 random_;
};

/// The matches that a text holds by the definition: at each token the longest, then leftmost, then longest. `reach` of
/// the tokens.
std::string plain_hits(const PlainNode& pattern, const std::vector<PlainToken>& sentence,
                       const std::vector<std::size_t>& begins, const std::vector<std::size_t>& ends) {
  std::string all;
  std::size_t free = 0;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (at < free) continue;
    if (const auto end = topos::test::plainly_match(pattern, sentence, at)) {
      all += std::to_string(begins[at]) + '-' + std::to_string(ends[*end - 1]) + ' ';
      free = *end;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the automaton agrees with a plain matcher that tries every way") {
  BookMaker maker(7);
  int valid = 0;
  int with_hits = 0;
  for (int round = 0; round < 5'000; ++round) {
    const PlainNode pattern = maker.pattern();
    if (pattern.ways() > 100) continue;
    const std::string book = topos::test::code("x", "patterns.en = ['''" + pattern.text() + "''']");
    try {
      topos::test::Finder finder(book);
      ++valid;
      for (int text_number = 0; text_number < 8; ++text_number) {
        const std::vector<PlainToken> sentence = maker.sentence();
        std::string text;
        std::vector<std::size_t> begins;
        std::vector<std::size_t> ends;
        for (const PlainToken& token : sentence) {
          if (!text.empty() && token.kind != PlainToken::Kind::clitic) text += ' ';
          begins.push_back(text.size());
          text += token.form;
          ends.push_back(text.size());
        }
        std::string found;
        for (const topos::Hit& hit : finder.annotate(text).hits)
          found += std::to_string(hit.span.begin) + '-' + std::to_string(hit.span.end) + ' ';
        const std::string wanted = plain_hits(pattern, sentence, begins, ends);
        if (!wanted.empty()) ++with_hits;
        CAPTURE(pattern.text());
        CAPTURE(text);
        REQUIRE(found == wanted);
      }
    } catch (const topos::Error& error) {
      CAPTURE(pattern.text());
      REQUIRE(error.code() == topos::Errc::pattern);
    }
  }
  CHECK(valid > 2'000);
  CHECK(with_hits > 5'000);
}
