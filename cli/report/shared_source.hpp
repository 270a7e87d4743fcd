// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "shared_fields.hpp"
#include "topos/text/document.hpp"

namespace topos::cli {

/// The metadata field by which documents belong together most: what --cluster should name.
class SharedSource {
 public:
  using Values = std::array<std::string, SharedFields::fields>;
  /// On any thread.
  [[nodiscard]] static Values look(const Document& document);
  /// In input order.
  void add(Values values) { documents_.push_back(std::move(values)); }

  /// Of the fields that several documents share a value of, the one with fewest values, two or more; empty: none.
  [[nodiscard]] std::string field() const;
  /// The documents' values of it.
  [[nodiscard]] std::vector<std::string> clusters() const;
  [[nodiscard]] std::size_t documents() const noexcept { return documents_.size(); }
  /// How many values it has, each document without one being one.
  [[nodiscard]] std::size_t values() const { return values_of(chosen()); }

 private:
  static constexpr std::size_t none = SharedFields::fields;
  [[nodiscard]] std::size_t chosen() const;
  [[nodiscard]] std::size_t values_of(std::size_t field) const;

  std::vector<Values> documents_;
};

/// Differences that a test upholds, of those that were tested.
struct UpheldOf {
  std::size_t upheld = 0;
  std::size_t tests = 0;
};

/// What is left of differences that were found as if documents were independent: "Between groups 3 of 65 differences
/// are upheld so; with --cluster source 2 of 65."
[[nodiscard]] std::string clustered_in_words(const SharedSource& source, const std::string& where, const UpheldOf& once,
                                             const UpheldOf& clustered);

}  // namespace topos::cli
