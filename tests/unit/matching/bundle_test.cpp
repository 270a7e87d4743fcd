// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "kit/finder.hpp"
#include "topos/matching/bundle_search.hpp"
#include "topos/matching/compiled_book.hpp"
#include "topos/matching/transitions.hpp"
#include "topos/matching/walk.hpp"

namespace {

using Found = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>;

constexpr std::string_view patterns =
    "patterns.en = ['a b', 'a <0-3> c', '(a|b) c', 'a <1-2> (b|c) a', 'b* <0-4> c <0-2> a', '(a b)? c b', 'c #PUNCT "
    "a', 'b']";

/// Text of three words and a few marks, as one sentence.
std::string random_text(std::mt19937& random, int words) {
  static const char* const all[] = {"a", "b", "c", "bc", "a,", "c)", "\"b\"", "a's", "d"};
  std::string text;
  for (int i = 0; i < words; ++i) text += std::string(all[random() % 9]) + ' ';
  return text;
}

Found search(topos::BundleAutomaton& automaton, const topos::TypeTable& types, const topos::Segmentation& text) {
  Found found;
  topos::BundleSearch bundle_search(automaton, types);
  for (const topos::Sentence& sentence : text.sentences)
    bundle_search.run(text.units(), sentence.units, [&](std::uint32_t search, std::uint32_t begin, std::uint32_t end) {
      found.emplace_back(search, begin, end);
    });
  return found;
}

}  // namespace

TEST_CASE("a full automaton is forgotten in the middle of a text without changing results") {
  const topos::Codebook codebook =
      topos::parse_codebook(std::string(topos::test::book_head) + topos::test::code("x", patterns), "book.toml");
  const topos::CompiledBook book(codebook, "en", {});
  topos::Segmenter segmenter("en");
  topos::TypeTable types(book.elements());
  topos::BundleAutomaton roomy(book.patterns(), types);
  topos::BundleAutomaton narrow(book.patterns(), types, 1);
  std::mt19937 random(3);
  topos::Segmentation text;
  std::size_t all = 0;
  for (int round = 0; round < 50; ++round) {
    segmenter.segment(topos::test::document_of(random_text(random, 60)), topos::default_analysis(), text);
    types.learn(segmenter.vocabulary());
    roomy.prepare();
    narrow.prepare();
    const Found found = search(roomy, types, text);
    REQUIRE(search(narrow, types, text) == found);
    all += found.size();
  }
  CHECK(all > 1'000);
}

TEST_CASE("a search of all patterns together finds the longest match of each as a walk from every word does") {
  constexpr std::string_view more =
      "patterns.en = ['a (b|c)? <0-2> longest', '(a|b) <0-1> (a <0-3> seldom)? c', 'longest <1-3> a', 'a #PUNCT b', 'b "
      "<0-6> a <0-2> rarely', "
      "'a (seldom b)? (rarely)?', 'c <0-5> seldom', '(a|b|c) (a|b) rarely']";
  const topos::Codebook codebook =
      topos::parse_codebook(std::string(topos::test::book_head) + topos::test::code("x", more), "book.toml");
  const topos::CompiledBook book(codebook, "en", {});
  struct : topos::WalkSource {
    const topos::TypeTable* types = nullptr;
    [[nodiscard]] bool holds(topos::TypeId type, topos::ElementId element) const override {
      return types->holds(type, element);
    }
    void reference_ends(std::uint32_t /*reference*/, std::uint32_t /*at*/,
                        std::vector<std::uint32_t>& /*out*/) override {}
  } source;
  topos::Segmenter segmenter("en");
  topos::TypeTable types(book.elements());
  source.types = &types;
  topos::BundleAutomaton automaton(book.patterns(), types);
  topos::BundleSearch bundle_search(automaton, types);
  topos::Walker walker;
  std::mt19937 random(5);
  topos::Segmentation text;
  std::size_t all = 0;
  for (int round = 0; round < 200; ++round) {
    static const char* const words[] = {"a", "b", "c", "a,", "b.", "longest", "seldom", "rarely", "d", "\"a\""};
    std::string bytes;
    for (int i = 0; i < 40; ++i) bytes += std::string(words[random() % 10]) + ' ';
    segmenter.segment(topos::test::document_of(bytes), topos::default_analysis(), text);
    types.learn(segmenter.vocabulary());
    automaton.prepare();
    for (const topos::Sentence& sentence : text.sentences) {
      std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> found;
      bundle_search.run(text.units(), sentence.units,
                        [&](std::uint32_t search, std::uint32_t begin, std::uint32_t end) {
                          found[{search, begin}] = end;
                        });
      std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> walked;
      for (std::uint32_t search = 0; search < book.searches().size(); ++search)
        for (std::uint32_t at = sentence.units.begin; at < sentence.units.end; ++at)
          if (const auto end =
                  walker.longest(book, book.searches()[search].automaton, bytes, text.units(), sentence, at, source))
            walked[{search, at}] = *end;
      REQUIRE(found == walked);
      all += found.size();
    }
  }
  CHECK(all > 1'000);
}

TEST_CASE("a frequent word at the beginning of a pattern is known by the rare word behind it") {
  const topos::Codebook codebook = topos::parse_codebook(
      std::string(topos::test::book_head) +
          topos::test::code("x", "patterns.en = ['in <0-2> the <0-1> neighbourhood', 'of (the)?', 'a #PUNCT']"),
      "book.toml");
  const topos::CompiledBook book(codebook, "en", {});
  topos::AnchorFinder finder;
  std::vector<topos::Anchor> chosen;
  const topos::Automaton& far = book.searches()[0].automaton;
  finder.find(far, book.elements(), chosen);
  REQUIRE(chosen.size() == 1);
  CHECK(chosen[0].element == far.places[2].value);
  CHECK(finder.outlook(0).reach == 5);
  CHECK(finder.outlook(0).anchors == chosen[0].bits);
  const topos::Automaton& optional = book.searches()[1].automaton;
  finder.find(optional, book.elements(), chosen);
  CHECK(chosen.back().element == optional.places[1].value);
  CHECK(finder.outlook(0).reach == 1);
  finder.find(book.searches()[2].automaton, book.elements(), chosen);
  CHECK(finder.outlook(0).reach == topos::Outlook::unbounded);
}

TEST_CASE("types that the same patterns hold share a class") {
  const topos::Codebook codebook = topos::parse_codebook(
      std::string(topos::test::book_head) + topos::test::code("x", "patterns.en = ['a*', 'b']"), "book.toml");
  const topos::CompiledBook book(codebook, "en", {});
  topos::Vocabulary vocabulary("en");
  topos::TypeTable types(book.elements());
  const topos::TypeId ab = vocabulary.intern("ab");
  const topos::TypeId ac = vocabulary.intern("AC");
  const topos::TypeId b = vocabulary.intern("b");
  const topos::TypeId c = vocabulary.intern("c");
  types.learn(vocabulary);
  CHECK(types.class_of(ab) == types.class_of(ac));
  CHECK(types.class_of(ab) != types.class_of(b));
  CHECK(types.class_of(c) == 0);
  CHECK(types.elements(0).empty());
}

TEST_CASE("transitions are found again after growing") {
  topos::Transitions ways;
  for (std::uint32_t i = 0; i < 5'000; ++i) ways.add(i % 70, i, i + 1);
  for (std::uint32_t i = 0; i < 5'000; ++i) REQUIRE(ways.find(i % 70, i) == i + 1);
  CHECK(ways.find(1, 0) == topos::Transitions::none);
  ways.clear();
  CHECK(ways.find(0, 0) == topos::Transitions::none);
}

TEST_CASE("a set of element sets holds what was added, and mostly no more") {
  constexpr topos::ElementId many = 2000;
  std::size_t wrong = 0;
  for (topos::ElementId base = 0; base < many; base += 10) {
    topos::ElementBits ten;
    for (topos::ElementId element = base; element < base + 10; ++element) ten.add(element);
    for (topos::ElementId element = 0; element < many; ++element) {
      topos::ElementBits one;
      one.add(element);
      REQUIRE(one.may_hold(element));
      REQUIRE(ten.may_meet(one) == ten.may_hold(element));
      const bool in = element >= base && element < base + 10;
      if (in) REQUIRE(ten.may_hold(element));
      wrong += std::size_t{!in && ten.may_hold(element)};
    }
  }
  CHECK(wrong < many * (many / 10) / 20);
  CHECK_FALSE(topos::ElementBits().may_meet(topos::ElementBits()));
}
