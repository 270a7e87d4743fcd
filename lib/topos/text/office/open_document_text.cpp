// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/open_document_text.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/base/xml.hpp"
#include "topos/text/office/document_properties.hpp"
#include "topos/text/office/word_styles.hpp"

namespace topos {
namespace {

class OpenDocumentReader final : public XmlHandler {
 public:
  explicit OpenDocumentReader(StructuredTextMaker& maker) : maker_(maker) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (skipped_ != 0 || name == "tracked-changes" || name == "annotation" || name == "note-citation" ||
        name == "binary-data" || name == "sequence-decls") {
      ++skipped_;
      return;
    }
    if (name == "style") {
      parents_.emplace(attributes.value("name"), attributes.value("parent-style-name"));
    } else if (name == "h" || name == "p") {
      begin_paragraph(name == "h", attributes);
    } else if (name == "list-item") {
      ++items_;
    } else if (name == "note") {
      begin_note(attributes.value("note-class") == "endnote");
    } else if (name == "table-of-content" || name == "alphabetical-index" || name == "illustration-index") {
      ++indexes_;
    } else if (name == "table") {
      tables_.push_back(columns_);
      columns_ = 0;
      maker_.close();
    } else if (name == "table-column") {
      const auto repeated = parse_integer(attributes.value("number-columns-repeated"));
      columns_ += static_cast<int>(std::clamp<std::int64_t>(repeated.value_or(1), 1, 1000));
    } else if (name == "table-cell") {
      if (columns_ > 1 && !maker_.at_block_begin()) add(" | ");
    } else if (name == "s" || name == "tab") {
      add(" ");
    } else if (name == "line-break") {
      if (note_ == nullptr)
        maker_.break_line();
      else
        add(" ");
    }
  }

  void end(std::string_view name) override {
    if (skipped_ != 0) {
      --skipped_;
    } else if (name == "h" || name == "p") {
      --paragraphs_;
      if (note_ != nullptr || columns_ > 1)
        add(" ");
      else
        maker_.close();
    } else if (name == "list-item") {
      --items_;
    } else if (name == "note") {
      note_ = nullptr;
    } else if (name == "table-of-content" || name == "alphabetical-index" || name == "illustration-index") {
      --indexes_;
    } else if (name == "table-row") {
      maker_.close();
    } else if (name == "table" && !tables_.empty()) {
      columns_ = tables_.back();
      tables_.pop_back();
      maker_.close();
    }
  }

  void text(std::string_view piece) override {
    if (skipped_ == 0 && paragraphs_ > 0) add(piece);
  }

  void write_notes() {
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      maker_.open({BlockKind::text, 0, RegionName::footnote, notes_[i].at_end ? "endnote" : "footnote", false, 0});
      maker_.add("[" + std::to_string(i + 1) + "] " + notes_[i].text);
      maker_.close();
    }
  }

 private:
  struct Note {
    std::string text;
    bool at_end = false;
  };

  void begin_paragraph(bool heading, const XmlAttributes& attributes) {
    ++paragraphs_;
    if (note_ != nullptr || (columns_ > 1 && !maker_.at_block_begin())) return;
    BlockForm form = form_of(attributes.value("style-name"));
    if (heading && form.kind != BlockKind::heading) {
      const auto level = parse_integer(attributes.value("outline-level"));
      form = {BlockKind::heading,
              static_cast<std::uint8_t>(std::clamp<std::int64_t>(level.value_or(1), 1, 9)),
              {},
              {},
              false,
              0};
    }
    if (form.kind == BlockKind::text && !form.name && items_ > 0) form.kind = BlockKind::item;
    if (columns_ > 1) form = {BlockKind::table, 0, {}, {}, false, 0};
    if (indexes_ > 0) form = {BlockKind::text, 0, RegionName::boilerplate, "contents style", false, 0};
    maker_.open(form);
  }

  /// By the style's name or that of the one it was made of: "P12" of "Title".
  [[nodiscard]] BlockForm form_of(std::string_view style) const {
    for (int step = 0; step < 8 && !style.empty(); ++step) {
      std::string name(style);
      for (std::size_t at = name.find("_20_"); at != std::string::npos; at = name.find("_20_"))
        name.replace(at, 4, " ");
      const BlockForm form = form_of_style(name);
      if (form.kind != BlockKind::text || form.name) return form;
      const auto parent = parents_.find(style);
      if (parent == parents_.end()) break;
      style = parent->second;
    }
    return {};
  }

  void begin_note(bool at_end) {
    if (note_ != nullptr) return;
    notes_.push_back({{}, at_end});
    add("[" + std::to_string(notes_.size()) + "]");
    note_ = &notes_.back().text;
  }

  void add(std::string_view piece) {
    if (note_ != nullptr)
      *note_ += piece;
    else
      maker_.add(piece);
  }

  StructuredTextMaker& maker_;
  std::map<std::string, std::string, std::less<>> parents_;
  std::vector<Note> notes_;
  std::string* note_ = nullptr;  ///< the note that is being read
  std::vector<int> tables_;
  int columns_ = 0;
  int items_ = 0;
  int indexes_ = 0;
  int paragraphs_ = 0;
  std::size_t skipped_ = 0;
};

}  // namespace

bool is_open_document_part(std::string_view name) {
  return name == "content.xml" || name == "meta.xml" || name == "META-INF/manifest.xml";
}

StructuredText text_of_open_document(const PackedParts& parts, const std::string& path) {
  const auto manifest = parts.find("META-INF/manifest.xml");
  if (manifest != parts.end() && manifest->second.find("encryption-data") != std::string::npos)
    throw Error(Errc::format, "encrypted", {path}, "save it without a password");
  StructuredTextMaker maker;
  OpenDocumentReader reader(maker);
  parse_xml(part(parts, "content.xml", path), path, reader);
  reader.write_notes();
  if (const auto meta = parts.find("meta.xml"); meta != parts.end())
    read_document_properties(meta->second, path, maker.made());
  return maker.take();
}

}  // namespace topos
