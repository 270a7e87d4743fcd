// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// Words that stand one behind the other in every text that some pattern matches: runs of ASCII letters and digits in
/// lower case.
struct RequiredPhrase {
  std::vector<std::string> words;
  bool open_begin = false;  ///< the first word may go on to the left
  bool open_end = false;    ///< the last word may go on to the right
};

/// Phrases of which every text with a hit of a selected code has one, or nothing, if there are no such phrases or too
/// many to look for. Domain: texts of languages that are matched on words and written with ASCII letters only where the
/// phrases are.
[[nodiscard]] std::optional<std::vector<RequiredPhrase>> required_literals(const std::vector<const Codebook*>& books,
                                                                           const CodeSelection& selection);

}  // namespace topos
