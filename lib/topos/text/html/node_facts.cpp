// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/node_facts.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace topos {
namespace {

using Words = std::initializer_list<std::string_view>;
using enum HtmlTag;

// Parts of the names that pages give to what is not their text, what may be text all the same, and what speaks for and
// against it.
const Words unlikely_words = {
    "-ad-",     "ai2html", "banner",     "breadcrumb", "combx",   "comment",    "community", "cookie",  "cover-wrap",
    "disqus",   "extra",   "footer",     "gdpr",       "consent", "header",     "legends",   "menu",    "related",
    "remark",   "replies", "rss",        "shoutbox",   "sidebar", "skyscraper", "social",    "sponsor", "supplemental",
    "ad-break", "agegate", "pagination", "pager",      "popup",   "newsletter", "promo"};
const Words perhaps_words = {"and", "article", "body", "column", "content", "main", "mathjax", "shadow"};
const Words good_words = {"article", "body",       "content", "entry", "hentry", "h-entry", "main",
                          "page",    "pagination", "post",    "text",  "blog",   "story"};
const Words bad_words = {"-ad-",     "hidden", "banner",   "combx",     "comment", "com-",       "contact",
                         "footer",   "gdpr",   "masthead", "media",     "meta",    "outbrain",   "promo",
                         "related",  "scroll", "share",    "shoutbox",  "sidebar", "skyscraper", "sponsor",
                         "shopping", "tags",   "widget",   "newsletter"};
const Words furniture_roles = {"menu",        "menubar", "complementary", "navigation", "alert",
                               "alertdialog", "dialog",  "search",        "banner",     "contentinfo"};

bool holds(std::string_view names, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return names.find(word) != std::string_view::npos; });
}

/// Class or id, in lower case with a blank on both sides.
std::string names_of(std::string_view value) {
  std::string names = " ";
  for (const char c : value.substr(0, 1000)) names += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return names += ' ';
}

std::int8_t weight_of(const std::string& names) {
  int weight = 0;
  if (holds(names, bad_words) || names.find(" hid ") != std::string::npos) weight -= 25;
  if (holds(names, good_words)) weight += 25;
  return static_cast<std::int8_t>(weight);
}

bool is_byline(const HtmlTree& tree, std::uint32_t i, const std::string& names) {
  const std::string_view prop = tree.attribute(i, HtmlAttribute::itemprop);
  return tree.attribute(i, HtmlAttribute::rel) == "author" || prop.find("author") != std::string_view::npos ||
         holds(names, {"byline", "dateline", "writtenby", "p-author", " author "});
}

/// A table with a caption, header cells or a summary, or of many rows and columns.
void find_data_tables(const HtmlTree& tree, std::vector<HtmlNodeFacts>& facts) {
  struct Shape {
    std::uint32_t rows = 0, cells = 0, tables = 0;
    bool marked = false;
  };
  std::vector<std::pair<std::uint32_t, Shape>> open;
  const auto finish = [&] {
    const auto& [table, shape] = open.back();
    const std::uint32_t columns = shape.rows == 0 ? 0 : shape.cells / shape.rows;
    const std::string_view role = tree.attribute(table, HtmlAttribute::role);
    if (role != "presentation" && shape.tables == 0)
      facts[table].data_table =
          shape.marked || (columns > 1 && shape.rows > 1 && (shape.rows >= 10 || columns > 4 || shape.cells > 10));
    open.pop_back();
    if (!open.empty()) ++open.back().second.tables;
  };
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    while (!open.empty() && i >= tree[open.back().first].end) finish();
    const HtmlTag tag = tree[i].is_text ? other : tree[i].tag;
    if (tag == table_) open.push_back({i, {}});
    if (open.empty()) continue;
    Shape& shape = open.back().second;
    shape.rows += tag == tr_;
    shape.cells += tag == td_ || tag == th_;
    shape.marked = shape.marked || tag == caption_ || tag == th_ || tag == thead_ || tag == tfoot_ || tag == colgroup_;
  }
  while (!open.empty()) finish();
}

}  // namespace

std::vector<HtmlNodeFacts> node_facts(const HtmlTree& tree) {
  std::vector<HtmlNodeFacts> facts(tree.size());
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree[i];
    if (node.is_text || node.unseen || !tree.has_attributes(i)) continue;
    HtmlNodeFacts& fact = facts[i];
    const std::string classes = names_of(tree.attribute(i, HtmlAttribute::class_));
    const std::string id = names_of(tree.attribute(i, HtmlAttribute::id));
    fact.weight =
        static_cast<std::int8_t>((classes.size() > 2 ? weight_of(classes) : 0) + (id.size() > 2 ? weight_of(id) : 0));
    const std::string both = classes + id;
    const bool structural =
        node.tag == html_ || node.tag == body_ || node.tag == a_ || node.tag == article_ || node.tag == main_;
    const std::string_view role = tree.attribute(i, HtmlAttribute::role);
    fact.unlikely =
        !structural && ((holds(both, unlikely_words) && !holds(both, perhaps_words)) ||
                        std::find(furniture_roles.begin(), furniture_roles.end(), role) != furniture_roles.end());
    fact.byline = is_byline(tree, i, both);
    fact.sharing = holds(both, {"share", "sharing", "sharedaddy", "addthis", "print-link"});
  }
  find_data_tables(tree, facts);
  return facts;
}

}  // namespace topos
