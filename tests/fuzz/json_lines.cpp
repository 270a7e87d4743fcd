// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as one line of JSON Lines.
#include "law.hpp"
#include "topos/base/json.hpp"
#include "topos/text/json_record.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string line = topos::fuzz::bytes_of(data, size);
  LAW(topos::is_json_object("{\"a\":" + topos::json_string(line) + "}"));
  try {
    const topos::JsonRecord record = topos::read_json_record(line, "text", "id", {"in", 1, 0});
    LAW(topos::is_utf8(record.text));
    for (const auto& [name, value] : record.metadata) LAW(topos::is_utf8(name) && topos::is_utf8(value));
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  (void)topos::json_label(line, "id");
  (void)topos::json_id(line, "id");
  return 0;
}
