// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "kit/corpus.hpp"
#include "topos/annotation/feature_counter.hpp"

namespace {

using Numbers = std::map<std::string, std::uint64_t>;

/// How often each sequence stands in the files.
Numbers count(const std::vector<std::string>& files, const topos::FeatureChoice& choice) {
  const topos::Query query({});
  topos::BookShelf shelf({}, {});
  topos::Annotator annotator(shelf, topos::default_analysis());
  topos::FeatureTable table;
  topos::FeatureCounter counter(table, choice);
  Numbers numbers;
  for (const std::string& file : files) {
    topos::AnnotatedDocument annotated;
    annotated.document = topos::test::document_of_file(file);
    annotator.segment(annotated, topos::Detail::tokens);
    for (const auto& group : counter.count(query, annotated, annotator).groups)
      for (const auto& [feature, n] : group.counts) numbers[std::string(table.text(feature))] += n;
  }
  return numbers;
}

}  // namespace

TEST_CASE("sequences of two parts of a corpus add up to those of the whole in any order") {
  std::vector<std::string> files = topos::test::sample_files();
  std::mt19937 random(3);
  for (const auto& [n, skip] : std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 0}, {2, 0}, {3, 2}}) {
    topos::FeatureChoice choice;
    choice.n = n;
    choice.skip = skip;
    choice.punctuation = n == 1;
    const Numbers all = count(files, choice);
    std::shuffle(files.begin(), files.end(), random);
    const auto middle = files.begin() + static_cast<std::ptrdiff_t>(files.size() / 3);
    Numbers sum = count({files.begin(), middle}, choice);
    for (const auto& [feature, number] : count({middle, files.end()}, choice)) sum[feature] += number;
    CHECK(sum == all);
  }
}

TEST_CASE("leaving words out finds every sequence that stands without gaps") {
  const std::vector<std::string> files = topos::test::sample_files();
  topos::FeatureChoice choice;
  choice.n = 2;
  const Numbers near = count(files, choice);
  choice.skip = 1;
  const Numbers far = count(files, choice);
  for (const auto& [feature, number] : near) CHECK(far.at(feature) >= number);
}
