// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/entry_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "topos/base/suggest.hpp"
#include "topos/codebook/fields.hpp"
#include "topos/codebook/guard_reader.hpp"
#include "topos/codebook/scanner.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 12> pattern_keys{"match", "near",     "not_near",  "left",
                                                        "right", "not_left", "not_right", "weight",
                                                        "id",    "case",     "region",    "negation"};
constexpr std::array<std::string_view, 3> mask_keys{"match", "id", "case"};

}  // namespace

Negation read_negation(const Fields& fields, std::string_view key, Negation otherwise) {
  const TomlValue* value = fields.value(key, TomlValue::Kind::string);
  if (value == nullptr) return otherwise;
  if (value->text == "keep") return Negation::keep;
  if (value->text == "drop") return Negation::drop;
  if (value->text == "flip") return Negation::flip;
  fields.report("'" + std::string(key) + "' must be 'keep', 'drop' or 'flip'", fields.place(*value),
                did_you_mean(value->text, {"keep", "drop", "flip"}));
  return otherwise;
}

std::optional<RegionSet> read_regions(const Fields& fields, std::string_view key) {
  if (!fields.has(key)) return std::nullopt;
  RegionSet regions;
  for (const TomlValue* item : fields.strings(key)) {
    if (const auto name = region_name(item->text)) {
      regions.set(static_cast<std::size_t>(*name));
      continue;
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < region_names; ++i) names.emplace_back(to_string(static_cast<RegionName>(i)));
    fields.report("no region is called '" + printable(item->text) + "'", fields.place(*item),
                  did_you_mean(item->text, names));
  }
  if (regions.none()) fields.report("'" + std::string(key) + "' names no region", fields.place_of(key));
  return regions;
}

std::vector<Pattern> EntryReader::read(const TomlValue& array, std::string_view language, bool masks) {
  std::vector<Pattern> patterns;
  std::size_t number = 0;
  for (const TomlValue& item : array.items) {
    std::string id = owner_ + '#';
    id.append(language).append(masks ? ".x" : ".").append(std::to_string(++number));
    try {
      patterns.push_back(read_entry(item, language, masks, std::move(id)));
    } catch (const Error& problem) {
      context_.findings.error(problem, owner_);
    }
  }
  return patterns;
}

Pattern EntryReader::read_entry(const TomlValue& item, std::string_view language, bool mask, std::string automatic_id) {
  const Location here{path_, item.line, item.column};
  const TomlMember* match = item.is(TomlValue::Kind::table) ? item.find("match") : nullptr;
  const TomlValue* string = item.is(TomlValue::Kind::string) ? &item : match == nullptr ? nullptr : &match->value;
  Pattern pattern;
  pattern.id = std::move(automatic_id);
  if (!mask) {
    pattern.weight = defaults_.weight;
    pattern.negation = defaults_.negation;
    pattern.regions = defaults_.regions;
  }
  if (item.is(TomlValue::Kind::table)) read_options(item, language, mask, pattern);
  if (string == nullptr && !item.is(TomlValue::Kind::table))
    throw Error(Errc::codebook, "a pattern must be a string or a table with the key 'match'", here);
  if (string == nullptr) throw Error(Errc::codebook, "the key 'match' is missing", here);
  if (!string->is(TomlValue::Kind::string)) throw Error(Errc::codebook, "'match' must be a string", here);
  pattern.source = string->text;
  pattern.where = text_place(*string, path_);
  if (pattern.case_sensitive && is_character_language(language))
    throw Error(Errc::pattern, "'case' has no meaning in a language without spaces between words", here);
  context_.spend(1, pattern.where);
  pattern.root = parse_pattern(pattern.source, language, context_.lookup(), pattern.where);
  context_.spend(node_count(pattern.root) - 1, pattern.where);
  return pattern;
}

void EntryReader::read_options(const TomlValue& table, std::string_view language, bool mask, Pattern& pattern) {
  const auto known =
      mask ? std::span<const std::string_view>(mask_keys) : std::span<const std::string_view>(pattern_keys);
  const Fields fields(table, path_, owner_, mask ? "this mask" : "this pattern", known, context_.findings);
  if (fields.has("id")) {
    const std::string id = fields.required_text("id");
    if (is_name(id))
      pattern.id = owner_ + '#' + id;
    else if (!id.empty())
      fields.report("'" + printable(id) + "' is not the id of a pattern", fields.place_of("id"),
                    "an id is a-z, 0-9 and _, a letter first");
  }
  pattern.case_sensitive = fields.flag("case", false);
  if (mask) return;
  pattern.weight = fields.weight("weight", pattern.weight);
  pattern.negation = read_negation(fields, "negation", pattern.negation);
  if (fields.has("region")) pattern.regions = read_regions(fields, "region");
  read_guards(table, language, pattern);
}

void EntryReader::read_guards(const TomlValue& table, std::string_view language, Pattern& pattern) {
  for (const TomlMember& member : table.members) {
    const auto key = std::find(guard_keys.begin(), guard_keys.end(), member.key);
    if (key == guard_keys.end()) continue;
    const Location here{path_, member.value.line, member.value.column};
    if (!member.value.is(TomlValue::Kind::array))
      throw Error(Errc::codebook, "'" + member.key + "' must be an array of strings", here);
    if (member.value.items.empty())
      throw Error(Errc::codebook, "'" + member.key + "' is empty", here, "leave the key out");
    Guard guard;
    guard.kind = static_cast<Guard::Kind>(key - guard_keys.begin());
    for (const TomlValue& item : member.value.items) {
      if (!item.is(TomlValue::Kind::string))
        throw Error(Errc::codebook, "'" + member.key + "' holds strings only", {path_, item.line, item.column});
      guard.entries.push_back(parse_guard_entry(guard.kind, item.text, language, text_place(item, path_)));
      context_.spend(guard.entries.back().targets.size(), here);
      for (const Guard::Target& target : guard.entries.back().targets)
        pattern.refers_to_itself = pattern.refers_to_itself || target.reference == owner_;
    }
    pattern.guards.push_back(std::move(guard));
  }
}

}  // namespace topos
