// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos::test {

/// A document of body paragraphs, which blank lines part, cut by nothing but this.
inline Document document_of(std::string_view text, std::string_view language = "en", std::string_view id = "doc") {
  Document document;
  document.id = id;
  document.language = language;
  document.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    Region region;
    region.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (!region.span.empty()) document.regions.push_back(region);
    begin = end + 2;
  }
  return document;
}

/// The head of a codebook of all languages that have rules of their own.
inline constexpr std::string_view book_head =
    "[codebook]\nid = 'demo'\nversion = '1'\nlanguages = ['en', 'ru', 'zh', 'id', 'ms', 'vi', 'th', 'de']\n";

/// A code with the keys that every code needs, then `keys`.
inline std::string code(std::string_view id, std::string_view keys) {
  return "[[code]]\nid = '" + std::string(id) + "'\nlabel = 'l'\ndimension = 'd'\ndefinition = 'x'\n" +
         std::string(keys) + "\n";
}

/// One codebook and everything that it needs to be run.
class Finder {
 public:
  /// `rest` follows book_head.
  explicit Finder(std::string_view rest, std::set<std::string> skip = {})
      : book_(parse_codebook(std::string(book_head) + std::string(rest), "book.toml")),
        shelf_({&book_}, {{}, std::move(skip)}), annotator_(shelf_, default_analysis()) {}
  explicit Finder(const Codebook& book, std::set<std::string> skip = {})
      : book_(book), shelf_({&book_}, {{}, std::move(skip)}), annotator_(shelf_, default_analysis()) {}

  AnnotatedDocument annotate(Document document) {
    AnnotatedDocument annotated;
    annotated.document = std::move(document);
    annotator_.annotate(annotated);
    return annotated;
  }
  AnnotatedDocument annotate(std::string_view text, std::string_view language = "en") {
    return annotate(document_of(text, language));
  }

  /// "code: span" of every hit, joined by " | ".
  std::string lines(Document document) {
    const AnnotatedDocument annotated = annotate(std::move(document));
    std::string all;
    for (const Hit& hit : annotated.hits) {
      if (!all.empty()) all += " | ";
      all.append(hit.code()).append(": ").append(hit.span.in(annotated.document.text));
    }
    return all;
  }
  std::string lines(std::string_view text, std::string_view language = "en") {
    return lines(document_of(text, language));
  }

  [[nodiscard]] const Annotator& annotator() const { return annotator_; }
  [[nodiscard]] Annotator& annotator() { return annotator_; }

 private:
  Codebook book_;
  BookShelf shelf_;
  Annotator annotator_;
};

/// "code: span" of every hit of the codebook that `rest` makes with book_head.
inline std::string lines(std::string_view rest, std::string_view text, std::string_view language = "en") {
  return Finder(rest).lines(text, language);
}

/// The spans that one pattern matches, joined by " | ".
inline std::string matches(std::string_view pattern, std::string_view text, std::string_view language = "en") {
  Finder finder(code("x", "patterns." + std::string(language) + " = ['''" + std::string(pattern) + "''']"));
  const AnnotatedDocument annotated = finder.annotate(text, language);
  std::string all;
  for (const Hit& hit : annotated.hits) {
    if (!all.empty()) all += " | ";
    all += hit.span.in(annotated.document.text);
  }
  return all;
}

}  // namespace topos::test
