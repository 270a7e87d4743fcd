// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "topos/text/near_duplicates.hpp"

using namespace topos;

namespace {

std::string numbered(std::string name, int i) { return name.append(std::to_string(i)); }

/// `shared` words that all texts have, then `own` words of this text: all words are distinct, so that the number of
/// shingles is known and the Jaccard similarity of two such texts is (shared - 4) / (shared + own + own' - 4 + …).
std::string text(int shared, int own, const std::string& name) {
  std::string out;
  for (int i = 0; i < shared; ++i) out.append(numbered("s", i)).append(1, ' ');
  for (int i = 0; i < own; ++i) out.append(numbered(name, i)).append(1, ' ');
  return out;
}

/// Exact Jaccard similarity of text(shared, own, a) and text(shared, own, b).
double jaccard(int shared, int own) {
  const double common = shared - 4;
  return common / (common + 2.0 * own);
}

double estimate(const std::string& a, const std::string& b) {
  NearDuplicates found(0.0);
  found.add("a", text_signature(a));
  const auto twin = found.add("b", text_signature(b));
  return twin ? twin->similarity : 0.0;
}

}  // namespace

TEST_CASE("equal texts have equal signatures, whatever the case, spaces and punctuation") {
  CHECK(text_signature("One two, three four five six.").minima ==
        text_signature("one TWO three\nfour -- five six").minima);
  CHECK(text_signature("one two three four five six").minima != text_signature("one two three four five seven").minima);
}

TEST_CASE("texts of fewer than five words are never near-duplicates") {
  NearDuplicates found;
  CHECK(text_signature("one two three four").empty);
  CHECK(text_signature("").empty);
  CHECK_FALSE(text_signature("one two three four five").empty);
  CHECK_FALSE(text_signature("东盟峰会今").empty);
  CHECK_FALSE(found.add("a", text_signature("one two")));
  CHECK_FALSE(found.add("b", text_signature("one two")));
}

TEST_CASE("the estimate is near the exact Jaccard similarity") {
  for (const int own : {0, 50, 200, 500}) {
    const double exact = jaccard(1004, own);
    // Four standard errors of 128 minima.
    CHECK(estimate(text(1004, own, "a"), text(1004, own, "b")) ==
          doctest::Approx(exact).epsilon(0).scale(1).epsilon(4 * std::sqrt(0.25 / 128)));
  }
}

TEST_CASE("pairs well above the threshold are found and pairs well below it are not") {
  int above = 0;
  int below = 0;
  for (int round = 0; round < 50; ++round) {
    NearDuplicates found(0.6);
    const std::string name = numbered("r", round).append("x");
    found.add("a", text_signature(name + text(1004, 150, name)));
    above += found.add("b", text_signature(name + text(1004, 150, name + "b"))).has_value();
    NearDuplicates other(0.6);
    other.add("a", text_signature(name + text(1004, 600, name)));
    below += other.add("b", text_signature(name + text(1004, 600, name + "b"))).has_value();
  }
  CHECK(jaccard(1004, 150) > 0.76);
  CHECK(above == 50);
  CHECK(jaccard(1004, 600) < 0.46);
  CHECK(below == 0);
}

TEST_CASE("the most similar earlier document is named, the first of equals") {
  NearDuplicates found;
  const auto signature = text_signature(text(500, 0, "x"));
  CHECK_FALSE(found.add("first", signature));
  CHECK_FALSE(found.add("other", text_signature(text(0, 500, "y"))));
  found.add("near", text_signature(text(500, 40, "z")));
  const auto again = found.add("second", signature);
  REQUIRE(again);
  CHECK(again->id == "first");
  CHECK(again->similarity == 1.0);
  CHECK(found.add("third", signature)->id == "first");
  CHECK(found.add("near again", text_signature(text(500, 41, "z")))->id == "near");
}

TEST_CASE("many documents keep their twins when the tables grow") {
  NearDuplicates found;
  for (int i = 0; i < 2000; ++i)
    CHECK_FALSE(found.add(numbered("d", i), text_signature(text(0, 60, numbered("w", i).append("x")))));
  for (int i = 0; i < 2000; i += 97) {
    const auto twin = found.add("again", text_signature(text(0, 60, numbered("w", i).append("x"))));
    REQUIRE(twin);
    CHECK(twin->id == numbered("d", i));
  }
}
