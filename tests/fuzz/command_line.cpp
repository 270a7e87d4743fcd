// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "parser.hpp"
#include "program.hpp"
#include "topos/base/error.hpp"

/// Lines are the words of a command line: they are read, or refused as a usage error without control characters.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace topos::cli;
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < size && words.size() < 50; ++i) {
    if (data[i] == '\n')
      words.emplace_back();
    else if (data[i] != 0)
      words.back() += static_cast<char>(data[i]);
  }
  try {
    const Declared declared = declare(find_command(words.front()));
    words.erase(words.begin());
    static_cast<void>(parse(declared.spec(), words));
  } catch (const topos::Error& error) {
    if (error.code() != topos::Errc::usage) std::abort();
    for (const char* c = error.what(); *c != '\0'; ++c)
      if (static_cast<unsigned char>(*c) < 0x20) std::abort();
  }
  return 0;
}
