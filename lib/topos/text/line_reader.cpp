// SPDX-License-Identifier: Apache-2.0
#include "topos/text/line_reader.hpp"

#include <cstring>
#include <utility>

namespace topos {
namespace {

constexpr std::size_t block = 128 * 1024;
/// Parsers of JSON read a little beyond the end of a line; with room for that it need not be copied again.
constexpr std::size_t room_beyond = 64;
constexpr std::string_view blanks = " \t\r";

}  // namespace

LineReader::LineReader(std::unique_ptr<ByteSource> source, std::size_t longest)
    : source_(std::move(source)), longest_(longest), buffer_(std::make_unique_for_overwrite<char[]>(block)) {}

bool LineReader::fill() {
  at_ = 0;
  filled_ = source_->read(buffer_.get(), block);
  return filled_ != 0;
}

LineReader::Result LineReader::next(std::string& line) {
  line.clear();
  bool too_long = false;
  bool any = false;
  terminated_ = false;
  while (!terminated_ && (at_ < filled_ || fill())) {
    any = true;
    const char* const begin = buffer_.get() + at_;
    const auto* const end = static_cast<const char*>(std::memchr(begin, '\n', filled_ - at_));
    const std::size_t size = end == nullptr ? filled_ - at_ : static_cast<std::size_t>(end - begin);
    terminated_ = end != nullptr;
    at_ += size + (terminated_ ? 1 : 0);
    too_long = too_long || line.size() + size > longest_;
    if (too_long) {
      std::string().swap(line);
    } else {
      if (terminated_) line.reserve(line.size() + size + room_beyond);
      line.append(begin, size);
    }
  }
  if (!any) return Result::end;
  ++line_;
  return too_long ? Result::too_long : Result::line;
}

std::string_view without_cr(std::string_view line) noexcept {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank_line(std::string_view line) noexcept { return line.find_first_not_of(blanks) == std::string_view::npos; }

std::string_view trimmed(std::string_view text) noexcept {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

}  // namespace topos
