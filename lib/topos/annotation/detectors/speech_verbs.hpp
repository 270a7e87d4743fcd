// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace topos {

/// What a form of an English verb tells about words that stand near it.
enum class SpeechVerb : std::uint8_t {
  none,
  says,     ///< gives words or their content: said, argued, warns
  names,    ///< gives a name to something: called, dubbed, described
  thinks,   ///< gives what somebody holds: believes, thought
  doubtful  ///< any of these, but more often something else: states, reports, maintain; asks for "that" or a quotation
            ///< beside it
};

/// Domain: a match form (segmentation/fold.hpp), one word.
[[nodiscard]] SpeechVerb speech_verb(std::string_view folded) noexcept;

}  // namespace topos
