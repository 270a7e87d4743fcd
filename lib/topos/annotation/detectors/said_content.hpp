// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "topos/annotation/detectors/clause_words.hpp"

namespace topos {

/// Where what is said begins behind a verb of saying or thinking: a clause with or without "that", a quotation, or what
/// is stressed or denied; 0 if nothing is said there. Domain: a word that is such a verb.
[[nodiscard]] std::size_t content_behind(const ClauseWords& words, std::size_t at);

/// Whether words behind "according to" are what something is measured by, and nobody who says anything: choice, the
/// needs of small states. Domain: not empty.
[[nodiscard]] bool is_measure(const ClauseWords& words, std::size_t begin, std::size_t end);

}  // namespace topos
