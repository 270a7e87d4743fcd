// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>

#include "topos/base/hash.hpp"
#include "topos/text/block_features.hpp"
#include "topos/text/byte_block.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/layouts.hpp"

namespace topos {
namespace {

constexpr std::uint32_t caption_words = 80;
constexpr std::uint32_t running_head_words = 12;
constexpr std::size_t longest_footnote_label = 12;
constexpr std::size_t farthest_colon = 40;

/// The text between the last "(" and a ")" at the end, else nothing.
std::string_view last_parenthesis(std::string_view text) {
  const auto passed = [](char c) { return c == '.' || c == '*' || c == '_' || c == ' '; };
  while (!text.empty() && passed(text.back())) text.remove_suffix(1);
  if (!text.ends_with(')')) return {};
  const std::size_t open = text.rfind('(');
  return open == std::string_view::npos ? std::string_view() : text.substr(open + 1, text.size() - open - 2);
}

/// The place behind the last full stop, exclamation or question mark; 0 if there is none.
std::size_t behind_last_end(std::string_view text) {
  const auto ends = [](const ByteBlock::Bytes& bytes) { return (bytes == '.') | (bytes == '!') | (bytes == '?'); };
  for (std::size_t end = text.size(); end > 0;) {
    const std::size_t begin = end - std::min(end, ByteBlock::size);
    const std::uint64_t found = ByteBlock(text.substr(0, end), begin).where(ends);
    if (found != 0) return begin + static_cast<std::size_t>(std::bit_width(found));
    end = begin;
  }
  return 0;
}

/// The text after the last sentence end inside a block: "Photo: Example" of "Ships in the ice. Photo: Example".
std::string_view last_part(std::string_view text) {
  text = without_marks(text);
  const std::size_t after = text.empty() ? 0 : behind_last_end(text.substr(0, text.size() - 1));
  return after == 0 || text[after] != ' ' ? std::string_view() : text.substr(after + 1);
}

/// Whether `part` begins with a credit and a colon, and has no more than `words` words up to `end`.
bool begins_with_credit(std::string_view part, std::size_t end, std::uint32_t words) {
  const std::size_t colon = part.substr(0, farthest_colon + 1).find(':');
  if (colon == std::string_view::npos || rough_words(part.substr(0, end), words + 1) > words) return false;
  return contains_cue(FoldedBlock(part.substr(0, colon + 1)), Cue::credit);
}

/// A credit before a colon: as the last words, or at the beginning of the block.
bool has_credit_at_colon(std::string_view content) {
  const std::size_t colon = content.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view last = last_part(content);
  return begins_with_credit(last, last.size(), 10) ||
         begins_with_credit(content.substr(0, content.find('\n')), colon, 4);
}

/// A credit there or in parentheses at the end.
bool has_credit(std::string_view content, const Block& block) {
  if (block.words > caption_words) return false;
  const std::string_view parenthesis = last_parenthesis(content);
  const bool credited =
      (!parenthesis.empty() && contains_cue(FoldedBlock(parenthesis), Cue::credit)) || has_credit_at_colon(content);
  return credited && contains_cue(content, Cue::credit);
}

/// "Figure 2. Trade", "Table 3: …": a label, a number, and a mark that sentences about figures do not have.
bool is_figure_label(std::string_view content, const Block& block) {
  if (!block.has(Cue::figure_label)) return false;
  const std::string_view text = without_marks(content);
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit > 40 || rough_words(text.substr(0, digit), 9) > 8) return false;
  std::size_t at = text.find_first_not_of("0123456789.-", digit);
  if (at == std::string_view::npos) return true;
  if (text[at - 1] == '.') return true;
  while (at < text.size() && (text[at] == '*' || text[at] == '_')) ++at;
  if (at == text.size()) return true;
  const CodePoint mark = code_point_at(text, at);
  if (mark.value == U':' || mark.value == U'：' || mark.value == U'.' || mark.value == U'\n' || mark.value == U'|')
    return true;
  const std::string_view rest = trim(text.substr(at));
  if (rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("- ")) return true;
  return !block.terminal && !rest.empty() && !is_lower(code_point_at(rest, 0).value);
}

bool is_publication_note(const Block& block) {
  return block.has(Cue::publication) || (block.has(Cue::published) && block.has(Cue::text_itself));
}

/// "Ports | Analysis | Subscribe": where the page stands in its site.
bool is_navigation_line(std::string_view content, const Block& block) {
  if (!block.single || block.terminal || block.words > 25 || block.kind == BlockKind::item) return false;
  return has_mark_twice(content, {" | ", " > ", " » ", " › ", " / "});
}

bool is_furniture(const Block& block) {
  return block.has(Cue::furniture) || (block.has(Cue::consent) && block.has(Cue::consent_start));
}

bool is_footnote(std::string_view content) {
  if (!content.starts_with("[^")) return false;
  const std::size_t close = content.find("]:");
  return close != std::string_view::npos && close <= longest_footnote_label;
}

bool name_kind(Block& block) {
  switch (block.kind) {
    case BlockKind::image:
      block.become(RegionName::caption, "image");
      return true;
    case BlockKind::table:
      block.become(RegionName::caption, "table");
      return true;
    case BlockKind::code:
      block.become(RegionName::boilerplate, "code block");
      return true;
    case BlockKind::comment:
      block.become(RegionName::boilerplate, "comment");
      return true;
    case BlockKind::rule:
      block.become(RegionName::boilerplate, block.words > 0 ? "page number" : "rule");
      return true;
    case BlockKind::heading:
      return true;
    case BlockKind::text:
    case BlockKind::item:
      break;
  }
  return false;
}

}  // namespace

void name_by_cue(Page& page) {
  std::size_t furniture = 0;
  for (const Block& block : page.blocks) furniture += is_furniture(block) || is_publication_note(block);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    Block& block = page.blocks[i];
    if (block.named || name_kind(block)) continue;
    const std::string_view content = page.at(i);
    if (is_footnote(content))
      block.become(RegionName::footnote, "footnote mark");
    else if (is_doubled(content))
      block.become(RegionName::boilerplate, "doubled line");
    else if (is_publication_note(block))
      block.become(RegionName::pubnote, "publication note");
    else if (block.has(Cue::history) && has_full_date(content) && !block.terminal)
      block.become(RegionName::pubnote, "dates of the article");
    else if (has_credit(content, block))
      block.become(RegionName::caption, "credit");
    else if (is_figure_label(content, block))
      block.become(RegionName::caption, "figure label");
    // A sentence that happens to sound like furniture is text, unless the page has more of it.
    else if (is_furniture(block) && (furniture > 1 || !block.terminal))
      block.become(RegionName::boilerplate, "furniture phrase");
    else if (is_navigation_line(content, block))
      block.become(RegionName::boilerplate, "navigation line");
    else if (block.has(Cue::release))
      block.become(RegionName::boilerplate, "release head");
  }
  for (std::size_t i = 1; i < page.blocks.size(); ++i) {
    Block& alt = page.blocks[i - 1];
    if (page.blocks[i].rule == "credit" && page.blocks[i].tight && alt.plain() && !alt.terminal &&
        alt.words <= running_head_words * 2)
      alt.become(RegionName::caption, "above a credit");
  }
}

void name_repeated(Page& page) {
  const auto candidate = [](const Block& b) {
    return b.kind == BlockKind::text && !b.terminal && b.words > 0 && b.words <= running_head_words &&
           (b.cues & (cue_bit(Cue::salutation) | cue_bit(Cue::closing) | cue_bit(Cue::section_word))) == 0;
  };
  std::vector<std::uint64_t> hashes;
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    if (candidate(page.blocks[i])) hashes.push_back(hash64(page.at(i)));
  std::sort(hashes.begin(), hashes.end());
  const std::ptrdiff_t enough = page.layout == Layout::oped ? 2 : 3;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    Block& block = page.blocks[i];
    if (block.named || !candidate(block)) continue;
    const auto [first, last] = std::equal_range(hashes.begin(), hashes.end(), hash64(page.at(i)));
    if (last - first >= enough) block.become(RegionName::boilerplate, "repeated line");
  }
}

Layout guess_layout(const Page& page) {
  std::size_t furniture = 0;
  std::size_t numbered = 0;
  std::size_t press = 0;
  bool references = false;
  bool abstract = false;
  bool published = false;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    const bool late = 2 * i > page.blocks.size();
    const bool byline = i < 6 && !block.named && block.has(Cue::byline) && block.words <= 14;
    furniture += byline || is_furniture(block) || block.has(Cue::related) || block.rule == "doubled line" ||
                 block.rule == "credit";
    numbered += block.kind == BlockKind::heading && !split_number(without_marks(page.at(i))).number.empty();
    press += block.has(Cue::release) || (block.has(Cue::contact) && late) || (block.has(Cue::salutation) && i < 4);
    references = references || (late && block.has(Cue::references_label));
    abstract = abstract || (!late && (block.has(Cue::abstract_label) || block.has(Cue::keywords_label)));
    published = published || is_publication_note(block) || (late && block.has(Cue::author_label));
  }
  if (abstract || numbered >= 3 || (references && furniture < 3)) return Layout::article;
  if (published || furniture >= 2) return Layout::oped;
  return press > 0 ? Layout::statement : Layout::automatic;
}

}  // namespace topos
