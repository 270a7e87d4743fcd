// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "topos/base/number.hpp"

namespace topos::cli {
namespace {

constexpr int least_width = 20;
constexpr int usual_width = 100;
constexpr int most_width = 10000;

}  // namespace

bool is_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

int terminal_width(int descriptor) {
  winsize size{};
  if (is_terminal(descriptor) && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::clamp(static_cast<int>(size.ws_col), least_width, most_width);
  const char* columns = std::getenv("COLUMNS");
  const auto told = columns == nullptr ? std::nullopt : parse_integer(columns);
  if (!told || *told < 1 || *told > most_width) return usual_width;
  return std::max(static_cast<int>(*told), least_width);
}

bool wants_colour(int descriptor, const std::string& when) {
  if (when != "auto") return when == "always";
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  return is_terminal(descriptor) && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace topos::cli
