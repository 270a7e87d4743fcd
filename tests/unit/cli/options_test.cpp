// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "messages.hpp"
#include "options/filter.hpp"
#include "options/input.hpp"
#include "options/run.hpp"
#include "options/search.hpp"
#include "parser.hpp"
#include "topos/base/error.hpp"

using namespace topos::cli;
using Words = std::vector<std::string>;

namespace {

template <class Group>
void give(Group& group, const Words& words) {
  Declaration declaration("specimen", "", "");
  group.declare(declaration);
  static_cast<void>(parse(declaration.spec(), words));
}

topos::InputOptions input(const Words& words) {
  InputGroup group;
  give(group, words);
  return group.finish();
}

}  // namespace

TEST_CASE("progress says how far a run is, how fast it goes and how long it will take") {
  CHECK(progress_text({0, 0, 0}, 1) == "0 documents");
  CHECK(progress_text({1, 0, 0}, 1) == "1 document · 1 a second");
  CHECK(progress_text({1200, 0, 0}, 30) == "1200 documents · 40 a second");
  CHECK(progress_text({5, 38'000'000, 100'000'000}, 9.27) == "38 % · 4.1 MB/s · 16 s left");
  CHECK(progress_text({5, 1'000'000, 100'000'000}, 10) == "1 % · 0.1 MB/s · 17 min left");
  CHECK(progress_text({5, 1'000'000, 10'000'000'000}, 10) == "0 % · 0.1 MB/s · 27.8 h left");
  CHECK(progress_text({0, 0, 100}, 10) == "0 %");
  CHECK(progress_text({5, 100, 100}, 10) == "100 % read");
  CHECK(progress_text({5, 200, 100}, 0) == "100 % read");
}

TEST_CASE("standard input is read if nothing is named") {
  CHECK(input({}).paths == Words{"-"});
  CHECK(input({"--files-from", "list"}).paths.empty());
  CHECK(input({"a", "b"}).paths == Words{"a", "b"});
}

TEST_CASE("dates of --cut exist and rise") {
  CHECK(input({"--cut", "2020-02-29,2022-02-24", "--cut", "2023-01-01"}).cuts ==
        Words{"2020-02-29", "2022-02-24", "2023-01-01"});
  for (const std::string& date : Words{"2022-02-30", "2021-02-29", "2022-13-01", "22-01-01", "2022-1-1", "",
                                       "2022-02-24,", "2022-02-24,2022-02-24"})
    CHECK_THROWS_AS(static_cast<void>(input({"--cut", date})), topos::Error);
}

TEST_CASE("sizes take K, M and G") {
  CHECK(input({}).max_expand == std::uint64_t{2} << 30);
  CHECK(input({"--max-expand", "3K"}).max_expand == 3072);
  CHECK(input({"--split", "1M"}).split == "1048576");
  CHECK(input({"--split", "lines"}).split == "lines");
  for (const std::string& size : Words{"0", "-1", "x", "K", "9999999999999G"})
    CHECK_THROWS_AS(static_cast<void>(input({"--max-expand", size})), topos::Error);
  CHECK_THROWS_AS(static_cast<void>(input({"--split", "words"})), topos::Error);
}

TEST_CASE("options that need another one say so") {
  CHECK_THROWS_AS(static_cast<void>(input({"--metadata-partial"})), topos::Error);
  RunGroup run;
  give(run, {"--drop-duplicates", "--no-duplicate-check"});
  CHECK_THROWS_AS(static_cast<void>(run.jobs()), topos::Error);
}

TEST_CASE("layout and paragraph words become what the library takes") {
  const topos::InputOptions options = input({"--layout", "oped", "--paragraphs", "line"});
  CHECK(options.regions.layout == topos::Layout::oped);
  CHECK(options.regions.paragraphs == topos::Paragraphs::line);
}

TEST_CASE("the built-in codebook is meant if nothing to look for is named") {
  SearchGroup search;
  give(search, {"--codes", "frame.*,-frame.cooperation", "--codes", "actor.org"});
  CHECK(search.uses_built_in());
  CHECK(search.code_globs() == Words{"frame.*", "-frame.cooperation", "actor.org"});
  SearchGroup expressions;
  give(expressions, {"-e", "a,b"});
  CHECK_FALSE(expressions.uses_built_in());
  CHECK(expressions.all_expressions() == Words{"a,b"});
}

TEST_CASE("regions are known names, fields of --by are named once") {
  FilterGroup filter;
  give(filter, {"--regions", "title,heading", "--by", "genre,period", "--where", "a=1", "--where", "b=2"});
  CHECK(filter.region_set().count() == 2);
  CHECK(filter.fields() == Words{"genre", "period"});
  CHECK(filter.filter().fields() == Words{"a", "b"});
  FilterGroup none;
  CHECK(none.region_set() == topos::default_analysis());
  FilterGroup wrong;
  give(wrong, {"--regions", "titel", "--by", "a,a"});
  CHECK_THROWS_AS(static_cast<void>(wrong.region_set()), topos::Error);
  CHECK_THROWS_AS(static_cast<void>(wrong.fields()), topos::Error);
}
