// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "topos/discourse/promise_facts.hpp"

namespace topos {

/// Adds up what was found in documents by the values of --by.
class PromiseTotals {
 public:
  using Values = std::vector<std::string>;

  /// A thing with one status.
  struct Row {
    PromiseCheck check = PromiseCheck::announcement;
    std::string item;
    PromiseStatus status = PromiseStatus::announced;
    std::string expected;
    std::uint64_t n = 0;
    std::uint64_t documents = 0;
    std::uint64_t value = 0;
    std::uint64_t base = 0;
    SectionCounts sections;
    std::vector<std::string> evidence;  ///< "document:sentence", the first ones
  };
  /// A code in all documents of a group.
  struct Use {
    std::uint64_t n = 0;
    std::uint64_t documents = 0;
    SectionCounts sections;
    std::map<std::size_t, std::uint64_t> parts;  ///< hits by number in Group::parts
    std::vector<std::string> evidence;
  };
  struct Group {
    std::uint64_t documents = 0;
    std::uint64_t words = 0;
    bool repeats = false;  ///< a document of it nearly repeats an earlier one
    bool draft = false;
    std::vector<double> parts;  ///< words of each document's sections
    std::vector<Row> rows;
    std::map<std::string, Use> uses;
  };
  /// What a group that never has a code is held against.
  struct Silence {
    double expected = 0;  ///< hits at the rate of the other groups; NaN if there is no other text
    double p = 0;         ///< see silence_probability; NaN if it is not defined
  };

  /// `repeats`: the document nearly repeats an earlier one.
  void add(const DocumentPromises& document, bool repeats);
  [[nodiscard]] const std::map<Values, Group>& groups() const noexcept { return groups_; }
  /// Domain: the group has no hit of the code.
  [[nodiscard]] Silence silence(const Group& group, const std::string& code) const;

 private:
  using Key = std::tuple<PromiseCheck, std::string, PromiseStatus>;
  void add_findings(const DocumentPromises& document, Group& group, std::map<Key, std::size_t>& places);
  void add_uses(const DocumentPromises& document, Group& group);

  std::map<Values, Group> groups_;
  std::map<Values, std::map<Key, std::size_t>> places_;
  struct All {
    std::uint64_t n = 0;
    std::uint64_t documents = 0;
  };
  std::uint64_t documents_ = 0;
  std::uint64_t words_ = 0;
  std::map<std::string, All> all_;  ///< codes in all groups
};

}  // namespace topos
