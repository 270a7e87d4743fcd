// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <topos/annotation/filter.hpp>
#include <topos/base/json.hpp>
#include <topos/report/versions.hpp>
#include <topos/report/writer.hpp>

/// Uses a little of several floors; ends with 0 if all of it works.
int main() {
  std::string text;
  topos::write({{{"n", true}}, {{std::int64_t{1}}}}, *topos::find_table_format("tsv"), {},
               [&](std::string_view bytes) { text += bytes; });
  topos::Filter filter;
  filter.add("n=1");
  const bool kept = filter.matches([](std::string_view) { return std::optional<std::string_view>("1"); });
  return text == "n\n1\n" && kept && topos::json_string("x") == "\"x\"" && !topos::icu_version().empty() ? 0 : 1;
}
