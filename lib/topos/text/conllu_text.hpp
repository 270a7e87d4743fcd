// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of one document in CoNLL-U: its tokens with the spaces that SpaceAfter leaves, a block for each `# newpar`,
/// named as `# region` says; metadata from `# meta::field = value`. Multiword tokens stand for their words; empty nodes
/// are left out. The tokens are given with their lines, if `keep` says so; a word with an English possessive gives two.
/// Domain: valid UTF-8. Errors: Errc::format with the line, for a line that is no CoNLL-U and a head outside its
/// sentence. Cost: linear.
[[nodiscard]] StructuredText text_of_conllu(std::string_view part, const std::string& path, bool keep = true);

/// The text of one document in the verticalized text of CWB and Sketch Engine: a token a line, elements on lines of
/// their own. Elements p and head are blocks, attributes of the text are metadata. Where `<g/>` does not tell which
/// words stand together, marks join the word that they belong to. The tokens are given with their lines, if `keep` says
/// so; sentences are elements s, or end at marks where there are none. Domain: valid UTF-8. Errors: Errc::format with
/// the line, for elements that do not nest and lines with more or fewer columns than the first. Cost: linear.
[[nodiscard]] StructuredText text_of_vrt(std::string_view part, const std::string& path, bool keep = true);

/// What is between the quotes of `name="…"` in a start tag; empty if there is no such attribute.
[[nodiscard]] std::string tag_attribute(std::string_view tag, std::string_view name);
/// Whether a line of verticalized text is a tag, and not a token.
[[nodiscard]] bool is_tag_line(std::string_view line);
/// Whether `tag` begins a text of its own.
[[nodiscard]] bool begins_text(std::string_view tag);

}  // namespace topos
