// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/decisions.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "topos/annotation/decision_table.hpp"

namespace topos {
namespace {

bool same_place(const Hit& a, const Hit& b) {
  return a.code() == b.code() && a.codebook() == b.codebook() && a.span == b.span;
}

std::string_view codebook_of(std::string_view code, const AnnotatedDocument& annotated,
                             const std::vector<const Codebook*>& books) {
  for (const Hit& hit : annotated.hits)
    if (hit.code() == code) return hit.codebook();
  for (const Codebook* book : books)
    if (std::any_of(book->codes.begin(), book->codes.end(), [&](const Code& one) { return one.id == code; }))
      return book->id;
  if (!annotated.hits.empty()) return annotated.hits.front().codebook();
  return books.empty() ? std::string_view() : std::string_view(books.front()->id);
}

std::uint32_t line_of(std::string_view text, std::uint32_t position) {
  std::uint32_t line = 1;
  for (std::uint32_t at = 0; at < position; ++at)
    if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))) ++line;
  return line;
}

bool between_code_points(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

}  // namespace

struct Decisions::Impl {
  explicit Impl(const std::string& path) : table(read_decisions(path)) {
    for (const DecisionRow& row : table.rows)
      for (const std::string& id : row.ids) {
        const auto [found, added] = by_id.try_emplace(id, &row);
        if (added || !row.decided()) continue;
        if (found->second->decided() && !row.agrees_with(*found->second))
          throw Error(Errc::table,
                      "the decisions about hit " + printable(id) + " in lines " + std::to_string(found->second->line) +
                          " and " + std::to_string(row.line) + " contradict each other",
                      {path, row.line}, "keep one row a hit: the decision that holds");
        found->second = &row;
      }
    for (const DecisionRow& row : table.rows)
      if (row.ids.empty()) by_document[row.document].push_back(&row);
    met = std::make_unique<std::atomic<bool>[]>(table.rows.size());
  }

  std::atomic<bool>& mark_of(const DecisionRow& row) const {
    return met[static_cast<std::size_t>(&row - table.rows.data())];
  }
  void meet(const DecisionRow& row) const { mark_of(row).store(true, std::memory_order_relaxed); }
  bool is_met(const DecisionRow& row) const { return mark_of(row).load(std::memory_order_relaxed); }

  const DecisionRow* about(const AnnotatedDocument& annotated, const Hit& hit) const {
    const auto found = by_id.find(hit_id(annotated, hit));
    if (found == by_id.end()) return nullptr;
    meet(*found->second);
    return found->second;
  }

  Hit make_hit(AnnotatedDocument& annotated, const Segmentation& segmentation,
               const std::vector<const Codebook*>& books, NamePool& names, const DecisionRow& row) const {
    const Document& document = annotated.document;
    const Location where{table.path, row.line};
    if (row.span.end > document.text.size() || !between_code_points(document.text, row.span.begin) ||
        !between_code_points(document.text, row.span.end))
      throw Error(Errc::table, "begin and end do not enclose characters of " + printable(document.id), where,
                  "they count bytes of the document's text, from 0");
    const auto region = std::find_if(document.regions.begin(), document.regions.end(),
                                     [&](const Region& one) { return one.span.contains(row.span); });
    if (region == document.regions.end())
      throw Error(Errc::table, "the hit to be added does not lie within one paragraph of " + printable(document.id),
                  where);
    Hit hit;
    hit.kind = &names.kind(codebook_of(row.code, annotated, books), row.code, {});
    hit.span = row.span;
    hit.line = line_of(document.text, row.span.begin);
    hit.paragraph = static_cast<std::uint32_t>(region - document.regions.begin()) + 1;
    annotated.own_notes(hit).coder = row.coder;
    hit.sentence = 1;
    std::uint32_t counted = 0;
    for (std::size_t i = 0; i < segmentation.sentences.size(); ++i) {
      const Sentence& sentence = segmentation.sentences[i];
      if (sentence.span.begin > row.span.begin) break;
      if (annotated.analysis[sentence.region]) ++counted;
      hit.sentence = static_cast<std::uint32_t>(i) + 1;
    }
    hit.analysis_sentence = annotated.analysis[hit.paragraph - 1] ? counted : 0;
    return hit;
  }

  DecisionTable table;
  std::unordered_map<std::string_view, const DecisionRow*> by_id;
  std::map<std::string_view, std::vector<const DecisionRow*>> by_document;
  std::unique_ptr<std::atomic<bool>[]> met;
};

Decisions::Decisions(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
Decisions::Decisions(Decisions&&) noexcept = default;
Decisions::~Decisions() = default;

void Decisions::mark(AnnotatedDocument& annotated) const {
  for (Hit& hit : annotated.hits) {
    const DecisionRow* row = impl_->about(annotated, hit);
    if (row != nullptr && row->decided()) annotated.own_notes(hit).coder = row->coder;
  }
}

void Decisions::apply(AnnotatedDocument& annotated, const Segmentation& segmentation,
                      const std::vector<const Codebook*>& books, NamePool& names) const {
  mark(annotated);
  std::vector<Hit> kept;
  for (Hit& hit : annotated.hits) {
    const auto found = impl_->by_id.find(hit_id(annotated, hit));
    const DecisionRow* row = found == impl_->by_id.end() ? nullptr : found->second;
    if (row != nullptr && !row->code.empty()) {
      annotated.own_notes(hit).id = found->first;
      hit.kind = &names.kind(hit.codebook(), row->code, hit.pattern());
    } else if (row != nullptr && row->keep == DecisionRow::Keep::no) {
      continue;
    }
    kept.push_back(hit);
  }
  if (const auto own = impl_->by_document.find(annotated.document.id); own != impl_->by_document.end())
    for (const DecisionRow* row : own->second) {
      impl_->meet(*row);
      kept.push_back(impl_->make_hit(annotated, segmentation, books, names, *row));
    }
  std::stable_sort(kept.begin(), kept.end(), comes_before);
  // What was recoded or added to where a hit of that code stands already is that hit.
  kept.erase(std::unique(kept.begin(), kept.end(), same_place), kept.end());
  annotated.hits = std::move(kept);
}

bool Decisions::adds() const noexcept { return !impl_->by_document.empty(); }

std::size_t Decisions::unknown() const noexcept {
  std::size_t count = 0;
  for (const auto& [id, row] : impl_->by_id)
    if (row->ids.front() == id && !impl_->is_met(*row)) ++count;
  for (const auto& [document, rows] : impl_->by_document)
    for (const DecisionRow* row : rows)
      if (!impl_->is_met(*row)) ++count;
  return count;
}

std::vector<std::uint64_t> Decisions::lines_met() const {
  std::vector<std::uint64_t> lines;
  for (const DecisionRow& row : impl_->table.rows)
    if (impl_->is_met(row)) lines.push_back(row.line);
  return lines;
}

void Decisions::meet_lines(const std::vector<std::uint64_t>& lines) const {
  for (const DecisionRow& row : impl_->table.rows)
    if (std::find(lines.begin(), lines.end(), row.line) != lines.end()) impl_->meet(row);
}

const std::vector<std::string>& Decisions::codes() const noexcept { return impl_->table.codes; }
const std::vector<std::string>& Decisions::coders() const noexcept { return impl_->table.coders; }
const std::string& Decisions::checksum() const noexcept { return impl_->table.checksum; }

}  // namespace topos
