// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/hit_line.hpp"

#include <simdjson.h>

#include <charconv>
#include <cstring>

#include "topos/base/json.hpp"
#include "topos/base/number.hpp"

namespace topos {
namespace {

/// The form of a hit record, said once: a side writes it or reads it.
template <class Side, class Fields>
void follow_form(Side& side, Fields& fields) {
  side.raw("{\"type\":\"hit\",\"document\":").string(fields.document).raw(",\"codebook\":").string(fields.codebook);
  side.raw(",\"code\":")
      .string(fields.code)
      .raw(",\"pattern\":")
      .string(fields.pattern)
      .raw(",\"id\":")
      .string(fields.id);
  side.raw(",\"begin\":")
      .number(fields.begin)
      .raw(",\"end\":")
      .number(fields.end)
      .raw(",\"line\":")
      .number(fields.line);
  side.raw(",\"sentence\":")
      .number(fields.sentence)
      .raw(",\"analysis_sentence\":")
      .number_or_null(fields.analysis_sentence);
  side.raw(",\"paragraph\":").number(fields.paragraph).raw(",\"region\":").string(fields.region);
  side.raw(",\"section\":")
      .string_or_null(fields.section)
      .raw(",\"text\":")
      .string(fields.text)
      .raw(",\"weight\":")
      .decimal(fields.weight);
  side.raw(",\"negated\":")
      .flag(fields.negated)
      .raw(",\"quoted\":")
      .flag(fields.quoted)
      .raw(",\"voice\":")
      .string_or_null(fields.voice);
  side.raw(",\"modality\":").string_or_null(fields.modality).raw(",\"holder\":").string_or_null(fields.holder);
  side.raw(",\"polarity\":")
      .sign(fields.polarity)
      .raw(",\"url\":")
      .flag(fields.url)
      .member_if_any(",\"coder\":", fields.coder)
      .raw("}");
}

/// Fills room that was made beforehand.
class Writing {
 public:
  explicit Writing(char* at) : at_(at) {}
  [[nodiscard]] char* at() const { return at_; }

  Writing& raw(std::string_view ascii) {
    std::memcpy(at_, ascii.data(), ascii.size());
    at_ += ascii.size();
    return *this;
  }
  /// A literal, whose size is known beforehand: no call is needed to copy it.
  template <std::size_t size>
  Writing& raw(const char (&ascii)[size]) {
    std::memcpy(at_, ascii, size - 1);
    at_ += size - 1;
    return *this;
  }
  Writing& string(std::string_view text) {
    at_ = put_json_string(at_, text);
    return *this;
  }
  Writing& string_or_null(std::string_view text) { return text.empty() ? raw("null") : string(text); }
  Writing& number(std::uint32_t value) {
    at_ = std::to_chars(at_, at_ + 10, value).ptr;
    return *this;
  }
  Writing& number_or_null(std::uint32_t value) { return value == 0 ? raw("null") : number(value); }
  Writing& decimal(double value) { return value == 1 ? raw("1") : raw(number_text(value)); }
  Writing& flag(Flag value) { return raw(value == Flag::unknown ? "null" : value == Flag::yes ? "1" : "0"); }
  Writing& sign(std::int8_t value) { return raw(value == 0 ? "null" : value > 0 ? "1" : "-1"); }
  Writing& member_if_any(std::string_view name, std::string_view text) {
    return text.empty() ? *this : raw(name).string(text);
  }

 private:
  char* at_;
};

/// Reads what `Writing` writes. After the first byte that does not fit, nothing is read any more.
class Reading {
 public:
  explicit Reading(std::string_view line) : at_(line.data()), end_(line.data() + line.size()) {}
  [[nodiscard]] bool complete() const { return fits_ && at_ == end_; }

  Reading& raw(std::string_view expected) { return begins_with(expected) ? skip(expected.size()) : fail(); }
  /// A literal, whose size is known beforehand: no call is needed to compare it.
  template <std::size_t size>
  Reading& raw(const char (&expected)[size]) {
    return begins_with(expected) ? skip(size - 1) : fail();
  }
  Reading& string(std::string_view& out) {
    if (!raw("\"").fits_) return *this;
    const auto* quote = static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
    if (quote == nullptr) return fail();
    out = {at_, static_cast<std::size_t>(quote - at_)};
    at_ = quote + 1;
    return *this;
  }
  Reading& string_or_null(std::string_view& out) {
    out = {};
    return null() ? *this : string(out);
  }
  Reading& number(std::uint32_t& out) {
    const char* const begin = at_;
    const auto [after, error] = std::from_chars(at_, end_, out);
    // As the parser has it: no leading zeros, at most 2^31 - 1.
    if (!fits_ || error != std::errc() || (*begin == '0' && after - begin > 1) || out > 0x7FFFFFFF) return fail();
    at_ = after;
    return *this;
  }
  Reading& number_or_null(std::uint32_t& out) {
    out = 0;
    return null() ? *this : number(out);
  }
  /// Digits with or without a point among them.
  Reading& decimal(double& out) {
    const char* after = at_;
    while (after != end_ && *after >= '0' && *after <= '9') ++after;
    const bool whole = after != at_ && (*at_ != '0' || after - at_ == 1);
    if (whole && after != end_ && *after == '.')
      for (++after; after != end_ && *after >= '0' && *after <= '9';) ++after;
    if (!fits_ || !whole || after[-1] == '.') return fail();
    if (std::from_chars(at_, after, out).ec != std::errc()) return fail();
    at_ = after;
    return *this;
  }
  Reading& flag(Flag& out) {
    out = Flag::unknown;
    if (null()) return *this;
    out = begins_with("1") ? Flag::yes : Flag::no;
    return raw(out == Flag::yes ? "1" : "0");
  }
  Reading& sign(std::int8_t& out) {
    out = 0;
    if (null()) return *this;
    out = begins_with("1") ? 1 : -1;
    return raw(out == 1 ? "1" : "-1");
  }
  Reading& member_if_any(std::string_view name, std::string_view& out) {
    out = {};
    return begins_with(name) ? raw(name).string(out) : *this;
  }

 private:
  [[nodiscard]] bool begins_with(std::string_view expected) const {
    return fits_ && static_cast<std::size_t>(end_ - at_) >= expected.size() &&
           std::memcmp(at_, expected.data(), expected.size()) == 0;
  }
  template <std::size_t size>
  [[nodiscard]] bool begins_with(const char (&expected)[size]) const {
    return fits_ && static_cast<std::size_t>(end_ - at_) >= size - 1 && std::memcmp(at_, expected, size - 1) == 0;
  }
  bool null() {
    if (!begins_with("null")) return false;
    at_ += 4;
    return true;
  }
  Reading& skip(std::size_t bytes) {
    at_ += bytes;
    return *this;
  }
  Reading& fail() {
    fits_ = false;
    return *this;
  }

  const char* at_;
  const char* end_;
  bool fits_ = true;
};

/// Whether a line is valid UTF-8 without backslashes and control characters.
bool is_plain(std::string_view line) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  constexpr std::uint64_t highs = 0x80 * ones;
  std::uint64_t found = 0;
  std::uint64_t all = 0;
  std::size_t at = 0;
  for (; at + 8 <= line.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, line.data() + at, sizeof word);
    // A byte is below n if subtracting n sets its high bit and it had none; a borrow from a lower byte only follows a
    // true find.
    const std::uint64_t backslash = word ^ ('\\' * ones);
    found |= ((word - 0x20 * ones) & ~word) | ((backslash - ones) & ~backslash);
    all |= word;
  }
  if ((found & highs) != 0) return false;
  bool ascii = (all & highs) == 0;
  for (; at < line.size(); ++at) {
    if (line[at] == '\\' || static_cast<unsigned char>(line[at]) < 0x20) return false;
    ascii = ascii && static_cast<unsigned char>(line[at]) < 0x80;
  }
  return ascii || simdjson::validate_utf8(line.data(), line.size());
}

}  // namespace

void write_hit_line(const HitFields& fields, std::string& out) {
  constexpr std::size_t names_and_numbers = 640;
  const std::size_t strings = fields.document.size() + fields.codebook.size() + fields.code.size() +
                              fields.pattern.size() + fields.id.size() + fields.region.size() + fields.section.size() +
                              fields.text.size() + fields.voice.size() + fields.modality.size() + fields.holder.size() +
                              fields.coder.size();
  const std::size_t begin = out.size();
  out.resize(begin + names_and_numbers + longest_json(strings));
  Writing line(out.data() + begin);
  follow_form(line, fields);
  line.raw("\n");
  out.resize(static_cast<std::size_t>(line.at() - out.data()));
}

bool read_hit_line(std::string_view line, HitFields& fields) noexcept {
  if (!is_plain(line)) return false;
  Reading reading(line);
  follow_form(reading, fields);
  return reading.complete();
}

}  // namespace topos
