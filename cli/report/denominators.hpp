// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "report/section.hpp"

namespace topos::cli {

/// Whether groups differ alike if hits are counted per word, per sentence or per document.
class Denominators {
 public:
  /// `sides`: the tests of --compare, else none. `by`: the field that makes the groups, else none.
  Denominators(std::pair<std::string, std::string> sides, const std::vector<std::string>& by);
  /// `passes`: the tests of --compare, the second one first.
  void add(const DocumentTally& tally, const std::array<bool, 2>& passes);
  /// Nothing where there are no two groups.
  void write(ReportSection& out) const;

 private:
  static constexpr std::size_t ways = 3;  ///< words, sentences, documents
  struct Group {
    std::array<double, ways> sizes{};
    std::map<std::string, double> hits;
  };
  struct Line {
    std::string code;
    std::string a;
    std::string b;
    std::array<double, 2> n{};
    std::array<double, ways> ratios{};
  };
  [[nodiscard]] std::vector<Line> lines() const;
  void add_lines(std::vector<Line>& lines, const std::string& a, const Group& of_a, const std::string& b,
                 const Group& of_b) const;
  [[nodiscard]] static bool turns(const Line& line);
  void write_statement(ReportSection& out, const std::vector<Line>& lines) const;
  [[nodiscard]] static Figure figure(const std::vector<Line>& lines);

  std::pair<std::string, std::string> sides_;
  bool groups_wanted_ = false;
  std::map<std::string, Group> groups_;
};

}  // namespace topos::cli
