// SPDX-License-Identifier: Apache-2.0
#include "options/input.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "options/size.hpp"
#include "terminal.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

/// Whether `text` is a day that exists: "2022-02-24".
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t at : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u})
    if (text[at] < '0' || text[at] > '9') return false;
  const auto digits = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int year = digits(0) * 100 + digits(2);
  const int month = digits(5);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int longest = month == 2 ? (leap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31;
  return month >= 1 && month <= 12 && digits(8) >= 1 && digits(8) <= longest;
}

std::vector<std::string> split_dates(const std::vector<std::string>& given) {
  std::vector<std::string> dates;
  for (const std::string& text : given) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      const std::string date = text.substr(begin, end - begin);
      if (!is_date(date))
        throw Error(Errc::usage, "--cut needs dates such as 2022-02-24, not '" + printable(date) + "'");
      if (!dates.empty() && date <= dates.back()) throw Error(Errc::usage, "the dates of --cut must rise");
      dates.push_back(date);
      begin = end + 1;
    }
  }
  return dates;
}

Layout layout_of(std::string_view word) {
  if (word == "article") return Layout::article;
  if (word == "oped") return Layout::oped;
  return word == "statement" ? Layout::statement : Layout::automatic;
}

Paragraphs paragraphs_of(std::string_view word) {
  if (word == "blank") return Paragraphs::blank;
  if (word == "line") return Paragraphs::line;
  return word == "indent" ? Paragraphs::indent : Paragraphs::automatic;
}

}  // namespace

void InputGroup::declare(Options& target) {
  target.operands(options.paths, "FILE", "File, folder or glob to read; - or nothing is standard input");
  target.section("Input");
  target.text("--files-from", options.files_from, "FILE", "Read the paths listed in FILE, one a line or NUL-separated");
  target.text("--metadata", options.metadata_table, "TABLE", "Join the columns of a TSV or CSV table to the documents");
  target.text("--metadata-key", options.metadata_key, "COLUMN",
              "Column of TABLE that names the document; else id, document or file");
  target.flag("--metadata-partial", options.metadata_partial,
              "Allow documents without a row and rows without a document");
  target.text("--name-pattern", options.name_pattern, "PATTERN", "Take metadata from file names: '{country}_{year}'");
  target.list("--cut", cuts_, "DATE[,DATE]", "Divide the documents at these dates into the values of the field period");
  target.text("--encoding", options.encoding, "NAME", "Encoding of the files; else found out");
  target.flag("--strict", options.strict, "Invalid UTF-8 and other doubts are errors");
  target.flag("--text", options.binary_as_text, "Read files that look binary");
  target.text("--text-column", options.text_column, "NAME", "Column or JSON field with the text");
  target.text("--id-column", options.id_column, "NAME", "Column or JSON field with the document id");
  target.text("--language", options.language, "TAG", "Language of every document; else metadata, else guessed");
  target.choice("--layout", layout_, {"auto", "article", "oped", "statement"}, "What kind of page the texts are");
  target.choice("--paragraphs", paragraphs_, {"auto", "blank", "line", "indent"},
                "How lines are gathered into paragraphs");
  target.choice("--html", html_, {"main", "all"}, "What of web pages is text, the rest being boilerplate");
  target.flag("--pretokenized", options.pretokenized, "Blanks part tokens, and line ends sentences");
  target.flag("--retokenize", options.retokenize, "Find words and sentences anew where a file gives its own");
  target.text("--split", options.split, "lines|paragraphs|BYTES", "Cut big inputs into documents");
  target.text("--max-expand", max_expand_, "SIZE", "Bytes that a compressed input may expand to");
}

InputOptions InputGroup::finish() const {
  InputOptions result = options;
  if (result.paths.empty() && result.files_from.empty()) result.paths = {"-"};
  result.cuts = split_dates(cuts_);
  result.regions.layout = layout_of(layout_);
  result.regions.paragraphs = paragraphs_of(paragraphs_);
  result.whole_pages = html_ == "all";
  if (result.pretokenized && result.retokenize)
    throw Error(Errc::usage, "--pretokenized and --retokenize contradict each other");
  const auto limit = parse_size(max_expand_);
  if (!limit) throw Error(Errc::usage, "--max-expand needs a size such as 512M, not '" + printable(max_expand_) + "'");
  result.max_expand = *limit;
  if (!result.split.empty() && result.split != "lines" && result.split != "paragraphs" && !parse_size(result.split))
    throw Error(Errc::usage,
                "--split needs lines, paragraphs or a number of bytes, not '" + printable(result.split) + "'");
  if (const auto bytes = parse_size(result.split)) result.split = std::to_string(*bytes);
  if (result.metadata_table.empty() && (result.metadata_partial || !result.metadata_key.empty()))
    throw Error(Errc::usage, "--metadata-key and --metadata-partial go with --metadata");
  return result;
}

bool InputGroup::times_from_names(const std::vector<std::string>& fields) const {
  const auto names = [&](std::string_view field) { return options.name_pattern.find(field) != std::string::npos; };
  constexpr std::array<std::string_view, 5> times{"date", "year", "quarter", "month", "period"};
  return (names("{date}") || names("{year}")) &&
         std::find_first_of(fields.begin(), fields.end(), times.begin(), times.end()) != fields.end();
}

bool InputGroup::nothing_to_read() const {
  return options.paths.empty() && options.files_from.empty() && is_terminal(0);
}

}  // namespace topos::cli
