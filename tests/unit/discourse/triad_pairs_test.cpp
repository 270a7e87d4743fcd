// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/triad_pairs.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

topos::TriadRow triad(const char* source, const char* action, const char* target, int polarity,
                      bool symmetric = false) {
  topos::TriadRow row;
  row.source = source;
  row.action = action;
  row.target = target;
  row.polarity = polarity;
  row.symmetric = symmetric;
  return row;
}

/// Four triads of one group; with a stance the group has room for its value.
topos::DocumentTriads document(bool stance) {
  topos::DocumentTriads triads;
  triads.selected = true;
  triads.groups = {stance ? std::vector<std::string>{"mfa", ""} : std::vector<std::string>{"mfa"}};
  triads.rows = {triad("b", "act.coerce", "a", -1), triad("a", "act.help", "b", 1),
                 triad("a", "act.help", "b", 1, true), triad("c", "act.help", "", 1)};
  return triads;
}

std::string written(const topos::DocumentPairs& pairs) {
  std::string text;
  for (const topos::DocumentPairs::Pair& pair : pairs.pairs) {
    const topos::RowKey& second = pairs.codes[pair.b].key;
    text += std::string(pairs.codes[pair.a].key.code) + ' ' + std::string(second.code) + ' ' + second.group.back() +
            ' ' + std::to_string(pair.units) + '\n';
  }
  return text;
}

std::string tied(topos::TriadTie tie, const char* stance) {
  topos::TriadPairs pairs(tie, stance, {});
  return written(pairs.count(document(*stance != '\0')));
}

}  // namespace

TEST_CASE("directed triads keep their direction and symmetric ones have none") {
  CHECK(tied(topos::TriadTie::directed, "") == "a b mfa 1\nb a mfa 1\n");
}

TEST_CASE("relations join both actors of all triads and tell them apart by polarity") {
  CHECK(tied(topos::TriadTie::relations, "") == "a b mfa 3\n");
  CHECK(tied(topos::TriadTie::relations, "polarity") == "a b -1 1\na b 1 2\n");
}

TEST_CASE("actions are tied to who does them and to both ends of symmetric ones") {
  CHECK(tied(topos::TriadTie::actions, "") ==
        "a act.help mfa 2\nact.coerce b mfa 1\nact.help b mfa 1\nact.help c mfa 1\n");
}

TEST_CASE("triads that people dropped tie nobody") {
  topos::DocumentTriads triads = document(false);
  for (topos::TriadRow& row : triads.rows) row.kept = false;
  topos::TriadPairs pairs(topos::TriadTie::relations, "", {});
  CHECK(pairs.count(triads).pairs.empty());
}
