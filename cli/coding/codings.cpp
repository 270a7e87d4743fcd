// SPDX-License-Identifier: Apache-2.0
#include "coding/codings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>

#include "coding/foreign_codings.hpp"
#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"
#include "topos/base/io.hpp"
#include "topos/base/number.hpp"
#include "topos/report/exports/export_text.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/delimited.hpp"
#include "topos/text/input.hpp"
#include "topos/text/text_source.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t largest_table = std::size_t{1} << 30;
constexpr std::size_t most_coders = 100;
constexpr ByteSpan everything{0, std::numeric_limits<std::int32_t>::max()};

/// Columns of a sheet that are no codes.
constexpr std::array<std::string_view, 8> sheet_columns{"unit_id", "unit", "coder", "document",
                                                        "before",  "text", "after", "seen"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

/// "1" or "0" for what says yes or no, else the text.
std::string value_of(std::string_view cell) {
  const std::string text = lower(cell);
  if (text == "yes" || text == "y" || text == "true") return "1";
  if (text == "no" || text == "n" || text == "false") return "0";
  return std::string(cell);
}

std::optional<double> finite_number(std::string_view text) {
  const auto number = parse_number(text);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

/// The name of a file without folders and ending: whoever filled it in, if nothing else says so.
std::string file_name(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return std::string(path.substr(0, path.find('.')));
}

}  // namespace

std::uint32_t NameList::add(std::string_view name) {
  const auto [at, added] = numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
  if (added) names_.push_back(&at->first);
  return at->second;
}

std::uint32_t NameList::find(std::string_view name) const {
  const auto at = numbers_.find(std::string(name));
  return at == numbers_.end() ? none : at->second;
}

/// Reads one table.
class Codings::Reader {
 public:
  Reader(Codings& codings, const std::string& path, std::string bytes)
      : codings_(codings), path_(path), coder_(file_name(path)),
        table_(text_bytes(memory_bytes(std::move(bytes)), InputOptions(), path, {}), path) {}

  [[nodiscard]] Kind kind() const {
    if (has("unit_id")) return Kind::units;
    if (has("id") && has("keep") && has("code")) return Kind::hits;
    if (has("document") && has("begin") && has("end") && has("code")) return Kind::spans;
    throw Error(
        Errc::table, "no table of codings; its columns are: " + listed(table_.header()), {path_, 1},
        "give unit_id, coder, code and value; document, begin, end, coder and code; or a sheet that was filled in");
  }

  void read() {
    find_codes();
    while (const auto cells = table_.next()) {
      cells_ = &*cells;
      const Kind kind = codings_.kind_;
      if (kind == Kind::units) has("code") ? long_row() : sheet_row();
      if (kind == Kind::spans) span_row();
      if (kind == Kind::hits) hit_row();
    }
  }

 private:
  [[nodiscard]] bool has(std::string_view name) const { return table_.column(name).has_value(); }
  [[nodiscard]] std::string_view at(std::string_view name) const {
    const auto column = table_.column(name);
    return column ? trim((*cells_)[*column]) : std::string_view();
  }
  [[nodiscard]] Error wrong(const std::string& message, std::string hint = {}) const {
    return {Errc::table, message, {path_, table_.line()}, std::move(hint)};
  }

  void find_codes() {
    if (codings_.kind_ != Kind::units) return;
    if (has("code")) {
      if (!has("value"))
        throw Error(Errc::table, "no column value; the table has: " + listed(table_.header()), {path_, 1});
      return;
    }
    for (std::size_t i = 0; i < table_.header().size(); ++i)
      if (const std::string& name = table_.header()[i];
          name != "note" && std::find(sheet_columns.begin(), sheet_columns.end(), name) == sheet_columns.end())
        codes_.emplace_back(i, code(name));
  }

  [[nodiscard]] std::uint32_t code(std::string_view name) const {
    const std::uint32_t number = codings_.codes_.add(name);
    if (number == codings_.values_.size()) codings_.values_.emplace_back();
    return number;
  }

  [[nodiscard]] std::uint32_t coder() const {
    const std::string_view name = at("coder");
    const std::uint32_t number = codings_.coders_.add(name.empty() ? std::string_view(coder_) : name);
    if (number >= most_coders) throw wrong("there are more than 100 coders");
    return number;
  }

  std::uint32_t unit(std::string_view id) {
    if (id.empty()) throw wrong("the row names no unit");
    const std::uint32_t number = codings_.units_.add(id);
    std::vector<std::uint32_t>& documents = codings_.documents_of_units_;
    if (number == documents.size()) documents.push_back(NameList::none);
    if (const std::string_view document = at("document"); !document.empty())
      documents[number] = codings_.documents_.add(document);
    const std::string_view name = at("unit");
    if (name.empty()) return number;
    if (!codings_.unit_name_.empty() && codings_.unit_name_ != name)
      throw wrong("units are '" + printable(name) + "' here and '" + printable(codings_.unit_name_) + "' before",
                  "validate units of one kind at a time");
    codings_.unit_name_ = name;
    return number;
  }

  void give(std::uint32_t code, Place place, std::string_view cell) {
    const Value value{value_of(cell), table_.line()};
    const auto [known, added] = codings_.values_[code].try_emplace(place, value);
    if (added || value.text.empty()) return;
    if (known->second.text.empty()) known->second = value;
    if (known->second.text != value.text)
      throw wrong(printable(codings_.coders_[place.coder]) + " gave '" + printable(codings_.codes_[code]) +
                      "' two values for one unit, the first in line " + std::to_string(known->second.line),
                  "keep one row");
  }

  void long_row() {
    const Place place{unit(at("unit_id")), coder()};
    codings_.seen_units_.insert(place);
    if (!at("code").empty()) give(code(at("code")), place, at("value"));
  }

  void sheet_row() {
    const Place place{unit(at("unit_id")), coder()};
    const std::string seen = value_of(at("seen"));
    if (!seen.empty() && seen != "0" && seen != "1")
      throw wrong("seen is '" + printable(at("seen")) + "'", "write yes where the unit was read, or leave it empty");
    if (seen == "1") codings_.seen_units_.insert(place);
    for (const auto& [column, number] : codes_)
      if (const std::string_view cell = trim((*cells_)[column]); !cell.empty()) give(number, place, cell);
  }

  [[nodiscard]] std::uint32_t offset(std::string_view name) const {
    const auto value = parse_integer(at(name));
    if (!value || *value < 0 || *value > std::numeric_limits<std::int32_t>::max())
      throw wrong(std::string(name) + " is '" + printable(at(name)) + "', not a number of bytes");
    return static_cast<std::uint32_t>(*value);
  }

  void span_row() {
    if (at("document").empty()) throw wrong("the row names no document");
    const std::uint32_t document = codings_.documents_.add(at("document"));
    const std::uint32_t who = coder();
    std::vector<ByteSpan>& seen = codings_.seen_documents_[{document, who}];
    const bool placed = !at("begin").empty() || !at("end").empty();
    if (at("code").empty() && !placed) seen.push_back(everything);
    if (at("code").empty() && !placed) return;
    const ByteSpan span{offset("begin"), offset("end")};
    if (span.begin >= span.end) throw wrong("the span ends before it begins");
    if (at("code").empty()) {
      seen.push_back(span);
      return;
    }
    codings_.spans_.push_back({document, who, code(at("code")), span});
  }

  void hit_row() {
    const std::string keep = value_of(at("keep"));
    const std::string_view other = at("code_new");
    if (!keep.empty() && keep != "0" && keep != "1")
      throw wrong("keep is '" + printable(at("keep")) + "'", "write yes or no, or leave it empty");
    if (at("code").empty()) throw wrong("the row names no code");
    const std::uint32_t number = code(at("code"));
    if (keep.empty() && other.empty()) return;
    give(number, {unit(at("id")), coder()}, other.empty() || other == at("code") ? (keep.empty() ? "1" : keep) : "0");
  }

  Codings& codings_;
  const std::string& path_;
  std::string coder_;
  DelimitedReader table_;
  const std::vector<std::string>* cells_ = nullptr;
  std::vector<std::pair<std::size_t, std::uint32_t>> codes_;  ///< columns of a sheet
};

Codings::Codings(const std::vector<std::string>& paths) {
  std::string all;
  bool first = true;
  for (const std::string& path : paths) {
    std::string bytes = InputStream(path).read_all(largest_table);
    all += sha256(bytes);
    Reader reader(*this, path, codings_table(path, std::move(bytes)));
    if (const Kind kind = reader.kind(); first || kind == kind_)
      kind_ = kind;
    else
      throw Error(Errc::table, "the table is of another kind than the one before", {path, 1},
                  "validate units, spans and hits one after the other");
    first = false;
    reader.read();
  }
  checksum_ = sha256(all);
  std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
    return std::tie(a.document, a.coder, a.code, a.span.begin, a.span.end) <
           std::tie(b.document, b.coder, b.code, b.span.begin, b.span.end);
  });
}

std::uint32_t Codings::document_called(std::string_view id) const {
  if (const std::uint32_t same = documents_.find(id); same != NameList::none || kind_ != Kind::spans) return same;
  const std::string name = exported_name(id);
  const std::uint32_t text = documents_.find(name + ".txt");
  return text != NameList::none ? text : documents_.find(name);
}

std::uint32_t Codings::document_of(std::uint32_t unit) const {
  return unit < documents_of_units_.size() ? documents_of_units_[unit] : NameList::none;
}

bool Codings::is_binary(std::uint32_t code) const {
  return std::all_of(values_[code].begin(), values_[code].end(), [](const auto& one) {
    const std::string& text = one.second.text;
    return text.empty() || text == "0" || text == "1";
  });
}

bool Codings::is_text(std::uint32_t code) const {
  return std::any_of(values_[code].begin(), values_[code].end(),
                     [](const auto& one) { return !one.second.text.empty() && !finite_number(one.second.text); });
}

Ratings Codings::ratings(std::uint32_t code) const {
  Ratings ratings(coders_.size(), units_.size());
  if (kind_ != Kind::hits && is_binary(code))
    for (const Place& place : seen_units_) ratings.at(place.coder, place.unit) = 0;
  std::map<std::string_view, double> words;
  if (is_text(code)) {
    for (const auto& [place, value] : values_[code])
      if (!value.text.empty()) words.emplace(value.text, 0);
    double number = 0;
    for (auto& [word, its] : words) its = number++;
  }
  for (const auto& [place, value] : values_[code])
    ratings.at(place.coder, place.unit) = value.text.empty() ? undefined
                                          : words.empty()    ? *finite_number(value.text)
                                                             : words.at(value.text);
  return ratings;
}

std::span<const Codings::Span> Codings::spans_of(std::uint32_t document) const {
  const auto [first, last] = std::equal_range(spans_.begin(), spans_.end(), Span{document, 0, 0, {}},
                                              [](const Span& a, const Span& b) { return a.document < b.document; });
  return {first, last};
}

bool Codings::saw(std::uint32_t document, std::uint32_t coder, ByteSpan place) const {
  const auto own = seen_documents_.find({document, coder});
  if (own == seen_documents_.end()) return false;
  return own->second.empty() ||
         std::any_of(own->second.begin(), own->second.end(), [&](ByteSpan stretch) { return stretch.contains(place); });
}

bool Codings::saw_stretches(std::uint32_t document, std::uint32_t coder) const {
  return saw_document(document, coder) && !saw(document, coder, everything);
}

void Codings::add_unit(std::string_view id, std::uint32_t document, ByteSpan span) {
  const std::uint32_t unit = units_.add(id);
  if (unit == documents_of_units_.size()) documents_of_units_.push_back(document);
  for (std::uint32_t coder = 0; coder < coders_.size(); ++coder)
    if (saw(document, coder, span)) seen_units_.insert({unit, coder});
  for (const Span& one : spans_of(document))
    if (one.span.begin < span.end && span.begin < one.span.end)
      values_[one.code].try_emplace({unit, one.coder}, Value{"1", 0});
}

}  // namespace topos::cli
