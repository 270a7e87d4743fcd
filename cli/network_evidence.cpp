// SPDX-License-Identifier: Apache-2.0
#include "network_evidence.hpp"

#include <algorithm>

#include "cells.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t longest_text = 600;

/// The text on one line; a long one is cut, so that a text of one giant sentence cannot fill the memory.
std::string line_of(std::string_view text) {
  std::string line(text.substr(0, longest_text));
  if (text.size() > longest_text) {
    std::size_t end = line.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    line.resize(end);
    line += " …";
  }
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

}  // namespace

std::vector<Column> NetworkEvidence::columns() const {
  std::vector<std::string> by = query_.options().by;
  by.resize(by.size() - choices_.own_fields());
  std::vector<Column> rest;
  if (!choices_.stance.empty()) rest.push_back({choices_.stance});
  rest.insert(rest.end(), {{"document"}, {choices_.unit, true}, {"begin", true}, {"end", true}, {"text"}});
  return columns_by({{"source"}, {"target"}}, by, rest);
}

std::vector<Cell> NetworkEvidence::head(std::string_view source, const RowKey& target) const {
  std::vector<Cell> cells{std::string(source), std::string(target.code)};
  add_group(cells, {target.group.begin(), target.group.end() - static_cast<std::ptrdiff_t>(choices_.own_fields())});
  if (!choices_.stance.empty()) cells.push_back(text_or_nothing(target.group.back()));
  return cells;
}

void NetworkEvidence::add_unit(std::vector<Cell>& cells, std::uint32_t unit, const AnnotatedDocument& annotated,
                               const Annotator& annotator) const {
  const Document& document = annotated.document;
  ByteSpan span{0, static_cast<std::uint32_t>(document.text.size())};
  if (choices_.unit == "paragraph" && unit > 0) span = document.regions[unit - 1].span;
  const auto& sentences = annotator.segmentation().sentences;
  if (choices_.unit == "sentence" && unit > 0 && unit <= sentences.size()) span = sentences[unit - 1].span;
  cells.emplace_back(document.id);
  cells.push_back(unit == 0 ? Cell() : whole(unit));
  add_counts(cells, {span.begin, span.end});
  cells.emplace_back(line_of(std::string_view(document.text).substr(span.begin, span.end - span.begin)));
}

std::vector<std::vector<Cell>> NetworkEvidence::rows(const DocumentPairs& pairs, const AnnotatedDocument& annotated,
                                                     const Annotator& annotator) const {
  std::vector<std::vector<Cell>> rows;
  const auto list = [&](std::string_view source, const RowKey& target, const std::vector<std::uint32_t>& places) {
    for (const std::uint32_t unit : places) {
      rows.push_back(head(source, target));
      add_unit(rows.back(), unit, annotated, annotator);
    }
  };
  if (choices_.of_speakers()) {
    for (const CodePresence& code : pairs.codes) {
      const std::string& speaker = code.key.group[code.key.group.size() - choices_.own_fields()];
      if (!speaker.empty() && sides_.second(code.key.code)) list(speaker, code.key, code.places);
    }
    return rows;
  }
  for (const DocumentPairs::Pair& pair : pairs.pairs) {
    const RowKey& a = pairs.codes[pair.a].key;
    const RowKey& b = pairs.codes[pair.b].key;
    if (are_kin(a.code, b.code)) continue;
    if (sides_.first(a.code) && sides_.second(b.code))
      list(a.code, b, pair.places);
    else if (sides_.first(b.code) && sides_.second(a.code))
      list(b.code, a, pair.places);
  }
  return rows;
}

}  // namespace topos::cli
