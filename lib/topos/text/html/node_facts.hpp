// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "topos/text/html/tree.hpp"

namespace topos {

/// What is known of an element by its name, class, id and role.
struct HtmlNodeFacts {
  std::int8_t weight = 0;     ///< what class and id speak for: 25 for text and against furniture, each
  bool unlikely : 1 = false;  ///< its names are those of navigation, comments, advertisements …
  bool byline : 1 = false;
  bool sharing : 1 = false;     ///< buttons to share or print
  bool data_table : 1 = false;  ///< a table that holds data, not layout
};

[[nodiscard]] std::vector<HtmlNodeFacts> node_facts(const HtmlTree& tree);

}  // namespace topos
