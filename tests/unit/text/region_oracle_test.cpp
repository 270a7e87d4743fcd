// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unicode/brkiter.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "region_kit.hpp"

using namespace topos;
using namespace topos::test;

namespace {

const std::filesystem::path seeds = TOPOS_SOURCE_DIR "/../shared/seeds";

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// ICU word segments with a number, letter, kana or ideograph; the "s" of "2025's" is a clitic and no word.
std::size_t icu_words(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("en"), status));
  const icu::UnicodeString utf16 =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  words->setText(utf16);
  std::size_t count = 0;
  for (std::int32_t begin = 0, end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
    const bool clitic = end - begin == 1 && utf16[begin] == u's' && begin > 1 && utf16[begin - 1] == u'\'';
    count += words->getRuleStatus() >= 100 && !clitic;
  }
  return count;
}

using Counts = std::map<std::string, std::size_t>;

Counts words_by_region(const Document& document) {
  Counts counts;
  for (const Region& region : document.regions)
    counts[std::string(to_string(region.name))] += icu_words(region.span.in(document.text));
  return counts;
}

Counts body_words_by_section(const Document& document) {
  Counts counts;
  for (const Region& region : document.regions)
    if (region.name == RegionName::body)
      counts[document.sections[region.section]] += icu_words(region.span.in(document.text));
  return counts;
}

}  // namespace

TEST_CASE("the academic seed has the published number of words in each region and section") {
  const std::filesystem::path path = seeds / "000_c226b8fc30d6dae6.txt";
  if (!std::filesystem::exists(path)) return;
  for (const Layout layout : {Layout::automatic, Layout::article}) {
    const Document document = regions_of(read(path), {.layout = layout});
    CHECK(words_by_region(document) == Counts{{"title", 17},
                                              {"byline", 10},
                                              {"abstract", 236},
                                              {"keywords", 10},
                                              {"heading", 55},
                                              {"body", 2279},
                                              {"references", 685}});
    CHECK(body_words_by_section(document) == Counts{{"1", 394},
                                                    {"2.1", 649},
                                                    {"2.2", 137},
                                                    {"2.3", 112},
                                                    {"2.4", 137},
                                                    {"2.5", 66},
                                                    {"2.6", 96},
                                                    {"3", 318},
                                                    {"4", 370}});
  }
}

TEST_CASE("repair joins the four paragraphs that page ends cut in the academic seed") {
  const std::filesystem::path path = seeds / "000_c226b8fc30d6dae6.txt";
  if (!std::filesystem::exists(path)) return;
  const Document document = regions_of(read(path));
  std::size_t joined = 0;
  for (const Region& region : document.regions)
    joined += region.name == RegionName::body && region.span.in(document.text).find("\n\n") != std::string_view::npos;
  CHECK(joined == 4);
}

TEST_CASE("the op-ed seed has the published number of words in each region") {
  const std::filesystem::path path = seeds / "003_e33bb7a4f65d5636.txt";
  if (!std::filesystem::exists(path)) return;
  for (const Layout layout : {Layout::automatic, Layout::oped}) {
    const Document document = regions_of(read(path), {.layout = layout});
    CHECK(words_by_region(document) == Counts{{"title", 4},
                                              {"lede", 20},
                                              {"caption", 34},
                                              {"body", 903},
                                              {"pubnote", 10},
                                              {"bio", 19},
                                              {"boilerplate", 207}});
  }
}

namespace {

using Row = std::vector<std::string>;

std::vector<Row> read_table(const std::filesystem::path& path) {
  std::vector<Row> rows;
  std::istringstream lines(read(path));
  for (std::string line; std::getline(lines, line);) {
    Row row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    rows.push_back(row);
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

/// Where each line begins.
std::vector<std::size_t> line_starts(const std::string& text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    starts.push_back(at + 1);
  return starts;
}

Document corpus_document(const std::filesystem::path& path) {
  RegionOptions options;
  std::string text = read(path);
  const std::size_t end = text.starts_with("---\n") ? text.find("\n---\n", 3) : std::string::npos;
  if (end != std::string::npos) options.text_begin = static_cast<std::uint32_t>(end + 5);
  return regions_of(std::move(text), options);
}

const Region* region_at(const Document& document, std::size_t byte) {
  for (const Region& region : document.regions)
    if (region.span.begin <= byte && byte < region.span.end) return &region;
  return nullptr;
}

const std::filesystem::path corpus = TOPOS_SOURCE_DIR "/corpus";

}  // namespace

TEST_CASE("the lines of our own corpus lie in the regions that their authors planted") {
  const std::filesystem::path truth = corpus / "truth/en/regions.tsv";
  if (!std::filesystem::exists(truth)) return;
  for (const Row& row : read_table(truth)) {
    if (row.size() < 4 || row[3] == "header") continue;
    const Document document = corpus_document(corpus / "texts/en" / row[0]);
    const std::vector<std::size_t> starts = line_starts(document.text);
    for (std::size_t line = std::stoul(row[1]); line <= std::stoul(row[2]) && line <= starts.size(); ++line) {
      const Region* region = region_at(document, starts[line - 1]);
      if (region != nullptr)
        CHECK_MESSAGE(to_string(region->name) == row[3], row[0] << ":" << line << " " << region->cue);
    }
  }
}

TEST_CASE("repair joins in our own corpus just the paragraphs that were cut") {
  const std::filesystem::path truth = corpus / "truth/en/repairs.tsv";
  if (!std::filesystem::exists(truth)) return;
  std::map<std::string, std::vector<std::size_t>> planted;
  for (const Row& row : read_table(truth)) planted[row[0]].push_back(std::stoul(row[1]));
  for (const auto& file : std::filesystem::directory_iterator(corpus / "texts/en")) {
    const Document document = corpus_document(file.path());
    const std::vector<std::size_t> starts = line_starts(document.text);
    std::size_t joins = 0;
    for (const Region& region : document.regions) {
      const std::string_view text = region.span.in(document.text);
      for (std::size_t gap = text.find("\n\n"); gap != std::string_view::npos; gap = text.find("\n\n", gap + 2))
        ++joins;
    }
    CHECK_MESSAGE(joins == planted[file.path().filename().string()].size(), file.path().filename().string());
    for (const std::size_t line : planted[file.path().filename().string()]) {
      const Region* region = region_at(document, starts[line - 1]);
      REQUIRE(region != nullptr);
      CHECK(region->span.in(document.text).find("\n\n") != std::string_view::npos);
    }
  }
}
