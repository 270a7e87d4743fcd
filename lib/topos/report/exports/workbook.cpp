// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/workbook.hpp"

#include <xlsxwriter.h>

#include <limits>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/base/number.hpp"
#include "topos/base/shared_library.hpp"
#include "topos/base/temporary_path.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/compression.hpp"

namespace topos {
namespace {

// What rows are parted by until they are cells; no text of a cell has them.
constexpr char cell_end = '\x1F';
constexpr char row_end = '\x1E';
constexpr char is_text = 't';
constexpr char is_number = 'n';

/// The functions of libxlsxwriter that are used.
struct WorkbookLibrary {
  decltype(&::workbook_new_opt) begin = nullptr;
  decltype(&::workbook_set_properties) set_properties = nullptr;
  decltype(&::workbook_add_format) add_format = nullptr;
  decltype(&::format_set_bold) set_bold = nullptr;
  decltype(&::workbook_add_worksheet) add_sheet = nullptr;
  decltype(&::worksheet_freeze_panes) freeze = nullptr;
  decltype(&::worksheet_write_string) write_text = nullptr;
  decltype(&::worksheet_write_number) write_number = nullptr;
  decltype(&::workbook_close) close = nullptr;
  decltype(&::lxw_workbook_free) free = nullptr;
  decltype(&::lxw_strerror) message = nullptr;
};

WorkbookLibrary load() {
  const SharedLibrary library("libxlsxwriter", {TOPOS_XLSX_LIBRARY}, "install it (Debian: libxlsxwriter4)");
  WorkbookLibrary functions;
  library.find("workbook_new_opt", functions.begin);
  library.find("workbook_set_properties", functions.set_properties);
  library.find("workbook_add_format", functions.add_format);
  library.find("format_set_bold", functions.set_bold);
  library.find("workbook_add_worksheet", functions.add_sheet);
  library.find("worksheet_freeze_panes", functions.freeze);
  library.find("worksheet_write_string", functions.write_text);
  library.find("worksheet_write_number", functions.write_number);
  library.find("workbook_close", functions.close);
  library.find("lxw_workbook_free", functions.free);
  library.find("lxw_strerror", functions.message);
  return functions;
}

const WorkbookLibrary& workbook_library() {
  static const WorkbookLibrary library = load();
  return library;
}

/// libxlsxwriter goes on, and falls, where it gets no memory. More than it takes is asked for beforehand, which may
/// fail as it should, and lies ready in the heap then: what is returned keeps it from going back to the system.
std::unique_ptr<char[]> ready_heap() {
  constexpr std::size_t piece = std::size_t{64} << 10;  // small enough to come from the heap itself
  constexpr std::size_t pieces = 160;
  std::vector<std::unique_ptr<char[]>> all;
  for (std::size_t i = 0; i < pieces; ++i) all.push_back(std::make_unique<char[]>(piece));
  return std::move(all.back());
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Whether "_x0041_" stands there, which programs would read as the character of that number.
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' && is_hex(text[2]) && is_hex(text[3]) &&
         is_hex(text[4]) && is_hex(text[5]);
}

/// What stands in a cell for the character at the beginning of `text`, which takes `size` bytes.
std::string_view in_cell(std::string_view text, CodePoint c) {
  constexpr std::string_view unknown = "\xEF\xBF\xBD";
  if (c.value == '\r') return text.substr(1).starts_with('\n') ? "" : "\n";
  if (c.value < 0x20 && c.value != '\t' && c.value != '\n') return unknown;
  if (c.value == 0xFFFE || c.value == 0xFFFF) return unknown;
  if (c.value == '_' && is_escape(text)) return "_x005F_";
  return text.substr(0, c.size);
}

/// Whether `text` did not fit.
bool append_text(std::string& out, std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::string_view shown = in_cell(text.substr(at), c);
    units += c.value > 0xFFFF ? 2 : c.value == '_' ? shown.size() : shown.empty() ? 0 : 1;
    if (units > longest_cell) return true;
    out += shown;
    at += c.size;
  }
  return false;
}

/// What a sheet holds: as it was written, or as it is found in the file.
struct SheetSums {
  std::uint64_t cells = 0;
  std::uint64_t text = 0;  ///< bytes
};

/// Sums up the XML of a sheet as it comes.
class SheetReader {
 public:
  void take(std::string_view piece) {
    for (const char c : piece) {
      if (in_tag_)
        tag(c);
      else if (c == '<')
        in_tag_ = true, tag_.clear();
      else if (in_text_ && (!in_entity_ || c == ';'))
        ++sums_.text, in_entity_ = c == '&';
      if (in_entity_ && c == ';') in_entity_ = false;
    }
  }
  [[nodiscard]] const SheetSums& sums() const { return sums_; }

 private:
  void tag(char c) {
    if (c != '>') {
      if (tag_.size() < 2) tag_ += c;
      return;
    }
    in_tag_ = in_entity_ = false;
    in_text_ = tag_ == "t" || tag_ == "t ";
    if (tag_ == "c" || tag_ == "c ") ++sums_.cells;
  }

  SheetSums sums_;
  std::string tag_;  ///< its first two characters
  bool in_tag_ = false;
  bool in_text_ = false;
  bool in_entity_ = false;
};

}  // namespace

void append_sheet_row(std::string& out, const std::vector<Cell>& cells, std::size_t& cut) {
  for (const Cell& cell : cells) {
    std::string number;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) number = std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&cell)) number = number_text(*real);
    if (!number.empty()) out += is_number + number;
    if (const auto* text = std::get_if<std::string>(&cell)) {
      out += is_text;
      if (append_text(out, *text)) ++cut;
    }
    out += cell_end;
  }
  out += row_end;
}

struct Workbook::Impl {
  Impl(const std::string& folder, std::uint32_t most) : file(folder), temporary(folder), rows(most) {
    // Each row waits in a file as soon as the next one begins.
    lxw_workbook_options options{LXW_TRUE, temporary.data(), LXW_FALSE};
    handle = library.begin(file.path().c_str(), &options);
    if (handle == nullptr) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_doc_properties properties{};
    properties.created = 315'532'800;  // 1980-01-01, as the files in the archive: the clock is no part of a result
    check(library.set_properties(handle, &properties));
    bold = library.add_format(handle);
    if (bold == nullptr) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
    library.set_bold(bold);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (handle != nullptr) library.free(handle);
  }

  [[noreturn]] void fail(lxw_error error) const {
    throw Error(Errc::io, std::string("the workbook cannot be written: ") + library.message(error), {},
                "let TMPDIR name a folder with room");
  }
  void check(lxw_error error) const {
    if (error != LXW_NO_ERROR) fail(error);
  }

  void add_sheet(const std::string& called) {
    sheet = library.add_sheet(handle, called.c_str());
    if (sheet == nullptr) fail(LXW_ERROR_MEMORY_MALLOC_FAILED);
    library.freeze(sheet, 1, 0);
    sums.emplace_back();
    row = 0;
  }

  void add_cell(lxw_col_t column, const std::string& cell, lxw_format* format) {
    if (cell.size() < 2) return;  // no text is no cell
    if (cell[0] == is_number) {
      check(library.write_number(sheet, row, column, parse_number(cell.substr(1)).value_or(0), format));
    } else {
      check(library.write_text(sheet, row, column, cell.c_str() + 1, format));
      sums.back().text += cell.size() - 1;
    }
    ++sums.back().cells;
  }

  void add_row(std::string_view cells) {
    lxw_format* const format = row == 0 ? bold : nullptr;
    for (lxw_col_t column = 0; !cells.empty(); ++column) {
      const std::size_t end = cells.find(cell_end);
      add_cell(column, std::string(cells.substr(0, end)), format);
      cells.remove_prefix(end + 1);
    }
    ++row;
  }

  void take_row(const std::string& cells) {
    if (row == 0 && parts == 1) names = cells;
    if (row == rows) {
      add_sheet(name + ' ' + std::to_string(++parts));
      add_row(names);
    }
    add_row(cells);
  }

  /// libxlsxwriter does not ask whether its temporary files could be written: a full disk would lose cells in silence.
  void check_sheets() {
    ExpandLimits limits;
    limits.total = limits.ratio = std::numeric_limits<std::uint64_t>::max();
    limits.entries = std::numeric_limits<std::size_t>::max();
    std::size_t whole = 0;
    ArchiveEntries entries(file_bytes(file.path()), file.path(), limits);
    while (const auto entry = entries.next()) {
      constexpr std::string_view before = "xl/worksheets/sheet";
      if (!entry->starts_with(before)) continue;
      const auto number =
          parse_integer(std::string_view(*entry).substr(before.size(), entry->size() - before.size() - 4));
      SheetReader reader;
      entries.read([&](std::string_view piece) { reader.take(piece); });
      const SheetSums& written = sums.at(static_cast<std::size_t>(number.value_or(0)) - 1);
      if (reader.sums().cells == written.cells && reader.sums().text >= written.text) ++whole;
    }
    if (whole != sums.size()) fail(LXW_ERROR_CREATING_TMPFILE);
  }

  const WorkbookLibrary& library = workbook_library();
  std::unique_ptr<char[]> heap = ready_heap();
  TemporaryPath file;
  std::string temporary;
  std::uint32_t rows;
  lxw_workbook* handle = nullptr;
  lxw_format* bold = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::string name;   ///< of the sheet, without the number of a further one
  std::string names;  ///< of its columns
  std::uint32_t parts = 0;
  std::uint32_t row = 0;
  std::vector<SheetSums> sums;
  std::string rest;
};

Workbook::Workbook(const std::string& folder, std::uint32_t rows) : impl_(std::make_unique<Impl>(folder, rows)) {}
Workbook::~Workbook() = default;

void Workbook::begin(const std::string& name) {
  impl_->name = name;
  impl_->parts = 1;
  impl_->add_sheet(name);
}

void Workbook::run(std::string_view rows) {
  for (std::size_t end = rows.find(row_end); end != std::string_view::npos; end = rows.find(row_end)) {
    impl_->rest += rows.substr(0, end);
    impl_->take_row(impl_->rest);
    impl_->rest.clear();
    rows.remove_prefix(end + 1);
  }
  impl_->rest += rows;
}

void Workbook::copy(const std::function<void(std::string_view)>& take) {
  // It is freed whatever comes of this.
  lxw_workbook* const ended = std::exchange(impl_->handle, nullptr);
  impl_->check(impl_->library.close(ended));
  impl_->check_sheets();
  InputStream file(impl_->file.path());
  std::string buffer(std::size_t{1} << 20, '\0');
  while (const std::size_t size = file.read(buffer.data(), buffer.size())) take(std::string_view(buffer.data(), size));
}

}  // namespace topos
