// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pieces.hpp"

namespace topos::bench {

/// Makes sentences that are like those of a language in length, words, marks and frequencies, but say nothing.
class LanguageModel {
 public:
  virtual ~LanguageModel() = default;
  [[nodiscard]] virtual std::string sentence(Random& random) const = 0;
  /// What stands between two sentences of a paragraph.
  [[nodiscard]] virtual std::string between() const = 0;
};

struct ModelOptions {
  std::string language;              ///< en, ru, zh or th
  std::string texts;                 ///< folder of sample texts in that language
  std::vector<std::string> phrases;  ///< planted into sentences, each as likely as the others
  double planted = 0;                ///< share of sentences with a planted phrase
};

/// Languages written with spaces take the sentences of the sample texts and draw every word anew: the words of the
/// samples first, made-up ones behind them, by the law of Zipf and Mandelbrot with a steeper tail. The others walk from
/// character to character as the samples do. Errors: std::runtime_error.
[[nodiscard]] std::unique_ptr<LanguageModel> make_model(const ModelOptions& options);

}  // namespace topos::bench
