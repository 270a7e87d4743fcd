// SPDX-License-Identifier: Apache-2.0
#include "topos/text/json_record.hpp"

#include <simdjson.h>

#include <algorithm>
#include <unordered_set>

#include "topos/text/byte_search.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/plain_record.hpp"

namespace topos {
namespace {

namespace od = simdjson::ondemand;

constexpr int deepest = 256;
constexpr std::size_t most_fields = 1000;

od::parser& parser() {
  thread_local od::parser one;
  return one;
}

simdjson::padded_string_view padded(std::string& line) {
  line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
  return simdjson::padded_string_view(line.data(), line.size(), line.capacity());
}

[[noreturn]] void fail(const std::string& what, const Location& where) {
  throw Error(Errc::json, what, where, "one JSON object a line is expected");
}

[[noreturn]] void fail_without_text(std::string_view field, const char* why, const Location& where) {
  throw Error(Errc::json, "no text: the field \"" + printable(field) + "\" is " + why, where,
              "name the field that holds the texts with --text-column");
}

[[noreturn]] void fail(simdjson::error_code error, const Location& where) {
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  std::string why = simdjson::error_message(error);
  why.erase(why.find_last_not_of(". ") + 1);
  fail("not well-formed JSON: " + why, where);
}

class RecordReader {
 public:
  RecordReader(std::string_view text_field, std::string_view id_field, const Location& where)
      : text_field_(text_field), id_field_(id_field), where_(where) {}

  JsonRecord read(std::string& line) {
    od::document document;
    check(parser().iterate(padded(line)).get(document));
    od::object object;
    if (document.get_object().get(object) != simdjson::SUCCESS) fail("the line is not a JSON object", where_);
    for (auto entry : object) {
      od::field field;
      check(std::move(entry).get(field));
      std::string key = key_of(field);
      take(key, field.value());
    }
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS) fail("something follows the JSON object", where_);
    if (!has_text_) fail_without_text(text_field_, "missing", where_);
    return std::move(record_);
  }

 private:
  void check(simdjson::error_code error) const {
    if (error != simdjson::SUCCESS) fail(error, where_);
  }

  std::string key_of(od::field& field) {
    std::string_view key;
    check(field.unescaped_key().get(key));
    if (seen_.size() >= most_fields) fail("more than " + std::to_string(most_fields) + " fields", where_);
    if (!seen_.emplace(key).second) fail("the field \"" + printable(key) + "\" is given twice", where_);
    return std::string(key);
  }

  void take(const std::string& key, od::value value) {
    od::json_type type{};
    check(value.type().get(type));
    if (key == text_field_) {
      if (type != od::json_type::string) fail_without_text(text_field_, "not a string", where_);
      std::string_view text;
      check(value.get_string().get(text));
      record_.text = text;
      has_text_ = true;
    } else if (key == "metadata" && type == od::json_type::object) {
      members(value);
    } else if (auto scalar = read_scalar(value, type)) {
      keep(key, std::move(*scalar));
    } else if (key == id_field_ && type != od::json_type::null) {
      fail("the field \"" + printable(key) + "\" is neither a string nor a number", where_);
    }
  }

  void members(od::value& value) {
    od::object object;
    check(value.get_object().get(object));
    for (auto entry : object) {
      od::field field;
      check(std::move(entry).get(field));
      std::string_view name;
      check(field.unescaped_key().get(name));
      const std::string key(name);
      od::value member = field.value();
      od::json_type type{};
      check(member.type().get(type));
      if (record_.metadata.size() >= most_fields) fail("more than " + std::to_string(most_fields) + " fields", where_);
      if (auto scalar = read_scalar(member, type); scalar && key != text_field_) set(key, std::move(*scalar));
    }
  }

  /// The value as metadata, or nothing for null, objects and arrays, which are checked all the same.
  std::optional<std::string> read_scalar(od::value& value, od::json_type type, int depth = 0) {
    if (type == od::json_type::string) {
      std::string_view text;
      check(value.get_string().get(text));
      return std::string(text);
    }
    if (type == od::json_type::object || type == od::json_type::array) {
      walk(value, type, depth);
      return std::nullopt;
    }
    const std::string token(trimmed(value.raw_json_token()));
    if (type == od::json_type::number) check(value.get_number().error());
    if (type == od::json_type::boolean) check(value.get_bool().error());
    if (type != od::json_type::null) return token;
    bool null = false;
    check(value.is_null().get(null));
    return std::nullopt;
  }

  void walk(od::value& value, od::json_type type, int depth) {
    if (depth >= deepest) fail("nested more than " + std::to_string(deepest) + " deep", where_);
    const auto inner = [&](od::value member) {
      od::json_type member_type{};
      check(member.type().get(member_type));
      static_cast<void>(read_scalar(member, member_type, depth + 1));
    };
    if (type == od::json_type::array) {
      od::array array;
      check(value.get_array().get(array));
      for (auto entry : array) {
        od::value member;
        check(std::move(entry).get(member));
        inner(member);
      }
      return;
    }
    od::object object;
    check(value.get_object().get(object));
    for (auto entry : object) {
      od::field field;
      check(std::move(entry).get(field));
      check(field.unescaped_key().error());
      inner(field.value());
    }
  }

  void keep(const std::string& key, std::string value) {
    if (key == id_field_)
      record_.id = std::move(value);
    else if (key == "language")
      record_.language = std::move(value);
    else
      set(key, std::move(value));
  }

  void set(const std::string& key, std::string value) {
    const auto old = std::find_if(record_.metadata.begin(), record_.metadata.end(),
                                  [&](const auto& field) { return field.first == key; });
    if (old != record_.metadata.end())
      old->second = std::move(value);
    else
      record_.metadata.emplace_back(key, std::move(value));
  }

  std::string_view text_field_;
  std::string_view id_field_;
  const Location& where_;
  JsonRecord record_;
  std::unordered_set<std::string> seen_;
  bool has_text_ = false;
};

/// Steps over the members of an object that are strings, and gives up at anything else.
class MemberScanner {
 public:
  explicit MemberScanner(std::string_view line) : line_(trimmed(line)) {}

  /// Which escapes the value may have.
  enum class Escapes : bool { any, plain };

  /// The value of the first member called `key` with its escapes, if that is a string; nothing if that is not known.
  std::optional<std::string_view> find(std::string_view key, Escapes escapes) {
    // A line that was cut off is left to the parser.
    if (!line_.ends_with('}') || !take('{')) return std::nullopt;
    while (true) {
      const auto name = string();
      if (!name || name->find('\\') != std::string_view::npos || !take(':')) return std::nullopt;
      const bool wanted = *name == key;
      const auto value = wanted && escapes == Escapes::plain ? plain_string() : string();
      if (!value || wanted) return value;
      if (!take(',')) return std::nullopt;
    }
  }

 private:
  bool take(char wanted) {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t')) ++at_;
    return at_ < line_.size() && line_[at_++] == wanted;
  }

  std::optional<std::string_view> plain_string() {
    if (!take('"')) return std::nullopt;
    const std::size_t end = plain_string_end(line_, at_);
    if (end == std::string_view::npos) return std::nullopt;
    return line_.substr(at_, end - at_);
  }

  /// What stands between quotes, with its escapes.
  std::optional<std::string_view> string() {
    if (!take('"')) return std::nullopt;
    const std::size_t begin = at_;
    while (true) {
      const std::size_t quote = line_.find('"', at_);
      if (quote == std::string_view::npos) return std::nullopt;
      at_ = quote + 1;
      std::size_t slash = quote;
      while (slash > begin && line_[slash - 1] == '\\') --slash;
      if ((quote - slash) % 2 == 0) return line_.substr(begin, quote - begin);
    }
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

/// Whether what stands between quotes means what its bytes say.
bool is_literal(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c != '\\' && static_cast<unsigned char>(c) >= 0x20; });
}

}  // namespace

JsonRecord read_json_record(std::string line, std::string_view text_field, std::string_view id_field,
                            const Location& where) {
  if (auto plain = read_plain_record(line, text_field, id_field)) return *std::move(plain);
  return RecordReader(text_field, id_field, where).read(line);
}

JsonLabel json_label(std::string& line, std::string_view id_field) {
  JsonLabel label;
  od::document document;
  od::object object;
  if (parser().iterate(padded(line)).get(document) != simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS)
    return {};
  for (auto entry : object) {
    od::field field;
    std::string_view key;
    if (std::move(entry).get(field) != simdjson::SUCCESS || field.unescaped_key().get(key) != simdjson::SUCCESS)
      return {};
    if (key != "type" && key != id_field) continue;
    std::string& wanted = key == id_field ? label.id : label.type;
    od::value value = field.value();
    std::string_view text;
    const auto type = value.type();
    if (type.error() != simdjson::SUCCESS) return {};
    if (type.value_unsafe() == od::json_type::string && value.get_string().get(text) == simdjson::SUCCESS)
      wanted = text;
    else if (type.value_unsafe() == od::json_type::number || type.value_unsafe() == od::json_type::boolean)
      wanted = trimmed(std::string_view(value.raw_json_token()));
  }
  return label;
}

std::string json_id(std::string& line, std::string_view id_field) {
  if (const auto id = MemberScanner(line).find(id_field, MemberScanner::Escapes::any); id && is_literal(*id))
    return std::string(*id);
  return json_label(line, id_field).id;
}

std::optional<std::string_view> plain_json_text(std::string_view line, std::string_view text_field) {
  return MemberScanner(line).find(text_field, MemberScanner::Escapes::plain);
}

bool is_json_object(std::string_view line) {
  simdjson::dom::parser whole;
  simdjson::dom::object object;
  return whole.parse(line.data(), line.size()).get(object) == simdjson::SUCCESS;
}

}  // namespace topos
