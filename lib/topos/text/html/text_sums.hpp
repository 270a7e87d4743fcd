// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/text/html/main_content.hpp"
#include "topos/text/html/tree.hpp"

namespace topos {

/// What stands in an element, counted over all that is inside it.
struct HtmlTextSums {
  std::uint32_t characters = 0;  ///< a run of white space as one
  std::uint32_t commas = 0;
  std::uint64_t link_tenths = 0;  ///< characters inside links, in tenths; links within the page count three tenths
  std::uint32_t heading_characters = 0;
  std::uint32_t list_characters = 0;
  std::uint32_t text_characters = 0;  ///< those in paragraphs, items, cells and quotes
  std::uint32_t paragraphs = 0;
  std::uint32_t images = 0;
  std::uint32_t items = 0;
  std::uint32_t fields = 0;
  std::uint32_t embeds = 0;

  void add(const HtmlTextSums& part) noexcept;
  [[nodiscard]] double link_density() const noexcept {
    return characters == 0 ? 0 : static_cast<double>(link_tenths) / 10.0 / characters;
  }
};

/// What a stretch of text holds by itself.
[[nodiscard]] HtmlTextSums measure_text(std::string_view text) noexcept;

/// The sums of every node, of what `cuts` leaves. `own` are those of text nodes, made once.
[[nodiscard]] std::vector<HtmlTextSums> own_sums(const HtmlTree& tree);
[[nodiscard]] std::vector<HtmlTextSums> sum_up(const HtmlTree& tree, const std::vector<HtmlTextSums>& own,
                                               const std::vector<HtmlCut>& cuts);
/// Adds the sums of node `i`, which hold all that is inside it by now, to its parent's.
void hand_up(const HtmlTree& tree, std::uint32_t i, std::vector<HtmlTextSums>& sums) noexcept;

}  // namespace topos
