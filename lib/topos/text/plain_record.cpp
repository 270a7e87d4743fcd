// SPDX-License-Identifier: Apache-2.0
#include "topos/text/plain_record.hpp"

#include <simdjson.h>

#include <algorithm>

#include "topos/text/byte_search.hpp"

namespace topos {
namespace {

/// Reads records whose members are strings and small whole numbers, which most are, in one pass; gives up at anything
/// else, right or wrong.
class PlainRecordReader {
 public:
  PlainRecordReader(std::string_view line, std::string_view text_field, std::string_view id_field)
      : line_(line), text_field_(text_field), id_field_(id_field) {}

  std::optional<JsonRecord> read() {
    if (!simdjson::validate_utf8(line_.data(), line_.size()) || !take('{')) return std::nullopt;
    do {
      if (!member()) return std::nullopt;
    } while (take(','));
    if (!take('}') || !has_text_) return std::nullopt;
    next();
    if (at_ != line_.size()) return std::nullopt;
    return std::move(record_);
  }

 private:
  static constexpr char end = '\0';

  /// The next character that is no blank; `end` if there is none.
  char next() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t' || line_[at_] == '\r')) ++at_;
    return at_ < line_.size() ? line_[at_] : end;
  }
  bool take(char wanted) {
    if (next() != wanted) return false;
    ++at_;
    return true;
  }

  bool member() {
    std::string name;
    std::string value;
    if (!string(name, false) || !take(':')) return false;
    const bool is_text = name == text_field_;
    if (next() == '"' ? !string(value, is_text) : is_text || !whole_number(value)) return false;
    if (is_text) {
      if (has_text_) return false;
      has_text_ = true;
      record_.text = std::move(value);
    } else if (name == id_field_ || name == "language") {
      std::optional<std::string>& held = name == id_field_ ? record_.id : record_.language;
      if (held) return false;
      held = std::move(value);
    } else {
      const auto known = [&](const auto& field) { return field.first == name; };
      if (record_.metadata.size() == most_plain || std::any_of(record_.metadata.begin(), record_.metadata.end(), known))
        return false;
      if (record_.metadata.empty()) record_.metadata.reserve(usual_members);
      record_.metadata.emplace_back(std::move(name), std::move(value));
    }
    return true;
  }

  /// Without exponent, fraction or leading zero.
  bool whole_number(std::string& value) {
    const std::size_t digits = std::min(line_.find_first_not_of("0123456789", at_), line_.size()) - at_;
    if (digits == 0 || digits > 15 || (digits > 1 && line_[at_] == '0')) return false;
    value.assign(line_, at_, digits);
    at_ += digits;
    const char behind = next();
    return behind == ',' || behind == '}';
  }

  /// Takes a value of a few bytes that all stand for themselves, with the quote behind it.
  bool short_string(std::string& value) {
    const std::string_view few = line_.substr(at_, shortest_search);
    for (std::size_t size = 0; size < few.size(); ++size) {
      if (few[size] == '"') {
        value.assign(few, 0, size);
        at_ += size + 1;
        return true;
      }
      if (few[size] == '\\' || static_cast<unsigned char>(few[size]) < 0x20) break;
    }
    return false;
  }

  /// `long_one`: the value is likely to go on to the end of the line.
  bool string(std::string& value, bool long_one) {
    if (!take('"')) return false;
    if (short_string(value)) return true;
    for (std::size_t from = at_;; from = at_) {
      // Line ends often stand side by side.
      if (at_ == line_.size() || line_[at_] != '\\') at_ = next_json_special(line_, at_);
      if (at_ == line_.size()) return false;
      value.append(line_, from, at_ - from);
      const char special = line_[at_++];
      if (special == '"') return true;
      if (special != '\\' || at_ == line_.size()) return false;
      const std::size_t escape = escapes.find(line_[at_++]);
      if (escape == std::string_view::npos) return false;
      if (long_one) value.reserve(line_.size());
      value.push_back(escaped[escape]);
    }
  }

  static constexpr std::size_t most_plain = 32;
  static constexpr std::size_t usual_members = 8;
  /// In fewer bytes the end is found sooner one after the other.
  static constexpr std::size_t shortest_search = 16;
  static constexpr std::string_view escapes = "nrt\"/\\bf";
  static constexpr std::string_view escaped = "\n\r\t\"/\\\b\f";

  std::string_view line_;
  std::string_view text_field_;
  std::string_view id_field_;
  std::size_t at_ = 0;
  JsonRecord record_;
  bool has_text_ = false;
};

}  // namespace

std::optional<JsonRecord> read_plain_record(std::string_view line, std::string_view text_field,
                                            std::string_view id_field) {
  return PlainRecordReader(line, text_field, id_field).read();
}

}  // namespace topos
