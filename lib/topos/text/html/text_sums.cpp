// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/text_sums.hpp"

namespace topos {
namespace {

using enum HtmlTag;

bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// A comma of another script that begins at `at`.
bool is_far_comma(std::string_view text, std::size_t at) noexcept {
  const std::string_view rest = text.substr(at, 3);
  return rest == "，" || rest == "、" || rest.starts_with("،");
}

}  // namespace

void HtmlTextSums::add(const HtmlTextSums& part) noexcept {
  characters += part.characters;
  commas += part.commas;
  link_tenths += part.link_tenths;
  heading_characters += part.heading_characters;
  list_characters += part.list_characters;
  text_characters += part.text_characters;
  paragraphs += part.paragraphs;
  images += part.images;
  items += part.items;
  fields += part.fields;
  embeds += part.embeds;
}

HtmlTextSize measure_text(std::string_view text) noexcept {
  HtmlTextSize sums;
  bool space = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_space(c)) {
      sums.characters += !space;
      space = true;
      continue;
    }
    space = false;
    const auto byte = static_cast<unsigned char>(c);
    sums.characters += (byte & 0xC0) != 0x80;
    sums.commas += c == ',' || (byte >= 0xD8 && is_far_comma(text, at));
  }
  return sums;
}

std::vector<HtmlTextSize> text_sizes(const HtmlTree& tree) {
  std::vector<HtmlTextSize> sizes(tree.size());
  for (std::uint32_t i = 0; i < tree.size(); ++i)
    if (tree[i].is_text && !tree[i].unseen) sizes[i] = measure_text(tree.text(i));
  return sizes;
}

void add_node(const HtmlTree& tree, std::uint32_t i, HtmlTextSums& sums) noexcept {
  const HtmlNode& node = tree[i];
  if (node.is_text) return;
  sums.paragraphs += node.tag == p_;
  sums.images += node.tag == img_;
  sums.items += node.tag == li_;
  sums.fields += node.tag == input_;
  sums.embeds += node.tag == iframe_ || node.tag == embed_ || node.tag == object_;
  switch (node.tag) {
    case a_: {
      const std::string_view href = tree.attribute(i, HtmlAttribute::href);
      sums.link_tenths = std::uint64_t{sums.characters} * (href.starts_with('#') ? 3U : 10U);
      break;
    }
    case h1_:
    case h2_:
    case h3_:
    case h4_:
    case h5_:
    case h6_:
      sums.heading_characters = sums.characters;
      break;
    case ul_:
    case ol_:
      sums.list_characters = sums.characters;
      sums.text_characters = sums.characters;
      break;
    case p_:
    case span_:
    case li_:
    case td_:
    case blockquote_:
    case dl_:
    case div_:
    case pre_:
    case table_:
      sums.text_characters = sums.characters;
      break;
    default:
      break;
  }
}

}  // namespace topos
