// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topos {

/// Metadata from file names: "{country}_{year}" reads RUS_2014.txt. Each field takes as little as the text around it
/// allows; `year` takes four digits and `date` an ISO date.
class NamePattern {
 public:
  /// Errors: Errc::usage, if it has no field, a field twice, or two fields with nothing between them.
  explicit NamePattern(const std::string& pattern);
  NamePattern(NamePattern&&) noexcept;
  NamePattern& operator=(NamePattern&&) noexcept;
  ~NamePattern();

  using Fields = std::vector<std::pair<std::string, std::string>>;
  /// The fields of the file name at the end of `id`, without its extensions; nothing if it does not fit. Thread-safe.
  [[nodiscard]] std::optional<Fields> match(std::string_view id) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
