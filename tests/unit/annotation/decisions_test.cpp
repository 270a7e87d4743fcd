// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "topos/annotation/decisions.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

using namespace topos;

namespace {

/// Writes a table where nothing else is and reads it back.
Decisions decide(const std::string& table) {
  const std::string path = "decisions_test_" + std::to_string(::getpid()) + ".tsv";
  OutputStream out(path);
  out.write(table);
  out.close();
  Decisions decisions(path);
  ::unlink(path.c_str());
  return decisions;
}

NamePool& names() {
  static NamePool pool;
  return pool;
}

/// "war and peace. war" in one paragraph of two sentences, with a hit on each noun.
AnnotatedDocument document() {
  AnnotatedDocument annotated;
  annotated.document.id = "d";
  annotated.document.text = "war and peace.\nwar";
  Region region;
  region.span = {0, 18};
  annotated.document.regions = {region};
  annotated.analysis = {true};
  for (const ByteSpan span : {ByteSpan{0, 3}, ByteSpan{8, 13}, ByteSpan{15, 18}}) {
    Hit hit;
    hit.kind = &names().kind("book", "a", {});
    hit.span = span;
    hit.sentence = 1;
    hit.paragraph = 1;
    annotated.hits.push_back(hit);
  }
  return annotated;
}

Segmentation segmentation() {
  Segmentation cut;
  Sentence first;
  first.span = {0, 14};
  Sentence second;
  second.span = {15, 18};
  cut.sentences = {first, second};
  return cut;
}

std::string id_of(std::size_t hit) {
  const AnnotatedDocument annotated = document();
  return hit_id(annotated, annotated.hits[hit]);
}

std::string shown(const Decisions& decisions) {
  AnnotatedDocument annotated = document();
  decisions.apply(annotated, segmentation(), {}, names());
  std::string out;
  for (const Hit& hit : annotated.hits) {
    const std::string coder(annotated.notes_of(hit).coder);
    out += std::string(hit.code()) + std::to_string(hit.span.begin) + '-' + std::to_string(hit.span.end) +
           (coder.empty() ? "" : "/") + coder + ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("a column that is a slip for one that decides is refused with its place") {
  const auto message = [](const std::string& header) -> std::string {
    try {
      decide(header + "\n");
    } catch (const Error& error) {
      return std::to_string(error.where().line) + ": " + error.hint();
    }
    return "none";
  };
  CHECK(message("id\tkepe\tcode_new") == "1: did you mean 'keep'?");
  CHECK(message("id\tKeep") == "1: did you mean 'keep'?");
  CHECK(message("ID\tkeep") == "1: did you mean 'id'?");
  CHECK(message("id\tkeep\tcodenew") == "1: did you mean 'code_new'?");
  CHECK(message("id\tkeep\ttarget-new") == "1: did you mean 'target_new'?");
  CHECK(message("id\tkeep\tclas_new") == "1: did you mean 'class_new'?");
  CHECK(message("id\tkeep\tcodr") == "1: did you mean 'code' or 'coder'?");
}

TEST_CASE("columns of other tables, and those that people add, are no slips") {
  for (const std::string header :
       {"id\tdocument\tleft\tnode\tright\tcode\tkeep\tcode_new\tnote\tcoder", "id\tkeep\tremark\tit\ten\tnode",
        "document\tid\tsource\tclass\ttarget\tmode\tkeep\tclass_new", "id\tkeep\tcodes\tdocuments\tcoders\tdate"})
    CHECK_NOTHROW(decide(header + "\n"));
}

TEST_CASE("an empty keep decides nothing, no drops, yes keeps") {
  const Decisions decisions =
      decide("id\tkeep\tcoder\n" + id_of(0) + "\t\tAda\n" + id_of(1) + "\tNO\tAda\n" + id_of(2) + "\t1\tBo\n");
  CHECK(shown(decisions) == "a0-3 a15-18/Bo ");
  CHECK(decisions.coders() == std::vector<std::string>{"Ada", "Bo"});
  CHECK(decisions.unknown() == 0);
}

TEST_CASE("a new code recodes, also where keep is no, and the hit keeps its id") {
  const Decisions decisions =
      decide("id\tkeep\tcode\tcode_new\n" + id_of(1) + "\tno\ta\tb\n" + id_of(0) + "\tyes\tz\t\n");
  CHECK(shown(decisions) == "a0-3 b8-13 a15-18 ");
  AnnotatedDocument annotated = document();
  decisions.apply(annotated, segmentation(), {}, names());
  CHECK(hit_id(annotated, annotated.hits[1]) == id_of(1));
}

TEST_CASE("without a column code_new the column code recodes") {
  CHECK(shown(decide("id\tcode\n" + id_of(0) + "\tc\n")) == "c0-3 a8-13 a15-18 ");
}

TEST_CASE("one row decides about all hits of a run") {
  CHECK(shown(decide("id\tkeep\n" + id_of(0) + ' ' + id_of(2) + "\tno\n")) == "a8-13 ");
}

TEST_CASE("added hits know their place, and one that is there already is not added again") {
  const Decisions decisions =
      decide("document\tbegin\tend\tcode\tcoder\nd\t15\t18\tb\tAda\nd\t0\t3\ta\tAda\nelsewhere\t0\t3\ta\tAda\n");
  CHECK(decisions.adds());
  CHECK(shown(decisions) == "a0-3 a8-13 a15-18 b15-18/Ada ");
  AnnotatedDocument annotated = document();
  decisions.apply(annotated, segmentation(), {}, names());
  CHECK(annotated.hits[3].sentence == 2);
  CHECK(annotated.hits[3].analysis_sentence == 2);
  CHECK(annotated.hits[3].line == 2);
  CHECK(annotated.hits[3].codebook() == "book");
  CHECK(decisions.unknown() == 1);
}

TEST_CASE("what cannot be meant is an error with its line") {
  CHECK_THROWS_AS(decide("id\tkeep\nx\tmaybe\n"), Error);
  CHECK_THROWS_AS(decide("id\tkeep\nx\tyes\nx\tno\n"), Error);
  CHECK_THROWS_AS(decide("id\tcode_new\nx\ta\nx\tb\n"), Error);
  CHECK_THROWS_AS(decide("id\tkeep\n\tyes\n"), Error);
  CHECK_THROWS_AS(decide("keep\nyes\n"), Error);
  CHECK_THROWS_AS(decide("document\tbegin\tend\tcode\nd\t-1\t3\ta\n"), Error);
  CHECK_THROWS_AS(decide("document\tbegin\tend\tcode\nd\t1\t3\t\n"), Error);
  CHECK_NOTHROW(decide("id\tkeep\nx\tyes\nx\tyes\nx\t\n"));
  CHECK_THROWS_AS(shown(decide("document\tbegin\tend\tcode\nd\t15\t19\ta\n")), Error);
}
