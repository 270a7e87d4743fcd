// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/main_content.hpp"

#include <algorithm>

#include "topos/text/html/content_candidates.hpp"

namespace topos {
namespace {

using enum HtmlTag;

constexpr std::uint32_t enough_text = 500;
constexpr std::uint32_t longest_byline = 100;
constexpr std::uint32_t longest_lead_in = 20;  // "By", "Written by", "Автор:"
constexpr std::uint32_t nodes_of_a_line = 50;
constexpr HtmlContentTests attempts[] = {
    {true, true, true}, {false, true, true}, {false, false, true}, {false, false, false}};

class ContentFinder {
 public:
  ContentFinder(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts)
      : tree_(tree), facts_(facts), sizes_(text_sizes(tree)), unseen_(tree.size(), HtmlCut::none) {
    for (std::uint32_t i = 0; i < tree_.size(); ++i)
      if (tree_[i].unseen) unseen_[i] = HtmlCut::unseen;
    cut_byline();
  }

  std::vector<HtmlCut> find() {
    std::vector<HtmlCut> best;
    std::uint32_t most = 0;
    for (const HtmlContentTests& tests : attempts) {
      std::uint32_t left = 0;
      std::vector<HtmlCut> cuts = attempt(tests, left);
      if (left >= enough_text) return cuts;
      if (best.empty() || left > most) {
        best = std::move(cuts);
        most = left;
      }
    }
    return best;
  }

 private:
  /// The first short element that says who wrote the page.
  void cut_byline() {
    std::uint32_t first = 0;
    sum_up(tree_, sizes_, unseen_, [&](std::uint32_t i, const HtmlTextSums& sums) {
      if (facts_[i].byline && sums.characters > 0 && sums.characters < longest_byline) first = i;
      return true;
    });
    if (first == 0) return;
    cut_node(tree_, first, HtmlCut::byline, unseen_);
    if (!has_trait(tree_[first].tag, HtmlTrait::block)) cut_lead_in(first);
  }

  [[nodiscard]] std::uint32_t block_around(std::uint32_t i) const {
    do i = tree_[i].parent;
    while (i != 0 && !has_trait(tree_[i].tag, HtmlTrait::block));
    return i;
  }

  /// The words before or behind a name in its line are of the by-line, too, where they are few and no sentence.
  void cut_lead_in(std::uint32_t name) {
    const std::uint32_t block = block_around(name);
    std::vector<std::uint32_t> texts;
    std::uint32_t size = 0;
    const auto is_border = [&](std::uint32_t i) {
      const HtmlTag tag = tree_[i].tag;
      return tree_[i].is_text ? block_around(i) != block : tag == br_ || has_trait(tag, HtmlTrait::block);
    };
    const auto take = [&](std::uint32_t i) {
      if (!tree_[i].is_text || unseen_[i] != HtmlCut::none || sizes_[i].characters == 0) return;
      texts.push_back(i);
      size += tree_.text(i).find_first_of(".!?") == std::string_view::npos ? sizes_[i].characters : longest_byline;
    };
    for (std::uint32_t i = name - 1; i > block && name - i < nodes_of_a_line && !is_border(i); --i) take(i);
    const std::uint32_t behind = tree_[name].end;
    for (std::uint32_t i = behind; i < tree_[block].end && i - behind < nodes_of_a_line && !is_border(i); ++i) take(i);
    if (size > longest_lead_in) return;
    for (const std::uint32_t i : texts) unseen_[i] = HtmlCut::byline;
  }

  [[nodiscard]] std::vector<HtmlCut> attempt(const HtmlContentTests& tests, std::uint32_t& left) const {
    std::vector<HtmlCut> cuts = unseen_;
    if (tests.unlikely) cut_unlikely(cuts);
    const std::vector<std::uint32_t> elements = find_content_elements(tree_, facts_, sizes_, tests, cuts);
    cut_outside(elements, cuts);
    cut_furniture(tree_, facts_, sizes_, tests, elements, cuts);
    for (std::uint32_t i = 0; i < tree_.size(); ++i)
      if (cuts[i] == HtmlCut::none) left += sizes_[i].characters;
    return cuts;
  }

  void cut_unlikely(std::vector<HtmlCut>& cuts) const {
    std::uint32_t safe_until = 0;  // inside tables and code names say little
    for (std::uint32_t i = 1; i < tree_.size();) {
      const bool safe = i < safe_until;
      if (!safe && (tree_[i].tag == table_ || tree_[i].tag == code_) && !tree_[i].is_text) safe_until = tree_[i].end;
      const bool cut = facts_[i].unlikely && !safe;
      if (cut) cut_node(tree_, i, HtmlCut::unlikely, cuts);
      i = cut ? tree_[i].end : i + 1;
    }
  }

  void cut_outside(const std::vector<std::uint32_t>& elements, std::vector<HtmlCut>& cuts) const {
    std::uint32_t at = 0;
    const auto until = [&](std::uint32_t end) {
      for (; at < end; ++at)
        if (cuts[at] == HtmlCut::none && (tree_[at].is_text || !holds_any(elements, at))) cuts[at] = HtmlCut::outside;
    };
    for (const std::uint32_t element : elements) {
      until(element);
      at = tree_[element].end;
    }
    until(tree_.size());
  }

  [[nodiscard]] bool holds_any(const std::vector<std::uint32_t>& elements, std::uint32_t i) const {
    return !elements.empty() && elements.front() > i && elements.front() < tree_[i].end;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNodeFacts>& facts_;
  std::vector<HtmlTextSize> sizes_;
  std::vector<HtmlCut> unseen_;
};

}  // namespace

std::string_view cue_of(HtmlCut cut) noexcept {
  switch (cut) {
    case HtmlCut::none:
      return {};
    case HtmlCut::unseen:
      return "not shown";
    case HtmlCut::unlikely:
      return "named like furniture";
    case HtmlCut::byline:
      return "named as byline";
    case HtmlCut::outside:
      return "outside main text";
    case HtmlCut::furniture:
      return "links or fields";
  }
  return {};
}

std::vector<HtmlCut> find_main_content(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts) {
  return ContentFinder(tree, facts).find();
}

}  // namespace topos
