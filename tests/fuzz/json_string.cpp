// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "topos/base/json.hpp"

/// Any bytes become a JSON string that simdjson reads; valid UTF-8 comes back as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const simdjson::padded_string json(topos::json_string(text));
  simdjson::dom::parser parser;
  std::string_view back;
  if (parser.parse(json).get(back) != simdjson::SUCCESS) std::abort();
  if (simdjson::validate_utf8(text.data(), text.size()) && back != text) std::abort();
  return 0;
}
