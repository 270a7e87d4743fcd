// SPDX-License-Identifier: Apache-2.0
#include "topos/report/provenance.hpp"

#include <doctest/doctest.h>

TEST_CASE("provenance is one JSON object with null for what had no part") {
  topos::Provenance provenance;
  provenance.version = "1.2.3";
  provenance.icu = "72.1";
  provenance.unicode = "15.0";
  provenance.arguments = {"count", "--where=a=\"b\""};
  CHECK(to_json(provenance) ==
        R"({"topos":"1.2.3","schema":1,"codebooks":[],"tokenizer":null,"icu":"72.1","unicode":"15.0","seed":null,)"
        R"("arguments":["count","--where=a=\"b\""]})");
  provenance.codebooks = {{"eastward", "0.1.0", "ab"}, {"x", "1", "cd"}};
  provenance.tokenizer = "rules 1";
  provenance.seed = 7;
  CHECK(
      to_json(provenance) ==
      R"({"topos":"1.2.3","schema":1,"codebooks":[{"id":"eastward","version":"0.1.0","sha256":"ab"},{"id":"x","version":"1","sha256":"cd"}],)"
      R"("tokenizer":"rules 1","icu":"72.1","unicode":"15.0","seed":7,"arguments":["count","--where=a=\"b\""]})");
}

TEST_CASE("two runs with equal arguments have equal provenance") {
  CHECK(to_json(topos::current_provenance()) == to_json(topos::current_provenance()));
}
