// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace topos {

/// Counts line ends up to rising positions: LF, CR LF and lone CR.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text)
      : text_(text), lone_returns_(text.find('\r') != std::string_view::npos), next_(text.find('\n')) {}
  std::uint32_t line_of(std::uint32_t position) {
    if (!lone_returns_) {
      for (; next_ < position; next_ = text_.find('\n', next_ + 1)) ++line_;
      return line_;
    }
    for (; at_ < position; ++at_)
      if (text_[at_] == '\n' || (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'))) ++line_;
    return line_;
  }

 private:
  std::string_view text_;
  bool lone_returns_;  ///< there may be some
  std::size_t next_;   ///< line end, if there are none
  std::uint32_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace topos
