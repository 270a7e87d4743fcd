// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/collocations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <tuple>

#include "kit/finder.hpp"

using topos::test::code;
using topos::test::document_of;

namespace {

/// Documents one after the other through one worker.
struct Worker {
  topos::test::Finder finder;
  topos::Query query;
  std::shared_ptr<topos::FeatureTable> table = std::make_shared<topos::FeatureTable>();
  topos::CollocateCounter counter;
  topos::Collocations collocations;
  std::vector<topos::Collocations::Strata> strata;  ///< of the rows

  explicit Worker(std::string_view rest, const topos::CollocateOptions& options = {}, std::vector<std::string> by = {},
                  std::size_t budget = std::size_t{1} << 20, bool keep_documents = true)
      : finder(rest), query({{}, {}, std::move(by), 0, {}}), counter(query, options),
        collocations("/tmp", budget, keep_documents) {}

  void add(topos::Document document) {
    const topos::AnnotatedDocument annotated = finder.annotate(std::move(document));
    collocations.add(counter.count(annotated, finder.annotator(), table), false, table);
  }
  /// Words are numbered anew from here on.
  void renew_table() { table = std::make_shared<topos::FeatureTable>(); }

  std::vector<topos::CollocateRow> rows() {
    std::vector<topos::CollocateRow> rows;
    collocations.rows(query.options().by, 1, [&](topos::CollocateRow row, const auto& strata_of_row) {
      rows.push_back(std::move(row));
      strata.push_back(strata_of_row());
    });
    return rows;
  }

  /// "word O11/C1 documents" of every collocate in byte order, after "hits R1 N" of its node.
  std::string shown() {
    auto all_rows = rows();
    std::sort(all_rows.begin(), all_rows.end(), [](const auto& a, const auto& b) {
      return std::tie(*a.node, a.collocate) < std::tie(*b.node, b.collocate);
    });
    std::string all;
    const topos::RowKey* node = nullptr;
    for (const auto& row : all_rows) {
      if (row.node != node) {
        all.append(node == nullptr ? "" : "| ").append(row.node->code);
        for (const std::string& value : row.node->group) all += '/' + value;
        all += ' ' + std::to_string(row.n_node) + ' ' + std::to_string(row.span_words) + ' ' +
               std::to_string(row.words) + ": ";
      }
      node = row.node;
      all.append(row.collocate)
          .append(' ' + std::to_string(row.n) + '/' + std::to_string(row.n_collocate) + ' ' +
                  std::to_string(row.documents) + ' ');
    }
    return all;
  }
};

const std::string state = code("s", "patterns.en = ['state']");
constexpr std::string_view text = "The state and the market. The market state, the STATE's power in 2025.";

}  // namespace

TEST_CASE("words near several hits count once, words of hits never, numbers only where they are wanted") {
  Worker worker(state, {{2, 2}, false, false});
  worker.add(document_of(text));
  CHECK(worker.shown() == "s 3 8 10: and 1/1 1 in 1/1 1 market 1/2 1 power 1/1 1 the 4/4 1 ");
  Worker numbers(state, {{0, topos::WordWindow::all}, true, false});
  numbers.add(document_of(text));
  CHECK(numbers.shown() == "s 3 7 10: 2025 1/1 1 and 1/1 1 in 1/1 1 market 1/2 1 power 1/1 1 the 2/4 1 ");
}

TEST_CASE("punctuation has places only where it is counted") {
  Worker worker(state, {{0, 2}, false, true});
  worker.add(document_of("One state, two. Three state."));
  CHECK(worker.shown() == "s 2 3 6: , 1/1 1 . 1/2 1 two 1/1 1 ");
}

TEST_CASE("windows end with the sentence and with the text that counts") {
  Worker worker(state);
  topos::Document document = document_of("Before. A state here. After.\n\nA state");
  document.regions[1].name = topos::RegionName::references;
  worker.add(document);
  CHECK(worker.shown() == "s 1 2 4: a 1/1 1 here 1/1 1 ");
}

TEST_CASE("a hit of several words has its window around all of them") {
  Worker worker(code("s", "patterns.en = ['state <0-2> market']"), {{1, 1}, false, false});
  worker.add(document_of("All of the state and market now go"));
  CHECK(worker.shown() == "s 1 2 5: now 1/1 1 the 1/1 1 ");
}

TEST_CASE("documents and groups add up") {
  Worker worker(state, {{1, 1}, false, false}, {"document"});
  worker.add(document_of("a state b", "en", "one"));
  worker.add(document_of("a state b b", "en", "two"));
  CHECK(worker.shown() == "s/one 1 2 2: a 1/1 1 b 1/1 1 | s/two 1 2 3: a 1/1 1 b 1/2 1 ");
  Worker both(state, {{1, 1}, false, false});
  both.add(document_of("a state b", "en", "one"));
  both.add(document_of("c", "en", "none"));
  both.add(document_of("a state b b", "en", "two"));
  CHECK(both.shown() == "s 2 4 6: a 2/2 2 b 2/3 2 ");
  CHECK(both.collocations.facts({"test", "s", {}}, {}).documents == 3);
}

TEST_CASE("attributes of hits split nodes but not the words around them") {
  Worker worker(state, {{1, 1}, false, false}, {"negated"});
  worker.add(document_of("a state, no state"));
  CHECK(worker.shown() == "s/0 1 2 3: a 1/1 1 no 1/1 1 | s/1 1 1 3: no 1/1 1 ");
}

TEST_CASE("strata hold the documents in which both can meet") {
  Worker worker(state, {{1, 0}, false, false});
  worker.add(document_of("a state b a a", "en", "one"));
  worker.add(document_of("a a", "en", "two"));
  worker.add(document_of("b state", "en", "three"));
  worker.add(document_of("state a", "en", "four"));
  const std::vector<topos::CollocateRow> rows = worker.rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].collocate != "a") continue;
    const topos::Collocations::Strata& strata = worker.strata[i];
    REQUIRE(strata.size() == 1);
    CHECK(strata[0].words == 4);
    CHECK(strata[0].span_words == 1);
    CHECK(strata[0].n_collocate == 3);
  }
}

TEST_CASE("what memory does not hold and what several tables number adds up all the same") {
  const auto shown = [](std::size_t budget, bool renew, bool keep) {
    Worker worker(state, {{2, 2}, false, false}, {"document"}, budget, keep);
    for (int i = 0; i < 60; ++i) {
      const std::string own = "word" + std::to_string(i % 7);
      worker.add(document_of(own + " state a b. the state of " + own + " a", "en",
                             "d" + std::to_string(i % 20) + "/" + std::to_string(i)));
      if (renew && i % 9 == 0) worker.renew_table();
    }
    std::string all = worker.shown();
    if (keep)
      for (const auto& strata : worker.strata) all += std::to_string(strata.size());
    return all;
  };
  for (const bool keep : {false, true}) {
    const std::string wanted = shown(std::size_t{1} << 20, false, keep);
    CHECK(wanted.size() > 1000);
    CHECK(shown(1, false, keep) == wanted);
    CHECK(shown(1, true, keep) == wanted);
    CHECK(shown(std::size_t{1} << 20, true, keep) == wanted);
  }
}

TEST_CASE("a language that is written without spaces has the words of its dictionary") {
  Worker worker(code("s", "patterns.zh = ['多极']"), {{1, 1}, false, false});
  worker.add(document_of("世界多极化发展", "zh"));
  CHECK(worker.shown().starts_with("s 1 "));
}
