// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "topos/segmentation/vocabulary.hpp"

namespace topos {

/// What a worker has decided about the types of its vocabularies, so that each is decided once: one decision for each
/// type, by language.
template <class Decision>
class TypeCache {
 public:
  /// `undecided`: what a type has before anything is decided.
  explicit TypeCache(Decision undecided) : undecided_(undecided) {}

  /// The decisions by type. What the vocabulary has forgotten is forgotten here, too.
  [[nodiscard]] std::vector<Decision>& of(const std::string& language, const Vocabulary& vocabulary) {
    if (known_.size() >= most_languages && !known_.contains(language)) known_.clear();
    Known& known = known_[language];
    if (known.generation != vocabulary.generation()) {
      known.generation = vocabulary.generation();
      known.decisions.clear();
    }
    known.decisions.resize(vocabulary.size(), undecided_);
    return known.decisions;
  }
  void clear() { known_.clear(); }

 private:
  /// Languages remembered at a time, so that hostile language tags cannot fill memory.
  static constexpr std::size_t most_languages = 24;

  struct Known {
    std::uint64_t generation = 0;
    std::vector<Decision> decisions;
  };
  Decision undecided_;
  std::map<std::string, Known> known_;
};

}  // namespace topos
