// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <limits>
#include <random>
#include <string>
#include <vector>

#include "topos/report/bars.hpp"
#include "topos/report/cell.hpp"
#include "topos/report/delimited_writer.hpp"
#include "topos/report/writer.hpp"

using namespace topos;

namespace {

/// One table that holds what formats stumble over.
Table sample() {
  return {{{"code"}, {"left", false, true}, {"n", true}, {"rate", true}},
          {{std::string("a\tb\nc\\d"), std::string("say \"x, y\""), std::int64_t{-3}, 0.5},
           {std::string("<script>|*_"), std::string("秩序\x1b[31m"), std::int64_t{9007199254740993},
            std::numeric_limits<double>::quiet_NaN()},
           {std::monostate{}, std::string(), std::int64_t{0}, 1.0 / 3}}};
}

std::string written(std::string_view format, WriteOptions options = {}, const Table& table = sample()) {
  std::string text;
  write(table, *find_table_format(format), options, [&](std::string_view bytes) { text += bytes; });
  return text;
}

}  // namespace

TEST_CASE("tsv escapes tab, newline and backslash and leaves undefined cells empty") {
  CHECK(written("tsv") ==
        "code\tleft\tn\trate\n"
        "a\\tb\\nc\\\\d\tsay \"x, y\"\t-3\t0.5\n"
        "<script>|*_\t秩序\x1b[31m\t9007199254740993\t\n"
        "\t\t0\t0.3333333333333333\n");
}

TEST_CASE("tsv finds what it escapes wherever it stands in texts of any size") {
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      std::string text(size, 'x');
      std::string wanted = text;
      if (at < size) {
        text[at] = "\t\n\\"[at % 3];
        wanted.replace(at, 1, std::string("\\") + "tn\\"[at % 3]);
      }
      REQUIRE(written("tsv", {}, {{{"a"}, {"b"}}, {{text, text}}}) == "a\tb\n" + wanted + '\t' + wanted + '\n');
    }
  }
}

TEST_CASE("tsv escapes what stands close together in texts of any size") {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 200, 'x');
    std::string wanted;
    const std::size_t rarity = 1 + random() % 40;
    for (char& c : text) {
      if (random() % rarity == 0) c = "\t\n\\\0\x01\xC9,il"[random() % 9];
      wanted += c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
    }
    REQUIRE(written("tsv", {}, {{{"a"}, {"b"}}, {{text, text}}}) == "a\tb\n" + wanted + '\t' + wanted + '\n');
  }
}

TEST_CASE("whole numbers of any number of digits are written as they are") {
  std::vector<std::int64_t> numbers{0, std::numeric_limits<std::int64_t>::min(),
                                    std::numeric_limits<std::int64_t>::max()};
  for (std::int64_t power = 1; power <= 100'000'000'000'000'000; power *= 10)
    for (const std::int64_t near : {power - 1, power, power + 1, 9 * power})
      numbers.insert(numbers.end(), {near, -near});
  for (const std::int64_t number : numbers)
    REQUIRE(written("tsv", {}, {{{"n", true}}, {{number}}}) == "n\n" + std::to_string(number) + '\n');
}

TEST_CASE("csv quotes what RFC 4180 says and nothing else") {
  CHECK(written("csv") ==
        "code,left,n,rate\n"
        "\"a\tb\nc\\d\",\"say \"\"x, y\"\"\",-3,0.5\n"
        "<script>|*_,秩序\x1b[31m,9007199254740993,\n"
        ",,0,0.3333333333333333\n");
  CHECK(written("csv", {}, {{{"only"}}, {{std::monostate{}}}}) == "only\n\"\"\n");
}

TEST_CASE("json carries provenance, columns and one object a row") {
  WriteOptions options;
  options.provenance = "{\"topos\":\"1\"}";
  options.digits = 2;
  CHECK(written("json", options) ==
        "{\"provenance\":{\"topos\":\"1\"},\n\"columns\":[\"code\",\"left\",\"n\",\"rate\"],\n\"rows\":[\n"
        "{\"code\":\"a\\tb\\nc\\\\d\",\"left\":\"say \\\"x, y\\\"\",\"n\":-3,\"rate\":0.5},\n"
        "{\"code\":\"<script>|*_\",\"left\":\"秩序\\u001b[31m\",\"n\":9007199254740993,\"rate\":null},\n"
        "{\"code\":null,\"left\":\"\",\"n\":0,\"rate\":0.33}\n]}\n");
  CHECK(written("json", {}, {{{"a"}}, {}}) == "{\"provenance\":null,\n\"columns\":[\"a\"],\n\"rows\":[]}\n");
}

TEST_CASE("jsonl is one object a line and nothing else") {
  CHECK(written("jsonl", {}, {{{"a"}, {"b"}}, {{std::int64_t{1}, std::string("x")}}}) == "{\"a\":1,\"b\":\"x\"}\n");
  CHECK(written("jsonl", {}, {{{"a"}}, {}}).empty());
}

TEST_CASE("md escapes what would be markup") {
  CHECK(written("md") ==
        "| code | left | n | rate |\n| --- | ---: | ---: | ---: |\n"
        "| a b<br>c\\\\d | say \"x, y\" | -3 | 0.5 |\n"
        "| \\<script\\>\\|\\*\\_ | 秩序\\\\x1b\\[31m | 9007199254740993 |  |\n"
        "|  |  | 0 | 0.3333333333333333 |\n");
}

TEST_CASE("html shows every text as text") {
  const std::string page = written("html");
  CHECK(page.find("<td>&lt;script&gt;|*_</td>") != std::string::npos);
  CHECK(page.find("<script>") == std::string::npos);
  CHECK(page.find("say &quot;x, y&quot;") != std::string::npos);
  std::string text;
  append_html(text, "&<>\"'");
  CHECK(text == "&amp;&lt;&gt;&quot;&#39;");
  CHECK(page.find("秩序\\x1b[31m") != std::string::npos);
}

TEST_CASE("table aligns columns, numbers and left contexts to the right, and shows control characters") {
  CHECK(written("table") ==
        "code                   left                 n                rate\n"
        "a\\x09b\\x0ac\\d    say \"x, y\"                -3                 0.5\n"
        "<script>|*_    秩序\\x1b[31m  9007199254740993\n"
        "                                            0  0.3333333333333333\n");
}

TEST_CASE("table never writes a line wider than it was told") {
  WriteOptions options;
  options.width = 30;
  const Table table{
      {{"left", false, true}, {"node"}, {"right"}},
      {{std::string("the long way to the order"), std::string("order"), std::string("of all things under heaven")}}};
  CHECK(written("table", options, table) == "      left  node   right\n…the order  order  of all thi…\n");
}

TEST_CASE("rows after the sampled ones are written as they come") {
  std::string text;
  const auto writer = writers::table.make({}, [&](std::string_view bytes) { text += bytes; });
  writer->begin({{"n", true}});
  for (std::int64_t i = 0; i < 199; ++i) writer->row(std::vector<Cell>{i});
  CHECK(text.empty());
  writer->row(std::vector<Cell>{std::int64_t{199}});
  const std::size_t before = text.size();
  CHECK(before > 0);
  writer->row(std::vector<Cell>{std::int64_t{200}});
  CHECK(text.substr(before) == "200\n");
  writer->end();
}

TEST_CASE("rows whose texts lie elsewhere are written as others are") {
  const std::vector<Column> columns = {{"a"}, {"b", true}, {"c", true}, {"d"}};
  const std::vector<Cell> cells = {std::string("x\ty \"z\""), std::int64_t{-7}, 0.25, Cell()};
  const std::vector<CellView> views = {"x\ty \"z\"", std::int64_t{-7}, 0.25, CellView()};
  for (const TableFormat* format : table_formats()) {
    CAPTURE(format->name);
    std::string wanted;
    std::string text;
    const auto plain = format->make({}, [&](std::string_view bytes) { wanted += bytes; });
    const auto writer = format->make({}, [&](std::string_view bytes) { text += bytes; });
    plain->begin(columns);
    writer->begin(columns);
    for (int i = 0; i < 3; ++i) {
      plain->row(cells);
      if (i == 1)
        writer->row(cells);
      else
        writer->row_of_views(views);
    }
    plain->end();
    writer->end();
    CHECK(text == wanted);
  }
}

TEST_CASE("rows that are put cell by cell are written as others are") {
  const std::vector<Column> columns = {{"a"}, {"b", true}, {"c"}, {"d"}, {"e"}};
  const std::string wide(300, '\t');
  for (const TableFormat* format : {&writers::tsv, &writers::csv}) {
    std::string wanted;
    std::string text;
    const auto plain = format->make({}, [&](std::string_view bytes) { wanted += bytes; });
    const auto writer = format->make({}, [&](std::string_view bytes) { text += bytes; });
    plain->begin(columns);
    writer->begin(columns);
    DelimitedWriter* const rows = writer->by_cells();
    REQUIRE(rows != nullptr);
    const std::string kept = "a kept, \"cell\"\tof more than sixteen bytes";
    const DelimitedWriter::Kept cell = rows->keep(std::string_view(kept));
    const DelimitedWriter::Kept nothing = rows->keep(CellView());
    for (std::int64_t i = 0; i < 3000; ++i) {
      const std::string value = wide.substr(0, static_cast<std::size_t>(i % 300));
      plain->row(std::vector<Cell>{kept, i * i * i, value, Cell(), Cell()});
      DelimitedWriter::Line line = rows->line();
      line.put(cell);
      line.put(i * i * i);
      line.put(std::string_view(value));
      line.put(nothing);
      line.put_nothing();
      rows->end_row(line);
    }
    plain->end();
    writer->end();
    CHECK(text == wanted);
  }
  WriteOptions terminal;
  terminal.terminal = true;
  CHECK(writers::tsv.make(terminal, [](std::string_view) {})->by_cells() == nullptr);
  CHECK(writers::jsonl.make({}, [](std::string_view) {})->by_cells() == nullptr);
}

TEST_CASE("for a terminal every text format makes control characters visible") {
  WriteOptions options;
  options.terminal = true;
  for (const TableFormat* format : table_formats()) {
    CAPTURE(format->name);
    CHECK(written(format->name, options).find('\x1b') == std::string::npos);
  }
}

TEST_CASE("pages show control characters and overrides of direction, data keep them") {
  const Table table{{{"a"}}, {{std::string("\x01\x1b\x7f\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6|")}}};
  for (const char* format : {"md", "html"}) {
    CAPTURE(format);
    CHECK(written(format, {}, table).find("x01") != std::string::npos);
    for (const char* hidden : {"\x01", "\x1b", "\x7f", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6"})
      CHECK(written(format, {}, table).find(hidden) == std::string::npos);
  }
  for (const char* format : {"tsv", "csv"})
    CHECK(written(format, {}, table) == "a\n" + std::get<std::string>(table.rows[0][0]) + "\n");
}

TEST_CASE("bars are left out where a line has no room for them beside the names") {
  Table table{{{"code"}, {"n", true}, {"note"}},
              {{std::string("b"), std::int64_t{4}, std::string("a long text")},
               {std::string("c"), std::int64_t{1}, std::string("x")}}};
  add_bars(table, {"absent", "n"});
  WriteOptions options;
  options.width = 40;
  CHECK(written("table", options, table) ==
        "code  n  bar           note\nb     4  ████████████  a long text\nc     1  ███           x\n");
  options.width = 31;
  CHECK(written("table", options, table) ==
        "code  n  bar           note\nb     4  ████████████  a long …\nc     1  ███           x\n");
  options.width = 30;
  CHECK(written("table", options, table) == "code  n  note\nb     4  a long text\nc     1  x\n");
}

TEST_CASE("a bar is as long as its share and shows what is there") {
  CHECK(bar(0, 4).empty());
  CHECK(bar(1, 4) == "████");
  CHECK(bar(2, 4) == "████");
  CHECK(bar(0.5625, 4) == "██▎");
  CHECK(bar(1e-9, 4) == "▏");
  CHECK(bar_from_middle(1, 4) == "  │██");
  CHECK(bar_from_middle(-1, 4) == "██│");
  CHECK(bar_from_middle(-0.25, 4) == " ▐│");
  CHECK(bar_from_middle(0, 4) == "  │");
}

TEST_CASE("bars are drawn of what is defined, from the middle where some is below nothing") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  Table table{{{"d", true}, {"p", true}}, {{2.0, 1.0}, {-1.0, 1.0}, {nan, 1.0}, {std::monostate{}, 1.0}}};
  add_bars(table, {"d"});
  REQUIRE(table.columns.size() == 3);
  CHECK(table.columns[1].name == bar_column);
  CHECK(std::get<std::string>(table.rows[0][1]) == "      │██████");
  CHECK(std::get<std::string>(table.rows[1][1]) == "   ███│");
  CHECK(std::holds_alternative<std::monostate>(table.rows[2][1]));
  Table lone{{{"n", true}}, {{std::int64_t{3}}}};
  add_bars(lone, {"n"});
  CHECK(lone.columns.size() == 1);
}

TEST_CASE("a format is found by its name") {
  CHECK(find_table_format("xlsx") == nullptr);
  for (const TableFormat* format : table_formats()) CHECK(find_table_format(format->name) == format);
}
