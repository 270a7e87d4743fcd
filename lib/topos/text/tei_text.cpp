// SPDX-License-Identifier: Apache-2.0
#include "topos/text/tei_text.hpp"

#include <algorithm>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/dates.hpp"

namespace topos {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Reads the header into metadata and the text into blocks.
class TeiReader final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (skipped_ != 0 || is_left_out(name)) {
      ++skipped_;
      return;
    }
    open_.emplace_back(name);
    if (const std::string* language = attributes.find("lang");
        language != nullptr && made().language.empty() && is_one_of(name, {"TEI", "text", "TEI.2"}))
      made().language = *language;
    if (name == "text") in_text_ = true;
    if (name == "teiHeader") in_header_ = true;
    if (in_header_)
      start_header(name, attributes);
    else if (in_text_)
      start_text(name, attributes);
  }

  void end(std::string_view name) override {
    if (skipped_ != 0) {
      --skipped_;
      return;
    }
    open_.pop_back();
    if (name == "teiHeader")
      in_header_ = false;
    else if (in_header_)
      end_header(name);
    else if (in_text_)
      end_text(name);
  }

  void text(std::string_view piece) override {
    if (skipped_ != 0) return;
    if (in_header_)
      value_ += piece;
    else if (note_depth_ != 0)
      notes_.back() += piece;
    else if (in_text_ && block_depth_ != 0)
      maker_.add(piece);
    else if (in_text_ && !trim(piece).empty())
      add_loose(piece);
  }

  StructuredText take() {
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      maker_.open({BlockKind::text, 0, RegionName::footnote, "note", false, 0});
      maker_.add("[" + std::to_string(i + 1) + "] " + notes_[i]);
      maker_.close();
    }
    return maker_.take();
  }
  bool seen_text() const { return in_text_; }

 private:
  StructuredText& made() { return maker_.made(); }

  /// Of two readings of a passage, the one that the author of the file set aside.
  [[nodiscard]] bool is_left_out(std::string_view name) const {
    if (is_one_of(name, {"del", "surplus", "standOff", "facsimile", "sourceDoc", "figDesc", "gap"})) return true;
    return !open_.empty() && open_.back() == "choice" && is_one_of(name, {"sic", "orig", "abbr"});
  }

  static bool is_field(std::string_view name) { return is_one_of(name, {"title", "author", "publisher", "date"}); }

  void start_header(std::string_view name, const XmlAttributes& attributes) {
    if (is_field(name)) value_.clear();
    if (name == "date" && is_inside("publicationStmt") && !attributes.value("when").empty())
      set("date", attributes.value("when"));
    if (name == "language" && made().language.empty() && !attributes.value("ident").empty())
      made().language = attributes.value("ident");
  }

  void end_header(std::string_view name) {
    if (name == "title" && is_inside("titleStmt")) set("title", value_);
    if (name == "author" && is_inside("titleStmt")) set("author", value_);
    if (name == "publisher" && is_inside("publicationStmt")) set("publisher", value_);
    if (name == "date" && is_inside("publicationStmt") && parse_date(trim(value_))) set("date", value_);
    if (is_field(name)) value_.clear();
  }

  [[nodiscard]] bool is_inside(std::string_view name) const {
    return std::find(open_.begin(), open_.end(), name) != open_.end();
  }

  void set(std::string_view field, std::string_view value) {
    std::string line;
    for (const char c : value)
      if (c != ' ' && (c < '\t' || c > '\r'))
        line += c;
      else if (!line.empty() && line.back() != ' ')
        line += ' ';
    if (line.ends_with(' ')) line.pop_back();
    if (!line.empty() && made().metadata.find(field) == nullptr) made().metadata.set(field, line);
  }

  void start_text(std::string_view name, const XmlAttributes&) {
    if (note_depth_ != 0) {
      ++note_depth_;
      return;
    }
    if (name == "div" || name == "div1" || name == "div2" || name == "div3") ++divisions_;
    if (name == "listBibl") ++references_;
    if (name == "note") {
      if (block_depth_ != 0) maker_.add("[" + std::to_string(notes_.size() + 1) + "]");
      notes_.emplace_back();
      note_depth_ = 1;
    } else if (is_block(name)) {
      maker_.open(form_of(name));
      ++block_depth_;
    } else if (name == "lb" || name == "cb" || name == "pb") {
      if (block_depth_ != 0) maker_.add(" ");
    } else if (name == "cell" && !maker_.at_block_begin()) {
      maker_.add(" | ");
    }
  }

  void end_text(std::string_view name) {
    if (note_depth_ != 0) {
      --note_depth_;
      return;
    }
    if (name == "div" || name == "div1" || name == "div2" || name == "div3") --divisions_;
    if (name == "listBibl") --references_;
    if (is_block(name)) {
      maker_.close();
      --block_depth_;
      if (block_depth_ != 0) maker_.open({});
    }
  }

  static bool is_block(std::string_view name) {
    return is_one_of(
        name, {"p",      "ab",         "head",     "l",        "item",      "label",   "row",       "speaker", "fw",
               "bibl",   "biblStruct", "byline",   "docTitle", "docAuthor", "docDate", "titlePart", "opener",  "closer",
               "salute", "signed",     "dateline", "trailer",  "stage",     "u",       "caption"});
  }

  [[nodiscard]] BlockForm form_of(std::string_view name) const {
    if (name == "head" && open_.size() > 1 && is_one_of(open_[open_.size() - 2], {"figure", "table"}))
      return named(RegionName::caption, "head of a figure");
    if (name == "head" || name == "titlePart")
      return {BlockKind::heading,
              static_cast<std::uint8_t>(name == "titlePart" ? 1 : std::min(divisions_ + 1, 6)),
              {},
              {},
              false,
              0};
    if (name == "item") return {BlockKind::item, 0, {}, {}, false, 0};
    if (name == "row") return {BlockKind::table, 0, {}, {}, false, 0};
    if (name == "fw") return named(RegionName::boilerplate, "running head");
    if (name == "byline" || name == "docAuthor" || name == "docDate")
      return named(RegionName::byline, "marked as byline");
    if (references_ > 0) return named(RegionName::references, "list of references");
    return {};
  }

  static BlockForm named(RegionName name, std::string_view rule) { return {BlockKind::text, 0, name, rule, false, 0}; }

  /// Text outside paragraphs, as directly in a division.
  void add_loose(std::string_view piece) {
    maker_.open({});
    maker_.add(piece);
    maker_.close();
  }

  StructuredTextMaker maker_;
  std::vector<std::string> open_;
  std::vector<std::string> notes_;
  std::string value_;
  std::size_t skipped_ = 0;
  int note_depth_ = 0;
  int block_depth_ = 0;
  int divisions_ = 0;
  int references_ = 0;
  bool in_header_ = false;
  bool in_text_ = false;
};

}  // namespace

StructuredText text_of_tei(std::string_view xml, const std::string& path) {
  TeiReader reader;
  parse_xml(xml, path, reader);
  if (!reader.seen_text())
    throw Error(Errc::format, "XML without a TEI text", {path}, "turn it into text, HTML or TEI first");
  return reader.take();
}

}  // namespace topos
