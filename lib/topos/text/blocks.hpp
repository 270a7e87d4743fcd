// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/text/cues.hpp"
#include "topos/text/regions.hpp"

namespace topos {

enum class BlockKind : std::uint8_t { text, heading, item, table, code, image, comment, rule };

/// Lines that belong together, and what is known about them. `find_regions` makes one region of each, or of several.
struct Block {
  ByteSpan span;
  std::uint32_t section = 0;
  std::uint32_t cues = 0;  ///< set of Cue
  std::string_view rule;   ///< the rule that named it, empty while it is unnamed
  BlockKind kind = BlockKind::text;
  RegionName name = RegionName::body;
  std::uint8_t words = 0;  ///< rough count, 121 at most: no rule asks for more
  std::uint8_t level = 0;  ///< of a Markdown heading
  bool named = false;
  bool single : 1 = true;         ///< one line
  bool tight : 1 = false;         ///< no blank line before it
  bool terminal : 1 = false;      ///< ends as a sentence does
  bool emphasised : 1 = false;    ///< wholly in Markdown emphasis
  bool capital : 1 = false;       ///< its first letter is not lower-case
  bool lower : 1 = false;         ///< its first letter is lower-case
  bool unpunctuated : 1 = false;  ///< in a script whose sentences end without a mark
  bool reliable : 1 = true;       ///< its borders are an author's, not guessed from the lengths of lines

  void become(RegionName region, std::string_view why) noexcept {
    name = region;
    rule = why;
    named = true;
  }
  [[nodiscard]] bool has(Cue cue) const noexcept { return (cues & cue_bit(cue)) != 0; }
  /// Running text that no rule has claimed.
  [[nodiscard]] bool plain() const noexcept { return !named && (kind == BlockKind::text || kind == BlockKind::item); }
};

/// Gathers the lines of `text` from `begin` on into blocks (contract.md §3).
/// Blank lines separate blocks. In a text without blank lines, every line is a block if the median line exceeds 160
/// characters, else a block begins at an indented line or after a line that ends a sentence and is shorter than two
/// thirds of the median. Blank lines do not count as paragraph breaks of their own in two cases: where hard-wrapped
/// lines run for more than 25 lines between them (they are page breaks then; the rule above applies between them), and
/// where most of the text stands in lines of more than 160 characters (then each of three or more lines that hold such
/// a line is a block). Cost: linear; 20 bytes a line while it works.
[[nodiscard]] std::vector<Block> gather_blocks(std::string_view text, std::uint32_t begin, Paragraphs paragraphs,
                                               bool markdown);

/// As find_regions, of blocks that the file's format tells; `sections`, if there are any, stand for what headings would
/// tell. Domain: blocks in text order that hold all of the text but blanks.
void name_regions(Document& document, const RegionOptions& options, std::vector<Block> blocks,
                  std::vector<std::string> sections);

}  // namespace topos
