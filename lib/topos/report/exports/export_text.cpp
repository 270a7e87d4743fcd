// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/export_text.hpp"

#include <algorithm>
#include <set>

#include "topos/base/hash.hpp"

namespace topos {
namespace {

Cell flag(Flag value) { return value == Flag::unknown ? Cell() : Cell(static_cast<std::int64_t>(value == Flag::yes)); }
Cell text(std::string_view value) { return value.empty() ? Cell() : Cell(std::string(value)); }
Cell number(std::uint32_t value) { return value == 0 ? Cell() : Cell(static_cast<std::int64_t>(value)); }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string plain_name(std::string_view text, std::string_view also) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       also.find(c) != std::string_view::npos;
    out += plain ? c : '_';
  }
  return out;
}

std::string exported_name(std::string_view id) {
  const std::string_view stem = id.ends_with(".txt") ? id.substr(0, id.size() - 4) : id;
  std::string name = plain_name(stem, "-_.").substr(0, 100);
  if (name.empty() || name[0] == '.') name = '_' + name;
  if (name == stem) return name;
  std::string hash(8, '0');
  std::uint64_t value = hash64(id);
  for (char& digit : hash) digit = "0123456789abcdef"[value & 15], value >>= 4;
  return name + '-' + hash;
}

const std::vector<std::size_t>& CoveringHits::of(const Token& token) {
  for (; next_ < hits_.size() && hits_[next_].span.begin < token.end; ++next_) open_.push_back(next_);
  std::erase_if(open_, [&](std::size_t hit) { return hits_[hit].span.end <= token.begin; });
  return open_;
}

const std::vector<Column>& hit_columns() {
  static const std::vector<Column> columns{
      {"document"},     {"codebook"},  {"code"},       {"pattern"},        {"id"},
      {"begin", true},  {"end", true}, {"line", true}, {"sentence", true}, {"paragraph", true},
      {"region"},       {"section"},   {"text"},       {"weight", true},   {"negated", true},
      {"quoted", true}, {"voice"},     {"modality"},   {"holder"},         {"polarity", true},
      {"url", true},    {"coder"}};
  return columns;
}

std::vector<Cell> hit_cells(const AnnotatedDocument& annotated, const Hit& hit) {
  const Document& document = annotated.document;
  const Region& region = document.regions[hit.paragraph - 1];
  const HitNotes notes = annotated.notes_of(hit);
  return {document.id,
          text(hit.codebook()),
          text(hit.code()),
          text(hit.pattern()),
          hit_id(annotated, hit),
          std::int64_t{hit.span.begin},
          std::int64_t{hit.span.end},
          number(hit.line),
          number(hit.sentence),
          number(hit.paragraph),
          std::string(to_string(region.name)),
          text(document.sections[region.section]),
          std::string(hit.span.in(document.text)),
          hit.weight,
          flag(hit.negated),
          flag(hit.quoted),
          text(notes.voice),
          text(notes.modality),
          text(notes.holder),
          hit.polarity == 0 ? Cell() : Cell(std::int64_t{hit.polarity}),
          flag(hit.url),
          text(notes.coder)};
}

std::vector<NamedCode> named_codes(const ExportContext& context) {
  std::vector<NamedCode> codes;
  std::set<std::string_view> seen;
  for (const Codebook* book : context.books)
    for (const Code& code : book->codes)
      if (!code.borrowed && seen.insert(code.id).second) codes.push_back({code.id, code.label});
  for (const auto& [book, code] : context.others)
    if (seen.insert(code).second) codes.push_back({code, code});
  return codes;
}

}  // namespace topos
