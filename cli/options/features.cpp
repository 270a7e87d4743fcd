// SPDX-License-Identifier: Apache-2.0
#include "options/features.hpp"

#include <utility>

#include "messages.hpp"
#include "topos/base/error.hpp"
#include "word_list.hpp"

namespace topos::cli {

void FeatureGroup::declare(Options& options) {
  options.number("-n,--ngrams", n, 1, 10, "Count sequences of N words");
  options.number("--skip", skip, 1, 5, "Sequences may leave out up to K words, all together");
  options.choice("--of", form, {"words", "folded", "stems", "lemmas"},
                 "Count words as written, folded, or as stems or lemmas");
  options.text("--lemmas", lemmas, "FILE", "Lemma list, lines of word, tab, lemma");
  options.text("--stop", stop, "FILE", "Words that are not counted, one a line");
  options.flag("--no-numbers", no_numbers, "Numbers are not counted");
  options.flag("--punctuation", punctuation, "Count punctuation as words are counted");
}

FeatureChoice FeatureGroup::choice() const {
  if (skip > 0 && n == 1) throw Error(Errc::usage, "--skip goes with -n 2 or more");
  if (form == "lemmas" && lemmas.empty()) throw Error(Errc::usage, "--of lemmas needs --lemmas FILE");
  if (form != "lemmas" && form != "folded" && !lemmas.empty())
    throw Error(Errc::usage, "--lemmas and --of " + form + " contradict each other");
  FeatureChoice choice;
  if (form == "words") choice.form = WordForm::written;
  if (form == "stems") choice.form = WordForm::stem;
  if (!lemmas.empty()) {
    choice.form = WordForm::lemma;
    choice.lemmas = read_lemmas(lemmas);
  }
  if (!stop.empty()) choice.stop = read_stop_list(stop);
  choice.numbers = !no_numbers;
  choice.punctuation = punctuation;
  choice.n = static_cast<std::uint32_t>(n);
  choice.skip = static_cast<std::uint32_t>(skip);
  return choice;
}

FeatureCounter& FeatureWorker::counter(std::shared_ptr<FeatureTable> table, const FeatureChoice& choice) {
  if (table_ == table) return *counter_;
  without_stems_ = without_stems();
  table_ = std::move(table);
  return counter_.emplace(*table_, choice);
}

std::set<std::string> FeatureWorker::without_stems() const {
  std::set<std::string> languages = without_stems_;
  if (counter_)
    languages.insert(counter_->languages_without_stems().begin(), counter_->languages_without_stems().end());
  return languages;
}

void note_unstemmed(const std::vector<FeatureWorker>& workers) {
  std::set<std::string> languages;
  for (const FeatureWorker& worker : workers) languages.merge(worker.without_stems());
  std::string list;
  for (const std::string& language : languages) list += (list.empty() ? "" : ", ") + printable(language);
  if (!list.empty()) note("Snowball has no rules for " + list + ": words of such texts are counted as they are");
}

}  // namespace topos::cli
