// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "topos/text/blocks.hpp"

namespace topos {

/// A text cut into blocks while rules give them names. Each rule names blocks that no earlier rule has named.
struct Page {
  std::string_view text;
  std::vector<Block> blocks;
  Layout layout = Layout::automatic;
  std::string_view title;                              ///< what the metadata call the text; may be empty
  std::string_view heading_rule = "markdown heading";  ///< the cue of blocks that are headings by their form
  std::string_view place;  ///< where the metadata say that it was spoken or written; may be empty

  [[nodiscard]] std::string_view at(std::size_t i) const noexcept { return blocks[i].span.in(text); }
};

/// The layout that the cues speak for; automatic if none does.
[[nodiscard]] Layout guess_layout(const Page& page);

/// Splits a web page that was saved as a single line: its furniture at the end begins after the last sentence before
/// two or more phrases that pages put there; if it has such a tail, what stands before a date with a time is title and
/// standfirst.
void split_single_line(Page& page);
/// What a block shows by itself: images, code, rules, page numbers, furniture phrases, publication notes, captions,
/// footnotes.
void name_by_cue(Page& page);
/// Lines that the page repeats.
void name_repeated(Page& page);
/// Abstracts and keywords.
void name_abstract(Page& page);
/// Reference lists, notes, thanks.
void name_references(Page& page);
/// Title, by-line, date line, standfirst.
void name_front(Page& page);
/// Headings.
void name_headings(Page& page);
/// What follows the text: author's note, teasers, contacts.
void name_back(Page& page);

}  // namespace topos
