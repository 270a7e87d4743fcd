// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <unordered_set>

namespace topos {

/// The frequent words of a language by which it is told from others: a short list of function words.
class FunctionWords {
 public:
  /// `primary`: primary subtag; a language without a list has none.
  explicit FunctionWords(std::string_view primary);
  /// `folded`: a word in match form.
  [[nodiscard]] bool contains(std::string_view folded) const { return words_.contains(folded); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace topos
