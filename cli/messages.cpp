// SPDX-License-Identifier: Apache-2.0
#include "messages.hpp"

#include <unistd.h>

#include <algorithm>
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

constexpr double megabyte = 1e6;

/// A whole number of seconds, minutes or hours.
std::string duration_text(double seconds) {
  constexpr double minute = 60;
  constexpr double hour = 3600;
  if (seconds < 2 * minute) return number_text(std::ceil(seconds), 0) + " s";
  if (seconds < 2 * hour) return number_text(std::round(seconds / minute), 0) + " min";
  return number_text(seconds / hour, 1) + " h";
}

/// With a digit behind the point where that says something.
std::string rate_text(double rate) { return number_text(rate, rate < 10 ? 1 : 0); }

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

std::string progress_text(const PipelineProgress& done, double seconds) {
  const bool known = done.total > 0;
  const double all = static_cast<double>(done.total);
  const double read = static_cast<double>(known ? std::min(done.bytes, done.total) : done.documents);
  const bool paced = read > 0 && seconds > 0;
  if (!known)
    return std::to_string(done.documents) + (done.documents == 1 ? " document" : " documents") +
           (paced ? " · " + rate_text(read / seconds) + " a second" : "");
  if (read >= all) return "100 % read";
  std::string text = number_text(std::floor(100 * read / all), 0) + " %";
  if (paced)
    text += " · " + rate_text(read / seconds / megabyte) + " MB/s · " + duration_text((all - read) * seconds / read) +
            " left";
  return text;
}

Progress::Progress()
    : shown_(is_terminal(standard_error) && !message_settings().quiet), begun_(std::chrono::steady_clock::now()),
      next_(begun_ + first_progress) {}

Progress::~Progress() {
  const std::lock_guard guard(lock);
  if (line_shown) write_all(wipe);
  line_shown = false;
}

void Progress::advance(const PipelineProgress& done) {
  const auto now = std::chrono::steady_clock::now();
  // That all is read is said at once: what comes behind it may take long.
  const bool last = done.total > 0 && done.bytes >= done.total && now >= begun_ + first_progress;
  if (!shown_ || (now < next_ && !last)) return;
  next_ = now + between_progress;
  const std::string text =
      std::string(wipe) + "topos: " + progress_text(done, std::chrono::duration<double>(now - begun_).count());
  const std::lock_guard guard(lock);
  write_all(text);
  line_shown = true;
}

}  // namespace topos::cli
