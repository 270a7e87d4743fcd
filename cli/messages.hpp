// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "topos/base/error.hpp"

namespace topos::cli {

/// How messages are shown; the output options of a command set it.
struct MessageSettings {
  bool quiet = false;           ///< no notes and no progress
  std::string colour = "auto";  ///< auto, always or never
};
[[nodiscard]] MessageSettings& message_settings() noexcept;

/// Writes "topos: warning[W07]: text" to standard error. All of these are thread-safe; a message is one write.
void warn(std::string_view id, std::string_view text);

/// Writes "topos: note: text" unless --quiet.
void note(std::string_view text);

/// Writes "topos: error: …" and, where there is one, "topos: hint: …".
void fail(const Error& error);
void fail(std::string_view text);

/// Writes text as it is, for short help and provenance.
void say(std::string_view text);

/// One line on standard error that tells how far a run is: only on a terminal, only after a second, never under
/// --quiet.
class Progress {
 public:
  /// `total` 0: not known.
  explicit Progress(std::size_t total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Wipes the line.
  ~Progress();
  void advance(std::size_t done);

 private:
  std::size_t total_;
  bool enabled_;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace topos::cli
