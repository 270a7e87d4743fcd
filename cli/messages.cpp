// SPDX-License-Identifier: Apache-2.0
#include "messages.hpp"

#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <mutex>

#include "terminal.hpp"
#include "topos/base/number.hpp"

namespace topos::cli {
namespace {

constexpr int standard_error = 2;
constexpr std::string_view wipe = "\r\x1b[K";
constexpr auto first_progress = std::chrono::seconds(1);
constexpr auto between_progress = std::chrono::milliseconds(200);

std::mutex lock;
bool line_shown = false;
/// When what is in progress began; one thing is at a time.
std::chrono::steady_clock::time_point begun;

/// Nothing can be said about a standard error that does not take what is written to it.
void write_all(std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(standard_error, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string coloured(std::string_view label, std::string_view code) {
  if (!wants_colour(standard_error, message_settings().colour)) return std::string(label);
  return "\x1b[" + std::string(code) + 'm' + std::string(label) + "\x1b[0m";
}

void write_message(const std::string& text) {
  const std::lock_guard guard(lock);
  write_all(line_shown ? std::string(wipe) + text : text);
  line_shown = false;
}

/// How fast it goes, and how long it will take if the end is known.
std::string pace(std::size_t done, std::size_t total, std::chrono::steady_clock::duration taken) {
  const double seconds = std::chrono::duration<double>(taken).count();
  if (done == 0 || seconds <= 0) return {};
  const double rate = static_cast<double>(done) / seconds;
  std::string text = ", " + number_text(rate, rate < 10 ? 1 : 0) + " in a second";
  if (total > done) text += ", " + number_text(std::ceil(static_cast<double>(total - done) / rate), 0) + " s left";
  return text;
}

}  // namespace

MessageSettings& message_settings() noexcept {
  static MessageSettings settings;
  return settings;
}

void warn(std::string_view id, std::string_view text) {
  write_message("topos: " + coloured("warning[" + std::string(id) + ']', "1;33") + ": " + std::string(text) + '\n');
}

void note(std::string_view text) {
  if (!message_settings().quiet) write_message("topos: note: " + std::string(text) + '\n');
}

void fail(std::string_view text) {
  write_message("topos: " + coloured("error", "1;31") + ": " + std::string(text) + '\n');
}

void fail(const Error& error) {
  std::string text = "topos: " + coloured("error", "1;31") + ": " + error.what() + '\n';
  if (!error.hint().empty()) text += "topos: " + coloured("hint", "1;36") + ": " + error.hint() + '\n';
  write_message(text);
}

void say(std::string_view text) { write_message(std::string(text)); }

Progress::Progress(std::size_t total)
    : total_(total), enabled_(is_terminal(standard_error) && !message_settings().quiet),
      next_(std::chrono::steady_clock::now() + first_progress) {
  begun = std::chrono::steady_clock::now();
}

Progress::~Progress() {
  const std::lock_guard guard(lock);
  if (line_shown) write_all(wipe);
  line_shown = false;
}

void Progress::advance(std::size_t done) {
  if (!enabled_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + between_progress;
  std::string text = std::string(wipe) + "topos: " + std::to_string(done);
  text += total_ == 0 ? " documents" : " of " + std::to_string(total_) + " documents";
  text += pace(done, total_, now - begun);
  const std::lock_guard guard(lock);
  write_all(text);
  line_shown = true;
}

}  // namespace topos::cli
