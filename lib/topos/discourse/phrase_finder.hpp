// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/sentence_words.hpp"

namespace topos {

/// Finds phrases word by word in their match forms, without regard to inflection.
class PhraseFinder {
 public:
  static constexpr std::size_t most_words = 20;

  /// Adds a phrase, which may be there already. `words`: match forms. Its number, from 0.
  /// Domain: 1 to most_words words.
  std::size_t add(std::vector<std::string> words);
  [[nodiscard]] bool empty() const noexcept { return phrases_.empty(); }
  /// Calls `visit(phrase, at)` for each place of a sentence at which a phrase begins.
  /// Cost: linear in the sentence but for phrases that begin with the same word.
  void find(const SentenceWords& words, const std::function<void(std::size_t, int)>& visit) const;

 private:
  std::vector<std::vector<std::string>> phrases_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_first_;
};

}  // namespace topos
