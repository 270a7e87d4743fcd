// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <deque>
#include <random>
#include <vector>

#include "kit/corpus.hpp"
#include "kit/reading.hpp"
#include "topos/grammar/tagger.hpp"
#include "topos/text/regions.hpp"

namespace {

using namespace topos;

/// The cheapest sequence of tags, found by looking at every step at every triple of tags there may be.
class PlainViterbi {
 public:
  void tag(const SentenceOptions& options, std::vector<GrammarWord>& words) {
    if (options.empty()) return;
    TagCosts before = only(Tag::nn);
    TagCosts previous = only(Tag::punc);
    std::vector<std::uint64_t> costs(1, 0);
    std::vector<std::vector<std::size_t>> origins;
    for (const WordOptions* const word : options) {
      costs = step(before, previous, word->tags, costs, origins.emplace_back());
      before = previous;
      previous = word->tags;
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < costs.size(); ++i)
      if (costs[i] < costs[best]) best = i;
    std::size_t p = best / previous.size();
    std::size_t h = best % previous.size();
    for (std::size_t i = options.size(); i-- > 0;) {
      words[i].tag = options[i]->tags.begin()[h].tag;
      const std::size_t b = origins[i][p * options[i]->tags.size() + h];
      h = p;
      p = b;
    }
    correct_tags(options, words);
  }

 private:
  static TagCosts only(Tag tag) {
    TagCosts costs;
    costs.add(tag, 0);
    return costs;
  }

  static std::vector<std::uint64_t> step(const TagCosts& before, const TagCosts& previous, const TagCosts& here,
                                         const std::vector<std::uint64_t>& costs, std::vector<std::size_t>& origins) {
    std::vector<std::uint64_t> next(previous.size() * here.size(), ~std::uint64_t{0});
    origins.assign(next.size(), 0);
    for (std::size_t p = 0; p < previous.size(); ++p)
      for (std::size_t b = 0; b < before.size(); ++b)
        for (std::size_t h = 0; h < here.size(); ++h) {
          const TagCost& one = here.begin()[h];
          const Cost transition =
              TagModel::english().transition(before.begin()[b].tag, previous.begin()[p].tag, one.tag);
          const std::uint64_t cost = costs[b * previous.size() + p] + one.cost + transition;
          if (cost >= next[p * here.size() + h]) continue;
          next[p * here.size() + h] = cost;
          origins[p * here.size() + h] = b;
        }
    return next;
  }
};

/// Whether both ways give the words of a sentence the same tags.
bool agree(Tagger& tagger, const SentenceOptions& options) {
  std::vector<GrammarWord> words(options.size());
  std::vector<GrammarWord> wanted(options.size());
  tagger.tag(options, words);
  PlainViterbi().tag(options, wanted);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].tag != wanted[i].tag) return false;
  return true;
}

}  // namespace

TEST_CASE("the tagger chooses what the plain search for the cheapest sequence chooses") {
  Segmenter segmenter("en");
  Segmentation cut;
  WordReader reader;
  Tagger tagger;
  std::size_t sentences = 0;
  for (const std::string& path : test::sample_files("en")) {
    Document document;
    document.language = "en";
    document.text = test::file_text(path);
    find_regions(document, {});
    segmenter.segment(document, default_analysis(), cut, Detail::tokens);
    for (const Sentence& sentence : cut.sentences) {
      std::vector<GrammarWord> words;
      SentenceOptions options;
      reader.read(document.text, cut, sentence, segmenter.vocabulary(), words, options);
      CHECK(agree(tagger, options));
      ++sentences;
    }
  }
  CHECK(sentences > 300);
}

TEST_CASE("the tagger agrees with the plain search on words that may be anything at any cost") {
  std::mt19937 random(1);
  const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  Tagger tagger;
  for (int round = 0; round < 2000; ++round) {
    std::deque<WordOptions> words(below(30));
    SentenceOptions options;
    // Small costs, so that ways are often equally cheap.
    const unsigned costs = round % 2 == 0 ? 3 : 5000;
    for (WordOptions& word : words) {
      const unsigned tags = below(3) == 0 ? 1 : 1 + below(TagCosts::most);
      while (word.tags.size() < tags) word.tags.add(static_cast<Tag>(below(tag_count)), below(costs));
      options.push_back(&word);
    }
    CHECK(agree(tagger, options));
  }
}
