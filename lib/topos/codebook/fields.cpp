// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/fields.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "topos/base/suggest.hpp"

namespace topos {

std::vector<std::string> to_strings(std::span<const std::string_view> names) { return {names.begin(), names.end()}; }

Fields::Fields(const TomlValue& table, const std::string& path, std::string owner, std::string_view what,
               std::span<const std::string_view> known, Findings& findings)
    : table_(table), path_(path), owner_(std::move(owner)), what_(what), findings_(findings) {
  for (const TomlMember& member : table.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    report("unknown key '" + printable(member.key) + "' in " + std::string(what), {path, member.line, member.column},
           did_you_mean(member.key, to_strings(known)));
  }
}

void Fields::report(std::string message, Location where, std::string hint) const {
  findings_.error(Errc::codebook, owner_, std::move(message), std::move(where), std::move(hint));
}

Location Fields::place_of(std::string_view key) const {
  const TomlMember* member = table_.find(key);
  return member == nullptr ? place(table_) : Location{path_, member->line, member->column};
}

const TomlValue* Fields::value(std::string_view key, TomlValue::Kind kind) const {
  const TomlMember* member = table_.find(key);
  if (member == nullptr) return nullptr;
  const bool fits =
      member->value.is(kind) || (kind == TomlValue::Kind::real && member->value.is(TomlValue::Kind::integer));
  if (fits) return &member->value;
  report("'" + std::string(key) + "' must be " + std::string(kind_name(kind)) + ", not " +
             std::string(kind_name(member->value.kind)),
         place(member->value));
  return nullptr;
}

std::string Fields::text(std::string_view key) const {
  const TomlValue* found = value(key, TomlValue::Kind::string);
  return found == nullptr ? std::string() : found->text;
}

std::string Fields::required_text(std::string_view key) const {
  if (!has(key)) {
    report("the key '" + std::string(key) + "' is missing in " + std::string(what_), place(table_));
    return {};
  }
  const TomlValue* found = value(key, TomlValue::Kind::string);
  if (found == nullptr) return {};
  if (found->text.find_first_not_of(" \t\r\n") == std::string::npos)
    report("'" + std::string(key) + "' is empty", place(*found));
  return found->text;
}

bool Fields::flag(std::string_view key, bool otherwise) const {
  const TomlValue* found = value(key, TomlValue::Kind::boolean);
  return found == nullptr ? otherwise : found->boolean;
}

std::int64_t Fields::integer(std::string_view key, std::int64_t otherwise) const {
  const TomlValue* found = value(key, TomlValue::Kind::integer);
  return found == nullptr ? otherwise : found->integer;
}

double Fields::weight(std::string_view key, double otherwise) const {
  const TomlValue* found = value(key, TomlValue::Kind::real);
  if (found == nullptr) return otherwise;
  if (std::isfinite(found->number) && found->number >= 0) return found->number;
  report("'" + std::string(key) + "' must be a number not below 0", place(*found));
  return otherwise;
}

std::vector<const TomlValue*> Fields::strings(std::string_view key) const {
  std::vector<const TomlValue*> found;
  const TomlValue* array = value(key, TomlValue::Kind::array);
  if (array == nullptr) return found;
  for (const TomlValue& item : array->items) {
    if (item.is(TomlValue::Kind::string))
      found.push_back(&item);
    else
      report("'" + std::string(key) + "' holds strings only, not " + std::string(kind_name(item.kind)), place(item));
  }
  return found;
}

}  // namespace topos
