// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"
#include "topos/annotation/frequencies.hpp"
#include "topos/annotation/tally.hpp"

namespace {

/// The sample corpus, counted in some order.
struct CountedFeatures {
  struct Row {
    std::string feature;
    std::vector<std::string> group;
    std::uint64_t words;
    topos::Frequency frequency;
  };
  std::vector<Row> rows;
  topos::Counts counts;

  CountedFeatures(const std::vector<std::string>& by, const std::vector<std::string>& files) {
    topos::QueryOptions options;
    options.by = by;
    const topos::Query query(options);
    topos::BookShelf shelf({}, {});
    topos::Annotator annotator(shelf, topos::default_analysis());
    const auto table = std::make_shared<topos::FeatureTable>();
    topos::Frequencies frequencies("/tmp", std::size_t{1} << 24);
    topos::WordCounter counter(*table);
    topos::Tally tally;
    for (const std::string& file : files) {
      topos::AnnotatedDocument annotated;
      annotated.document = topos::test::document_of_file(file);
      annotator.segment(annotated, topos::Detail::tokens);
      frequencies.add(counter.count(query, annotated, annotator), table);
      tally.add(topos::tally_document(query, annotated, false), false);
    }
    counts = tally.counts();
    frequencies.rows(1, 1, [&](const topos::FrequencyRow& row) {
      rows.push_back({std::string(row.feature), *row.group, row.words, row.frequency});
    });
  }

  [[nodiscard]] std::string shown() const {
    std::string all;
    for (const Row& row : rows) {
      all.append(row.feature);
      for (const std::string& value : row.group) all += ' ' + value;
      all += ' ' + std::to_string(row.frequency.n) + ' ' + std::to_string(row.frequency.documents) + '\n';
    }
    return all;
  }
};

}  // namespace

TEST_CASE("the frequencies of a group add up to the words that count divides by") {
  const std::vector<std::string> files = topos::test::sample_files();
  for (const std::vector<std::string>& by : std::vector<std::vector<std::string>>{
           {}, {"language"}, {"document"}, {"genre", "section"}, {"region", "language"}}) {
    const CountedFeatures counted(by, files);
    std::map<topos::GroupKey, std::uint64_t> sums;
    for (const CountedFeatures::Row& row : counted.rows) {
      sums[row.group] += row.frequency.n;
      CHECK(row.words == counted.counts.groups.at(row.group).words);
      CHECK(row.frequency.documents >= 1);
      CHECK(row.frequency.documents <= std::min(row.frequency.n, counted.counts.groups.at(row.group).documents));
    }
    for (const auto& [key, group] : counted.counts.groups) CHECK(sums[key] == group.words);
  }
}

TEST_CASE("frequencies are those of a plain count of tokens") {
  std::map<std::string, std::uint64_t> n;
  std::map<std::string, std::set<std::string>> documents;
  topos::BookShelf shelf({}, {});
  topos::Annotator annotator(shelf, topos::default_analysis());
  const std::vector<std::string> files = topos::test::sample_files();
  for (const std::string& file : files) {
    topos::AnnotatedDocument annotated;
    annotated.document = topos::test::document_of_file(file);
    annotator.segment(annotated, topos::Detail::tokens);
    const topos::Segmentation& cut = annotator.segmentation();
    for (const topos::Sentence& sentence : cut.sentences)
      for (std::uint32_t at = sentence.tokens.begin; annotated.analysis[sentence.region] && at < sentence.tokens.end;
           ++at) {
        if (cut.tokens[at].kind != topos::TokenKind::word) continue;
        const std::string form(annotator.vocabulary()[cut.tokens[at].type].folded);
        ++n[form];
        documents[form].insert(file);
      }
  }
  const CountedFeatures counted({}, files);
  CHECK(counted.rows.size() == n.size());
  for (const CountedFeatures::Row& row : counted.rows) {
    const std::string form(row.feature);
    CHECK(row.frequency.n == n[form]);
    CHECK(row.frequency.documents == documents[form].size());
  }
}

TEST_CASE("the order of the documents changes no frequency") {
  std::vector<std::string> files = topos::test::sample_files();
  const std::string wanted = CountedFeatures({"language"}, files).shown();
  std::mt19937 random(11);
  for (int i = 0; i < 3; ++i) {
    std::shuffle(files.begin(), files.end(), random);
    CHECK(CountedFeatures({"language"}, files).shown() == wanted);
  }
}
