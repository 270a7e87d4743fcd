// SPDX-License-Identifier: Apache-2.0
// Decodes any bytes in any declared or guessed encoding: the result is UTF-8 or an error.
#include "law.hpp"
#include "topos/text/encoding.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* encodings[] = {"",          "UTF-16",  "UTF-16BE",    "windows-1251", "GB18030",
                                              "Shift_JIS", "TIS-620", "ISO-2022-JP", "UTF-7",        "no-such"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(encodings, topos::fuzz::bytes_of(data, size));
  topos::InputOptions options;
  options.encoding = input.choice;
  options.binary_as_text = size % 2 == 0;
  options.strict = size % 3 == 0;
  try {
    const std::string text = topos::decode_text(input.rest, options, "in", [](const std::string&) {});
    LAW(topos::is_utf8(text));
    if (options.encoding.empty() && topos::is_utf8(input.rest) && !input.rest.starts_with("\xFF\xFE"))
      LAW(text == input.rest || input.rest.find('\0') != std::string::npos);
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  topos::Utf8Count count;
  const std::string replaced = topos::replace_invalid_utf8(input.rest, count);
  LAW(topos::is_utf8(replaced));
  LAW((count.invalid_bytes == 0) == topos::is_utf8(input.rest));
  return 0;
}
