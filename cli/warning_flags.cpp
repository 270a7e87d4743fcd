// SPDX-License-Identifier: Apache-2.0
#include "warning_flags.hpp"

#include "messages.hpp"
#include "warnings.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t id_length = 3;
bool silent = false;

std::set<std::string>& printed() {
  static std::set<std::string> ids;
  return ids;
}

}  // namespace

void WarningFlags::raise(bool condition, const char* id) {
  if (!condition) return;
  std::size_t at = 0;
  while (at < text_.size() && text_.compare(at, id_length, id) < 0) at += id_length + 1;
  if (at < text_.size() && text_.compare(at, id_length, id) == 0) return;
  if (at < text_.size())
    text_.insert(at, std::string(id) + ' ');
  else
    text_.append(text_.empty() ? "" : " ").append(id);
}

void WarningFlags::raise_few_documents(std::uint64_t documents) {
  raise(documents == 1, "W01");
  raise(documents < fewest_documents, "W02");
}

void WarningFlags::gather(const std::string& text, std::set<std::string>& raised) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    raised.insert(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

void WarningFlags::print(const std::set<std::string>& raised) {
  if (silent) return;
  for (const std::string& id : raised)
    if (printed().insert(id).second) warn(id, warning_text(id));
}

bool WarningFlags::any_printed() noexcept { return !printed().empty(); }

Silence::Silence() : quiet_(message_settings().quiet) {
  message_settings().quiet = true;
  silent = true;
}

Silence::~Silence() {
  message_settings().quiet = quiet_;
  silent = false;
}

const std::set<std::string>& printed_warnings() noexcept { return printed(); }

}  // namespace topos::cli
