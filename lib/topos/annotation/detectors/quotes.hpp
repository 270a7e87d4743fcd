// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"

namespace topos {

/// A quotation and what the words beside it tell about it (method.md B1).
struct Quote {
  enum class Kind : std::uint8_t {
    unknown,     ///< no rule for the language applies
    name,        ///< a name, a title or a term that is named as such
    attributed,  ///< up to four words beside a speech verb or behind "according to"
    cited,       ///< a citation stands directly behind it
    slogan,      ///< up to four words that are a hit of a frame for at least a half, or the name of a policy
    scare,       ///< up to four words and none of these
    speech,      ///< more words beside a speech verb
    passage      ///< more words without one
  };
  ByteSpan span;  ///< between the marks
  Kind kind = Kind::unknown;
  std::uint32_t words = 0;
  ByteSpan verb;           ///< the speech verb, or "according to"; empty without one
  ByteSpan speaker;        ///< as written; empty if unknown
  std::string_view actor;  ///< code of an actor that is the speaker; empty if none is; lives as long as its hit
};

/// The quotations of a document in text order, those of reference lists left out. One that goes on over paragraphs is
/// one in each, all with the same verb and speaker. Rules for speech verbs are English;
/// elsewhere hits of action.say stand for them. Cost: linear; six words are looked at on each side.
[[nodiscard]] std::vector<Quote> find_quotes(const DetectorInput& input);

/// "name", "attributed", …; empty for unknown.
[[nodiscard]] std::string_view to_string(Quote::Kind kind) noexcept;

}  // namespace topos
