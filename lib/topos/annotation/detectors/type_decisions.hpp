// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/segmentation/segmenter.hpp"
#include "topos/segmentation/vocabulary.hpp"

namespace topos {

/// What a detector has decided about the types of a vocabulary, each when it is first asked for. Not thread-safe:
/// detectors keep one for each thread.
template <class Decision>
class TypeDecisions {
 public:
  /// Forgets all if this is another vocabulary than the last one, or if that one was cleared.
  void use(const Vocabulary& vocabulary) {
    if (generation_ != vocabulary.generation()) decisions_.clear();
    generation_ = vocabulary.generation();
    decisions_.resize(vocabulary.size());
  }
  /// What decide() gave for a type, or gives now. Domain: the type is of the vocabulary in use.
  template <class Decide>
  const Decision& of(TypeId type, Decide decide) {
    Known& known = decisions_.data()[type];
    if (!known.decided) known = {decide(), true};
    return known.decision;
  }

 private:
  struct Known {
    Decision decision{};
    bool decided = false;
  };
  std::uint64_t generation_ = ~std::uint64_t{0};
  std::vector<Known> decisions_;
};

/// Whether `decide` says yes of the type of one of the sentence's tokens, each type decided once. What a detector looks
/// for in few sentences is looked for in those alone.
template <class Decide>
[[nodiscard]] bool any_type(TypeDecisions<bool>& known, const std::vector<Token>& tokens, const Sentence& sentence,
                            Decide decide) {
  for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at)
    if (known.of(tokens[at].type, [&] { return decide(tokens[at]); })) return true;
  return false;
}

}  // namespace topos
