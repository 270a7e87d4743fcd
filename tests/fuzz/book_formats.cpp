// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a codebook of another program, which the first byte chooses; one that is read loads, and every
// format writes it.
#include "topos/codebook/formats/book_format.hpp"

#include "law.hpp"
#include "topos/codebook/codebook.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 20000) return 0;
  const auto formats = topos::book_formats();
  const topos::BookFormat& format = *formats[static_cast<std::size_t>(data[0]) % formats.size()];
  topos::Losses losses;
  topos::BookDraft draft;
  try {
    draft = format.read(topos::fuzz::bytes_of(data + 1, size - 1), {"book", "en", "book"}, losses);
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
    return 0;
  }
  try {
    const topos::Codebook book = topos::parse_codebook(topos::book_text(draft), "book.toml");
    for (const topos::BookFormat* other : formats) LAW(!other->write(book, {"en"}, losses).empty());
  } catch (const topos::Error& error) {
    LAW(format.name == "tsv" || error.code() == topos::Errc::codebook);
  }
  return 0;
}
