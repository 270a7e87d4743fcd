// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/word_text.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "topos/base/xml.hpp"
#include "topos/text/office/document_properties.hpp"
#include "topos/text/office/word_styles.hpp"

namespace topos {
namespace {

constexpr std::string_view main_part = "word/document.xml";

using Notes = std::map<std::string, std::string, std::less<>>;

/// Reads paragraphs; `notes` gets the texts of a part with notes instead of `maker`.
class WordReader final : public XmlHandler {
 public:
  WordReader(const WordStyles& styles, StructuredTextMaker* maker, Notes* notes)
      : styles_(styles), maker_(maker), notes_(notes) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    // Deleted and moved text, and the second form of what older programs draw otherwise.
    if (skipped_ != 0 || name == "del" || name == "moveFrom" || name == "Fallback" || name == "instrText" ||
        name == "delText") {
      ++skipped_;
      return;
    }
    if (name == "p") {
      begin_paragraph();
    } else if (name == "pStyle") {
      if (const auto style = styles_.find(attributes.value("val")); style != styles_.end())
        form_ = style->second;
      else
        form_ = form_of_style(attributes.value("val"));
      apply();
    } else if (name == "numPr" && form_.kind == BlockKind::text && !form_.name) {
      form_.kind = BlockKind::item;
      apply();
    } else if (name == "t") {
      in_text_ = !hidden_;
    } else if (name == "r") {
      in_run_ = true;
    } else if (name == "vanish" && in_run_) {
      hidden_ = attributes.value("val") != "0" && attributes.value("val") != "false";
    } else if (name == "tab" && !in_properties_) {
      add(" ");
    } else if (name == "br" || name == "cr") {
      if (maker_ != nullptr)
        maker_->break_line();
      else
        add(" ");
    } else if (name == "noBreakHyphen") {
      add("-");
    } else if (name == "pPr" || name == "rPr") {
      ++in_properties_;
    } else {
      start_other(name, attributes);
    }
  }

  void end(std::string_view name) override {
    if (skipped_ != 0) {
      --skipped_;
    } else if (name == "p") {
      if (notes_ != nullptr)
        add(" ");
      else if (columns_ <= 1)
        maker_->close();
      else
        add(" ");
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "r") {
      in_run_ = hidden_ = false;
    } else if (name == "pPr" || name == "rPr") {
      --in_properties_;
    } else if (name == "tr" && maker_ != nullptr) {
      maker_->close();
    } else if (name == "tbl") {
      if (maker_ != nullptr) maker_->close();
      if (!tables_.empty()) columns_ = tables_.back(), tables_.pop_back();
    }
  }

  void text(std::string_view piece) override {
    if (in_text_ && skipped_ == 0) add(piece);
  }

  /// The notes that the text refers to, in its order.
  std::vector<std::pair<std::string, bool>> references;

 private:
  void start_other(std::string_view name, const XmlAttributes& attributes) {
    if (name == "tbl") {
      tables_.push_back(columns_);
      columns_ = 0;
      if (maker_ != nullptr) maker_->close();
    } else if (name == "gridCol") {
      ++columns_;
    } else if (name == "tc" && columns_ > 1 && maker_ != nullptr && !maker_->at_block_begin()) {
      add(" | ");
    } else if ((name == "footnoteReference" || name == "endnoteReference") && maker_ != nullptr) {
      references.emplace_back(attributes.value("id"), name == "endnoteReference");
      add("[" + std::to_string(references.size()) + "]");
    } else if ((name == "footnote" || name == "endnote") && notes_ != nullptr) {
      // Separators between text and notes have types.
      note_ = attributes.find("type") == nullptr ? &(*notes_)[std::string(attributes.value("id"))] : nullptr;
    }
  }

  void begin_paragraph() {
    form_ = {};
    if (columns_ > 1)
      form_.kind = BlockKind::table;
    else if (maker_ != nullptr)
      maker_->close();
    apply();
  }

  void apply() {
    if (maker_ == nullptr || (columns_ > 1 && !maker_->at_block_begin())) return;
    BlockForm form = form_;
    if (columns_ > 1) form = {BlockKind::table, 0, {}, {}, false, 0};
    maker_->open(form);
  }

  void add(std::string_view piece) {
    if (maker_ != nullptr)
      maker_->add(piece);
    else if (note_ != nullptr)
      *note_ += piece;
  }

  const WordStyles& styles_;
  StructuredTextMaker* maker_;
  Notes* notes_;
  std::string* note_ = nullptr;
  BlockForm form_;
  std::vector<int> tables_;  ///< columns of the tables around the one that is read
  int columns_ = 0;          ///< of that; 0 outside
  int in_properties_ = 0;
  std::size_t skipped_ = 0;
  bool in_text_ = false;
  bool in_run_ = false;
  bool hidden_ = false;
};

Notes read_notes(const PackedParts& parts, std::string_view name, const WordStyles& styles, const std::string& path) {
  Notes notes;
  const auto found = parts.find(name);
  if (found == parts.end()) return notes;
  WordReader reader(styles, nullptr, &notes);
  parse_xml(found->second, path, reader);
  return notes;
}

}  // namespace

bool is_word_part(std::string_view name) {
  return name == main_part || name == "word/styles.xml" || name == "word/footnotes.xml" ||
         name == "word/endnotes.xml" || name == "docProps/core.xml";
}

StructuredText text_of_word(const PackedParts& parts, const std::string& path) {
  const std::string& document = part(parts, main_part, path);
  const auto styles_part = parts.find("word/styles.xml");
  const WordStyles styles = styles_part == parts.end() ? WordStyles() : read_word_styles(styles_part->second, path);
  StructuredTextMaker maker;
  WordReader reader(styles, &maker, nullptr);
  parse_xml(document, path, reader);
  const Notes footnotes = read_notes(parts, "word/footnotes.xml", styles, path);
  const Notes endnotes = read_notes(parts, "word/endnotes.xml", styles, path);
  for (std::size_t i = 0; i < reader.references.size(); ++i) {
    const auto& [id, at_end] = reader.references[i];
    const Notes& notes = at_end ? endnotes : footnotes;
    const auto note = notes.find(id);
    if (note == notes.end()) continue;
    maker.open({BlockKind::text, 0, RegionName::footnote, at_end ? "endnote" : "footnote", false, 0});
    maker.add("[" + std::to_string(i + 1) + "] " + note->second);
    maker.close();
  }
  if (const auto core = parts.find("docProps/core.xml"); core != parts.end())
    read_document_properties(core->second, path, maker.made());
  return maker.take();
}

}  // namespace topos
