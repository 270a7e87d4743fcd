// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/text/document.hpp"

namespace topos {

/// What kind of page a text is taken for.
enum class Layout : std::uint8_t { automatic, article, oped, statement };
/// How the lines of a text are gathered into paragraphs (contract: `--paragraphs`).
enum class Paragraphs : std::uint8_t { automatic, blank, line, indent };

struct RegionOptions {
  Layout layout = Layout::automatic;
  Paragraphs paragraphs = Paragraphs::automatic;
  bool markdown = false;         ///< headings and emphasis are Markdown's
  std::uint32_t text_begin = 0;  ///< bytes before it are a metadata header block
};

/// Cuts `document.text` into regions (method.md T2, T3): fills `document.regions` and `document.sections`.
/// Domain: `document.text` is valid UTF-8; `document.language` is set.
void find_regions(Document& document, const RegionOptions& options);

}  // namespace topos
