// SPDX-License-Identifier: Apache-2.0
// Loads any bytes as a codebook; one that loads compiles for each of its languages.
#include "topos/codebook/codebook.hpp"

#include "law.hpp"
#include "topos/matching/compiled_book.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const topos::Codebook book = topos::parse_codebook(topos::fuzz::bytes_of(data, size), "book.toml");
    LAW(book.checksum.size() == 64);
    for (const std::string& language : book.languages) {
      const topos::CompiledBook compiled(book, language, {});
      LAW(compiled.codes().size() == book.codes.size());
    }
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
