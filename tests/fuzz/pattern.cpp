// SPDX-License-Identifier: Apache-2.0
// Parses any text as a pattern and as a phrase.
#include "topos/codebook/pattern.hpp"

#include "law.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* languages[] = {"en", "ru", "zh", "th", ""};
  static const std::string macro = "to|toward";
  const topos::fuzz::Chosen input = topos::fuzz::choose(languages, topos::fuzz::bytes_of(data, size));
  const std::string text = topos::fuzz::utf8_of(input.rest);
  const topos::MacroLookup macros = [](std::string_view name) { return name == "toward" ? &macro : nullptr; };
  try {
    const topos::Node node = topos::parse_pattern(text, input.choice, macros, {"-e", 1, 1});
    LAW(topos::node_count(node) <= 65536);
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  try {
    LAW(!topos::parse_phrase(text, input.choice, {"-e", 1, 1}).empty());
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
