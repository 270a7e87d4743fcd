// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// A value of a finding's record: nothing (null), a whole number, a text or a list of texts.
using FindingValue = std::variant<std::monostate, std::int64_t, std::string, std::vector<std::string>>;

/// A value and its name, which is a literal.
using FindingField = std::pair<std::string_view, FindingValue>;

/// What a detector found at one place of a document: a record of the stream (topos-stream(5)).
struct Finding {
  std::string_view type;  ///< the detector's name: quote, citation, …
  ByteSpan span;
  std::uint32_t line = 0;               ///< in the document's text, from 1; detect() sets this and the next three
  std::uint32_t sentence = 0;           ///< in the whole document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  std::uint32_t paragraph = 0;          ///< region of the document, from 1
  std::vector<FindingField> fields;     ///< in the order in which the record has them

  Finding(std::string_view detector, ByteSpan where) : type(detector), span(where) {}
  /// Takes the values out of the list that is written there: texts are not copied, as those of an initializer_list are.
  template <std::size_t n>
  Finding(std::string_view detector, ByteSpan where, FindingField (&&values)[n])
      : type(detector), span(where),
        fields(std::make_move_iterator(std::begin(values)), std::make_move_iterator(std::end(values))) {}
};

}  // namespace topos
