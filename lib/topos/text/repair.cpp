// SPDX-License-Identifier: Apache-2.0
#include "topos/text/repair.hpp"

#include <algorithm>

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

constexpr std::uint32_t fewest_words = 20;

bool is_cut_off(std::string_view text, const Block& block) {
  if (block.named || block.terminal || block.words < fewest_words) return false;
  return !is_unpunctuated(code_point_before(text, block.span.end).value);
}

bool continues(const Block& block) { return !block.named && block.kind == BlockKind::text; }

}  // namespace

std::size_t repair_paragraphs(std::string_view text, std::vector<Block>& blocks) {
  std::size_t joins = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (kept > 0 && is_cut_off(text, blocks[kept - 1])) {
      const bool number_between = blocks[i].rule == "page number" && i + 1 < blocks.size() && continues(blocks[i + 1]);
      if (number_between) ++i;
      if (continues(blocks[i])) {
        Block& open = blocks[kept - 1];
        open.span.end = blocks[i].span.end;
        open.terminal = blocks[i].terminal;
        open.single = false;
        ++joins;
        continue;
      }
    }
    blocks[kept++] = blocks[i];
  }
  blocks.resize(kept);
  return joins;
}

}  // namespace topos
