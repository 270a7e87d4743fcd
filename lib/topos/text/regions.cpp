// SPDX-License-Identifier: Apache-2.0
#include "topos/text/regions.hpp"

#include <string>
#include <unordered_map>
#include <utility>

#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/layouts.hpp"
#include "topos/text/repair.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_section_name = 160;

/// The number of a heading, or without one its words with single spaces.
std::string section_name(std::string_view heading) {
  const std::string_view bare = without_marks(heading);
  const NumberedText numbered = split_number(bare);
  if (!numbered.number.empty()) return std::string(numbered.number);
  std::string name;
  bool space = false;
  for (std::size_t at = 0; at < bare.size() && name.size() < longest_section_name;) {
    const CodePoint c = code_point_at(bare, at);
    if (is_blank(c.value))
      space = !name.empty();
    else if (c.value != U'*') {
      if (space) name.push_back(' ');
      space = false;
      name.append(bare, at, c.size);
    }
    at += c.size;
  }
  return name;
}

void number_sections(Document& document, std::vector<Block>& blocks) {
  document.sections.assign(1, std::string());
  std::unordered_map<std::string, std::uint32_t> known;
  std::uint32_t section = 0;
  for (Block& block : blocks) {
    if (block.name == RegionName::heading && block.rule != "abstract label") {
      std::string name = section_name(block.span.in(document.text));
      const auto [found, fresh] = known.emplace(name, static_cast<std::uint32_t>(document.sections.size()));
      if (fresh) document.sections.push_back(std::move(name));
      section = found->second;
    }
    block.section = section;
  }
}

/// A page still without blocks.
Page page_of(const Document& document, const RegionOptions& options) {
  Page page;
  page.text = document.text;
  page.layout = options.layout;
  if (const std::string* title = document.metadata.find("title")) page.title = *title;
  if (const std::string* place = document.metadata.find("place")) page.place = *place;
  return page;
}

void name_blocks(Page& page) {
  measure_blocks(page.text, page.blocks);
  name_by_cue(page);
  if (page.layout == Layout::automatic) page.layout = guess_layout(page);
  name_abstract(page);
  name_repeated(page);
  name_front(page);
  name_references(page);
  name_back(page);
  name_headings(page);
  repair_paragraphs(page.text, page.blocks);
}

void take_regions(Document& document, const std::vector<Block>& blocks) {
  document.regions.clear();
  document.regions.reserve(blocks.size());
  for (const Block& block : blocks) document.regions.push_back({block.span, block.name, block.section, block.rule});
}

}  // namespace

void find_regions(Document& document, const RegionOptions& options) {
  Page page = page_of(document, options);
  page.blocks = gather_blocks(page.text, options.text_begin, options.paragraphs, options.markdown);
  split_single_line(page);
  name_blocks(page);
  number_sections(document, page.blocks);
  take_regions(document, page.blocks);
}

void name_regions(Document& document, const RegionOptions& options, std::vector<Block> blocks,
                  std::vector<std::string> sections) {
  Page page = page_of(document, options);
  page.blocks = std::move(blocks);
  page.heading_rule = "marked heading";
  name_blocks(page);
  if (sections.empty())
    number_sections(document, page.blocks);
  else
    document.sections = std::move(sections);
  take_regions(document, page.blocks);
}

}  // namespace topos
