// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "topos/annotation/detectors/sentence_words.hpp"

namespace topos {

/// What a sentence of a speech does beside saying something. Cues found by rules.
struct SpeechAct {
  enum class Kind : std::uint8_t {
    announces,  ///< it says what the speech is going to do: "let me turn to", "I shall address"
    commits     ///< it binds who speaks: "we will continue", "my government pledges", "Norland is committed to"
  };
  Kind kind = Kind::announces;
  std::uint32_t at = 0;  ///< first byte of the words that say so
};

/// Finds what sentences of English announce and promise in the first person, or in the name of a state.
class SpeechActs {
 public:
  /// `names`: what who speaks is called, as metadata have it; a sentence with such a subject speaks of itself.
  explicit SpeechActs(const std::vector<std::string>& names);
  /// Nothing, if the sentence does neither. What is wished, asked or expected of all is no promise.
  /// Cost: linear in the sentence, times the names.
  [[nodiscard]] std::optional<SpeechAct> of(const SentenceWords& words) const;

 private:
  [[nodiscard]] int own_name(const SentenceWords& words, int at) const;

  std::vector<std::vector<std::string>> names_;  ///< folded words
};

}  // namespace topos
