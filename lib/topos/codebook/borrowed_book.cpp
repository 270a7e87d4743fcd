// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/borrowed_book.hpp"

#include <filesystem>
#include <system_error>

namespace topos {

Codebook borrowed_book(const std::string& named, const std::string& path, const Location& where, Findings& findings) {
  namespace fs = std::filesystem;
  Codebook book;
  if (named == built_in_codebook().id) {
    book = built_in_codebook();
  } else {
    const std::string beside = (fs::path(path).parent_path() / fs::path(named)).string();
    std::error_code failed;
    if (!fs::exists(beside, failed)) {
      findings.error(Errc::codebook, {}, "there is no codebook '" + printable(named) + "'", where,
                     "name the built-in book by its id, or a file by its path from here");
      return book;
    }
    book = load_codebook(beside);
  }
  for (Code& code : book.codes) code.borrowed = true;
  return book;
}

}  // namespace topos
