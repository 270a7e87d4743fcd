// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/guard_reader.hpp"

#include <cstdint>
#include <utility>

#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"
#include "topos/codebook/scanner.hpp"

namespace topos {
namespace {

constexpr std::int64_t farthest = 1000000;
constexpr std::string_view scope_hint =
    "a scope is a number of words, sentence, sentence+1 (any number), paragraph or document; \\: is the character "
    "itself";

/// First `wanted` in `text` from `from` on that no backslash precedes, or npos.
std::size_t find_plain(std::string_view text, char wanted, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == wanted)
      return at;
  }
  return std::string_view::npos;
}

std::uint32_t distance(std::string_view digits, const Location& at) {
  const auto value = parse_integer(digits);
  if (!value || *value < 0 || *value > farthest)
    throw Error(Errc::pattern, "'" + printable(digits) + "' is not a distance", at, std::string(scope_hint));
  return static_cast<std::uint32_t>(*value);
}

void read_scope(std::string_view scope, const Location& at, Guard::Entry& entry) {
  if (scope == "sentence") {
    entry.scope = Guard::Scope::sentence;
  } else if (scope == "paragraph") {
    entry.scope = Guard::Scope::paragraph;
  } else if (scope == "document") {
    entry.scope = Guard::Scope::document;
  } else if (scope.starts_with("sentence+")) {
    entry.scope = Guard::Scope::sentences;
    entry.distance = distance(scope.substr(9), advanced(at, scope.substr(0, 9)));
  } else if (!scope.empty() && scope[0] >= '0' && scope[0] <= '9') {
    entry.scope = Guard::Scope::words;
    entry.distance = distance(scope, at);
  } else {
    const std::string near = did_you_mean(scope, {"sentence", "paragraph", "document"});
    throw Error(Errc::pattern, "unknown scope ':" + printable(scope) + "'", at,
                near.empty() ? std::string(scope_hint) : near);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

Guard::Target read_target(std::string_view text, std::string_view language, const Location& at) {
  Guard::Target target;
  const std::string_view plain = trimmed(text);
  if (!plain.starts_with('@')) {
    target.words = parse_phrase(text, language, at);
    return target;
  }
  target.reference = plain.substr(1);
  if (!is_code_id(target.reference))
    throw Error(Errc::pattern, "'" + printable(plain) + "' is not @ and the id of a code", at,
                "an id is a-z, 0-9 and _ in parts joined by dots");
  return target;
}

}  // namespace

Guard::Entry parse_guard_entry(Guard::Kind kind, std::string_view text, std::string_view language, const Location& at) {
  Guard::Entry entry;
  entry.source = text;
  if (kind != Guard::Kind::near && kind != Guard::Kind::not_near) {
    if (trimmed(text).starts_with('@'))
      throw Error(Errc::pattern, "a code has no place here", at, "@id belongs in near and not_near");
    entry.targets.push_back({{}, parse_phrase(text, language, at)});
    return entry;
  }
  const std::size_t colon = find_plain(text, ':', 0);
  const std::string_view targets = text.substr(0, colon);
  if (colon != std::string_view::npos)
    read_scope(text.substr(colon + 1), advanced(at, text.substr(0, colon + 1)), entry);
  for (std::size_t begin = 0;;) {
    const std::size_t bar = find_plain(targets, '|', begin);
    const std::string_view target = targets.substr(begin, bar == std::string_view::npos ? bar : bar - begin);
    entry.targets.push_back(read_target(target, language, advanced(at, targets.substr(0, begin))));
    if (bar == std::string_view::npos) return entry;
    begin = bar + 1;
  }
}

}  // namespace topos
