// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/layouts.hpp"

namespace topos {
namespace {

constexpr std::uint32_t label_words = 6;
constexpr std::uint32_t running_text = 25;
constexpr std::uint32_t teaser_words = 25;
constexpr std::uint32_t note_words = 120;
constexpr std::uint32_t bio_words = 80;
constexpr std::uint32_t imprint_words = 40;
constexpr std::size_t few_entries = 3;
constexpr std::size_t last_blocks = 6;
constexpr std::size_t byline_blocks = 40;

bool names_role(const Page& page, std::size_t i) {
  return page.blocks[i].words <= note_words && contains_cue(page.at(i), Cue::role);
}

bool is_label(const Block& block) {
  return (block.kind == BlockKind::heading || (block.plain() && block.single && !block.terminal)) &&
         block.words <= label_words;
}

bool ends_list(const Page& page, std::size_t i) {
  const Block& block = page.blocks[i];
  if (block.name == RegionName::heading) return true;
  if (block.kind == BlockKind::heading) return true;
  if (!is_label(block)) return false;
  return block.has(Cue::author_label) || block.has(Cue::back_matter) || block.has(Cue::notes_label) ||
         block.has(Cue::related) || block.has(Cue::section_word);
}

void name_list(Page& page, std::size_t label, RegionName region, std::string_view rule) {
  page.blocks[label].become(RegionName::heading, rule);
  for (std::size_t i = label + 1; i < page.blocks.size() && !ends_list(page, i); ++i)
    if (page.blocks[i].kind != BlockKind::rule) page.blocks[i].become(region, rule);
}

bool looks_like_note(std::string_view content) {
  return bracket_number(content) > 0 || content.starts_with("*") ||
         (!content.empty() && content[0] >= '0' && content[0] <= '9') || content.starts_with("¹") ||
         content.starts_with("²") || content.starts_with("- ");
}

/// Entries "[1] …" at the end of a text without a heading over them.
void name_bare_entries(Page& page) {
  std::size_t first = page.blocks.size();
  std::size_t entries = 0;
  while (first > 0 && bracket_number(page.at(first - 1)) > 0 && !page.blocks[first - 1].named) --first, ++entries;
  if (entries < few_entries) return;
  for (; first < page.blocks.size(); ++first) page.blocks[first].become(RegionName::references, "numbered entry");
}

std::string_view first_words(std::string_view text, int words) {
  std::size_t end = 0;
  for (; words > 0 && end != std::string_view::npos; --words) end = text.find(' ', end + 1);
  return text.substr(0, end);
}

bool stands_in_byline(const Page& page, std::string_view name) {
  for (std::size_t i = 0; i < std::min(page.blocks.size(), byline_blocks); ++i)
    if (page.blocks[i].name == RegionName::byline && page.at(i).find(name) != std::string_view::npos) return true;
  return false;
}

/// "Anna Petrova is a lecturer …", "Anna Petrova leads …": a name, and what its bearer does.
bool is_note_on_author(const Page& page, std::size_t i) {
  const Block& block = page.blocks[i];
  const std::string_view content = page.at(i);
  if (!block.plain() || block.words > bio_words) return false;
  if (block.has(Cue::author_note)) return true;
  std::string_view rest = without_marks(content);
  std::size_t names = 0;
  while (!rest.empty() && is_upper(code_point_at(rest, 0).value)) {
    const std::size_t space = rest.find(' ');
    if (space == std::string_view::npos) return false;
    rest = trim(rest.substr(space));
    ++names;
  }
  if (names < 2 || names > 5) return false;
  const FoldedBlock next_word(rest.substr(0, rest.find(' ')));
  const std::string_view folded = next_word.text();
  if (folded == "is" || folded == "are" || folded == "was" || folded == "-")
    return names_role(page, i) || stands_in_byline(page, first_words(content, 2));
  return (find_first_cues(next_word, 1) & cue_bit(Cue::author_verb)) != 0;
}

/// An address, a press office, a note on the use of the text; only asked of the last blocks.
bool is_imprint(std::string_view content, const Block& block) {
  if (!block.plain() || block.words > imprint_words) return false;
  if (block.has(Cue::imprint) || block.has(Cue::contact)) return true;
  const std::string_view first = content.substr(0, content.find(". "));
  return block.has(Cue::office) && first.find(',') != std::string_view::npos && rough_words(first, 16) < 16;
}

/// What stands after a block and speaks of the page or the author, not of the subject.
bool is_anchor(const Block& block) {
  return block.name == RegionName::pubnote || block.name == RegionName::bio || block.rule == "imprint" ||
         block.rule == "furniture phrase" || block.rule == "doubled line" ||
         (is_label(block) && (block.has(Cue::author_label) || block.has(Cue::related))) || block.has(Cue::contact);
}

bool is_text(const Block& block) { return block.plain() && block.words >= running_text; }

/// The block after the last running text that is not a note on the author; where the end matter may begin.
std::size_t after_last_text(const Page& page) {
  std::size_t end = page.blocks.size();
  for (; end > 0; --end) {
    const Block& block = page.blocks[end - 1];
    if (!is_text(block)) continue;
    const bool labelled = end > 1 && is_label(page.blocks[end - 2]) && page.blocks[end - 2].has(Cue::author_label);
    const bool after_note = end > 1 && page.blocks[end - 2].name == RegionName::pubnote;
    if (labelled || block.has(Cue::contact)) continue;
    if (!(after_note || block.emphasised) || !names_role(page, end - 1)) break;
  }
  return end;
}

void name_end_matter(Page& page, std::size_t from) {
  bool author = false;
  for (std::size_t i = from; i < page.blocks.size(); ++i) {
    Block& block = page.blocks[i];
    if (block.named || block.kind == BlockKind::heading) {
      if (block.name == RegionName::bio) author = false;
      if (block.kind == BlockKind::heading && !block.named) {
        author = block.has(Cue::author_label);
        block.become(RegionName::boilerplate, "end matter");
      }
      continue;
    }
    if (is_label(block) && block.has(Cue::author_label)) {
      block.become(RegionName::boilerplate, "author label");
      author = true;
    } else if (block.words <= note_words && (author || names_role(page, i))) {
      block.become(RegionName::bio, author ? "after the author label" : "author's role");
      author = false;
    } else if (block.has(Cue::contact)) {
      block.become(RegionName::boilerplate, "contact");
    } else if (block.words < teaser_words) {
      block.become(RegionName::boilerplate, "end matter");
    }
  }
}

/// Notes on the author and imprints need no other end matter before them, but they stand at the very end.
void name_last_blocks(Page& page) {
  std::size_t asked = 0;
  for (std::size_t i = page.blocks.size(); i-- > 1 && asked < last_blocks;) {
    Block& block = page.blocks[i];
    if (!block.plain()) continue;
    ++asked;
    if (is_note_on_author(page, i))
      block.become(RegionName::bio, "author's role");
    else if (is_imprint(page.at(i), block))
      block.become(RegionName::boilerplate, "imprint");
  }
}

}  // namespace

void name_references(Page& page) {
  for (std::size_t i = page.blocks.size(); i-- > 0;) {
    const Block& block = page.blocks[i];
    if (block.named || !is_label(block)) continue;
    const bool late = 2 * i + 2 >= page.blocks.size() || page.layout == Layout::article;
    if (block.has(Cue::references_label) && late && i + 1 < page.blocks.size())
      name_list(page, i, RegionName::references, "reference heading");
    else if (block.has(Cue::notes_label) && late && i + 1 < page.blocks.size() && looks_like_note(page.at(i + 1)))
      name_list(page, i, RegionName::footnote, "notes heading");
    else if (block.has(Cue::back_matter) && late && page.layout == Layout::article)
      name_list(page, i, RegionName::boilerplate, "back matter");
  }
  name_bare_entries(page);
}

void name_back(Page& page) {
  name_last_blocks(page);
  std::size_t from = after_last_text(page);
  if (from == 0) return;
  while (from < page.blocks.size() && !is_anchor(page.blocks[from])) ++from;
  if (from < page.blocks.size()) name_end_matter(page, from);
}

}  // namespace topos
