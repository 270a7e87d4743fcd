// SPDX-License-Identifier: Apache-2.0
#include "words/reference_list.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "word_list.hpp"

namespace topos::cli {
namespace {

/// Counts stay exact in doubles.
constexpr std::int64_t largest_whole = std::int64_t{1} << 53;

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

std::optional<std::uint64_t> count_of(std::string_view cell) {
  const auto number = parse_integer(cell);
  if (!number || *number < 0 || *number > largest_whole) return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

/// Where the columns of a list stand.
struct Places {
  std::size_t feature = 0;
  std::size_t n = 1;

  void take_header(const std::vector<std::string_view>& cells) {
    const auto place = [&](std::string_view name, std::size_t otherwise) {
      const auto found = std::find(cells.begin(), cells.end(), name);
      return found == cells.end() ? otherwise : static_cast<std::size_t>(found - cells.begin());
    };
    feature = place("feature", feature);
    n = place("n", n);
  }
};

}  // namespace

ReferenceList read_reference_list(const std::string& path, const std::function<std::string(std::string_view)>& fold) {
  ReferenceList list;
  Places places;
  bool first = true;
  each_line(path, [&](std::string_view line, std::size_t number) {
    const std::vector<std::string_view> cells = split(line);
    const bool may_be_header = std::exchange(first, false);
    if (cells[0] == "#total" && cells.size() == 2) {
      const auto total = count_of(cells[1]);
      if (!total || *total == 0) throw Error(Errc::table, "#total needs a number of words", {path, number});
      list.total = *total;
      return;
    }
    const bool reaches = cells.size() > std::max(places.feature, places.n);
    const auto n = reaches ? count_of(cells[places.n]) : std::nullopt;
    const bool has_digits = reaches && cells[places.n].find_first_of("0123456789") != std::string_view::npos;
    if (!n && !has_digits && may_be_header && cells.size() > 1) return places.take_header(cells);
    if (!n || cells[places.feature].empty())
      throw Error(Errc::table, "a line of a frequency list is a feature, a tab and a whole number", {path, number});
    list.n[fold(cells[places.feature])] += *n;
    list.listed += *n;
    if (list.listed > static_cast<std::uint64_t>(largest_whole))
      throw Error(Errc::table, "the numbers of the list are too large to be added up", {path, number});
  });
  return list;
}

}  // namespace topos::cli
