// SPDX-License-Identifier: Apache-2.0
#include "coding/sheet_draw.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "comma_list.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"
#include "topos/base/number.hpp"
#include "topos/matching/selection.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t longest_cell = 30000;  // spreadsheets cut cells at 32767 characters

std::vector<std::string> all_of(const std::vector<std::string>& lists) {
  std::vector<std::string> all;
  for (const std::string& list : lists)
    for (std::string& one : comma_list(list)) all.push_back(std::move(one));
  return all;
}

/// Text for one cell: each run of white space is a space, and what a spreadsheet would take for a formula is text.
std::string cell_text(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space && blank && !out.empty()) out += ' ';
    if (!space) out += c;
    blank = space;
  }
  if (out.size() > longest_cell) {
    std::size_t end = longest_cell;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out.resize(end);
    out += "…";
  }
  if (!out.empty() && std::string_view("=+-@").find(out.front()) != std::string_view::npos) out.insert(0, 1, '\'');
  return out;
}

bool by_draw(const SheetUnit& a, const SheetUnit& b) { return std::tie(a.draw, a.id) < std::tie(b.draw, b.id); }

/// `n` shared out by weights, one to each first, no share above its limit; what limits leave goes to the others.
std::vector<std::uint64_t> shared_out(std::uint64_t n, const std::vector<double>& weights,
                                      const std::vector<std::uint64_t>& limits) {
  std::vector<std::uint64_t> shares(weights.size());
  for (std::uint64_t given = 0; given < n; ++given) {
    std::size_t best = weights.size();
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const auto need = [&](std::size_t at) { return static_cast<double>(shares[at]) / weights[at]; };
      if (shares[i] < limits[i] && weights[i] > 0 && (best == weights.size() || need(i) < need(best))) best = i;
    }
    if (best == weights.size()) break;
    ++shares[best];
  }
  return shares;
}

}  // namespace

void SheetChoices::declare(Options& options) {
  options.section("Sample");
  options.number("-n,--number", number, 1, 100'000, "Units to draw; default: 100");
  options.choice("--unit", unit, {"sentence", "paragraph", "document", "hit"}, "What is to be coded");
  options.list("--stratify", stratify, "FIELD[,FIELD]", "Draw as many for each value of metadata fields, or of code");
  options.list("--oversample", oversample, "CODE=K[,CODE=K]", "Units with hits of CODE have K times the chance");
  options.number("--context", context, 0, 100, "Sentences or paragraphs before and after; default: 1");
  options.list("--coders", coders, "NAME[,NAME]", "Who is to code");
  options.real("--overlap", overlap, 0, 1, "Share of the units that all coders get; default: 1");
  options.number("--seed", seed, 0, 9'007'199'254'740'991, "What the draw starts from; default: 1");
  options.text("--key", key, "FILE", "Where ids lead back to texts; else the output's name with .key.tsv");
}

std::vector<std::string> SheetChoices::coder_names() const {
  const std::vector<std::string> names = all_of(coders);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].empty() || std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
                                names.begin() + static_cast<std::ptrdiff_t>(i))
      throw Error(Errc::usage, "--coders names nobody, or one coder twice");
  return names;
}

SheetCandidates::SheetCandidates(const Query& query, const SheetChoices& choices)
    : choices_(choices), fields_(all_of(choices.stratify)), run_(query) {
  for (const std::string& field : fields_)
    if (field.empty() || (field != "code" && field_kind(field) != FieldKind::document))
      throw Error(Errc::usage, "--stratify takes metadata fields and code, not '" + printable(field) + "'");
  for (const std::string& one : all_of(choices.oversample)) {
    const std::size_t sign = one.rfind('=');
    const auto factor = sign == std::string::npos ? std::nullopt : parse_number(one.substr(sign + 1));
    if (!factor || !(*factor >= 1 && *factor <= 1000))
      throw Error(Errc::usage, "--oversample takes a code and a number from 1 to 1000, as in 'frame.x=3', not '" +
                                   printable(one) + "'");
    factors_.emplace_back(one.substr(0, sign), *factor);
  }
}

void SheetCandidates::finish(SheetUnit& unit, const AnnotatedDocument& annotated) const {
  unit.document = annotated.document.id;
  std::sort(unit.codes.begin(), unit.codes.end());
  unit.codes.erase(std::unique(unit.codes.begin(), unit.codes.end()), unit.codes.end());
  unit.draw = hash64(unit.id, static_cast<std::uint64_t>(choices_.seed));
  for (const auto& [code, factor] : factors_)
    if (std::any_of(unit.codes.begin(), unit.codes.end(),
                    [&code = code](const std::string& own) { return is_or_below(own, code); }))
      unit.factor = std::max(unit.factor, factor);
  for (const std::string& field : fields_) {
    if (field == "code") {
      unit.values.push_back(unit.codes.empty() ? std::string() : unit.codes.front());
      continue;
    }
    const auto value = document_field(annotated.document, field);
    unit.values.emplace_back(value.value_or(std::string_view()));
  }
}

std::vector<SheetUnit> SheetCandidates::hits(const AnnotatedDocument& annotated, const Segmentation& segmentation,
                                             const QueryResult& found) const {
  const std::string_view text = annotated.document.text;
  const auto& sentences = segmentation.sentences;
  const auto around = static_cast<std::size_t>(choices_.context);
  std::vector<SheetUnit> units;
  for (const QueryHit& hit : found.hits) {
    SheetUnit& unit = units.emplace_back();
    unit.id = hit_id(annotated, *hit.hit);
    for (const Hit* other : found.others_of(hit)) unit.id += ' ' + hit_id(annotated, *other);
    unit.place = {hit.span, hit.hit->sentence};
    unit.codes = {std::string(found.row_of(hit).code)};
    const std::size_t own = std::min<std::size_t>(hit.hit->sentence, sentences.size());
    const std::size_t first = own > around ? own - 1 - around : 0;
    const std::size_t last = std::min(sentences.size(), own + around);
    const std::uint32_t begin = own == 0 ? hit.span.begin : std::min(hit.span.begin, sentences[first].span.begin);
    const std::uint32_t end = own == 0 ? hit.span.end : std::max(hit.span.end, sentences[last - 1].span.end);
    unit.before = cell_text(text.substr(begin, hit.span.begin - begin));
    unit.text = cell_text(hit.span.in(text));
    unit.after = cell_text(text.substr(hit.span.end, end - hit.span.end));
    finish(unit, annotated);
  }
  return units;
}

std::vector<SheetUnit> SheetCandidates::of(const AnnotatedDocument& annotated, const Segmentation& segmentation) {
  const QueryResult& found = run_.run(annotated);
  if (choices_.of_hits()) return hits(annotated, segmentation, found);
  const UnitKind kind = unit_kind(choices_.unit);
  std::map<std::uint32_t, std::vector<std::string>> codes;
  for (const QueryHit& hit : found.hits) codes[unit_of(*hit.hit, kind)].emplace_back(found.row_of(hit).code);
  const std::vector<TextUnit> places = units_of(annotated, run_.query().parts(annotated), segmentation, kind);
  const auto around = static_cast<std::size_t>(choices_.context);
  const std::string_view text = annotated.document.text;
  std::vector<SheetUnit> units;
  for (std::size_t i = 0; i < places.size(); ++i) {
    SheetUnit& unit = units.emplace_back();
    unit.place = places[i];
    unit.id = blind_unit_id(annotated.document.id, kind, places[i]);
    if (const auto own = codes.find(places[i].number); own != codes.end()) unit.codes = own->second;
    for (std::size_t at = i - std::min(i, around); at < i; ++at)
      unit.before.append(places[at].span.in(text)).append(1, ' ');
    for (std::size_t at = i + 1; at < std::min(places.size(), i + 1 + around); ++at)
      unit.after.append(places[at].span.in(text)).append(1, ' ');
    unit.before = cell_text(unit.before);
    unit.text = cell_text(places[i].span.in(text));
    unit.after = cell_text(unit.after);
    finish(unit, annotated);
  }
  return units;
}

void SheetDraw::add(std::vector<SheetUnit> units) {
  for (SheetUnit& unit : units) {
    Stratum& stratum = strata_[unit.values][unit.factor];
    ++stratum.size;
    stratum.units.push_back(std::move(unit));
    std::push_heap(stratum.units.begin(), stratum.units.end(), by_draw);
    if (stratum.units.size() <= static_cast<std::size_t>(choices_.number)) continue;
    std::pop_heap(stratum.units.begin(), stratum.units.end(), by_draw);
    stratum.units.pop_back();
  }
}

std::uint64_t SheetDraw::candidates() const {
  std::uint64_t all = 0;
  for (const auto& [values, part] : strata_)
    for (const auto& [factor, stratum] : part) all += stratum.size;
  return all;
}

std::vector<SheetUnit> SheetDraw::drawn() {
  if (strata_.size() > static_cast<std::size_t>(choices_.number))
    throw Error(Errc::usage,
                "--stratify gives " + std::to_string(strata_.size()) + " strata, more than units are to be drawn", {},
                "raise -n");
  std::vector<std::uint64_t> limits;
  for (const auto& [values, part] : strata_) {
    std::uint64_t size = 0;
    for (const auto& [factor, stratum] : part) size += stratum.size;
    limits.push_back(size);
  }
  const std::vector<std::uint64_t> shares =
      shared_out(static_cast<std::uint64_t>(choices_.number), std::vector<double>(limits.size(), 1), limits);
  std::vector<SheetUnit> all;
  std::size_t number = 0;
  for (auto& [values, part] : strata_) {
    std::vector<double> weights;
    std::vector<std::uint64_t> sizes;
    for (const auto& [factor, stratum] : part) {
      weights.push_back(factor * static_cast<double>(stratum.size));
      sizes.push_back(stratum.size);
    }
    const std::vector<std::uint64_t> own = shared_out(shares[number++], weights, sizes);
    std::size_t at = 0;
    for (auto& [factor, stratum] : part) {
      const std::uint64_t taken = own[at++];
      std::sort_heap(stratum.units.begin(), stratum.units.end(), by_draw);
      for (std::uint64_t i = 0; i < taken; ++i) {
        stratum.units[i].weight = static_cast<double>(stratum.size) / static_cast<double>(taken);
        all.push_back(std::move(stratum.units[i]));
      }
    }
  }
  // Small draws of great strata would come first: the order is drawn anew.
  for (SheetUnit& unit : all) unit.draw = hash64(unit.id + " order", static_cast<std::uint64_t>(choices_.seed));
  std::sort(all.begin(), all.end(), by_draw);
  return all;
}

}  // namespace topos::cli
