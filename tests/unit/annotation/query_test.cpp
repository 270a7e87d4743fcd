// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/query_run.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

using topos::test::code;
using topos::test::Finder;

/// Title, body with two sections and references, with hits in each.
struct Fixture {
  Fixture()
      : finder(code("actor.org.asean", "patterns.en = ['asean', 'asean states']") +
               code("actor.state.china", "patterns.en = ['china', 'states and china']") +
               code("frame.turn", "patterns.en = [{ match = 'turn', weight = 0.5 }]")) {
    topos::Document document = topos::test::document_of(
        "ASEAN\n\nASEAN states and China turn. No turn.\n\nChina “turn” here, http://a.org/china now\n\nChina 2020");
    document.metadata.set("genre", "mfa");
    document.regions[0].name = topos::RegionName::title;
    document.sections = {"", "1", "2"};
    document.regions[1].section = 1;
    document.regions[2].section = 2;
    document.regions[3].name = topos::RegionName::references;
    annotated = finder.annotate(document);
  }
  /// "code span values" of what counts.
  std::string run(const std::string& where, const std::vector<std::string>& codes = {},
                  std::vector<std::string> by = {}, std::uint32_t level = 0) {
    topos::QueryOptions options;
    if (!where.empty()) options.where.add(where);
    options.codes = topos::CodeSelection(codes);
    options.by = std::move(by);
    options.level = level;
    const topos::Query query(options);
    topos::QueryRun run(query);
    const topos::QueryResult& result = run.run(annotated);
    std::string all;
    for (const topos::QueryHit& hit : result.hits) {
      if (!all.empty()) all += " | ";
      all.append(result.row_of(hit).code).append(": ").append(hit.span.in(annotated.document.text));
      for (const std::string& value : result.values_of(hit)) all += " [" + value + ']';
    }
    all += " #";
    for (const topos::QueryGroup& group : result.groups) {
      for (const std::string& value : group.values) all += ' ' + value;
      all += ' ' + std::to_string(group.size.words);
    }
    return all;
  }
  Finder finder;
  topos::AnnotatedDocument annotated;
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "the analysis text counts, hits in URLs do not") {
  CHECK(run("", {"actor.*"}) ==
        "actor.org.asean: ASEAN states | actor.state.china: states and China | actor.state.china: China # 14");
}

TEST_CASE_FIXTURE(Fixture, "hits in URLs count when --where speaks of them") {
  CHECK(run("url=1") == "actor.state.china: china # 14");
  CHECK(run("url=0|1", {"actor.state.china"}) ==
        "actor.state.china: states and China | actor.state.china: China | actor.state.china: china # 14");
}

TEST_CASE_FIXTURE(Fixture, "tests of documents, places and hits: only the first two restrict the words") {
  CHECK(run("genre=mfa,section=2", {"frame.turn"}) == "frame.turn: turn # 7");
  CHECK(run("negated=1", {"frame.turn"}) == "frame.turn: turn # 14");
  CHECK(run("quoted=1") == "frame.turn: turn # 14");
  CHECK(run("genre=oped") == " #");
  CHECK(run("section=9") == " #");
  CHECK(run("region=body", {"frame.turn"}) == "frame.turn: turn | frame.turn: turn | frame.turn: turn # 14");
}

TEST_CASE_FIXTURE(Fixture, "groups hold the words of their part of the document, also without hits") {
  CHECK(run("", {"frame.turn"}, {"section"}) ==
        "frame.turn: turn [1] | frame.turn: turn [1] | frame.turn: turn [2] # 1 7 2 7");
  CHECK(run("", {"actor.org.asean"}, {"genre", "section"}) ==
        "actor.org.asean: ASEAN states [mfa] [1] # mfa 1 7 mfa 2 7");
  CHECK(run("", {"frame.turn"}, {"nothing"}) ==
        "frame.turn: turn [] | frame.turn: turn [] | frame.turn: turn [] #  14");
}

TEST_CASE_FIXTURE(Fixture, "attributes of hits split hits and never words") {
  CHECK(run("", {"frame.turn"}, {"negated"}) ==
        "frame.turn: turn [0] | frame.turn: turn [1] | frame.turn: turn [0] #  14");
  CHECK(run("", {"frame.turn"}, {"section", "quoted"}) ==
        "frame.turn: turn [1] [0] | frame.turn: turn [1] [0] | frame.turn: turn [2] [1] # 1  7 2  7");
}

TEST_CASE_FIXTURE(Fixture, "an ancestor named without a glob is a row of runs of overlapping spans") {
  CHECK(run("", {"actor"}) == "actor: ASEAN states and China | actor: China # 14");
  CHECK(run("", {"actor.org"}) == "actor.org: ASEAN states # 14");
  CHECK(run("", {"actor", "actor.state.china"}) ==
        "actor: ASEAN states and China | actor.state.china: states and China | actor: China | actor.state.china: China "
        "# 14");
}

TEST_CASE_FIXTURE(Fixture, "a level folds codes, and overlapping hits of one folded code are one") {
  CHECK(run("", {}, {}, 1) ==
        "actor: ASEAN states and China | frame: turn | frame: turn | actor: China | frame: turn # 14");
  CHECK(run("", {"actor.*"}, {}, 2) ==
        "actor.org: ASEAN states | actor.state: states and China | actor.state: China # 14");
  CHECK(run("", {"actor.*"}, {}, 9) ==
        "actor.org.asean: ASEAN states | actor.state.china: states and China | actor.state.china: China # 14");
}

TEST_CASE_FIXTURE(Fixture, "runs end at the border of a group") {
  CHECK(run("", {"actor"}, {"section"}) == "actor: ASEAN states and China [1] | actor: China [2] # 1 7 2 7");
}

TEST_CASE_FIXTURE(Fixture, "exclusions leave out") {
  CHECK(run("", {"actor.*", "-actor.state"}) == "actor.org.asean: ASEAN states # 14");
  CHECK(run("", {"-actor.*"}) == "frame.turn: turn | frame.turn: turn | frame.turn: turn # 14");
}

TEST_CASE_FIXTURE(Fixture, "codes of hits can be tested by --where too") {
  CHECK(run("code=frame.turn,weight<1,sentence>2") == "frame.turn: turn | frame.turn: turn # 14");
}

TEST_CASE("metadata fields are told, places and hits are known") {
  topos::QueryOptions options;
  options.where.add("genre=mfa,region=body,negated=0,document=a");
  options.by = {"year", "section"};
  const topos::Query query(options);
  CHECK(query.metadata_fields() == std::vector<std::string>{"genre", "year"});
  CHECK(query.names_region());
  CHECK(query.names_hit());
  CHECK_FALSE(topos::Query({}).names_region());
  CHECK_FALSE(topos::Query({}).names_hit());
}

TEST_CASE("a document without analysis text is still a document of its group") {
  topos::AnnotatedDocument empty;
  empty.document.id = "a";
  empty.document.metadata.set("genre", "mfa");
  topos::QueryOptions options;
  options.by = {"genre"};
  const topos::Query query(options);
  topos::QueryRun run(query);
  const topos::QueryResult& result = run.run(empty);
  CHECK(result.selected);
  REQUIRE(result.groups.size() == 1);
  CHECK(result.groups[0].values == std::vector<std::string>{"mfa"});
  CHECK(result.groups[0].size.words == 0);
}
