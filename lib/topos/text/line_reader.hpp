// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "topos/text/byte_source.hpp"

namespace topos {

/// Cuts a stream into lines that end with LF.
class LineReader {
 public:
  enum class Result { line, end, too_long };

  explicit LineReader(std::unique_ptr<ByteSource> source, std::size_t longest = largest_document);

  /// The next line without its LF (a CR before it stays); `too_long` has passed over a line longer than the longest.
  Result next(std::string& line);
  /// Number of the line last returned, from 1.
  [[nodiscard]] std::size_t line() const noexcept { return line_; }
  /// Whether the line last returned ended with LF (the last one of a file may not).
  [[nodiscard]] bool terminated() const noexcept { return terminated_; }

 private:
  bool fill();

  std::unique_ptr<ByteSource> source_;
  std::size_t longest_;
  std::unique_ptr<char[]> buffer_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::size_t line_ = 0;
  bool terminated_ = false;
};

/// `line` without CR at its end.
[[nodiscard]] std::string_view without_cr(std::string_view line) noexcept;
/// Whether `line` holds nothing but blanks and tabs (and CR).
[[nodiscard]] bool is_blank_line(std::string_view line) noexcept;
/// `text` without blanks, tabs and CR at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;
/// ASCII letters in lower case.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace topos
