// SPDX-License-Identifier: Apache-2.0
#include "books/book_files.hpp"

#include "options/output.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const BookFormat* format : book_formats()) names.emplace_back(format->name);
  return names;
}

const BookFormat& chosen_format(const std::string& name, const std::string& path, std::string_view option) {
  const BookFormat* const format = name.empty() ? book_format_of(path) : find_book_format(name);
  if (format != nullptr) return *format;
  std::string known;
  for (const std::string& one : format_names()) known += (known.empty() ? "" : ", ") + one;
  throw Error(Errc::usage, "the name of the file does not tell its format", {path, 0, 0},
              "say " + std::string(option) + " and one of " + known);
}

void refuse_same_file(const std::string& output, const std::string& input) {
  OutputGroup group;
  group.path = output;
  group.refuse_inputs({input});
}

}  // namespace topos::cli
