// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/layouts.hpp"

namespace topos {
namespace {

constexpr std::uint32_t heading_words = 12;
constexpr std::uint32_t numbered_words = 20;
constexpr std::size_t few_numbered_paragraphs = 3;
constexpr std::uint32_t text_under_heading = 15;

bool has_letter(std::string_view bare) {
  return std::any_of(bare.begin(), bare.end(), [](char c) {
    return !is_ascii_digit(static_cast<unsigned char>(c)) &&
           is_word_character(static_cast<unsigned char>(c) < 0x80 ? static_cast<unsigned char>(c) : U'x');
  });
}

bool begins_like_heading(std::string_view bare) {
  if (bare.empty()) return false;
  const char32_t first = code_point_at(bare, 0).value;
  return is_word_character(first) && !is_lower(first) && has_letter(bare);
}

bool ends_like_heading(std::string_view bare) {
  const char32_t last = code_point_before(bare, bare.size()).value;
  return is_word_character(last) || last == U')' || last == U'）' || last == U'”' || last == U'"' || last == U'»' ||
         last == U'’';
}

/// Running text, or a heading over running text.
bool text_follows(const Page& page, std::size_t i) {
  if (i >= page.blocks.size()) return false;
  const Block& next = page.blocks[i];
  if (next.kind == BlockKind::heading || next.name == RegionName::heading) return true;
  return next.plain() && (next.words >= text_under_heading || next.terminal || next.kind == BlockKind::item);
}

bool closed_before(const Page& page, std::size_t i) {
  if (i == 0) return true;
  const Block& before = page.blocks[i - 1];
  return before.named || before.terminal || before.kind == BlockKind::heading;
}

/// Whether a line in plain text is a heading; conservative, because what it takes is lost to the analysis.
std::string_view plain_heading(const Page& page, std::size_t i, bool numbered_paragraphs) {
  const Block& block = page.blocks[i];
  if (!block.plain() || block.words == 0 || block.words > numbered_words || !block.single) return {};
  if (block.has(Cue::salutation) || block.has(Cue::closing)) return {};
  const std::string_view bare = without_marks(page.at(i));
  const NumberedText numbered = split_number(bare);
  if (bare.empty() || !text_follows(page, i + 1) || page.blocks[i + 1].lower) return {};
  if (block.has(Cue::section_word) || block.has(Cue::back_matter)) return "section word";
  if (block.terminal && !bare.ends_with('?')) return {};
  const bool deep = numbered.number.find('.') != std::string_view::npos;
  if (!numbered.number.empty() && numbered_paragraphs && !deep) return {};
  if (!numbered.number.empty() && !numbered.title.empty() && begins_like_heading(numbered.title) && block.reliable &&
      page.blocks[i + 1].kind != BlockKind::item)
    return "numbered heading";
  if (block.kind == BlockKind::item || block.terminal || !block.reliable) return {};
  if (block.emphasised && block.words <= numbered_words) return "emphasised line";
  if (block.words > heading_words || !begins_like_heading(bare) || !ends_like_heading(bare)) return {};
  const Block& next = page.blocks[i + 1];
  if (!closed_before(page, i) || next.words < text_under_heading || next.kind == BlockKind::item) return {};
  return "short line";
}

/// Whether paragraphs carry numbers of their own, as in records of meetings: a short one is no heading then.
bool has_numbered_paragraphs(const Page& page) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < page.blocks.size() && found < few_numbered_paragraphs; ++i)
    found += page.blocks[i].plain() && page.blocks[i].words > numbered_words && page.blocks[i].terminal &&
             !split_number(page.at(i)).number.empty();
  return found == few_numbered_paragraphs;
}

}  // namespace

void name_headings(Page& page) {
  for (Block& block : page.blocks)
    if (block.kind == BlockKind::heading && !block.named) block.become(RegionName::heading, page.heading_rule);
  const bool numbered_paragraphs = has_numbered_paragraphs(page);
  // From the end, so that a heading over a heading sees that text follows.
  for (std::size_t i = page.blocks.size(); i-- > 0;) {
    const std::string_view rule = plain_heading(page, i, numbered_paragraphs);
    if (!rule.empty()) page.blocks[i].become(RegionName::heading, rule);
  }
}

}  // namespace topos
