// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cells.hpp"

namespace topos::cli {

/// Where a row of evidence stands: the first columns of every table that lists sentences.
[[nodiscard]] inline std::vector<Column> place_columns() {
  return {{"document"},   {"id"},          {"sentence", true}, {"analysis_sentence", true},
          {"line", true}, {"begin", true}, {"end", true}};
}

/// Its cells; a sentence that is none of the analysis text has no number in it.
[[nodiscard]] inline std::vector<Cell> place_cells(const std::string& document, const std::string& id,
                                                   std::uint32_t sentence, std::uint32_t analysis_sentence,
                                                   std::uint32_t line, std::uint32_t begin, std::uint32_t end) {
  return {document,    id,           whole(sentence), analysis_sentence == 0 ? Cell() : whole(analysis_sentence),
          whole(line), whole(begin), whole(end)};
}

}  // namespace topos::cli
