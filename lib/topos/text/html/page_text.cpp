// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/page_text.hpp"

#include <algorithm>

#include "topos/text/html/character_references.hpp"
#include "topos/text/html/main_content.hpp"
#include "topos/text/html/page_metadata.hpp"

namespace topos {
namespace {

using enum HtmlTag;

constexpr std::size_t longest_note_mark = 6;

bool is_note(const HtmlTree& tree, std::uint32_t i) {
  for (const HtmlAttribute name : {HtmlAttribute::role, HtmlAttribute::epub_type}) {
    const std::string_view value = tree.attribute(i, name);
    if (value.find("footnote") != std::string_view::npos || value.find("endnote") != std::string_view::npos ||
        value.find("rearnote") != std::string_view::npos)
      return true;
  }
  return false;
}

/// Writes a tree as blocks, with the elements that are open on a stack of their own.
class PageWriter {
 public:
  PageWriter(const HtmlTree& tree, const std::vector<HtmlNodeFacts>& facts, const std::vector<HtmlCut>& cuts)
      : tree_(tree), facts_(facts), cuts_(cuts) {
    forms_.push_back({0, 0, {}});
  }

  StructuredText write() {
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      while (!open_.empty() && i >= tree_[open_.back()].end) leave();
      const HtmlNode& node = tree_[i];
      if (node.unseen) continue;
      if (node.is_text)
        write_text(i);
      else if (const std::uint32_t mark_end = note_mark(i); mark_end != 0)
        i = write_note_mark(i, mark_end);
      else
        enter(i);
    }
    return maker_.take();
  }

 private:
  /// What holds for a block and those inside it until one begins that differs.
  struct Form {
    std::uint32_t block = 0;
    std::uint32_t table = 0;  ///< the data table that it stands in, or 0
    BlockForm form;
  };

  void enter(std::uint32_t i) {
    const HtmlTag tag = tree_[i].tag;
    if (tag == br_) {
      if (after_break_) maker_.close();
      maker_.break_line();
      after_break_ = true;
      return;
    }
    if (tag == hr_) maker_.close();
    if (!has_trait(tag, HtmlTrait::block)) return;
    const Form& around = forms_.back();
    Form entered{i, tag == table_ && facts_[i].data_table ? i : around.table, around.form};
    entered.form = form_of(i, entered.form, entered.table != 0);
    open_.push_back(i);
    if (entered.table != around.table || differs(entered.form, around.form)) forms_.push_back(entered);
    if (entered.table == 0 || tag == table_ || tag == tr_ || tag == caption_)
      maker_.close();
    else if (!maker_.at_block_begin())
      maker_.add(tag == td_ || tag == th_ ? " | " : " ");
  }

  void leave() {
    bool in_row = forms_.back().table != 0 && forms_.back().form.kind == BlockKind::table;
    if (forms_.back().block == open_.back()) {
      forms_.pop_back();
      in_row = in_row && forms_.back().table != 0;
    }
    open_.pop_back();
    if (!in_row) maker_.close();
  }

  static bool differs(const BlockForm& a, const BlockForm& b) {
    return a.kind != b.kind || a.level != b.level || a.name != b.name || a.rule != b.rule ||
           a.preformatted != b.preformatted || a.section != b.section;
  }

  [[nodiscard]] BlockForm form_of(std::uint32_t i, BlockForm form, bool in_table) const {
    const HtmlTag tag = tree_[i].tag;
    if (form.name == RegionName::footnote) return form;
    if (is_note(tree_, i)) return {BlockKind::text, 0, RegionName::footnote, "marked as note", false, 0};
    if (tag >= h1_ && tag <= h6_)
      return {BlockKind::heading,
              static_cast<std::uint8_t>(1 + static_cast<int>(tag) - static_cast<int>(h1_)),
              {},
              {},
              false,
              0};
    if (tag == figcaption_ || tag == caption_)
      return {BlockKind::text, 0, RegionName::caption, "caption element", false, 0};
    if (form.kind == BlockKind::heading || form.name) return form;
    if (in_table)
      form.kind = BlockKind::table;
    else if (tag == li_ || tag == dd_ || tag == dt_)
      form.kind = BlockKind::item;
    if (tag == pre_) form.preformatted = true;
    return form;
  }

  void write_text(std::uint32_t i) {
    const HtmlCut cut = cuts_[i];
    const std::string_view raw = tree_.text(i);
    const bool blank = raw.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    if (!blank) after_break_ = false;
    // A change between text and furniture inside a line ends it.
    if (!blank && cut != last_cut_) maker_.close();
    if (!blank) last_cut_ = cut;
    if (maker_.at_block_begin()) maker_.open(form_with(forms_.back().form, cut));
    if (raw.find('&') == std::string_view::npos) return maker_.add(raw);
    resolved_.clear();
    append_resolved(resolved_, raw);
    maker_.add(resolved_);
  }

  static BlockForm form_with(BlockForm form, HtmlCut cut) {
    if (cut == HtmlCut::none) return form;
    form.name = cut == HtmlCut::byline ? RegionName::byline : RegionName::boilerplate;
    form.rule = cue_of(cut);
    if (form.kind != BlockKind::heading || form.level != 1) form.kind = BlockKind::text;
    return form;
  }

  /// One past the end of a raised link to a note, "<sup><a href="#n3">3</a></sup>"; 0 if node `i` is none.
  [[nodiscard]] std::uint32_t note_mark(std::uint32_t i) const {
    if (tree_[i].tag != sup_ && tree_[i].tag != a_) return 0;
    bool linked = false;
    bool raised = tree_[i].tag == sup_;
    std::size_t size = 0;
    for (std::uint32_t k = i; k < tree_[i].end && k < i + 6; ++k) {
      linked = linked || (!tree_[k].is_text && tree_[k].tag == a_ &&
                          tree_.attribute(k, HtmlAttribute::href).find('#') != std::string_view::npos);
      raised = raised || (!tree_[k].is_text && tree_[k].tag == sup_);
      if (tree_[k].is_text) size += tree_.text(k).size();
    }
    return linked && raised && size != 0 && size <= longest_note_mark && tree_[i].end <= i + 6 ? tree_[i].end : 0;
  }

  /// Notes' numbers stand in brackets, lest they become part of a word.
  std::uint32_t write_note_mark(std::uint32_t i, std::uint32_t end) {
    std::string mark;
    for (std::uint32_t k = i; k < end; ++k)
      if (tree_[k].is_text) append_resolved(mark, tree_.text(k));
    mark.erase(std::remove_if(mark.begin(), mark.end(), [](char c) { return c == ' ' || c == '[' || c == ']'; }),
               mark.end());
    if (!mark.empty() && !maker_.at_block_begin()) maker_.add("[" + mark + "]");
    return end - 1;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNodeFacts>& facts_;
  const std::vector<HtmlCut>& cuts_;
  std::vector<std::uint32_t> open_;  ///< blocks
  std::vector<Form> forms_;          ///< innermost last; the first is that of the page
  StructuredTextMaker maker_;
  std::string resolved_;
  HtmlCut last_cut_ = HtmlCut::none;
  bool after_break_ = false;
};

}  // namespace

StructuredText read_html_page(std::string_view page, bool whole) {
  const HtmlTree tree(page);
  const std::vector<HtmlNodeFacts> facts = node_facts(tree);
  const std::vector<HtmlCut> cuts = whole ? std::vector<HtmlCut>(tree.size()) : find_main_content(tree, facts);
  StructuredText text = PageWriter(tree, facts, cuts).write();
  read_page_metadata(tree, text);
  return text;
}

}  // namespace topos
