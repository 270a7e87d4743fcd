// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "kit/finder.hpp"
#include "topos/matching/bundle_search.hpp"
#include "topos/matching/compiled_book.hpp"
#include "topos/matching/transitions.hpp"

namespace {

using Found = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>;

constexpr std::string_view patterns =
    "patterns.en = ['a b', 'a <0-3> c', '(a|b) c', 'a <1-2> (b|c) a', 'b* <0-4> c <0-2> a', '(a b)? c b', 'c #PUNCT a', 'b']";

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
