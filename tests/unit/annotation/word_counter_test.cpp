// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/word_counter.hpp"

#include <doctest/doctest.h>

#include "kit/finder.hpp"

using topos::test::document_of;

namespace {

/// Documents one after the other through one worker.
struct Worker {
  topos::BookShelf shelf{{}, {}};
  topos::Annotator annotator{shelf, topos::default_analysis()};
  topos::FeatureTable table;
  topos::WordCounter counter{table};

  /// "word n" of every word of each group, the groups parted by " | ".
  std::string count(const topos::Document& document, const topos::QueryOptions& options = {}) {
    topos::AnnotatedDocument annotated;
    annotated.document = document;
    annotator.segment(annotated, topos::Detail::tokens);
    std::string shown;
    for (const auto& group : counter.count(topos::Query(options), annotated, annotator).groups) {
      if (!shown.empty()) shown += "| ";
      for (const std::string& value : group.values) shown += value + ": ";
      for (const auto& [feature, n] : group.counts)
        shown.append(table.text(feature)).append(' ' + std::to_string(n) + ' ');
    }
    return shown;
  }
};

}  // namespace

TEST_CASE("words are counted by their folded form without clitics and marks") {
  Worker worker;
  CHECK(worker.count(document_of("The state's “The”, the STATE. 2025's")) == "the 3 state 2 2025 1 ");
  CHECK(worker.count(document_of("The end")) == "the 1 end 1 ");
  CHECK(worker.count(document_of("“...”")).empty());
  CHECK(worker.count(document_of("end THE eNd END tHe the end")) == "end 4 the 3 ");
}

TEST_CASE("forms of several languages share one number") {
  Worker worker;
  CHECK(worker.count(document_of("all at once", "en")) == "all 1 at 1 once 1 ");
  CHECK(worker.count(document_of("all", "de")) == "all 1 ");
  CHECK(worker.table.size() == 3);
  for (int i = 0; i < 60; ++i)
    CHECK(worker.count(document_of("once all", "x" + std::string(1, static_cast<char>('a' + i % 26)))) ==
          "once 1 all 1 ");
  CHECK(worker.table.size() == 3);
}

TEST_CASE("groups of one document are counted apart even where they alternate") {
  Worker worker;
  topos::Document document = document_of("a b a\n\nb\n\na");
  document.regions[1].name = topos::RegionName::lede;
  topos::QueryOptions options;
  options.by = {"region"};
  CHECK(worker.count(document, options) == "body: a 3 b 1 | lede: b 1 ");
}

TEST_CASE("what is no analysis text or does not pass is not counted") {
  Worker worker;
  topos::Document document = document_of("a b\n\nc");
  document.regions[1].name = topos::RegionName::references;
  CHECK(worker.count(document) == "a 1 b 1 ");
  topos::QueryOptions options;
  options.where.add("language=ru");
  CHECK(worker.count(document, options).empty());
}
