// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event_map.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace {

using topos::Date;
using topos::EventEdge;
using topos::EventMap;
using topos::EventMention;
using topos::EventNode;

EventMention told(std::optional<Date> first, std::optional<Date> last, std::string precision, std::string relation,
                  std::vector<std::string> actors, std::string action, std::string document = "a") {
  static int number = 0;
  EventMention mention;
  mention.id = std::to_string(++number);
  mention.source = mention.document = std::move(document);
  mention.time = {first, last, std::move(precision), std::move(relation), "calendar"};
  mention.words = mention.clause = mention.id;
  mention.actors = std::move(actors);
  mention.action = std::move(action);
  mention.text = std::make_shared<const std::string>("text");
  return mention;
}
EventMention year(int value, std::vector<std::string> actors, std::string action, std::string document = "a") {
  return told(Date{value, 1, 1}, Date{value, 12, 31}, "year", "at", std::move(actors), std::move(action),
              std::move(document));
}
EventMention month(int value, int number, std::vector<std::string> actors, std::string action,
                   std::string document = "a") {
  return told(Date{value, number, 1}, Date{value, number, 30}, "month", "at", std::move(actors), std::move(action),
              std::move(document));
}
EventMention since(int value, std::vector<std::string> actors, std::string action) {
  return told(Date{value, 1, 1}, std::nullopt, "year", "since", std::move(actors), std::move(action));
}
EventMention undated(std::vector<std::string> actors, std::string action, std::string document = "a") {
  return told({}, {}, "", "", std::move(actors), std::move(action), std::move(document));
}

EventMap mapped(std::vector<EventMention> mentions, std::vector<topos::EventLink> links = {},
                EventMap::Options options = {}) {
  EventMap map(std::move(options));
  map.add({std::move(mentions), std::move(links)});
  map.finish();
  return map;
}

}  // namespace

TEST_CASE("a year and a month of it are one event if action and actors are the same") {
  const EventMap map = mapped({year(2018, {"china", "russia"}, "cooperate"), month(2018, 6, {}, "cooperate"),
                               month(2018, 9, {"china"}, "cooperate"), month(2018, 6, {"china"}, "compete")});
  REQUIRE(map.nodes().size() == 3);
  CHECK(map.nodes()[0].mentions.size() == 2);
  CHECK(map.nodes()[0].first == Date{2018, 6, 1});
  CHECK(map.mentions()[map.nodes()[0].when].time.precision == "month");
}

TEST_CASE("mentions of one year are one event unless their actions differ or nobody takes part in both") {
  CHECK(mapped({year(2022, {"russia"}, "coerce"), year(2022, {"russia"}, "")}).nodes().size() == 1);
  CHECK(mapped({year(2022, {"russia"}, "coerce"), since(2022, {"russia"}, "seek")}).nodes().size() == 1);
  CHECK(mapped({year(2022, {"russia"}, "coerce"), year(2022, {"russia"}, "seek")}).nodes().size() == 2);
  CHECK(mapped({year(2022, {"russia"}, "coerce"), year(2022, {"china"}, "coerce")}).nodes().size() == 2);
  CHECK(mapped({year(2022, {"russia"}, ""), month(2022, 5, {"russia"}, "provide")}).nodes().size() == 2);
  CHECK(mapped({year(2022, {}, ""), year(2022, {"russia"}, "")}).nodes().size() == 1);
  CHECK(mapped({year(2022, {}, ""), year(2022, {"russia"}, "", "b")}).nodes().size() == 2);
}

TEST_CASE("two documents tell one event of a year only by a common action") {
  CHECK(mapped({year(2022, {"russia"}, ""), year(2022, {"russia"}, "", "b")}).nodes().size() == 2);
  CHECK(mapped({year(2022, {"russia"}, "coerce"), year(2022, {"russia"}, "", "b")}).nodes().size() == 2);
  CHECK(mapped({month(2022, 5, {"russia"}, ""), month(2022, 5, {"russia"}, "coerce", "b")}).nodes().size() == 1);
}

TEST_CASE("what is denied is no telling of what is affirmed") {
  EventMention denied = year(2022, {"russia"}, "coerce");
  denied.denied = true;
  CHECK(mapped({year(2022, {"russia"}, "coerce"), denied}).nodes().size() == 2);
}

TEST_CASE("without merging every mention is a node") {
  EventMap::Options options;
  options.merge = false;
  CHECK(mapped({year(2022, {"russia"}, ""), year(2022, {"russia"}, "")}, {}, options).nodes().size() == 2);
}

TEST_CASE("sources keep their own tellings in lanes of their own") {
  EventMap::Options options;
  options.lanes = "source";
  const std::vector<EventMention> mentions{year(2022, {"russia"}, "coerce"), year(2022, {"russia"}, "coerce", "b")};
  CHECK(mapped(mentions).nodes().size() == 1);
  CHECK(mapped(mentions, {}, options).nodes().size() == 2);
}

TEST_CASE("a time that is told by its order alone is relative, and one event with nothing else") {
  const auto order = [] { return told({}, {}, "", "before", {"russia"}, "seek"); };
  const EventMap map = mapped({order(), order(), undated({"russia"}, "seek"), undated({"russia"}, "seek")});
  int relative = 0;
  for (const EventNode& node : map.nodes()) {
    relative += node.kind == EventNode::Kind::relative ? 1 : 0;
    if (node.kind == EventNode::Kind::relative) CHECK(node.mentions.size() == 1);
  }
  CHECK(relative == 2);
}

TEST_CASE("before joins neighbours of a lane that do not overlap") {
  const EventMap map = mapped({year(2013, {"x"}, ""), year(2022, {"x"}, "a"), month(2022, 5, {"x"}, "b"),
                               month(2023, 6, {"x"}, ""), year(2014, {"y"}, "")});
  REQUIRE(map.nodes().size() == 5);
  std::vector<std::pair<int, int>> years;
  for (const EventEdge& edge : map.edges())
    years.emplace_back(map.nodes()[edge.from].first.year, map.nodes()[edge.to].first.year);
  CHECK(years == std::vector<std::pair<int, int>>{{2013, 2022}, {2013, 2022}, {2022, 2023}});
}

TEST_CASE("an event without a date is shown if causes join it to one with a date") {
  const std::vector<EventMention> mentions{year(2022, {"west"}, "coerce"),
                                           undated({"russia", "asean"}, "seek"),
                                           undated({"russia"}, "seek", "b"),
                                           undated({"europe"}, ""),
                                           undated({"x"}, ""),
                                           undated({"y"}, "")};
  const std::vector<topos::EventLink> links{
      {0, 1, "driven", false}, {3, 2, "the effect of", true}, {4, 5, "led to", false}};
  const EventMap map = mapped(mentions, links);
  REQUIRE(map.nodes().size() == 3);
  REQUIRE(map.edges().size() == 2);
  CHECK(map.edges()[0].label == "driven");
  CHECK(map.edges()[1].negated == 1);
  CHECK(map.edges()[1].affirmed == 0);
  CHECK(map.nodes()[map.edges()[1].to].mentions.size() == 2);
  EventMap::Options options;
  options.undated = true;
  CHECK(mapped(mentions, links, options).nodes().size() == 5);
}

TEST_CASE("one document's words do not stand for what others tell") {
  const EventMap map = mapped({year(2022, {"russia"}, "coerce", "a"), year(2022, {"russia"}, "coerce", "b"),
                               year(2013, {"china"}, ""), year(2013, {"china"}, "")});
  REQUIRE(map.nodes().size() == 2);
  CHECK_FALSE(map.nodes()[0].neutral);
  CHECK(map.nodes()[0].wordings.size() == 2);
  CHECK(map.nodes()[1].neutral);
  CHECK(map.nodes()[1].wordings == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a cause that is only supposed is neither affirmed nor denied") {
  const EventMap map = mapped({year(2001, {"a"}, ""), undated({"b"}, "x")}, {{0, 1, "because of", false, true, true}});
  REQUIRE(map.edges().size() == 1);
  CHECK(map.edges()[0].supposed == 1);
  CHECK(map.edges()[0].affirmed == 0);
  CHECK(map.edges()[0].before_cause);
}

TEST_CASE("causes in a ring end") {
  const EventMap map =
      mapped({year(2001, {"a"}, ""), undated({"b"}, "x"), undated({"c"}, "x")},
             {{0, 1, "led to", false}, {1, 2, "led to", false}, {2, 0, "led to", false}, {2, 0, "led to", true}});
  CHECK(map.nodes().size() == 3);
  CHECK(map.edges().size() == 3);
}

TEST_CASE("a name that people gave joins what the rules keep apart") {
  std::vector<EventMention> mentions{year(2001, {"a"}, "x"), year(2002, {"b"}, "y"), year(2003, {"c"}, "")};
  mentions[0].name = mentions[1].name = "the crisis";
  const EventMap map = mapped(mentions);
  REQUIRE(map.nodes().size() == 2);
  CHECK(map.nodes()[0].name == "the crisis");
  CHECK(map.nodes()[0].first == Date{2001, 1, 1});
  CHECK(map.nodes()[0].last == Date{2002, 12, 31});
}

TEST_CASE("times outside the asked ones and rare events are left out") {
  EventMap::Options options;
  options.since = Date{2014, 1, 1};
  options.until = Date{2020, 12, 31};
  CHECK(mapped({year(2013, {"x"}, ""), year(2015, {"x"}, ""), year(2021, {"x"}, "")}, {}, options).nodes().size() == 1);
  EventMap::Options rare;
  rare.least = 2;
  CHECK(mapped({year(2013, {"x"}, ""), year(2015, {"x"}, ""), year(2015, {"x"}, "")}, {}, rare).nodes().size() == 1);
}

TEST_CASE("a hundred thousand events are merged in no time") {
  std::vector<EventMention> mentions;
  for (int i = 0; i < 100'000; ++i)
    mentions.push_back(year(1900 + i % 150, {"actor" + std::to_string(i % 211)},
                            i % 3 == 0 ? "" : "action" + std::to_string(i % 9), "d" + std::to_string(i % 1000)));
  const auto begin = std::chrono::steady_clock::now();
  const EventMap map = mapped(std::move(mentions));
  CHECK(map.nodes().size() > 1000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
