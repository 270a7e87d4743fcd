// SPDX-License-Identifier: Apache-2.0
#include "topos/base/json.hpp"

#include <doctest/doctest.h>

#include <limits>

using topos::json_string;

TEST_CASE("plain text and non-ASCII letters stand as they are in a JSON string") {
  CHECK(json_string("") == "\"\"");
  CHECK(json_string("Ordnung, порядок, 秩序, 😀") == "\"Ordnung, порядок, 秩序, 😀\"");
}

TEST_CASE("quotes, backslashes and every control character are escaped") {
  CHECK(json_string("a\"b\\c") == R"("a\"b\\c")");
  CHECK(json_string("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(json_string(std::string_view("\0\x01\x1f\x7f", 4)) == "\"\\u0000\\u0001\\u001f\x7f\"");
}

TEST_CASE("each invalid byte becomes one replacement character") {
  CHECK(json_string("a\x80z") == "\"a\xEF\xBF\xBDz\"");
  CHECK(json_string("\xC0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(json_string("\xED\xA0\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(json_string("\xF4\x90\x80\x80") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  CHECK(json_string("\xE7\xA7") == "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST_CASE("long text is escaped like short text, wherever its characters lie") {
  const std::string unit = "слово \"秩序\" \x80\xE7\xA7 plain words and more of them\n\\😀";
  const std::string quoted = json_string(unit);
  for (std::size_t shift = 0; shift < 64; ++shift) {
    std::string text(shift, 'x');
    std::string expected = '"' + text;
    for (int i = 0; i < 400; ++i) {
      text += unit;
      expected += quoted.substr(1, quoted.size() - 2);
    }
    CHECK(json_string(text) == expected + '"');
  }
}

TEST_CASE("an undefined number is null") {
  std::string out;
  topos::append_json_number(out, 0.5);
  topos::append_json_number(out, std::numeric_limits<double>::quiet_NaN());
  CHECK(out == "0.5null");
}
