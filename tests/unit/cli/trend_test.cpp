// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "comparison/trend_documents.hpp"
#include "comparison/trend_sides.hpp"

using namespace topos;
using namespace topos::cli;

TEST_CASE("periods of a length have a time and other texts have none") {
  CHECK(time_of("2014", "year") == 2014);
  CHECK(time_of("2014-Q3", "quarter") == 2014.5);
  CHECK(time_of("2014-07", "month") == 2014.5);
  for (const char* text : {"", "14", "1990s", "2014-07", "c.19"}) CHECK(!time_of(text, "year"));
  for (const char* text : {"2014-Q5", "2014-Q0", "2014-07", "2014"}) CHECK(!time_of(text, "quarter"));
  for (const char* text : {"2014-13", "2014-00", "2014-Q1", "2014-0x"}) CHECK(!time_of(text, "month"));
}

TEST_CASE("each cut is compared with its neighbours for bounds") {
  const auto cuts = trend_cuts({"2014-03-18", "2022-02-24"}, false);
  REQUIRE(cuts.size() == 2);
  CHECK(cuts[0].since.year == 0);
  CHECK(date_text(cuts[0].until) == "2022-02-24");
  CHECK(date_text(cuts[1].since) == "2014-03-18");
  CHECK(cuts[1].until.year == 0);
}

TEST_CASE("placebo dates do not reach over a cut") {
  const auto cuts = trend_cuts({"2021-08-24", "2022-02-24"}, true);
  std::vector<std::string> dates;
  for (const TrendCut& cut : cuts) {
    dates.push_back(date_text(cut.date) + (cut.placebo ? " placebo" : ""));
    if (!cut.placebo) continue;
    CHECK((cut.since.year == 0 || cut.since < cut.date));
    CHECK((cut.until.year == 0 || cut.date < cut.until));
  }
  CHECK(dates == std::vector<std::string>{"2021-08-24", "2020-08-24 placebo", "2021-02-24 placebo", "2022-02-24",
                                          "2022-08-24 placebo", "2023-02-24 placebo"});
  CHECK(date_text(cuts[1].until) == "2021-08-24");
  CHECK(date_text(cuts[5].since) == "2022-02-24");
}
