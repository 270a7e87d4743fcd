// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// Tests of fields, all of which must hold: `genre=mfa|oped,date>=2022-02-24,negated=0`.
///
/// A comma is "and", `|` is "or" among values, `field=` asks for a missing field and `field!=` for one that is there.
/// Values may stand in single or double quotes, doubled inside. Numbers compare as numbers. ISO dates (year, month or
/// day) compare at the precision of the test: `date<=2022` holds for 2022-12-31. Anything else is equal or not, byte by
/// byte. `!=` holds if the field is missing,
/// `<` `<=` `>` `>=` do not.
class Filter {
 public:
  /// Adds the tests of `text` to those that must hold.
  /// Errors: Errc::filter, with the column in `text`.
  void add(std::string_view text);

  [[nodiscard]] bool empty() const noexcept { return tests_.empty(); }

  /// The fields that the tests name, each once, in order.
  [[nodiscard]] std::vector<std::string> fields() const;

  /// The value of a field, or nothing if it is missing.
  using Lookup = std::function<std::optional<std::string_view>(std::string_view field)>;

  /// Whether every test holds; true without tests.
  [[nodiscard]] bool matches(const Lookup& lookup) const;

  /// A copy with those tests only whose field `keep` accepts: what can be decided before all fields are known.
  [[nodiscard]] Filter only(const std::function<bool(std::string_view field)>& keep) const;

 private:
  enum class Comparison : std::uint8_t { equal, unequal, less, at_most, greater, at_least };
  struct Value {
    std::string text;
    std::optional<double> number;
    bool date = false;
  };
  struct Test {
    std::string field;
    Comparison comparison = Comparison::equal;
    std::vector<Value> values;  ///< none: the test is for a missing field, or for one that is there
  };
  class Parser;

  static bool holds(const Test& test, std::optional<std::string_view> value);
  static bool compare(Comparison comparison, const Value& wanted, std::string_view value);

  std::vector<Test> tests_;
};

}  // namespace topos
