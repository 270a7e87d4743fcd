// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "topos/base/span.hpp"
#include "topos/segmentation/fold.hpp"

namespace topos {

/// One line of a concordance: what was found, and the text around it.
struct KwicLine {
  std::string left;
  std::string node;
  std::string right;
};

/// Longest node that is shown whole.
inline constexpr std::uint32_t longest_node = 1000;

/// The text around `node`, as far as it lies in `within`, and at most `width` characters on each side.
///
/// In the contexts each run of white space is one space, none stands at their ends, and no combining mark is torn from
/// its letter. In the node line ends and tabs are spaces and nothing else is changed; from longest_node on it is cut
/// with "…". Units: code points. Domain: both spans begin and end between code points of `text`, and `within` contains
/// `node`. Cost: linear in `width` and the part of the node that is shown.
[[nodiscard]] KwicLine kwic_line(std::string_view text, ByteSpan within, ByteSpan node, std::uint32_t width);

/// The next words left of `node`, from the node outward, folded, each ended by U+0001: concordances are sorted by the
/// bytes of this key. Words are runs of letters, marks and digits; in scripts without spaces each character is one.
[[nodiscard]] std::string left_key(std::string_view text, ByteSpan within, ByteSpan node, const Folder& folder);
/// The same for the words right of `node`, in text order.
[[nodiscard]] std::string right_key(std::string_view text, ByteSpan within, ByteSpan node, const Folder& folder);
/// The same for the words of the node itself.
[[nodiscard]] std::string node_key(std::string_view text, ByteSpan node, const Folder& folder);

}  // namespace topos
