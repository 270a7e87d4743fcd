// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "options.hpp"
#include "options/search.hpp"
#include "topos/discourse/case_counter.hpp"
#include "topos/discourse/event_map.hpp"
#include "topos/discourse/event_reader.hpp"
#include "topos/discourse/mechanism_reader.hpp"

namespace topos::cli {

/// Options that only `process` has.
struct ProcessChoices {
  std::string nodes = "events";
  std::string lanes = "actor";
  std::vector<std::string> edges;
  std::vector<std::string> left;
  std::vector<std::string> right;
  std::string cases;
  std::string source;
  std::string since;
  std::string until;
  std::string merge = "yes";
  std::string show;
  std::string graph;
  std::string title;
  std::int64_t least = 1;
  std::int64_t width = 1123;
  bool undated = false;

  void declare(Options& options);
  /// Errors: Errc::usage, if options contradict each other, or a date is none.
  void check() const;
  [[nodiscard]] bool events() const noexcept { return nodes == "events"; }
  /// Which table: nodes, edges, evidence or causes.
  [[nodiscard]] std::string table() const { return !show.empty() ? show : events() ? "nodes" : "edges"; }
  /// The cases of the file that --cases names, whose anchors are looked for, too; nothing if it names none.
  /// Errors: those of load_cases and CaseSet.
  [[nodiscard]] std::unique_ptr<CaseSet> load(SearchGroup& search) const;
  [[nodiscard]] EventMap::Options map() const;
  /// `set`: null, if codes of the books name the cases.
  [[nodiscard]] EventReader::Options event_reader(const CaseSet* set) const;
  [[nodiscard]] MechanismReader::Options mechanism_reader() const;
  [[nodiscard]] std::string source_field() const { return source.empty() ? "source" : source; }
};

}  // namespace topos::cli
