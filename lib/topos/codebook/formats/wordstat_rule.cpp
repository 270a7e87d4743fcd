// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/wordstat_rule.hpp"

#include <algorithm>

#include "topos/base/error.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

[[noreturn]] void refuse(const std::string& why) { throw Error(Errc::codebook, why); }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t';
    if (!blank && !open) words.emplace_back();
    open = !blank;
    if (open) words.back() += c;
  }
  return words;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Takes options such as `/S`, `/5` and `/W 5` from the end of the words.
std::string take_scope(std::vector<std::string>& words) {
  const auto first = std::find_if(words.begin(), words.end(), [](const std::string& word) { return word[0] == '/'; });
  std::string scope;
  std::string distance;
  for (auto word = first; word != words.end(); ++word) {
    std::string_view rest = *word;
    if (rest[0] == '/') rest.remove_prefix(1);
    while (!rest.empty() && !is_number(rest)) {
      const char letter = rest[0];
      rest.remove_prefix(1);
      if (letter == 'S')
        scope = "sentence";
      else if (letter == 'P')
        scope = "paragraph";
      else if (letter == 'C' || letter == 'D')
        scope = "document";
      else if (letter != 'W' && letter != '/')
        refuse("its option '" + printable(*word) + "' is unknown");
    }
    if (is_number(rest)) distance = rest;
  }
  words.erase(first, words.end());
  return distance.empty() ? scope : distance;
}

}  // namespace

WordstatRule read_wordstat_rule(std::string_view text) {
  const std::size_t open = text.find('[');
  const std::size_t close = text.rfind(']');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    refuse("it is no rule: @NAME [ITEM NEAR ITEM /S]");
  WordstatRule rule;
  rule.name = trimmed(text.substr(0, open));
  std::vector<std::string> words = words_of(text.substr(open + 1, close - open - 1));
  rule.scope = take_scope(words);
  if (words.empty()) refuse("it is empty");
  rule.item = words[0];
  for (std::size_t at = 1; at < words.size();) {
    WordstatRule::Clause clause;
    bool operators = false;
    for (; at < words.size(); ++at, operators = true) {
      const std::string& word = words[at];
      if (word == "NOT")
        clause.negative = true;
      else if (word == "AND")
        clause.plain_and = true;
      else if (word == "NEAR")
        clause.plain_and = false;
      else if (word == "BEFORE")
        clause.relation = WordstatRule::Relation::before, clause.plain_and = false;
      else if (word == "AFTER")
        clause.relation = WordstatRule::Relation::after, clause.plain_and = false;
      else
        break;
    }
    if (!operators || at == words.size())
      refuse("'" + printable(words[std::min(at, words.size() - 1)]) +
             "' stands where NEAR, BEFORE, AFTER, AND or NOT and an item are wanted");
    clause.item = words[at++];
    if (clause.negative && !clause.plain_and && clause.relation == WordstatRule::Relation::near &&
        words[at - 2] == "NOT")
      clause.plain_and = true;
    rule.clauses.push_back(std::move(clause));
  }
  if (rule.clauses.empty()) refuse("it has no condition");
  for (const auto* item : {&rule.item, &rule.clauses.back().item})
    if (item->find_first_of("()") != std::string::npos || *item == "OR") refuse("brackets and OR cannot be translated");
  return rule;
}

}  // namespace topos
