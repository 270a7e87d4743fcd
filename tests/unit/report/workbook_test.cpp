// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/workbook.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"
#include "topos/text/compression.hpp"

using namespace topos;

namespace {

using Sheet = std::map<std::string, std::string>;  // cells by their place, as "B2"

class SheetHandler final : public XmlHandler {
 public:
  Sheet cells;
  std::map<std::string, std::string> kinds;

 private:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    CHECK(name != "f");
    if (name == "c") at_ = attributes.value("r"), kinds[at_] = attributes.value("t");
    inside_ = name == "t" || name == "v";
  }
  void end(std::string_view) override { inside_ = false; }
  void text(std::string_view piece) override {
    if (inside_) cells[at_] += piece;
  }
  std::string at_;
  bool inside_ = false;
};

std::map<std::string, std::string> unpacked(const std::string& bytes) {
  std::map<std::string, std::string> files;
  ArchiveEntries entries(memory_bytes(bytes), "x.xlsx", {});
  while (const auto name = entries.next()) files[*name] = entries.read();
  return files;
}

std::string bytes_of(Workbook& workbook) {
  std::string bytes;
  workbook.copy([&](std::string_view piece) { bytes += piece; });
  return bytes;
}

/// A workbook of one sheet with these rows, in pieces of a few bytes.
std::string bytes_of(const std::vector<std::vector<Cell>>& rows, std::size_t& cut, std::uint32_t most = 100) {
  Workbook workbook(std::filesystem::temp_directory_path().string(), most);
  workbook.begin("hits");
  std::string all;
  for (const auto& row : rows) append_sheet_row(all, row, cut);
  for (std::size_t at = 0; at < all.size(); at += 7) workbook.run(std::string_view(all).substr(at, 7));
  return bytes_of(workbook);
}

SheetHandler read(const std::string& xml) {
  SheetHandler handler;
  parse_xml(xml, "sheet.xml", handler);
  return handler;
}

}  // namespace

TEST_CASE("texts of a workbook are texts, whatever they look like, and numbers are numbers") {
  std::size_t cut = 0;
  const std::vector<std::string> texts{"=1+1",          "+1",  "@SUM(A1)", "http://a.b/c", " lead and trail ",
                                       "a<b>&\"'&amp;", "12",  "é中😀",     "a\tb\nc",      "mailto:a@b.c",
                                       "TRUE",          "{=1}"};
  std::vector<std::vector<Cell>> rows{{std::string("text"), std::string("number")}};
  for (const std::string& text : texts) rows.push_back({text, std::int64_t{-7}});
  rows.push_back({Cell(), 0.1});
  rows.push_back({std::string(), std::int64_t{9'007'199'254'740'991}});
  rows.push_back({std::numeric_limits<double>::quiet_NaN(), 1e300});
  const auto files = unpacked(bytes_of(rows, cut));
  const SheetHandler sheet = read(files.at("xl/worksheets/sheet1.xml"));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string row = std::to_string(i + 2);
    CHECK(sheet.cells.at("A" + row) == texts[i]);
    CHECK(sheet.kinds.at("A" + row) == "inlineStr");
    CHECK(sheet.cells.at("B" + row) == "-7");
    CHECK(sheet.kinds.at("B" + row).empty());
  }
  CHECK(sheet.cells.at("B14") == "0.1");
  CHECK(sheet.cells.at("B15") == "9007199254740991");
  CHECK(sheet.cells.at("B16") == "1E+300");
  CHECK_FALSE(sheet.kinds.contains("A14"));
  CHECK_FALSE(sheet.kinds.contains("A15"));
  CHECK_FALSE(sheet.kinds.contains("A16"));
  CHECK_FALSE(files.contains("xl/worksheets/_rels/sheet1.xml.rels"));  // where addresses would be
  CHECK(cut == 0);
}

TEST_CASE("what a cell cannot hold is replaced, and what would be read as a character's number is told from it") {
  std::size_t cut = 0;
  const auto files = unpacked(bytes_of({{std::string("x")},
                                        {std::string("a\0b\x01\x1E\x1F", 6)},
                                        {std::string("a\r\nb\rc")},
                                        {std::string("\xEF\xBF\xBE\xEF\xBF\xBF")},
                                        {std::string("_x0041_ _x41_ _X0041_ _x00g1_")}},
                                       cut));
  const SheetHandler sheet = read(files.at("xl/worksheets/sheet1.xml"));
  const std::string unknown = "\xEF\xBF\xBD";
  CHECK(sheet.cells.at("A2") == "a" + unknown + "b" + unknown + unknown + unknown);
  CHECK(sheet.cells.at("A3") == "a\nb\nc");
  CHECK(sheet.cells.at("A4") == unknown + unknown);
  CHECK(sheet.cells.at("A5") == "_x005F_x0041_ _x41_ _X0041_ _x00g1_");
}

TEST_CASE("texts longer than a cell are cut between characters and counted") {
  std::size_t cut = 0;
  std::string pairs;
  for (int i = 0; i < 16'384; ++i) pairs += "😀";
  std::string wide;
  for (int i = 0; i < 32'767; ++i) wide += "中";
  const auto files =
      unpacked(bytes_of({{std::string("x")}, {pairs}, {wide}, {wide + "x"}, {std::string(32'768, 'a')}}, cut));
  const SheetHandler sheet = read(files.at("xl/worksheets/sheet1.xml"));
  CHECK(sheet.cells.at("A2").size() == std::size_t{16'383} * 4);
  CHECK(sheet.cells.at("A3") == wide);
  CHECK(sheet.cells.at("A4") == wide);
  CHECK(sheet.cells.at("A5") == std::string(32'767, 'a'));
  CHECK(cut == 3);
}

TEST_CASE("rows beyond those of a sheet go into further ones, which name the columns again") {
  Workbook workbook(std::filesystem::temp_directory_path().string(), 3);
  std::size_t cut = 0;
  for (const char* name : {"hits", "documents"}) {
    workbook.begin(name);
    std::string rows;
    for (const char* row : {"head", "1", "2", "3", "4", "5"}) append_sheet_row(rows, {std::string(row)}, cut);
    workbook.run(rows);
  }
  const auto files = unpacked(bytes_of(workbook));
  CHECK(read(files.at("xl/worksheets/sheet1.xml")).cells == Sheet{{"A1", "head"}, {"A2", "1"}, {"A3", "2"}});
  CHECK(read(files.at("xl/worksheets/sheet2.xml")).cells == Sheet{{"A1", "head"}, {"A2", "3"}, {"A3", "4"}});
  CHECK(read(files.at("xl/worksheets/sheet3.xml")).cells == Sheet{{"A1", "head"}, {"A2", "5"}});
  CHECK(read(files.at("xl/worksheets/sheet4.xml")).cells == Sheet{{"A1", "head"}, {"A2", "1"}, {"A3", "2"}});
  const std::string& book = files.at("xl/workbook.xml");
  for (const char* name :
       {"\"hits\"", "\"hits 2\"", "\"hits 3\"", "\"documents\"", "\"documents 2\"", "\"documents 3\""})
    CHECK(book.find(name) != std::string::npos);
}

TEST_CASE("the same rows give the same bytes, and a folder that is not there is an error") {
  std::size_t cut = 0;
  const std::vector<std::vector<Cell>> rows{{std::string("x")}, {0.5}};
  CHECK(bytes_of(rows, cut) == bytes_of(rows, cut));
  CHECK_THROWS_AS(Workbook("/no/such/folder"), Error);
}
