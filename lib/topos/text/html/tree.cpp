// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/tree.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "topos/text/html/tokens.hpp"

namespace topos {
namespace {

/// How far up an end tag or a new item looks for the element that it ends: a bound on the work for each.
constexpr std::size_t longest_look = 400;

bool is_hidden_style(std::string_view style) {
  std::string plain;
  for (const char c : style)
    if (c != ' ') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

using Tags = std::initializer_list<HtmlTag>;
bool is_one_of(HtmlTag tag, Tags tags) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

/// The elements that the start of one ends by itself, and those beyond which it ends none.
struct Implied {
  Tags begun_by;
  Tags ends;
  Tags within;
};
using enum HtmlTag;
const Implied implied[] = {
    {{li_}, {li_}, {ul_, ol_, menu_, dir_}},
    {{dt_, dd_}, {dt_, dd_}, {dl_}},
    {{option_, optgroup_}, {option_}, {select_, datalist_}},
    {{td_, th_}, {td_, th_}, {tr_, table_}},
    {{tr_}, {tr_, td_, th_}, {table_}},
    {{tbody_, thead_, tfoot_}, {tbody_, thead_, tfoot_, tr_, td_, th_}, {table_}},
};

}  // namespace

/// Builds a tree from tokens.
class HtmlTreeMaker {
 public:
  HtmlTreeMaker(HtmlTree& tree, std::string_view page) : tree_(tree), tokens_(page) {
    tree_.nodes_.reserve(page.size() / 48 + 16);
    push({});
  }

  void run() {
    HtmlToken token;
    while (tokens_.next(token)) {
      switch (token.kind) {
        case HtmlToken::Kind::text:
          add_text(token);
          break;
        case HtmlToken::Kind::raw_text:
          add_text(token);
          break;
        case HtmlToken::Kind::start:
          start(token);
          break;
        case HtmlToken::Kind::end:
          end(token);
          break;
        case HtmlToken::Kind::done:
          break;
      }
    }
    while (!open_.empty()) pop();
  }

 private:
  [[nodiscard]] HtmlNode& node(std::uint32_t i) { return tree_.nodes_[i]; }
  [[nodiscard]] HtmlTag top() { return node(open_.back()).tag; }
  std::uint32_t& count(HtmlTag tag) { return counts_[static_cast<std::size_t>(tag)]; }

  void set_text(HtmlNode& node, std::string_view text) {
    if (text.empty()) return;
    node.text_begin = static_cast<std::uint32_t>(text.data() - tree_.page_.data());
    node.text_size = static_cast<std::uint32_t>(text.size());
  }

  void push(HtmlNode fresh) {
    fresh.parent = open_.empty() ? 0 : open_.back();
    open_.push_back(tree_.size());
    ++count(fresh.tag);
    tree_.nodes_.push_back(fresh);
  }

  void pop() {
    HtmlNode& last = node(open_.back());
    last.end = tree_.size();
    --count(last.tag);
    open_.pop_back();
  }

  void add_text(const HtmlToken& token) {
    if (token.text.empty()) return;
    const bool raw = token.kind == HtmlToken::Kind::raw_text;
    const bool blank = token.text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    if (!raw && !blank && top() == HtmlTag::head_) pop();
    HtmlNode text;
    text.is_text = true;
    text.parent = open_.back();
    text.unseen = node(open_.back()).unseen;
    set_text(text, token.text);
    text.attributes = static_cast<std::uint32_t>(tree_.attributes_.size());
    text.end = tree_.size() + 1;
    tree_.nodes_.push_back(text);
  }

  void start(const HtmlToken& token) {
    make_room(token.tag);
    HtmlNode fresh;
    fresh.tag = token.tag;
    set_text(fresh, token.text);
    fresh.attributes = static_cast<std::uint32_t>(tree_.attributes_.size());
    tree_.attributes_.insert(tree_.attributes_.end(), token.attributes.begin(), token.attributes.end());
    fresh.unseen = node(open_.back()).unseen || is_unseen(token);
    push(fresh);
    if (has_trait(token.tag, HtmlTrait::empty)) pop();
  }

  static bool is_unseen(const HtmlToken& token) {
    if (has_trait(token.tag, HtmlTrait::unseen)) return true;
    for (const auto& [name, value] : token.attributes) {
      if (name == HtmlAttribute::hidden) return value != "until-found";
      if (name == HtmlAttribute::aria_hidden && value == "true") return true;
      if (name == HtmlAttribute::aria_modal && value == "true") return true;
      if (name == HtmlAttribute::style && is_hidden_style(value)) return true;
    }
    return false;
  }

  /// Ends what cannot go on where an element of this kind begins.
  void make_room(HtmlTag tag) {
    if (top() == head_ &&
        (has_trait(tag, HtmlTrait::block) || is_one_of(tag, {a_, span_, img_, b_, i_, em_, strong_, br_})))
      pop();
    if (has_trait(tag, HtmlTrait::ends_p) && count(p_) != 0)
      close_up_to({p_}, {table_, td_, th_, button_, object_, svg_, div_, blockquote_, li_});
    for (const Implied& rule : implied)
      if (is_one_of(tag, rule.begun_by)) close_up_to(rule.ends, rule.within);
    if (tag == a_ && count(a_) != 0) close_up_to({a_}, {td_, div_, p_, li_});
  }

  /// Closes the outermost of `ends` that is open within the innermost of `within`, and what stands in it.
  void close_up_to(Tags ends, Tags within) {
    std::size_t keep = open_.size();
    for (std::size_t i = open_.size(), steps = 0; i > 1 && steps < longest_look; --i, ++steps) {
      const HtmlTag tag = node(open_[i - 1]).tag;
      if (is_one_of(tag, within)) break;
      if (is_one_of(tag, ends)) keep = i - 1;
    }
    while (open_.size() > keep) pop();
  }

  void end(const HtmlToken& token) {
    const HtmlTag tag = token.tag;
    if (tag == html_ || tag == body_ || count(tag) == 0) return;
    const bool is_inline = !has_trait(tag, HtmlTrait::block);
    for (std::size_t i = open_.size(), steps = 0; i > 1 && steps < longest_look; --i, ++steps) {
      const HtmlNode& found = node(open_[i - 1]);
      if (found.tag == tag && (tag != other || tree_.text(open_[i - 1]) == token.text)) {
        while (open_.size() >= i) pop();
        return;
      }
      // Emphasis that is closed outside its block closes nothing; a cell is closed by its table only.
      if (is_inline && has_trait(found.tag, HtmlTrait::block) && tag != other) return;
      if (is_one_of(found.tag, {td_, th_, table_}) && !is_one_of(tag, {table_, tr_, tbody_, thead_, tfoot_})) return;
    }
  }

  HtmlTree& tree_;
  HtmlTokens tokens_;
  std::vector<std::uint32_t> open_;
  std::array<std::uint32_t, html_tags> counts_{};
};

HtmlTree::HtmlTree(std::string_view page) : page_(page) { HtmlTreeMaker(*this, page).run(); }

std::string_view HtmlTree::attribute(std::uint32_t i, HtmlAttribute name) const noexcept {
  for (std::uint32_t at = nodes_[i].attributes; at < attributes_end(i); ++at)
    if (attributes_[at].first == name)
      return attributes_[at].second.data() == nullptr ? std::string_view("") : attributes_[at].second;
  return {};
}

}  // namespace topos
