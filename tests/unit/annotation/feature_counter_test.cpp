// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/feature_counter.hpp"

#include <doctest/doctest.h>

#include <map>

#include "kit/finder.hpp"

using topos::test::document_of;

namespace {

/// "feature n, …" of one document after another through one worker, in the order of features.
struct Worker {
  topos::FeatureChoice choice;
  topos::BookShelf shelf{{}, {}};
  topos::Annotator annotator{shelf, topos::default_analysis()};
  topos::FeatureTable table;
  topos::FeatureCounter counter{table, choice};

  explicit Worker(topos::FeatureChoice chosen) : choice(std::move(chosen)) {}
  std::string count(std::string_view text, std::string_view language = "en") {
    topos::AnnotatedDocument annotated;
    annotated.document = document_of(text, language);
    annotator.segment(annotated, topos::Detail::tokens);
    std::map<std::string, std::uint32_t> counts;
    for (const auto& group : counter.count(topos::Query({}), annotated, annotator).groups)
      for (const auto& [feature, n] : group.counts) counts.emplace(table.text(feature), n);
    std::string shown;
    for (const auto& [feature, n] : counts) shown += (shown.empty() ? "" : ", ") + feature + ' ' + std::to_string(n);
    return shown;
  }
};

topos::FeatureChoice sequences(std::uint32_t n, std::uint32_t skip = 0) {
  topos::FeatureChoice choice;
  choice.n = n;
  choice.skip = skip;
  return choice;
}

}  // namespace

TEST_CASE("sequences of words do not leave the sentence") {
  Worker worker(sequences(2));
  CHECK(worker.count("A b c. B c, a b.\n\nC d") == "a b 2, b c 2, c a 1, c d 1");
  CHECK(worker.count("b c") == "b c 1");
  CHECK(worker.count("b").empty());
  CHECK(Worker(sequences(3)).count("a b c d") == "a b c 1, b c d 1");
}

TEST_CASE("words may be left out of sequences up to their number all together") {
  CHECK(Worker(sequences(2, 1)).count("a b c") == "a b 1, a c 1, b c 1");
  CHECK(Worker(sequences(3, 1)).count("a b c d") == "a b c 1, a b d 1, a c d 1, b c d 1");
  // 2-skip-2-grams and 2-skip-3-grams of Guthrie et al. (2006), section 3.
  CHECK(Worker(sequences(2, 2)).count("Insurgents killed in ongoing fighting") ==
        "in fighting 1, in ongoing 1, insurgents in 1, insurgents killed 1, insurgents ongoing 1, killed fighting 1, "
        "killed in 1, killed ongoing 1, "
        "ongoing fighting 1");
  CHECK(Worker(sequences(3, 2)).count("Insurgents killed in ongoing fighting") ==
        "in ongoing fighting 1, insurgents in fighting 1, insurgents in ongoing 1, insurgents killed fighting 1, "
        "insurgents killed in 1, "
        "insurgents killed ongoing 1, insurgents ongoing fighting 1, killed in fighting 1, killed in ongoing 1, killed "
        "ongoing fighting 1");
}

TEST_CASE("words that are no features keep their places") {
  topos::FeatureChoice choice = sequences(2);
  choice.stop = {"of"};
  choice.numbers = false;
  CHECK(Worker(choice).count("state of the state 5 c d") == "c d 1, the state 1");
  choice.skip = 1;
  CHECK(Worker(choice).count("state of the state 5 c d") == "c d 1, state c 1, state the 1, the state 1");
  choice.n = 1;
  CHECK(Worker(choice).count("state of the state 5") == "state 2, the 1");
}

TEST_CASE("punctuation is a word where it is asked for") {
  topos::FeatureChoice choice = sequences(2);
  choice.punctuation = true;
  CHECK(Worker(choice).count("a, b") == ", b 1, a , 1");
}

TEST_CASE("words are counted as written or as lemmas or as stems") {
  topos::FeatureChoice written;
  written.form = topos::WordForm::written;
  CHECK(Worker(written).count("States states") == "States 1, states 1");
  topos::FeatureChoice lemma;
  lemma.form = topos::WordForm::lemma;
  lemma.lemmas = {{"is", "be"}, {"are", "be"}};
  lemma.stop = {"be"};
  CHECK(Worker(lemma).count("It IS and they are") == "and 1, it 1, they 1");
  topos::FeatureChoice stem;
  stem.form = topos::WordForm::stem;
  Worker worker(stem);
  CHECK(worker.count("Nations national nation 1990s") == "1990s 1, nation 3");
  CHECK(worker.count("государства государство", "ru") == "государств 2");
  CHECK(worker.counter.languages_without_stems().empty());
  CHECK(worker.count("quốc gia", "vi") == "gia 1, quốc 1");
  CHECK(worker.counter.languages_without_stems() == std::set<std::string>{"vi"});
}

TEST_CASE("folded words are counted as the word counter counts them") {
  topos::FeatureChoice choice;
  CHECK(choice.plain());
  choice.skip = 3;
  CHECK(Worker(choice).count("The state's “The”, the STATE. 2025's") == "2025 1, state 2, the 3");
}

TEST_CASE("a worker that has seen more sequences than it knows counts on") {
  Worker worker(sequences(2));
  for (int round = 0; round < 8; ++round) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "w" + std::to_string(i * 8 + round) + (i % 1000 == 999 ? ".\n\n" : " ");
    static_cast<void>(worker.count(text));
  }
  CHECK(worker.count("w8 w16 w8 w16") == "w16 w8 1, w8 w16 2");
}
