// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/content_candidates.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace topos {
namespace {

using enum HtmlTag;

constexpr std::uint32_t shortest_paragraph = 25;
constexpr int highest_level = 5;
constexpr std::size_t best_candidates = 5;
constexpr double near_best = 0.75;
constexpr std::size_t enough_alternatives = 3;

/// What an element is worth before its paragraphs are counted.
double worth_of(HtmlTag tag) {
  switch (tag) {
    case div_:
      return 5;
    case pre_:
    case td_:
    case blockquote_:
      return 3;
    case address_:
    case ol_:
    case ul_:
    case dl_:
    case dd_:
    case dt_:
    case li_:
    case form_:
      return -3;
    case h1_:
    case h2_:
    case h3_:
    case h4_:
    case h5_:
    case h6_:
    case th_:
      return -5;
    default:
      return 0;
  }
}

/// Elements whose own text says nothing of where the main text stands.
bool is_passed_over(HtmlTag tag) {
  return tag == li_ || tag == dt_ || tag == dd_ || tag == th_ || tag == figcaption_ || tag == caption_ ||
         tag == summary_ || tag == h1_ || tag == blockquote_;
}

bool is_paragraph(HtmlTag tag) {
  return tag == p_ || tag == td_ || tag == pre_ || tag == h2_ || tag == h3_ || tag == h4_ || tag == h5_ || tag == h6_;
}

class Candidates {
 public:
  Candidates(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts, const std::vector<HtmlTextSize>& sizes,
             const HtmlContentTests& tests, const std::vector<HtmlCut>& cuts)
      : tree_(tree), facts_(facts), sizes_(sizes), tests_(tests), cuts_(cuts), inside_(tree.size()) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    sum_up(tree, sizes, cuts, [&](std::uint32_t i, HtmlTextSums sums) {
      add_node(tree, i, sums);
      inside_[i] = {sums.characters, static_cast<std::uint32_t>(std::min(sums.link_tenths, most))};
      return true;
    });
  }

  std::vector<std::uint32_t> find() {
    score_runs();
    std::vector<std::uint32_t> best = rank();
    if (best.empty() || tree_[best.front()].tag == body_) return whole_body();
    const std::uint32_t top = climb(common_parent(best));
    return tree_[top].tag == body_ || top == 0 ? whole_body() : with_siblings(top);
  }

 private:
  /// What is asked of every element.
  struct Inside {
    std::uint32_t characters = 0;
    std::uint32_t link_tenths = 0;
    [[nodiscard]] double link_density() const {
      return characters == 0 ? 0 : static_cast<double>(link_tenths) / 10.0 / characters;
    }
  };

  [[nodiscard]] bool scored(std::uint32_t i) const { return scores_.contains(i); }
  [[nodiscard]] double score(std::uint32_t i) const { return scores_.at(i); }
  [[nodiscard]] bool is_body(std::uint32_t i) const { return i == 0 || tree_[i].tag == body_ || tree_[i].tag == html_; }

  /// Gives the points of each stretch of text between two borders of blocks to the elements around it.
  void score_runs() {
    std::vector<std::uint32_t> blocks{0};  // those that are open
    std::uint32_t owner = 0;
    HtmlTextSize run;
    const auto finish = [&] {
      if (run.characters >= shortest_paragraph) credit(owner, run);
      run = {};
    };
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      while (blocks.size() > 1 && i >= tree_[blocks.back()].end) blocks.pop_back();
      const bool is_block = !node.is_text && has_trait(node.tag, HtmlTrait::block);
      if (cuts_[i] == HtmlCut::none && is_block) finish();
      if (is_block) blocks.push_back(i);
      if (cuts_[i] != HtmlCut::none || !node.is_text) continue;
      if (blocks.back() != owner) finish();
      owner = blocks.back();
      run.characters += sizes_[i].characters;
      run.commas += sizes_[i].commas;
    }
    finish();
  }

  void credit(std::uint32_t owner, HtmlTextSize run) {
    const HtmlTag tag = tree_[owner].tag;
    if (is_passed_over(tag)) return;
    const double points = 2.0 + run.commas + std::min(run.characters / 100, 3U);
    const bool alone = is_paragraph(tag) || run.characters + 2 >= inside_[owner].characters;
    std::uint32_t around = alone ? tree_[owner].parent : owner;
    for (int level = 0; level < highest_level && around != 0 && tree_[around].tag != html_;
         ++level, around = tree_[around].parent) {
      const double worth = worth_of(tree_[around].tag) + (tests_.names ? facts_[around].weight : 0);
      scores_.try_emplace(around, worth).first->second += points / (level == 0 ? 1 : level == 1 ? 2 : 3 * level);
    }
  }

  /// The best few, after their scores were lowered by the part of links in them.
  std::vector<std::uint32_t> rank() {
    std::vector<std::uint32_t> all;
    for (auto& [i, points] : scores_) {
      points *= 1 - std::min(inside_[i].link_density(), 1.0);
      all.push_back(i);
    }
    const auto better = [&](std::uint32_t a, std::uint32_t b) {
      return score(a) != score(b) ? score(a) > score(b) : a < b;
    };
    const std::size_t kept = std::min(all.size(), best_candidates);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(), better);
    all.resize(kept);
    return all;
  }

  /// The best candidate, or where several are nearly as good the first element around it that holds three of them: a
  /// text in several parts.
  [[nodiscard]] std::uint32_t common_parent(const std::vector<std::uint32_t>& best) const {
    const std::uint32_t top = best.front();
    std::vector<std::uint32_t> alternatives;
    for (std::size_t i = 1; i < best.size(); ++i)
      if (score(best[i]) >= near_best * score(top)) alternatives.push_back(best[i]);
    if (alternatives.size() < enough_alternatives) return top;
    for (std::uint32_t around = tree_[top].parent; !is_body(around); around = tree_[around].parent) {
      const auto inside = std::count_if(alternatives.begin(), alternatives.end(),
                                        [&](std::uint32_t i) { return i > around && i < tree_[around].end; });
      if (static_cast<std::size_t>(inside) >= enough_alternatives) return around;
    }
    return top;
  }

  /// An element above that scores higher holds more of the text; one whose only content is the candidate has its
  /// siblings.
  [[nodiscard]] std::uint32_t climb(std::uint32_t top) const {
    double last = scored(top) ? score(top) : 0;
    const double least = last / 3;
    for (std::uint32_t around = tree_[top].parent; !is_body(around); around = tree_[around].parent) {
      if (!scored(around)) continue;
      if (score(around) < least) break;
      if (score(around) > last) {
        top = around;
        break;
      }
      last = score(around);
    }
    while (!is_body(tree_[top].parent) && is_only_element(top)) top = tree_[top].parent;
    return top;
  }

  [[nodiscard]] bool is_only_element(std::uint32_t i) const {
    const std::uint32_t parent = tree_[i].parent;
    for (std::uint32_t k = parent + 1; k < tree_[parent].end; k = tree_[k].end)
      if (k != i && !tree_[k].is_text && cuts_[k] == HtmlCut::none) return false;
    return true;
  }

  [[nodiscard]] std::vector<std::uint32_t> with_siblings(std::uint32_t top) const {
    std::vector<std::uint32_t> kept;
    const std::uint32_t parent = tree_[top].parent;
    const double highest = scored(top) ? score(top) : 0;
    const double least = std::max(10.0, highest * 0.2);
    const std::string_view names = tree_.attribute(top, HtmlAttribute::class_);
    for (std::uint32_t k = parent + 1; k < tree_[parent].end; k = tree_[k].end) {
      if (tree_[k].is_text || cuts_[k] != HtmlCut::none) continue;
      const bool same = !names.empty() && tree_.attribute(k, HtmlAttribute::class_) == names;
      if (k == top || (scored(k) && score(k) + (same ? highest * 0.2 : 0) >= least) || is_loose_paragraph(k))
        kept.push_back(k);
    }
    return kept;
  }

  [[nodiscard]] bool is_loose_paragraph(std::uint32_t i) const {
    if (tree_[i].tag != p_ || inside_[i].characters == 0) return false;
    if (inside_[i].characters > 80) return inside_[i].link_density() < 0.25;
    return inside_[i].link_tenths == 0 && ends_sentence_in(i);
  }

  [[nodiscard]] bool ends_sentence_in(std::uint32_t i) const {
    for (std::uint32_t k = i; k < tree_[i].end; ++k) {
      const std::string_view text = tree_[k].is_text ? tree_.text(k) : std::string_view();
      if (text.ends_with('.') || text.find(". ") != std::string_view::npos || text.find("。") != std::string_view::npos)
        return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<std::uint32_t> whole_body() const {
    for (std::uint32_t i = 1; i < tree_.size(); ++i)
      if (tree_[i].tag == body_) return {i};
    return {0};
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNodeFacts>& facts_;
  const std::vector<HtmlTextSize>& sizes_;
  const HtmlContentTests& tests_;
  const std::vector<HtmlCut>& cuts_;
  std::vector<Inside> inside_;
  std::unordered_map<std::uint32_t, double> scores_;
};

}  // namespace

std::vector<std::uint32_t> find_content_elements(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts,
                                                 const std::vector<HtmlTextSize>& sizes, const HtmlContentTests& tests,
                                                 const std::vector<HtmlCut>& cuts) {
  return Candidates(tree, facts, sizes, tests, cuts).find();
}

}  // namespace topos
