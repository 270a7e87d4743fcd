// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/annotation/explanation.hpp"

namespace topos::cli {

/// What an explanation is about.
struct ExplainedText {
  const Codebook* book = nullptr;
  const Document* document = nullptr;
  Explanation told;
};

/// An explanation for a person: tokens, then the matches of each code and what became of them. Control characters are
/// shown.
[[nodiscard]] std::string explanation_text(const ExplainedText& explained);

/// The same as one JSON object and a line feed. Offsets are bytes of the text.
[[nodiscard]] std::string explanation_json(const ExplainedText& explained);

}  // namespace topos::cli
