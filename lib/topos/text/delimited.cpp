// SPDX-License-Identifier: Apache-2.0
#include "topos/text/delimited.hpp"

#include <algorithm>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {
namespace {

constexpr std::size_t block = 64 * 1024;
constexpr int end_of_input = -1;

std::size_t count_outside_quotes(std::string_view line, char wanted) {
  std::size_t count = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == wanted && !quoted) ++count;
  }
  return count;
}

/// Undoes the escapes of our TSV; a backslash before anything else is itself.
std::string unescaped(std::string_view cell) {
  std::string out;
  out.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char next = cell[i] == '\\' && i + 1 < cell.size() ? cell[i + 1] : '\0';
    if (next == 't' || next == 'n' || next == '\\') {
      out += next == 't' ? '\t' : next == 'n' ? '\n' : '\\';
      ++i;
    } else {
      out += cell[i];
    }
  }
  return out;
}

}  // namespace

Dialect dialect_of(std::string_view header, std::string_view name) {
  const bool tsv = lower_ascii(without_compression(name)).ends_with(".tsv");
  const std::size_t tabs = count_outside_quotes(header, '\t');
  const std::size_t semicolons = count_outside_quotes(header, ';');
  const std::size_t commas = count_outside_quotes(header, ',');
  // Tables exported with quoted names have quoted cells, whatever the delimiter.
  if (tsv || (tabs > commas && tabs > semicolons)) return {'\t', header.starts_with('"')};
  return {semicolons > commas ? ';' : ',', true};
}

DelimitedReader::DelimitedReader(std::unique_ptr<ByteSource> source, std::string path)
    : source_(std::make_unique<PeekedSource>(std::move(source), block)), path_(std::move(path)), buffer_(block, '\0') {
  std::string_view head = source_->head();
  if (head.starts_with("\xEF\xBB\xBF")) {
    head.remove_prefix(3);
    for (int i = 0; i < 3; ++i) get();
  }
  dialect_ = dialect_of(head.substr(0, head.find_first_of("\r\n")), path_);
  if (!read_cells(header_)) throw Error(Errc::table, "the table is empty: it has no header row", {path_});
  check_header();
}

void DelimitedReader::check_header() {
  for (std::size_t i = 0; i < header_.size(); ++i) {
    if (header_[i].empty())
      throw Error(Errc::table, "column " + std::to_string(i + 1) + " has no name in the header", {path_, row_line_},
                  "begin the table with a row of column names");
    if (std::find(header_.begin(), header_.begin() + static_cast<std::ptrdiff_t>(i), header_[i]) !=
        header_.begin() + static_cast<std::ptrdiff_t>(i))
      throw Error(Errc::table, "the header names the column \"" + printable(header_[i]) + "\" twice",
                  {path_, row_line_}, "give every column a name of its own");
  }
}

std::optional<std::size_t> DelimitedReader::column(std::string_view name) const noexcept {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::optional<std::vector<std::string>> DelimitedReader::next() {
  if (broken_) return std::nullopt;
  std::vector<std::string> cells;
  cells.reserve(header_.size());
  if (!read_cells(cells)) return std::nullopt;
  ++row_;
  const std::string which = "row " + std::to_string(row_);
  const Location where{path_, row_line_};
  if (broken_)
    throw Error(Errc::table, which + " has a quote that is never closed", where,
                "double the quotes inside a quoted cell, or close it");
  if (row_size_ > largest_document) throw Error(Errc::too_large, which + " holds 2 GiB or more", where);
  if (stray_)
    throw Error(Errc::table, which + " has text after a closing quote", where,
                "double the quotes inside a quoted cell");
  if (cells.size() != header_.size())
    throw Error(Errc::table,
                which + " has " + std::to_string(cells.size()) + (cells.size() == 1 ? " cell" : " cells") +
                    " where the header has " + std::to_string(header_.size()),
                where, dialect_.quoted ? "quote cells that hold the delimiter" : "write tabs inside cells as \\t");
  return cells;
}

int DelimitedReader::peek() {
  if (at_ == filled_) {
    at_ = 0;
    filled_ = source_->read(buffer_.data(), buffer_.size());
    if (filled_ == 0) return end_of_input;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

int DelimitedReader::get() {
  const int c = peek();
  if (c != end_of_input) ++at_;
  if (c == '\n') ++line_;
  return c;
}

void DelimitedReader::put(std::string& cell, char c) {
  if (++row_size_ <= largest_document) cell += c;
}

bool DelimitedReader::read_quoted(std::string& cell) {
  get();
  for (int c = get(); c != end_of_input; c = get()) {
    if (c != '"') {
      put(cell, static_cast<char>(c));
    } else if (peek() == '"') {
      put(cell, static_cast<char>(get()));
    } else {
      return true;
    }
  }
  return false;
}

bool DelimitedReader::read_cells(std::vector<std::string>& cells) {
  // Empty lines between rows are nobody's cells.
  while (peek() == '\n' || peek() == '\r') get();
  if (peek() == end_of_input) return false;
  row_line_ = line_;
  row_size_ = 0;
  stray_ = false;
  while (true) {
    std::string cell;
    bool closed = false;
    if (dialect_.quoted && peek() == '"') {
      closed = read_quoted(cell);
      broken_ = !closed;
    }
    int c = get();
    for (; c != end_of_input && c != '\n' && c != dialect_.delimiter; c = get()) {
      if (c == '\r' && peek() == '\n') continue;
      stray_ = stray_ || closed;
      put(cell, static_cast<char>(c));
    }
    cells.push_back(dialect_.quoted ? std::move(cell) : unescaped(cell));
    if (c != dialect_.delimiter) return true;
  }
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < 20; ++i) out += (i == 0 ? "" : ", ") + printable(names[i]);
  return names.size() > 20 ? out + " …" : out;
}

}  // namespace topos
