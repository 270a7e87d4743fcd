// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace topos {

/// Files of a folder or archive that are no texts by their names, counted by what the names end in.
class PassedOver {
 public:
  void add(std::string_view name);
  [[nodiscard]] bool any() const noexcept { return files_ != 0; }
  /// "3 files left out by their names: 2 .doc, 1 without an ending". Of many endings the most frequent are named.
  [[nodiscard]] std::string note() const;

 private:
  std::size_t files_ = 0;
  std::map<std::string, std::size_t, std::less<>> endings_;
};

}  // namespace topos
