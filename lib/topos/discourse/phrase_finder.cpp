// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/phrase_finder.hpp"

#include <algorithm>
#include <utility>

namespace topos {

std::size_t PhraseFinder::add(std::vector<std::string> words) {
  by_first_[words.front()].push_back(phrases_.size());
  phrases_.push_back(std::move(words));
  return phrases_.size() - 1;
}

void PhraseFinder::find(const SentenceWords& words, const std::function<void(std::size_t, int)>& visit) const {
  for (int at = 0; at < words.size(); ++at) {
    const auto same = by_first_.find(words.folded(at));
    if (same == by_first_.end()) continue;
    for (const std::size_t number : same->second) {
      const std::vector<std::string>& phrase = phrases_[number];
      int next = at;
      if (std::all_of(phrase.begin(), phrase.end(),
                      [&](const std::string& word) { return words.folded(next++) == word; }))
        visit(number, at);
    }
  }
}

}  // namespace topos
