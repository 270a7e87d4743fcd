// SPDX-License-Identifier: Apache-2.0
#include "discourse/network_evidence.hpp"

#include "cells.hpp"
#include "topos/text/shown_text.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t longest_text = 600;  // a text of one giant sentence must not fill the memory

}  // namespace

std::vector<Column> NetworkEvidence::columns() const {
  std::vector<std::string> by = query_.options().by;
  by.resize(by.size() - choices_.own_fields());
  std::vector<Column> first{{"document"}};
  if (choices_.unit == "sentence") first.insert(first.end(), {{"sentence", true}, {"analysis_sentence", true}});
  if (choices_.unit == "paragraph") first.push_back({"paragraph", true});
  first.insert(first.end(), {{"line", true}, {"begin", true}, {"end", true}, {"source"}, {"target"}});
  std::vector<Column> rest;
  if (!choices_.stance.empty()) rest.push_back({choices_.stance});
  rest.push_back({choices_.unit + "_text"});
  return columns_by(std::move(first), by, rest);
}

std::vector<Cell> NetworkEvidence::row(std::string_view source, const RowKey& target, std::uint32_t unit,
                                       const AnnotatedDocument& annotated, const Annotator& annotator,
                                       const LineNumbers& lines) const {
  const Document& document = annotated.document;
  const auto& sentences = annotator.segmentation().sentences;
  ByteSpan span{0, static_cast<std::uint32_t>(document.text.size())};
  std::vector<Cell> cells{document.id};
  if (choices_.unit == "paragraph") {
    if (unit > 0) span = document.regions[unit - 1].span;
    cells.push_back(unit == 0 ? Cell() : whole(unit));
  }
  if (choices_.unit == "sentence") {
    const bool known = unit > 0 && unit <= sentences.size();
    if (known) span = sentences[unit - 1].span;
    cells.push_back(unit == 0 ? Cell() : whole(unit));
    cells.push_back(known && sentences[unit - 1].analysis > 0 ? whole(sentences[unit - 1].analysis) : Cell());
  }
  add_counts(cells, {lines.of(span.begin), span.begin, span.end});
  cells.insert(cells.end(), {Cell(std::string(source)), Cell(std::string(target.code))});
  add_group(cells, {target.group.begin(), target.group.end() - static_cast<std::ptrdiff_t>(choices_.own_fields())});
  if (!choices_.stance.empty()) cells.push_back(text_or_nothing(target.group.back()));
  cells.emplace_back(shown_text(span.in(document.text), longest_text));
  return cells;
}

std::vector<std::vector<Cell>> NetworkEvidence::rows(const DocumentPairs& pairs, const AnnotatedDocument& annotated,
                                                     const Annotator& annotator) const {
  std::vector<std::vector<Cell>> rows;
  const LineNumbers lines(annotated.document.text);
  const auto list = [&](std::string_view source, const RowKey& target, const std::vector<std::uint32_t>& places) {
    for (const std::uint32_t unit : places) rows.push_back(row(source, target, unit, annotated, annotator, lines));
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
