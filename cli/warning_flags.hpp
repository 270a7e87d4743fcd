// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

namespace topos::cli {

inline constexpr std::uint64_t fewest_documents = 5;  ///< W02: below it a group is described, not tested
inline constexpr std::uint64_t rare = 5;              ///< W04
inline constexpr double unlike_lengths = 2;           ///< W08: texts of one side so often as long as the other's
inline constexpr double much_furniture = 0.1;         ///< W07: share of words in references and boilerplate
inline constexpr std::size_t large_family = 50;       ///< W22

/// The warnings that touch one row of a table.
class WarningFlags {
 public:
  /// Raises it once, however often it is.
  void raise(bool condition, const char* id);
  /// W01 for one document, W02 for fewer than five: what is said of them is no inference. One has both.
  void raise_few_documents(std::uint64_t documents);
  /// Ids in their order, with spaces between, for the column `flags`.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// Adds the ids in the text of a row's flags to those of the table.
  static void gather(const std::string& text, std::set<std::string>& raised);
  /// Says on standard error what each means.
  static void print(const std::set<std::string>& raised);
  /// Whether any was printed in this run: under --strict it ends with status 1.
  [[nodiscard]] static bool any_printed() noexcept;

 private:
  std::string text_;
};

/// While it lives, no warning and no note is printed: for numbers that nobody is shown.
class Silence {
 public:
  Silence();
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
  ~Silence();

 private:
  bool quiet_;
};

}  // namespace topos::cli
