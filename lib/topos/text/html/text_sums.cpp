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

HtmlTextSums measure_text(std::string_view text) noexcept {
  HtmlTextSums sums;
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

std::vector<HtmlTextSums> own_sums(const HtmlTree& tree) {
  std::vector<HtmlTextSums> own(tree.size());
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    if (node.is_text) {
      if (!node.unseen) own[i] = measure_text(node.text);
      continue;
    }
    own[i].paragraphs = node.tag == p_;
    own[i].images = node.tag == img_;
    own[i].items = node.tag == li_;
    own[i].fields = node.tag == input_;
    own[i].embeds = node.tag == iframe_ || node.tag == embed_ || node.tag == object_;
  }
  return own;
}

void hand_up(const HtmlTree& tree, std::uint32_t i, std::vector<HtmlTextSums>& sums) noexcept {
  const HtmlNode& node = tree[i];
  HtmlTextSums& all = sums[i];
  if (!node.is_text) {
    switch (node.tag) {
      case a_: {
        const std::string_view href = tree.attribute(i, HtmlAttribute::href);
        all.link_tenths = std::uint64_t{all.characters} * (href.starts_with('#') ? 3U : 10U);
        break;
      }
      case h1_:
      case h2_:
      case h3_:
      case h4_:
      case h5_:
      case h6_:
        all.heading_characters = all.characters;
        break;
      case ul_:
      case ol_:
        all.list_characters = all.characters;
        all.text_characters = all.characters;
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
        all.text_characters = all.characters;
        break;
      default:
        break;
    }
  }
  if (i != 0) sums[node.parent].add(all);
}

std::vector<HtmlTextSums> sum_up(const HtmlTree& tree, const std::vector<HtmlTextSums>& own,
                                 const std::vector<HtmlCut>& cuts) {
  std::vector<HtmlTextSums> sums = own;
  for (std::uint32_t i = tree.size(); i-- > 0;)
    if (cuts[i] == HtmlCut::none)
      hand_up(tree, i, sums);
    else
      sums[i] = {};
  return sums;
}

}  // namespace topos
