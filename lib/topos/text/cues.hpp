// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "topos/text/folded_block.hpp"

namespace topos {

/// What a phrase in cues.def says about the line it stands in.
enum class Cue : std::uint8_t {
  furniture,     ///< the page speaks about itself
  related,       ///< heads a list of links to other pages
  publication,   ///< begins a note on where the text first stood
  published,     ///< says where something first stood
  text_itself,   ///< the text speaks of itself
  author_label,  ///< heads a note on the author
  role,          ///< what an author is; not among what find_cues finds, because few blocks are asked for it
  contact,       ///< whom the press may ask
  abstract_label,
  keywords_label,
  references_label,
  notes_label,
  section_word,  ///< heads a section
  back_matter,   ///< heads thanks, funding, statements of interest
  figure_label,
  credit,  ///< whose picture it is; asked for as `role` is
  byline,
  salutation,
  closing,  ///< ends a speech or letter
  release,  ///< head of a press release
  history,  ///< when an article was received and accepted; counts with a date
  consent,  ///< the reader agrees to something; counts with consent_start
  consent_start,
  imprint,      ///< who issues the text and how it may be used; counts at the end
  office,       ///< begins an address; counts at the end
  author_verb,  ///< what an author does, as a word by itself
  author_note,  ///< begins a note on the author or the views; counts at the end
  tail,         ///< stands in the furniture at the end of a page
};

[[nodiscard]] constexpr std::uint32_t cue_bit(Cue cue) noexcept {
  return std::uint32_t{1} << static_cast<unsigned>(cue);
}

/// Cues that are looked for only where they are asked for.
[[nodiscard]] constexpr bool on_demand(Cue cue) noexcept { return cue == Cue::role || cue == Cue::credit; }

/// The cues in a block, as a set of bits. `words` is the block's size: long blocks match fewer phrases.
[[nodiscard]] std::uint32_t find_cues(const FoldedBlock& block, std::uint32_t words) noexcept;

/// The same, folding no more of the block than a phrase can stand in, and nothing where the bytes tell that none does.
[[nodiscard]] std::uint32_t find_cues(std::string_view block, std::uint32_t words) noexcept;

/// Those of them whose phrases are the whole block or stand at its beginning.
[[nodiscard]] std::uint32_t find_first_cues(const FoldedBlock& block, std::uint32_t words) noexcept;
/// The same, without folding most blocks that begin with no phrase.
[[nodiscard]] std::uint32_t find_first_cues(std::string_view block, std::uint32_t words) noexcept;

/// Whether the block begins with a phrase of `cue`.
[[nodiscard]] bool begins_with_cue(std::string_view block, Cue cue) noexcept;

/// Whether a phrase of `cue` that may stand anywhere stands in the block.
[[nodiscard]] bool contains_cue(const FoldedBlock& block, Cue cue) noexcept;
/// The same, in the part of the block that find_cues looks at.
[[nodiscard]] bool contains_cue(std::string_view block, Cue cue) noexcept;

}  // namespace topos
