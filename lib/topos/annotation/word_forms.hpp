// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "topos/segmentation/stemmer.hpp"
#include "topos/segmentation/vocabulary.hpp"

namespace topos {

/// What of a word is counted.
enum class WordForm : std::uint8_t { folded, written, stem, lemma };

/// Which features a run counts. Immutable: shared by its workers.
struct FeatureChoice {
  WordForm form = WordForm::folded;
  bool numbers = true;                      ///< numbers are features, too; they have places in any case
  bool punctuation = false;                 ///< punctuation is counted as words are
  std::set<std::string, std::less<>> stop;  ///< words that are no features, as folded or as they are counted
  std::unordered_map<std::string, std::string> lemmas;  ///< by folded form; a word without one is its own lemma
  std::uint32_t n = 1;                                  ///< words of a feature
  std::uint32_t skip = 0;                               ///< words that may be left out between them, all together
  /// Whether features are folded words, all of them.
  [[nodiscard]] bool plain() const noexcept {
    return form == WordForm::folded && numbers && !punctuation && stop.empty() && n == 1;
  }
};

/// Makes the form of a type that is counted. Keeps stemmers: one for each worker.
class WordForms {
 public:
  /// `choice` must outlive it.
  explicit WordForms(const FeatureChoice& choice) : choice_(choice) {}
  /// Nothing for a word that is no feature. The view lives until the next call, or as long as the type.
  /// Errors: those of Stemmer.
  [[nodiscard]] std::optional<std::string_view> form_of(const Type& type, const std::string& language);
  /// Languages without rules for stems, whose words are their own stems.
  [[nodiscard]] const std::set<std::string>& without_stems() const noexcept { return without_stems_; }

 private:
  [[nodiscard]] std::string_view stem(std::string_view word, const std::string& language);

  const FeatureChoice& choice_;
  std::map<std::string, Stemmer> stemmers_;  ///< by primary language
  std::set<std::string> without_stems_;
};

}  // namespace topos
