// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/text/input.hpp"

namespace topos::test {

/// The bytes of a file; empty if it is not there.
inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The rows of a tab-separated file below its header; none if it is not there.
inline std::vector<std::vector<std::string>> table_rows(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(file_text(path));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string> cells{""};
    for (const char c : line)
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    rows.push_back(std::move(cells));
  }
  return rows;
}

/// The document that the program makes of a plain file.
inline Document document_of_file(const std::string& path, const std::string& language = {}) {
  InputOptions options;
  options.language = language;
  RawDocument raw;
  raw.id = path.substr(path.rfind('/') + 1);
  raw.path = path;
  raw.bytes = file_text(path);
  return DocumentMaker(options).make(std::move(raw), [](const std::string&) {});
}

}  // namespace topos::test
