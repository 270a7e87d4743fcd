// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "topos/annotation/pipeline_progress.hpp"
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

/// How far a run is, after `seconds`: "38 % · 4.1 MB/s · 12 s left", or "120 documents · 40 a second" if it is not
/// known how much there is to read.
[[nodiscard]] std::string progress_text(const PipelineProgress& done, double seconds);

/// One line on standard error that tells how far a run is: only on a terminal, only after a second, never under
/// --quiet.
class Progress {
 public:
  Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Wipes the line.
  ~Progress();
  /// Whether anybody is told.
  [[nodiscard]] bool shown() const noexcept { return shown_; }
  void advance(const PipelineProgress& done);

 private:
  bool shown_;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace topos::cli
