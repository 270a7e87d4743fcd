// SPDX-License-Identifier: Apache-2.0
#include "options/search.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "topos/base/io.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t largest_pattern_file = std::size_t{16} << 20;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    if (part.ends_with('\r')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string> items(const std::vector<std::string>& lists) {
  std::vector<std::string> all;
  for (const std::string& text : lists)
    for (std::string& item : split(text, ',')) all.push_back(std::move(item));
  return all;
}

}  // namespace

void SearchGroup::declare(Options& options) {
  options.section("What to look for");
  options.list("-c,--codebook", codebooks, "BOOK", "Codebook to use; the built-in one if nothing is named");
  options.list("-e,--pattern", expressions, "PATTERN", "Pattern to look for, a code of its own");
  options.list("-f,--pattern-file", expression_files, "FILE", "File with one pattern a line");
  options.list("--codes", codes, "GLOB[,GLOB]", "Codes to use: 'frame.*,-frame.cooperation'; * crosses dots");
}

void SearchGroup::declare_skipping(Options& options) {
  options.section("What to look for");
  options.list("--skip-pattern", skipped, "ID[,ID]",
               "Look without these patterns, as if the codebook did not have them");
}

bool SearchGroup::uses_built_in() const noexcept {
  return codebooks.empty() && expressions.empty() && expression_files.empty();
}

std::vector<std::string> SearchGroup::all_expressions() const {
  std::vector<std::string> all = expressions;
  for (const std::string& path : expression_files) {
    std::string text = InputStream(path).read_all(largest_pattern_file);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    for (std::string& line : split(text, '\n')) all.push_back(std::move(line));
  }
  return all;
}

std::vector<std::string> SearchGroup::code_globs() const { return items(codes); }
std::vector<std::string> SearchGroup::skipped_patterns() const { return items(skipped); }

}  // namespace topos::cli
