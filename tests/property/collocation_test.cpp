// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"
#include "topos/annotation/collocations.hpp"

namespace {

const std::string book = topos::test::code(
    "a", "patterns.en = ['russia*', 'the <0-1> state*']\npatterns.ru = ['росси*']\npatterns.zh = ['俄罗斯']");
constexpr std::uint32_t window = 5;

struct Sums {
  std::uint64_t n = 0;
  std::uint64_t n_collocate = 0;
  friend bool operator==(const Sums&, const Sums&) = default;
};

/// Collocates of the files in some order.
struct Counted {
  std::shared_ptr<topos::FeatureTable> table = std::make_shared<topos::FeatureTable>();
  topos::Query query{{}};
  topos::Collocations collocations{"/tmp", std::size_t{1} << 20, true};

  explicit Counted(const std::vector<std::string>& files) {
    topos::test::Finder finder(book);
    topos::CollocateCounter counter(query, {{window, window}, true, false});
    for (const std::string& file : files) {
      const topos::AnnotatedDocument annotated = finder.annotate(topos::test::document_of_file(file));
      collocations.add(counter.count(annotated, finder.annotator(), table), false, table);
    }
  }

  std::map<std::string, Sums> sums() {
    std::map<std::string, Sums> sums;
    collocations.rows({}, 1, [&](const topos::CollocateRow& row, const auto&) {
      sums[row.collocate] = {row.n, row.n_collocate};
    });
    return sums;
  }
};

}  // namespace

TEST_CASE("a word is a collocate if some hit of its sentence is no more words away than the window") {
  const std::vector<std::string> files = topos::test::sample_files();
  std::map<std::string, Sums> wanted;
  topos::test::Finder finder(book);
  for (const std::string& file : files) {
    const topos::AnnotatedDocument annotated = finder.annotate(topos::test::document_of_file(file));
    const topos::Segmentation& cut = finder.annotator().segmentation();
    for (const topos::Sentence& sentence : cut.sentences) {
      if (!annotated.analysis[sentence.region]) continue;
      std::vector<const topos::Token*> words;
      for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at)
        if (cut.tokens[at].kind == topos::TokenKind::word) words.push_back(&cut.tokens[at]);
      std::vector<bool> inside(words.size(), false);
      for (std::size_t i = 0; i < words.size(); ++i)
        for (const topos::Hit& hit : annotated.hits)
          if (hit.url != topos::Flag::yes && hit.span.begin < words[i]->end && words[i]->begin < hit.span.end)
            inside[i] = true;
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (inside[i]) continue;
        bool near = false;
        for (std::size_t k = 0; k < words.size(); ++k) near = near || (inside[k] && (k > i ? k - i : i - k) <= window);
        Sums& sums = wanted[std::string(finder.annotator().vocabulary()[words[i]->type].folded)];
        ++sums.n_collocate;
        sums.n += near ? 1 : 0;
      }
    }
  }
  std::erase_if(wanted, [](const auto& one) { return one.second.n == 0; });
  CHECK(wanted.size() > 100);
  CHECK(Counted(files).sums() == wanted);
}

TEST_CASE("collocates of two halves add up and their order does not matter") {
  std::vector<std::string> files = topos::test::sample_files();
  std::mt19937 random(3);
  std::shuffle(files.begin(), files.end(), random);
  Counted whole(files);
  std::map<std::string, std::uint64_t> n;
  const auto middle = files.begin() + static_cast<std::ptrdiff_t>(files.size() / 2);
  for (const auto& half : {std::vector(files.begin(), middle), std::vector(middle, files.end())})
    for (const auto& [word, sums] : Counted(half).sums()) n[word] += sums.n;
  const auto sums = whole.sums();
  CHECK(n.size() == sums.size());
  for (const auto& [word, one] : sums) CHECK(n[word] == one.n);
  std::reverse(files.begin(), files.end());
  CHECK(Counted(files).sums() == sums);
}

TEST_CASE("the strata of a collocate add up to its counts") {
  Counted counted(topos::test::sample_files());
  counted.collocations.rows({}, 3, [](const topos::CollocateRow& row, const auto& strata) {
    std::uint64_t n_collocate = 0;
    for (const topos::CollocateStratum& one : strata()) {
      CHECK(one.n_collocate + one.span_words <= 2 * one.words);
      n_collocate += one.n_collocate;
    }
    CHECK(n_collocate <= row.n_collocate);
    CHECK(n_collocate >= row.n);
  });
}
