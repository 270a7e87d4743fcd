// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// A value of a finding's record: nothing (null), a whole number, a text or a list of texts.
using FindingValue = std::variant<std::monostate, std::int64_t, std::string, std::vector<std::string>>;

/// What a detector found at one place of a document: a record of the stream (topos-stream(5)).
struct Finding {
  std::string_view type;  ///< the detector's name: quote, citation, …
  ByteSpan span;
  std::uint32_t line = 0;               ///< in the document's text, from 1; detect() sets this and the next three
  std::uint32_t sentence = 0;           ///< in the whole document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  std::uint32_t paragraph = 0;          ///< region of the document, from 1
  std::vector<std::pair<std::string_view, FindingValue>>
      fields;  ///< in the order in which the record has them; names are literals

  Finding(std::string_view detector, ByteSpan where, std::vector<std::pair<std::string_view, FindingValue>> values)
      : type(detector), span(where), fields(std::move(values)) {}
};

}  // namespace topos
