// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "topos/base/number.hpp"
#include "topos/statistics/measure_input.hpp"

namespace topos::test {

/// `text` as mdoc shows it: other characters than ASCII by their numbers, so that no reader needs to know the encoding.
inline std::string mdoc_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out += text[i];
      continue;
    }
    const int more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    unsigned code = byte & (0x3fu >> more);
    for (int k = 0; k < more; ++k) code = code << 6 | (static_cast<unsigned char>(text[++i]) & 0x3fu);
    char name[16];
    std::snprintf(name, sizeof name, "\\[u%04X]", code);
    out += name;
  }
  return out;
}

/// The entry of a measure in topos-measures(7).
inline std::string measure_entry(const Measure& measure) {
  std::string entry = ".It " + std::string(measure.id) + "\n" + mdoc_text(measure.title);
  if (!measure.use.empty())
    entry += measure.use == "both" ? ", for association and keyness" : ", for " + std::string(measure.use);
  entry += ".\n.Bl -tag -width direction -compact\n";
  const auto item = [&](std::string_view name, const std::string& text) {
    entry += ".It " + std::string(name) + "\n" + text + "\n";
  };
  for (const Variant& variant : measure.variants) item(variant.id, "= " + mdoc_text(variant.formula));
  item("unit", mdoc_text(measure.unit));
  item("domain", mdoc_text(measure.domain));
  item("direction", mdoc_text(measure.direction));
  item("zeros", mdoc_text(measure.zeros));
  item("source", mdoc_text(measure.source));
  std::string values;
  for (const Variant& variant : measure.variants)
    values += (values.empty() ? "" : ", ") + std::string(variant.id) + " = " +
              number_text(compute(variant, measure.example), 6);
  item("example", std::string(measure.example) + "\n.br\n" + values);
  return entry + ".El\n";
}

}  // namespace topos::test
