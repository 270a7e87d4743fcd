// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topos {

/// A construct of one format that has no twin in another, and what became of it.
struct Loss {
  enum class Fate : std::uint8_t {
    translated,  ///< the same is found by other means
    changed,     ///< nearly the same is found
    left_out     ///< it is not there
  };
  Fate fate = Fate::left_out;
  std::string construct;  ///< what it is: "condition", "guard", "weight" …
  std::string code;       ///< category or code that it belongs to; may be empty
  std::string text;       ///< as written
  std::string note;       ///< what was done, or why nothing could be done
  std::size_t line = 0;   ///< of the file that was read, from 1; 0: unknown
};

/// "translated", "changed" or "left_out".
[[nodiscard]] inline std::string_view to_string(Loss::Fate fate) noexcept {
  return fate == Loss::Fate::translated ? "translated" : fate == Loss::Fate::changed ? "changed" : "left_out";
}

/// Collects losses in the order in which they are met.
class Losses {
 public:
  void add(Loss loss) { all_.push_back(std::move(loss)); }
  [[nodiscard]] const std::vector<Loss>& all() const noexcept { return all_; }
  [[nodiscard]] std::size_t count(Loss::Fate fate) const noexcept {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [fate](const Loss& loss) { return loss.fate == fate; }));
  }

 private:
  std::vector<Loss> all_;
};

}  // namespace topos
