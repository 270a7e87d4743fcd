// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"
#include "topos/annotation/counts_by_document.hpp"
#include "topos/annotation/tally.hpp"

namespace {

/// Rows and groups of a tally as text.
std::string shown(const topos::Counts& tally) {
  std::string all;
  const auto group = [](const topos::GroupKey& values) {
    std::string text;
    for (const std::string& value : values) text += value + ' ';
    return text;
  };
  for (const auto& [key, row] : tally.rows)
    all += std::string(key.code) + ' ' + group(key.group) + std::to_string(row.n) + ' ' + std::to_string(row.weighted) +
           ' ' + std::to_string(row.sentences) + ' ' + std::to_string(row.documents) + '\n';
  for (const auto& [key, count] : tally.groups)
    all += group(key) + std::to_string(count.documents) + ' ' + std::to_string(count.words) + ' ' +
           std::to_string(count.sentences) + ' ' + std::to_string(count.characters) + '\n';
  return all;
}

/// The sample corpus, tallied document by document.
struct Tallies {
  std::unique_ptr<topos::Query> query;
  std::vector<topos::DocumentTally> all;
};

Tallies tallies(topos::test::Finder& finder, std::vector<std::string> by) {
  topos::QueryOptions options;
  options.by = std::move(by);
  Tallies tallies{std::make_unique<topos::Query>(options), {}};
  for (const std::string& file : topos::test::sample_files())
    tallies.all.push_back(
        topos::tally_document(*tallies.query, finder.annotate(topos::test::document_of_file(file)), false));
  return tallies;
}

topos::Counts sum(const std::vector<topos::DocumentTally>& all, std::size_t begin, std::size_t end) {
  topos::Tally tally;
  for (; begin < end; ++begin) tally.add(all[begin], false);
  return tally.counts();
}

}  // namespace

TEST_CASE("counts of two sets of documents add up to those of both") {
  topos::test::Finder finder(topos::built_in_codebook());
  const auto [query, all] = tallies(finder, {"language"});
  const topos::Counts whole = sum(all, 0, all.size());
  REQUIRE(whole.rows.size() > 20);
  for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, all.size() / 2, all.size()}) {
    topos::Counts first = sum(all, 0, cut);
    const topos::Counts second = sum(all, cut, all.size());
    for (const auto& [key, row] : second.rows) {
      topos::RowCount& into = first.rows[key];
      into.n += row.n;
      into.weighted += row.weighted;
      into.sentences += row.sentences;
      into.documents += row.documents;
    }
    for (const auto& [key, count] : second.groups) {
      topos::GroupCount& into = first.groups[key];
      into.documents += count.documents;
      into.words += count.words;
      into.sentences += count.sentences;
      into.characters += count.characters;
    }
    CHECK(shown(first) == shown(whole));
  }
}

TEST_CASE("the order of the documents changes no count") {
  topos::test::Finder finder(topos::built_in_codebook());
  auto [query, all] = tallies(finder, {"language", "region"});
  const std::string wanted = shown(sum(all, 0, all.size()));
  std::mt19937 random(5);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(all.begin(), all.end(), random);
    CHECK(shown(sum(all, 0, all.size())) == wanted);
  }
}

TEST_CASE("splitting by place splits the words of the whole") {
  topos::test::Finder finder(topos::built_in_codebook());
  std::uint64_t whole = 0;
  for (const auto& one : tallies(finder, {}).all) whole += one.groups.front().count.words;
  for (const char* field : {"region", "section", "language", "document"}) {
    std::uint64_t parts = 0;
    for (const auto& one : tallies(finder, {field}).all)
      for (const auto& group : one.groups) parts += group.count.words;
    CHECK(parts == whole);
  }
}

TEST_CASE("counts document by document add up to those of the run") {
  topos::test::Finder finder(topos::built_in_codebook());
  const auto [query, all] = tallies(finder, {"language"});
  const topos::Counts whole = sum(all, 0, all.size());
  topos::CountsByDocument documents;
  for (const topos::DocumentTally& one : all) documents.add(one, "");
  const auto total = [](const std::vector<topos::DocumentUnits>& units) {
    std::uint64_t all_units = 0;
    for (const topos::DocumentUnits& one : units) all_units += one.units;
    return all_units;
  };
  CHECK(documents.documents().size() == all.size());
  for (const auto& [key, row] : whole.rows) {
    CHECK(total(documents.hits_of(key)) == row.n);
    CHECK(documents.hits_of(key).size() == row.documents);
  }
  for (const auto& [key, group] : whole.groups) {
    CHECK(total(documents.text_of(key)) == group.words);
    CHECK(documents.text_of(key).size() == group.documents);
  }
  CHECK(documents.text_of({"no language"}).empty());
}
