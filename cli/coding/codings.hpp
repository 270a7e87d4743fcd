// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/statistics/agreement.hpp"

namespace topos::cli {

/// Names numbered in the order in which they came.
class NameList {
 public:
  std::uint32_t add(std::string_view name);
  /// The number, or `none`.
  [[nodiscard]] std::uint32_t find(std::string_view name) const;
  [[nodiscard]] const std::string& operator[](std::size_t number) const { return *names_[number]; }
  [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }
  static constexpr std::uint32_t none = ~std::uint32_t{0};

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<const std::string*> names_;
};

/// What people coded: values of units, or spans of documents, with what each of them has seen.
///
/// Four kinds of table, told apart by their columns:
/// `unit_id coder code value`, a row for each value; any row says that the coder saw the unit, and one with an empty
/// value that he left the code open; `unit_id coder seen CODE …`, a row for each unit and coder, a column for each
/// code, as `topos sheet` writes it; `document begin end coder code`, a row for each span; a row with an empty code
/// says that the coder saw the document; `id code keep code_new coder`, the hits that `kwic --sheet` writes.
class Codings {
 public:
  enum class Kind : std::uint8_t { units, spans, hits };
  struct Place {
    std::uint32_t unit;
    std::uint32_t coder;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct Span {
    std::uint32_t document;
    std::uint32_t coder;
    std::uint32_t code;
    ByteSpan span;
  };

  /// Reads tables of one kind. Errors: those of reading a file; Errc::table with the line, for a table that is of no
  /// kind or of another one than those before, a cell that cannot be understood, or two values of one coder for one
  /// thing.
  explicit Codings(const std::vector<std::string>& paths);

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  /// SHA-256 over the tables.
  [[nodiscard]] const std::string& checksum() const noexcept { return checksum_; }
  /// What the tables say that their units are; empty if they do not.
  [[nodiscard]] const std::string& unit_name() const noexcept { return unit_name_; }
  [[nodiscard]] const NameList& coders() const noexcept { return coders_; }
  [[nodiscard]] const NameList& codes() const noexcept { return codes_; }
  [[nodiscard]] const NameList& units() const noexcept { return units_; }
  /// Documents of spans, or those that a column `document` names.
  [[nodiscard]] const NameList& documents() const noexcept { return documents_; }
  /// The coded document that a text is: the one of its id, else the one of a name that export gives to its files; or
  /// NameList::none.
  [[nodiscard]] std::uint32_t document_called(std::string_view id) const;
  /// The document of a unit, or NameList::none.
  [[nodiscard]] std::uint32_t document_of(std::uint32_t unit) const;
  [[nodiscard]] std::span<const Span> spans_of(std::uint32_t document) const;
  [[nodiscard]] bool saw_document(std::uint32_t document, std::uint32_t coder) const {
    return seen_documents_.contains({document, coder});
  }
  /// Whether a coder saw this place of a document: all of it, or a stretch that holds the place.
  [[nodiscard]] bool saw(std::uint32_t document, std::uint32_t coder, ByteSpan place) const;
  /// Whether a coder saw parts of a document only.
  [[nodiscard]] bool saw_stretches(std::uint32_t document, std::uint32_t coder) const;

  /// Whether all values of a code are 0, 1, yes or no.
  [[nodiscard]] bool is_binary(std::uint32_t code) const;
  /// Whether some value of a code is no number: values are then numbered in byte order.
  [[nodiscard]] bool is_text(std::uint32_t code) const;
  /// What every coder gave to every unit; a binary code that a coder did not give to a unit he saw is 0.
  [[nodiscard]] Ratings ratings(std::uint32_t code) const;

  /// Makes units of a document of spans: a coder who saw it gave a code to a unit if a span of it shares something.
  void add_unit(std::string_view id, std::uint32_t document, ByteSpan span);

 private:
  class Reader;
  struct Value {
    std::string text;  ///< empty: left open
    std::size_t line;
  };

  Kind kind_ = Kind::units;
  std::string checksum_;
  std::string unit_name_;
  NameList coders_;
  NameList codes_;
  NameList units_;
  NameList documents_;
  std::vector<std::uint32_t> documents_of_units_;
  std::vector<std::map<Place, Value>> values_;  ///< by code
  std::set<Place> seen_units_;
  /// Stretches of documents of spans that a coder saw; none: all of it.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<ByteSpan>> seen_documents_;
  std::vector<Span> spans_;  ///< by document, coder, code and place
};

}  // namespace topos::cli
