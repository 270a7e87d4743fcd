// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/text/html/main_content.hpp"
#include "topos/text/html/tree.hpp"

namespace topos {

/// What a stretch of text holds by itself; a run of white space counts as one character.
struct HtmlTextSize {
  std::uint32_t characters = 0;
  std::uint32_t commas = 0;
};
[[nodiscard]] HtmlTextSize measure_text(std::string_view text) noexcept;
/// Of every text of a page that is seen; elements have none of their own.
[[nodiscard]] std::vector<HtmlTextSize> text_sizes(const HtmlTree& tree);

/// What stands in an element, counted over all that is inside it.
struct HtmlTextSums {
  std::uint32_t characters = 0;
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
  void add(HtmlTextSize text) noexcept {
    characters += text.characters;
    commas += text.commas;
  }
  [[nodiscard]] double link_density() const noexcept {
    return characters == 0 ? 0 : static_cast<double>(link_tenths) / 10.0 / characters;
  }
};

/// Adds what node `i` is to the sums of what is inside it: as an item, a link, a heading …
void add_node(const HtmlTree& tree, std::uint32_t i, HtmlTextSums& sums) noexcept;

/// Goes through what `cuts` leaves, from the last node to the first, so that what is inside an element comes before
/// it: `visit(i, sums)` gets what is inside node i, and says whether that counts for the elements around it.   Memory:
/// for each element at most that is around a node, and for none that ends where it does.
template <class Visit>
void sum_up(const HtmlTree& tree, const std::vector<HtmlTextSize>& sizes, const std::vector<HtmlCut>& cuts,
            const Visit& visit) {
  std::vector<std::pair<std::uint32_t, HtmlTextSums>> around;  // innermost last
  for (std::uint32_t i = tree.size(); i-- > 0;) {
    HtmlTextSums sums;
    if (!around.empty() && around.back().first == i) {
      sums = around.back().second;
      around.pop_back();
    }
    if (cuts[i] != HtmlCut::none) continue;
    if (tree[i].is_text) sums.add(sizes[i]);
    if (!visit(i, sums) || i == 0) continue;
    add_node(tree, i, sums);
    if (around.empty() || around.back().first != tree[i].parent) around.push_back({tree[i].parent, {}});
    around.back().second.add(sums);
  }
}

}  // namespace topos
