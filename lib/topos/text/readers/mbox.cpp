// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "topos/text/line_reader.hpp"
#include "topos/text/mail/mail_text.hpp"
#include "topos/text/readers/parts.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {
namespace {

/// "From somebody Mon Jun 01 10:00:00 2009": a time of day stands in it.
bool begins(std::string_view line, bool follows) {
  if (!follows || !line.starts_with("From ")) return false;
  const auto digit = [&](std::size_t at) { return at < line.size() && line[at] >= '0' && line[at] <= '9'; };
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1))
    if (colon > 0 && digit(colon - 1) && digit(colon + 1)) return true;
  return false;
}

bool content(std::string_view line) { return !is_blank_line(line); }

std::string id(std::string_view) { return {}; }

/// Without the line between messages, and without the marks that keep lines of the text from looking like one.
std::string message_of(std::string_view part) {
  if (begins(part.substr(0, part.find('\n')), true)) part.remove_prefix(std::min(part.find('\n'), part.size() - 1) + 1);
  std::string message;
  message.reserve(part.size());
  while (!part.empty()) {
    const std::size_t size = std::min(part.find('\n'), part.size() - 1) + 1;
    std::string_view line = part.substr(0, size);
    const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    if (marks != 0 && line.substr(marks).starts_with("From ")) line.remove_prefix(1);
    message += line;
    part.remove_prefix(size);
  }
  return message;
}

StructuredText read_message(std::string bytes, const InputOptions& options, const std::string& path,
                            const NoteSink& notes) {
  return text_of_mail(message_of(bytes), false, options, path, notes);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return parts_reader(std::move(source), std::move(context), {begins, content, id, false}, read_message);
}

}  // namespace

const Format mbox_format = {"mbox", " .mbox .mbx ", " .mbox .mbx ", true, open};

}  // namespace topos
