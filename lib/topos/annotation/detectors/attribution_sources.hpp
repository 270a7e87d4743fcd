// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "topos/annotation/detectors/attributions.hpp"
#include "topos/annotation/detectors/clause_words.hpp"

namespace topos {

/// Who a subject of a verb of saying is.
struct Source {
  enum class Who : std::uint8_t {
    nobody,   ///< nothing that speaks: results, growth
    self,     ///< we, our delegation, this paper
    vague,    ///< some, critics, it
    somebody  ///< an actor, a name, a person or an office
  };
  Who who = Who::nobody;
  std::size_t begin = 0;  ///< words
  std::size_t end = 0;
};

/// The subject that ends before word `end`, which is the first of its verb group.
[[nodiscard]] Source source_left(const ClauseWords& words, const SpeakerFrame& frame, std::size_t end);
/// The noun phrase that begins at a word: behind "said" or "according to".
[[nodiscard]] Source source_right(const ClauseWords& words, const SpeakerFrame& frame, std::size_t begin);
/// Whether a subject that no list has may be one of a verb that is hardly said of anything but people: "said".
[[nodiscard]] bool may_speak(const ClauseWords& words, const Source& source);
/// Who the words [begin, end) are, by their head.
[[nodiscard]] Source::Who who_is(const ClauseWords& words, const SpeakerFrame& frame, std::size_t begin,
                                 std::size_t end);

}  // namespace topos
