// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/refi_qda.hpp"

#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"
#include "topos/base/xml.hpp"
#include "topos/base/xml_text.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/codebook/formats/xml_dictionary.hpp"
#include "topos/codebook/listing.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/compression.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

/// Makes codes of the elements `Code`; the sources and codings of a project are passed over.
class Codes final : public XmlHandler {
 public:
  Codes(const ImportOptions& options, Losses& losses) : options_(options), builder_(options.language, losses) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (path_.empty() && name != "CodeBook" && name != "Project")
      throw Error(Errc::codebook, "this XML is no codebook or project of REFI-QDA", {options_.path, line(), 0},
                  "say --from, if it is of another format");
    path_.emplace_back(name);
    if (name == "Code") {
      open_.push_back(builder_.category(category(), attributes.value("name"), line()));
      if (attributes.value("isCodable") == "false") lose("isCodable", "false", "every code may have patterns here");
      if (!attributes.value("color").empty()) lose("color", attributes.value("color"), "codes have no colours here");
    } else if (name == "NoteRef" && !open_.empty()) {
      lose("note", attributes.value("targetGUID"), "notes stand elsewhere in the project");
    } else if (name == "Set") {
      lose("set", attributes.value("name"), "groups of codes across the tree are not read");
    } else if (name == "Coding") {
      ++codings_;
    }
    text_.clear();
  }

  void end(std::string_view name) override {
    if (name == "Description" && !open_.empty())
      builder_.define(open_.back(), std::string_view(text_).substr(0, text_.rfind("\nId: ")));
    if (name == "Code") open_.pop_back();
    path_.pop_back();
  }

  void text(std::string_view piece) override { text_ += piece; }

  BookDraft finish() {
    if (codings_ > 0)
      builder_.lose(Loss::Fate::left_out, "codings", DraftBuilder::none, {},
                    std::to_string(codings_) + " codings of texts: they are no part of a codebook", 0);
    return builder_.finish(options_.id, options_.path);
  }

 private:
  [[nodiscard]] std::size_t category() const { return open_.empty() ? DraftBuilder::none : open_.back(); }
  void lose(std::string construct, std::string_view text, std::string note) {
    builder_.lose(Loss::Fate::left_out, std::move(construct), category(), text, std::move(note), line());
  }

  const ImportOptions& options_;
  DraftBuilder builder_;
  std::vector<std::string> path_;
  std::vector<std::size_t> open_;
  std::string text_;
  std::size_t codings_ = 0;
};

/// The project file inside a packed project.
std::string project_of(std::string_view bytes, const std::string& path) {
  ArchiveEntries entries(memory_bytes(std::string(bytes)), path, {});
  while (const auto name = entries.next())
    if (lower_ascii(*name).ends_with(".qde")) return entries.read();
  throw Error(Errc::codebook, "the archive holds no project.qde", {path, 0, 0});
}

BookDraft read(std::string_view bytes, const ImportOptions& options, Losses& losses) {
  Codes codes(options, losses);
  if (bytes.starts_with("PK\x03\x04"))
    parse_xml(project_of(bytes, options.path), options.path, codes);
  else
    parse_xml(bytes, options.path, codes);
  return codes.finish();
}

std::string description(const Code& code) {
  std::string text = code.definition;
  if (!code.include.empty()) text += "\nInclude: " + code.include;
  if (!code.exclude.empty()) text += "\nExclude: " + code.exclude;
  if (!code.note.empty()) text += "\nNote: " + code.note;
  text += "\nId: " + code.id;  // by which what people coded is known again
  return text;
}

std::string write(const Codebook& book, const ExportOptions&, Losses& losses) {
  for (const Code& code : book.codes) {
    const EntryCounts entries = count_entries(code);
    const std::size_t lost = entries.patterns + entries.masks;
    if (lost > 0)
      losses.add({Loss::Fate::left_out,
                  "patterns",
                  code.id,
                  {},
                  std::to_string(lost) + " patterns and masks: people code by the definition there",
                  code.where.line});
  }
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" "
         "origin=\"topos\">\n" +
         refi_codes(book, " ") + "</CodeBook>\n";
}

}  // namespace

std::string refi_guid(std::string_view name) {
  std::string hex = sha256("topos:" + std::string(name)).substr(0, 32);
  hex[12] = '8';  // a version of one's own making, RFC 9562
  hex[16] = "89ab"[(hex[16] >= 'a' ? hex[16] - 'a' + 10 : hex[16] - '0') & 3];
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' +
         hex.substr(20, 12);
}

std::string refi_code_guid(std::string_view book, std::string_view code) {
  return refi_guid(std::string(book) + '/' + std::string(code));
}

std::string refi_codes(const Codebook& book, const std::string& indent) {
  std::string out = indent + "<Codes>\n";
  std::size_t open = 0;
  const auto close = [&](std::size_t depth) {
    for (; open > depth; --open) out += indent + std::string(open, ' ') + "</Code>\n";
  };
  for (const TreeLine& line : code_tree(book)) {
    close(line.depth);
    const std::string inner = indent + std::string(++open, ' ');
    const std::string name = line.code == nullptr ? line.id.substr(line.id.rfind('.') + 1) : line.code->label;
    out += inner + "<Code guid=\"" + refi_code_guid(book.id, line.id) + "\" name=\"" + escaped_xml(name) +
           "\" isCodable=\"" + (line.code == nullptr ? "false" : "true") + "\">\n";
    if (line.code != nullptr)
      out += inner + " <Description>" + escaped_xml(description(*line.code)) + "</Description>\n";
  }
  close(0);
  return out + indent + "</Codes>\n";
}

const BookFormat refi_qda_book_format{"refi-qda", " .qdc .qdpx ", "REFI-QDA codebooks", true, read, write};

}  // namespace topos
