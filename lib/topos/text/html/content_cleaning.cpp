// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/content_cleaning.hpp"

#include <algorithm>

namespace topos {
namespace {

using enum HtmlTag;

constexpr std::uint32_t few_commas = 10;
constexpr std::uint32_t longest_sharing = 500;

/// What an element stands in, as far as it decides.
struct Surroundings {
  bool figure = false;
  bool kept_table = false;  ///< a table with data
  bool code = false;
};

std::vector<Surroundings> surroundings_of(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts) {
  std::vector<Surroundings> all(tree.size());
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const std::uint32_t parent = tree[i].parent;
    const HtmlTag tag = tree[parent].tag;
    all[i] = all[parent];
    all[i].figure = all[i].figure || tag == figure_;
    all[i].code = all[i].code || tag == code_ || tag == pre_;
    all[i].kept_table = all[i].kept_table || facts[parent].data_table;
  }
  return all;
}

bool is_furniture(HtmlTag tag) { return tag == footer_ || tag == aside_ || tag == nav_; }

bool is_tested(HtmlTag tag) { return tag == form_ || tag == fieldset_ || tag == table_ || tag == ul_ || tag == div_; }

/// Whether an element with few commas is more links, fields, images or items than text.
bool looks_like_furniture(HtmlTag tag, int weight, bool in_figure, const HtmlTextSums& sums) {
  const double links = sums.link_density();
  const double headings = sums.characters == 0 ? 0 : static_cast<double>(sums.heading_characters) / sums.characters;
  const bool list = tag == ul_ || (sums.characters != 0 && sums.list_characters > 0.9 * sums.characters);
  const std::int64_t items = std::int64_t{sums.items} - 100;
  if (!in_figure && sums.images > 1 && 2 * sums.paragraphs < sums.images) return true;
  if (!list && items > std::int64_t{sums.paragraphs}) return true;
  if (sums.fields > sums.paragraphs / 3) return true;
  if (!list && !in_figure && headings < 0.9 && sums.characters < 25 && (sums.images == 0 || sums.images > 2) &&
      links > 0)
    return true;
  if (!list && weight < 25 && links > 0.2) return true;
  if (weight >= 25 && links > 0.5) return true;
  if (sums.embeds > 1 || (sums.embeds == 1 && sums.characters < 75)) return true;
  // A list of nothing but links leads elsewhere; one with text between them is the author's.
  if (list && weight < 25 && links > 0.6 && sums.items > 1) return true;
  return sums.images == 0 && sums.text_characters == 0;
}

}  // namespace

void cut_node(const HtmlTree& tree, std::uint32_t i, HtmlCut why, std::vector<HtmlCut>& cuts) {
  for (std::uint32_t k = i; k < tree[i].end; ++k)
    if (cuts[k] == HtmlCut::none) cuts[k] = why;
}

void cut_furniture(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts,
                   const std::vector<HtmlTextSize>& sizes, const HtmlContentTests& tests,
                   const std::vector<std::uint32_t>& elements, std::vector<HtmlCut>& cuts) {
  const std::vector<Surroundings> surroundings = surroundings_of(tree, facts);
  std::vector<bool> cut_here(tree.size());
  // From the end, so that what is inside an element has been dealt with before the element itself is judged by what is
  // left.
  std::size_t element = elements.size();
  sum_up(tree, sizes, cuts, [&](std::uint32_t i, const HtmlTextSums& sums) {
    const HtmlNode& node = tree[i];
    while (element > 0 && i <= elements[element - 1]) --element;
    bool cut = false;
    if (!node.is_text && element > 0 && i < tree[elements[element - 1]].end) {
      const int weight = tests.names ? facts[i].weight : 0;
      const bool safe = facts[i].data_table || surroundings[i].kept_table || surroundings[i].code;
      cut = is_furniture(node.tag) || (facts[i].sharing && sums.characters < longest_sharing) ||
            ((node.tag == h1_ || node.tag == h2_) && weight < 0);
      if (!cut && tests.furniture && is_tested(node.tag) && !safe)
        cut = weight < 0 ||
              (sums.commas < few_commas && looks_like_furniture(node.tag, weight, surroundings[i].figure, sums));
    }
    cut_here[i] = cut;
    return !cut;
  });
  for (std::uint32_t i = 0; i < tree.size();) {
    if (cut_here[i]) cut_node(tree, i, HtmlCut::furniture, cuts);
    i = cut_here[i] ? tree[i].end : i + 1;
  }
}

}  // namespace topos
