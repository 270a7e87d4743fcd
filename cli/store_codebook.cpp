// SPDX-License-Identifier: Apache-2.0
// store_codebook <file>: writes the built-in codebook in its stored form, for the program that is being built.
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/codebook/stored_book.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    topos::OutputStream out(argv[1]);
    out.write(topos::store_codebook(topos::built_in_codebook()));
    out.close();
    return 0;
  } catch (const topos::Error&) {
    return 1;
  }
}
