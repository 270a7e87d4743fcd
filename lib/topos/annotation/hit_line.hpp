// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "topos/annotation/hit.hpp"

namespace topos {

/// What a hit record says. Views of texts that others hold; an empty one is null in the stream where null is allowed.
struct HitFields {
  std::string_view document;
  std::string_view codebook;
  std::string_view code;
  std::string_view pattern;
  std::string_view id;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t line = 0;
  std::uint32_t sentence = 0;
  std::uint32_t analysis_sentence = 0;  ///< 0: null
  std::uint32_t paragraph = 0;
  std::string_view region;
  std::string_view section;
  std::string_view text;
  double weight = 1;
  Flag negated = Flag::unknown;
  Flag quoted = Flag::unknown;
  std::string_view voice;
  std::string_view modality;
  std::string_view holder;
  std::int8_t polarity = 0;  ///< 0: null
  Flag url = Flag::unknown;
  std::string_view coder;  ///< empty: no such member
};

/// Appends the record and a line feed. Most of an annotated stream is hits, so room is made once for each.
void write_hit_line(const HitFields& fields, std::string& out);

/// Reads a line that has exactly the form `write_hit_line` gives it and no escapes, many times faster than a JSON
/// parser; false for any other line, which is left to the parser. Domain: a line without its line feed. The views point
/// into it.
[[nodiscard]] bool read_hit_line(std::string_view line, HitFields& fields) noexcept;

}  // namespace topos
