// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/book_text.hpp"

#include <map>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/html/page_text.hpp"
#include "topos/text/markup_encoding.hpp"
#include "topos/text/office/document_properties.hpp"

namespace topos {
namespace {

class ContainerReader final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "rootfile" && package.empty()) package = attributes.value("full-path");
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  std::string package;
};

class PackageReader final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "item" && attributes.value("properties").find("nav") == std::string_view::npos)
      files_.emplace(attributes.value("id"), attributes.value("href"));
    if (name != "itemref") return;
    const auto file = files_.find(attributes.value("idref"));
    if (file == files_.end()) return;
    // Once each: a book that repeats a chapter a million times is hostile.
    chapters.push_back(std::move(file->second));
    files_.erase(file);
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  std::vector<std::string> chapters;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

int hex(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

/// The name of a part that `href` means beside the part `base`.
std::string resolved_name(std::string_view base, std::string_view href) {
  std::string name(base.substr(0, base.rfind('/') + 1));
  href = href.substr(0, href.find('#'));
  while (href.starts_with("../") && !name.empty()) {
    href.remove_prefix(3);
    name.pop_back();
    name.erase(name.rfind('/') + 1);
  }
  for (std::size_t i = 0; i < href.size(); ++i) {
    const bool coded = href[i] == '%' && i + 2 < href.size() && hex(href[i + 1]) >= 0 && hex(href[i + 2]) >= 0;
    name += coded ? static_cast<char>(hex(href[i + 1]) * 16 + hex(href[i + 2])) : href[i];
    if (coded) i += 2;
  }
  return name;
}

void append(StructuredText& book, StructuredText chapter, const std::string& path) {
  if (chapter.text.empty()) return;
  if (!book.text.empty()) book.text += "\n\n";
  if (book.text.size() + chapter.text.size() > largest_document)
    throw Error(Errc::too_large, "the document holds 2 GiB or more", {path});
  const auto shift = static_cast<std::uint32_t>(book.text.size());
  book.text += chapter.text;
  for (Block block : chapter.blocks) {
    block.span.begin += shift;
    block.span.end += shift;
    book.blocks.push_back(block);
  }
  if (book.language.empty()) book.language = chapter.language;
}

}  // namespace

StructuredText text_of_book(const PackedParts& parts, const InputOptions& options, const std::string& path,
                            const NoteSink& notes) {
  ContainerReader container;
  parse_xml(part(parts, "META-INF/container.xml", path), path, container);
  const std::string& package = part(parts, container.package, path);
  PackageReader reader;
  parse_xml(package, path, reader);
  StructuredText book;
  read_document_properties(package, path, book);
  std::size_t missing = 0;
  for (const std::string& chapter : reader.chapters) {
    const auto found = parts.find(resolved_name(container.package, chapter));
    if (found == parts.end())
      ++missing;
    else
      append(book, read_html_page(decode_markup(found->second, options, path, notes), true), path);
  }
  if (missing != 0 && notes)
    notes(printable(path) + ": " + std::to_string(missing) + (missing == 1 ? " chapter is" : " chapters are") +
          " not in the file");
  if (book.text.empty())
    throw Error(Errc::format,
                parts.count("META-INF/rights.xml") != 0 ? "encrypted by its seller" : "a book without chapters of text",
                {path});
  return book;
}

}  // namespace topos
