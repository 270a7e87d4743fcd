// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/toml.hpp"

// Hostile books break what toml++ asserts. It goes on with an error then, if it may: neither may an assertion end the program, nor the
// compiler rely on what is asserted, as it would under NDEBUG.
#undef NDEBUG
#define TOML_ASSERT(expr) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace topos {
namespace {

/// Finds how many quotation marks open the string at a line and column.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    begins_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string_view::npos; at = text_.find('\n', at + 1)) begins_.push_back(at + 1);
  }

  [[nodiscard]] std::size_t quotes(std::size_t line, std::size_t column) {
    if (line == 0 || line > begins_.size()) return 1;
    if (line != line_ || column < column_) {
      line_ = line;
      column_ = 1;
      offset_ = begins_[line - 1];
    }
    for (; column_ < column && offset_ < text_.size(); ++column_) {
      do ++offset_;
      while (offset_ < text_.size() && (static_cast<unsigned char>(text_[offset_]) & 0xC0) == 0x80);
    }
    const std::string_view rest = text_.substr(offset_);
    return rest.starts_with("'''") || rest.starts_with("\"\"\"") ? 3 : 1;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_;
  std::size_t line_ = 0;    // where the last question was answered: values come in order, also many in one line
  std::size_t column_ = 0;
  std::size_t offset_ = 0;
};

void place(TomlValue& value, const toml::source_position& at) {
  value.line = at.line;
  value.column = at.column;
}

TomlValue convert(const toml::node& node, Lines& lines);

TomlValue convert_table(const toml::table& table, Lines& lines) {
  TomlValue value;
  std::vector<std::pair<const toml::key*, const toml::node*>> order;
  for (const auto& [key, child] : table) order.emplace_back(&key, &child);
  const auto spot = [](const toml::key* key) { return std::pair(key->source().begin.line, key->source().begin.column); };
  std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return spot(a.first) < spot(b.first); });
  for (const auto& [key, child] : order) {
    value.members.push_back({std::string(key->str()), convert(*child, lines), key->source().begin.line, key->source().begin.column});
  }
  return value;
}

TomlValue convert(const toml::node& node, Lines& lines) {
  using Kind = TomlValue::Kind;
  TomlValue value;
  if (const toml::table* table = node.as_table()) {
    value = convert_table(*table, lines);
  } else if (const toml::array* array = node.as_array()) {
    value.kind = Kind::array;
    for (const toml::node& item : *array) value.items.push_back(convert(item, lines));
  } else if (const auto* string = node.as_string()) {
    value.kind = Kind::string;
    value.text = string->get();
    value.quotes = lines.quotes(node.source().begin.line, node.source().begin.column);
  } else if (const auto* integer = node.as_integer()) {
    value.kind = Kind::integer;
    value.integer = integer->get();
    value.number = static_cast<double>(value.integer);
  } else if (const auto* real = node.as_floating_point()) {
    value.kind = Kind::real;
    value.number = real->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = Kind::boolean;
    value.boolean = boolean->get();
  } else {
    value.kind = Kind::date;
  }
  place(value, node.source().begin);
  return value;
}

/// Line of the key with dotted name `name` below `table`.
std::optional<std::size_t> line_of(const toml::table& table, std::string_view name) {
  const toml::table* inside = &table;
  for (;;) {
    const std::size_t dot = name.find('.');
    const auto found = inside->find(name.substr(0, dot));
    if (found == inside->end()) return std::nullopt;
    if (dot == std::string_view::npos) return found->first.source().begin.line;
    inside = found->second.as_table();
    if (inside == nullptr) return std::nullopt;
    name.remove_prefix(dot + 1);
  }
}

/// Where the key that line `line` repeats was first given: the text above it is parsed alone and searched.
std::optional<std::size_t> first_line_of(std::string_view name, std::string_view text, std::size_t line) {
  std::size_t end = 0;
  for (std::size_t i = 1; i < line && end != std::string_view::npos; ++i) end = text.find('\n', end) + 1;
  try {
    const toml::table above = toml::parse(text.substr(0, end));
    std::optional<std::size_t> last = line_of(above, name);
    for (const auto& [key, node] : above) {
      const toml::table* table = node.as_table();
      // Only the last table of an array of tables can still be added to.
      if (const toml::array* array = node.as_array(); array != nullptr && !array->empty()) table = array->back().as_table();
      if (table != nullptr) last = std::max(last, line_of(*table, name));
    }
    return last;
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

[[noreturn]] void fail(const toml::parse_error& problem, std::string_view text, const std::string& path) {
  constexpr std::string_view redefined = "cannot redefine existing ";
  const std::string_view reason = problem.description();
  Location where{path, problem.source().begin.line, problem.source().begin.column};
  const std::size_t at = reason.find(redefined);
  const std::size_t open = reason.find('\'', at == std::string_view::npos ? reason.size() : at);
  const std::size_t close = reason.rfind('\'');
  if (open == std::string_view::npos || close <= open) throw Error(Errc::codebook, "not valid TOML: " + std::string(reason), where);
  const std::string name(reason.substr(open + 1, close - open - 1));
  const auto first = first_line_of(name, text, where.line);
  // The parser has read on; outside inline tables a key begins its line.
  if (first.value_or(where.line) != where.line) where.column = 1;
  throw Error(Errc::codebook, "the key '" + name + "' is given twice: in line " + std::to_string(first.value_or(where.line)) + " and in line " + std::to_string(where.line), where);
}

}  // namespace

const TomlMember* TomlValue::find(std::string_view key) const noexcept {
  const auto found = std::find_if(members.begin(), members.end(), [&](const TomlMember& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

std::string_view kind_name(TomlValue::Kind kind) noexcept {
  constexpr std::string_view names[] = {"a string", "an integer", "a number", "true or false", "a date", "an array", "a table"};
  return names[static_cast<std::size_t>(kind)];
}

TomlValue parse_toml(std::string_view text, const std::string& path) {
  check_toml_limits(text, path);
  try {
    const toml::table root = toml::parse(text);
    Lines lines(text);
    return convert_table(root, lines);
  } catch (const toml::parse_error& problem) {
    fail(problem, text, path);
  }
}

}  // namespace topos
