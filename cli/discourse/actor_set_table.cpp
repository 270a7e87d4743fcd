// SPDX-License-Identifier: Apache-2.0
#include "discourse/actor_set_table.hpp"

#include <set>

#include "cells.hpp"
#include "comma_list.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

std::string places_text(const std::vector<std::string>& places, std::uint64_t sentences) {
  const std::string text = joined(places, "; ");
  return sentences > places.size() ? text + "; …" : text;
}

}  // namespace

Table actor_set_table(const ActorSetTally& tally, const std::vector<std::string>& by, std::size_t limit, bool twins,
                      bool draft) {
  Table table;
  table.columns = columns_by({{"first"}, {"second"}, {"third"}}, by,
                             {{"sentences", true},
                              {"documents", true},
                              {"first_second", true},
                              {"first_third", true},
                              {"second_third", true},
                              {"triadicity", true},
                              {"evidence"},
                              {"flags"}});
  std::set<std::string> raised;
  for (const ActorTriple& one : tally.triples()) {
    if (limit > 0 && table.rows.size() >= limit) break;
    std::vector<Cell> cells{one.names[0], one.names[1], one.names[2]};
    add_group(cells, one.group);
    add_counts(cells, {one.sentences, one.documents, one.pairs[0], one.pairs[1], one.pairs[2]});
    cells.push_back(one.pairs[0] == 0 ? undefined : real(one.sentences) / real(one.pairs[0]));
    cells.push_back(text_or_nothing(places_text(one.places, one.sentences)));
    WarningFlags flags;
    flags.raise_few_documents(tally.documents_of(one.group));
    flags.raise(one.sentences < rare, "W04");
    flags.raise(twins, "W12");
    flags.raise(draft, "W13");
    WarningFlags::gather(flags.text(), raised);
    cells.push_back(text_or_nothing(flags.text()));
    table.rows.push_back(std::move(cells));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
