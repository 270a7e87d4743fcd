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
