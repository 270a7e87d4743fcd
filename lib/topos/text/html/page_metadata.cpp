// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/page_metadata.hpp"

#include <algorithm>
#include <string>

#include "topos/text/code_points.hpp"
#include "topos/text/dates.hpp"
#include "topos/text/html/character_references.hpp"

namespace topos {
namespace {

using enum HtmlTag;

constexpr std::uint32_t most_nodes = 40;
constexpr std::size_t longest_value = 2000;

struct MetaName {
  std::string_view name;
  std::string_view field;
};
/// Names of meta tags, the better ones first.
constexpr MetaName meta_names[] = {{"citation_title", "title"},
                                   {"dc.title", "title"},
                                   {"dcterms.title", "title"},
                                   {"og:title", "title"},
                                   {"twitter:title", "title"},
                                   {"citation_author", "author"},
                                   {"dc.creator", "author"},
                                   {"dcterms.creator", "author"},
                                   {"author", "author"},
                                   {"parsely-author", "author"},
                                   {"article:author", "author"},
                                   {"citation_publication_date", "date"},
                                   {"article:published_time", "date"},
                                   {"og:published_time", "date"},
                                   {"citation_date", "date"},
                                   {"dc.date", "date"},
                                   {"dc.date.issued", "date"},
                                   {"dcterms.issued", "date"},
                                   {"dcterms.date", "date"},
                                   {"parsely-pub-date", "date"},
                                   {"sailthru.date", "date"},
                                   {"pubdate", "date"},
                                   {"publish-date", "date"},
                                   {"date", "date"},
                                   {"og:site_name", "site"},
                                   {"application-name", "site"},
                                   {"og:url", "url"},
                                   {"og:locale", "language"},
                                   {"dc.language", "language"}};
constexpr MetaName item_names[] = {
    {"headline", "title"}, {"author", "author"}, {"datepublished", "date"}, {"inlanguage", "language"}};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return result;
}

/// With single blanks between words.
std::string tidy(std::string_view raw) {
  std::string line;
  for (const char c : resolved(raw)) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return std::string(trim(line));
}

/// The candidates for each field, with how good their source is.
class Findings {
 public:
  void offer(std::string_view field, std::string value, int rank) {
    if (value.empty() || (field == "author" && value.starts_with("http"))) return;
    if (field == "date") {
      value = value.substr(0, value.find_first_of("T "));
      std::replace(value.begin(), value.end(), '/', '-');
      if (!parse_date(value)) return;
    }
    for (Found& found : found_)
      if (found.field == field) {
        if (rank < found.rank) found.value = std::move(value), found.rank = rank;
        return;
      }
    found_.push_back({std::string(field), std::move(value), rank});
  }
  [[nodiscard]] const std::string* find(std::string_view field) const {
    for (const Found& found : found_)
      if (found.field == field) return &found.value;
    return nullptr;
  }

 private:
  struct Found {
    std::string field;
    std::string value;
    int rank = 0;
  };
  std::vector<Found> found_;
};

constexpr int json_rank = 0, meta_rank = 10, item_rank = 100, page_rank = 200;

std::string text_of(const HtmlTree& tree, std::uint32_t i) {
  std::string text;
  for (std::uint32_t k = i; k < tree[i].end && k < i + most_nodes; ++k)
    if (tree[k].is_text) text += tree.text(k).substr(0, longest_value);
  return tidy(text);
}

void read_meta(const HtmlTree& tree, std::uint32_t i, Findings& findings) {
  const std::string_view content = tree.attribute(i, HtmlAttribute::content);
  for (const HtmlAttribute attribute : {HtmlAttribute::property, HtmlAttribute::name}) {
    const std::string name = lower(tree.attribute(i, attribute));
    for (std::size_t k = 0; !name.empty() && k < std::size(meta_names); ++k)
      if (name == meta_names[k].name)
        findings.offer(meta_names[k].field, tidy(content), meta_rank + static_cast<int>(k));
  }
}

void read_item(const HtmlTree& tree, std::uint32_t i, Findings& findings) {
  const std::string prop = lower(tree.attribute(i, HtmlAttribute::itemprop));
  for (const MetaName& item : item_names) {
    if (prop != item.name) continue;
    std::string_view value = tree.attribute(i, HtmlAttribute::content);
    if (value.empty()) value = tree.attribute(i, HtmlAttribute::datetime);
    const std::string text = value.empty() ? text_of(tree, i) : tidy(value);
    if (text.size() <= 300) findings.offer(item.field, text, item_rank);
  }
}

/// The page's title without the name of its site: "Headline | The Site".
std::string bare_title(const std::string& title, const std::string* site) {
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", " · "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos) continue;
    const std::string_view tail = std::string_view(title).substr(at + mark.size());
    const bool is_site = site != nullptr && lower(tail) == lower(*site);
    if (is_site || (mark == " | " && at > tail.size())) return title.substr(0, at);
  }
  return title;
}

void read_element(const HtmlTree& tree, std::uint32_t i, Findings& findings) {
  switch (tree[i].tag) {
    case meta_:
      read_meta(tree, i, findings);
      break;
    case title_:
      if (tree[tree[i].parent].tag != svg_) findings.offer("page title", text_of(tree, i), page_rank);
      break;
    case html_:
      findings.offer("language", std::string(tree.attribute(i, HtmlAttribute::lang)), json_rank);
      break;
    case link_:
      if (lower(tree.attribute(i, HtmlAttribute::rel)) == "canonical")
        findings.offer("url", resolved(tree.attribute(i, HtmlAttribute::href)), json_rank);
      break;
    case time_:
      if (tree.has_attribute(i, HtmlAttribute::datetime) && !tree[i].unseen)
        findings.offer("date", tidy(tree.attribute(i, HtmlAttribute::datetime)), page_rank);
      break;
    case script_:
      if (lower(tree.attribute(i, HtmlAttribute::type)) == "application/ld+json" && tree[i].end == i + 2) {
        const Metadata found = read_json_ld(tree.text(i + 1));
        for (const auto& [field, value] : found.all()) findings.offer(field, tidy(value), json_rank + 1);
      }
      break;
    default:
      break;
  }
  if (tree.has_attribute(i, HtmlAttribute::itemprop)) read_item(tree, i, findings);
}

}  // namespace

void read_page_metadata(const HtmlTree& tree, StructuredText& text) {
  Findings findings;
  for (std::uint32_t i = 1; i < tree.size(); ++i)
    if (!tree[i].is_text) read_element(tree, i, findings);
  if (const std::string* title = findings.find("page title"))
    findings.offer("title", bare_title(*title, findings.find("site")), page_rank);
  for (const std::string_view field : {"title", "author", "date", "site", "url"})
    if (const std::string* value = findings.find(field)) text.metadata.set(field, *value);
  if (const std::string* language = findings.find("language")) text.language = *language;
}

}  // namespace topos
