// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/front_lines.hpp"
#include "topos/text/layouts.hpp"

namespace topos {
namespace {

constexpr std::uint32_t title_words = 30;
constexpr std::uint32_t running_text = 25;
constexpr std::uint32_t text_after_title = 20;
constexpr std::size_t front_blocks = 40;
constexpr std::uint32_t standfirst_words = 45;

/// Thai words are about three times as long as the rough count takes them for.
std::uint32_t scale(const Block& block) { return block.unpunctuated ? 3 : 1; }

bool is_running_text(const Block& block) {
  if (!block.plain()) return false;
  return block.words >= 40 * scale(block) || (block.words >= running_text && block.terminal);
}

bool ends_open(std::string_view content) {
  const char32_t last = content.empty() ? 0 : code_point_before(content, content.size()).value;
  return last == U',' || last == U'，' || last == U'、' || last == U'،' || last == U'-';
}

/// "… of challenges. The disease": a sentence that another one follows.
bool has_inner_sentence(std::string_view content) {
  for (std::size_t at = content.find(". "); at != std::string_view::npos; at = content.find(". ", at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && content[begin - 1] != ' ') --begin;
    if (at - begin > 3 && at + 2 < content.size() && is_upper(code_point_at(content, at + 2).value)) return true;
  }
  return false;
}

bool speaks_to_someone(const Block& block) { return block.has(Cue::salutation) || block.has(Cue::closing); }

bool labels_something(const Block& block) {
  return block.has(Cue::section_word) || block.has(Cue::references_label) || block.has(Cue::abstract_label) ||
         block.has(Cue::keywords_label);
}

/// Short and without the mark that ends a sentence; a question may be a title.
bool is_line(const Page& page, std::size_t i) {
  const Block& block = page.blocks[i];
  const std::string_view content = page.at(i);
  if (!block.plain() || block.words == 0 || block.words > title_words * scale(block) || ends_open(content))
    return false;
  if (block.kind == BlockKind::item || !block.reliable || labels_something(block) || has_inner_sentence(content))
    return false;
  if (i + 1 < page.blocks.size() && page.blocks[i + 1].lower && page.blocks[i + 1].plain()) return false;
  if (!block.terminal) return true;
  const std::string_view bare = without_marks(content);
  return block.words <= 15 &&
         (bare.ends_with('?') || bare.ends_with('!') || bare.ends_with("？") || bare.ends_with("！"));
}

bool enough_follows(const std::vector<Block>& blocks, std::size_t from) {
  std::uint32_t words = 0;
  for (; from < blocks.size() && words < text_after_title; ++from)
    if (!blocks[from].named) words += blocks[from].words;
  return words >= text_after_title;
}

/// One past the last block before the running text.
std::size_t front_end(const Page& page) {
  std::size_t i = 0;
  while (i < page.blocks.size() && i < front_blocks && !is_running_text(page.blocks[i]) &&
         page.blocks[i].name != RegionName::abstract && !speaks_to_someone(page.blocks[i]))
    ++i;
  return i;
}

/// The block that reads as the metadata's title.
std::size_t find_known_title(const Page& page) {
  const FoldedBlock title(page.title);
  const std::string_view wanted = title.text();
  if (wanted.empty()) return page.blocks.size();
  const std::size_t enough = std::min(wanted.size() + 1, FoldedBlock::longest);
  for (std::size_t i = 0; i < std::min(page.blocks.size(), front_blocks); ++i)
    if (FoldedBlock(page.at(i), enough).text() == wanted) return i;
  return page.blocks.size();
}

/// "NORTHERN POLICY - BRIEF 12 - MAY 2024" above a title is where the text stands in a series.
bool is_series_line(std::string_view content) { return has_mark_twice(content, {" - ", " – ", " — ", " · ", " • "}); }

/// The title's block, or the number of blocks.
std::size_t find_title(const Page& page, std::size_t end) {
  const std::size_t none = page.blocks.size();
  const std::size_t known = find_known_title(page);
  if (known != none) return known;
  for (std::size_t i = 0; i < std::min(none, front_blocks); ++i)
    if (page.blocks[i].kind == BlockKind::heading && page.blocks[i].level == 1 && i <= end) return i;
  if (end < none && end == 0 && page.blocks[0].kind == BlockKind::heading) return 0;
  std::size_t found = none;
  for (std::size_t i = 0; i < end; ++i) {
    const Block& block = page.blocks[i];
    if (block.kind == BlockKind::heading && !block.named) return i;
    if (!is_line(page, i) || !byline_rule(page.at(i), false).empty()) continue;
    // Above the title of a web page stand the names of the site and of the section, which are short.
    if (found == none || page.layout == Layout::oped || is_series_line(page.at(found))) found = i;
    if (is_series_line(page.at(i))) continue;
    if (block.words >= 5 || (block.words == 4 && page.layout != Layout::oped) || page.layout == Layout::article)
      return i;
  }
  return found;
}

bool repeats_title(std::string_view content, const Block& block, std::string_view title) {
  return block.words >= 3 && block.words <= 120 && !block.terminal &&
         title.find(without_marks(content)) != std::string_view::npos;
}

void name_line(Page& page, std::size_t i, std::string_view title) {
  Block& block = page.blocks[i];
  const std::string_view content = page.at(i);
  const bool abstract_ahead = page.layout == Layout::article;
  if (!block.plain()) return;
  if (repeats_title(content, block, title)) return block.become(RegionName::title, "title again");
  const std::string_view rule = byline_rule(content, true);
  if (!rule.empty()) return block.become(RegionName::byline, rule);
  if (block.terminal || speaks_to_someone(block) || labels_something(block)) return;
  if ((abstract_ahead && block.words <= 60) || block.emphasised) block.become(RegionName::byline, "front matter");
}

/// A short paragraph that a caption, by-line or date line parts from the text, or one wholly in emphasis.
void name_standfirst(Page& page, std::size_t title) {
  std::size_t i = title + 1;
  while (i < page.blocks.size() && page.blocks[i].named) ++i;
  if (i + 1 >= page.blocks.size() || i > title + front_blocks || page.layout == Layout::article) return;
  Block& block = page.blocks[i];
  if (!block.plain() || !block.terminal || block.words < 8 || block.words > standfirst_words ||
      speaks_to_someone(block))
    return;
  std::size_t next = i + 1;
  while (next + 1 < page.blocks.size() && page.blocks[next].rule == "furniture phrase") ++next;
  if (page.blocks[next].plain()) {
    const std::string_view rule = byline_rule(page.at(next), true);
    if (!rule.empty()) page.blocks[next].become(RegionName::byline, rule);
  }
  const RegionName after = page.blocks[next].name;
  const bool lead = page.layout == Layout::oped && page.blocks[next].words > 2 * block.words;
  if (after == RegionName::caption || after == RegionName::byline || block.emphasised || lead)
    block.become(RegionName::lede, "standfirst");
}

}  // namespace

void name_front(Page& page) {
  const std::size_t end = front_end(page);
  const std::size_t title = find_title(page, end);
  if (title >= page.blocks.size() || (page.blocks[title].named && page.blocks[title].kind != BlockKind::heading) ||
      !enough_follows(page.blocks, title + 1))
    return;
  Block& head = page.blocks[title];
  head.become(RegionName::title, head.kind == BlockKind::heading ? page.heading_rule : "first line");
  for (std::size_t i = 0; i < title; ++i) {
    Block& block = page.blocks[i];
    if (!block.plain()) continue;
    const std::string_view rule = byline_rule(page.at(i), false);
    if (!rule.empty())
      block.become(RegionName::byline, rule);
    else if ((page.layout == Layout::oped || is_series_line(page.at(i))) && block.words <= 20 && !block.terminal)
      block.become(RegionName::boilerplate, "above the title");
  }
  const std::string_view title_text = page.at(title);
  for (std::size_t i = title + 1; i < std::min(page.blocks.size(), std::max(end, title + 1)); ++i) {
    if (page.blocks[i].kind == BlockKind::heading) break;
    name_line(page, i, title_text);
  }
  name_standfirst(page, title);
}

void name_abstract(Page& page) {
  std::vector<Block>& blocks = page.blocks;
  std::size_t text_before = 0;
  for (std::size_t i = 0; i < blocks.size() && text_before < 3; ++i) {
    Block& block = blocks[i];
    const bool free = block.plain() || block.kind == BlockKind::heading;
    if (free && block.has(Cue::keywords_label)) {
      block.become(RegionName::keywords, "keywords label");
      const bool alone = block.words <= 2 && (block.terminal || page.at(i).find(':') == std::string_view::npos);
      if (alone && i + 1 < blocks.size() && blocks[i + 1].plain() && blocks[i + 1].words <= 60)
        blocks[i + 1].become(RegionName::keywords, "keywords label");
      continue;
    }
    if (!free || !block.has(Cue::abstract_label)) {
      text_before += is_running_text(block);
      continue;
    }
    const bool alone = block.words <= 2 && !is_running_text(block);
    block.become(alone ? RegionName::heading : RegionName::abstract, "abstract label");
    // Paragraphs between the label and the keywords belong to the abstract; without keywords, those up to a heading do
    // if the label stands alone.
    std::size_t stop = i + 1;
    while (stop < blocks.size() && stop < i + 12 && blocks[stop].plain() && !blocks[stop].has(Cue::keywords_label) &&
           !blocks[stop].has(Cue::section_word) && !blocks[stop].has(Cue::abstract_label) && blocks[stop].words > 12)
      ++stop;
    const bool keywords_follow = stop < blocks.size() && blocks[stop].has(Cue::keywords_label);
    const std::size_t until = keywords_follow ? stop : alone ? std::min(stop, i + 2) : i + 1;
    for (std::size_t k = i + 1; k < until; ++k) blocks[k].become(RegionName::abstract, "abstract label");
  }
}

}  // namespace topos
