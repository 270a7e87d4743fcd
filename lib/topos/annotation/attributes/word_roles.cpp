// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/word_roles.hpp"

#include <algorithm>

namespace topos {
namespace {

constexpr std::string_view openers[] = {"while", "which", "whereas", "but", "although", "as", "where", "it"};
constexpr std::string_view prepositions[] = {"of",      "in",      "with",    "for",    "to",      "by",
                                             "against", "through", "on",      "toward", "towards", "from",
                                             "into",    "under",   "between", "among",  "across",  "via"};
constexpr std::string_view risks[] = {"risk", "risks", "risked", "risking"};
constexpr std::string_view cuts[] = {";", ":", "\u2014", "\uFF1B", "\uFF1A"};
constexpr std::string_view dashes[] = {"-", "\u2010", "\u2011", "\u2012", "\u2013"};
constexpr std::string_view commas[] = {",", "\uFF0C", "\u3001", "\u060C"};

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

void WordRoles::use(const Vocabulary& vocabulary) {
  if (vocabulary_ != &vocabulary || generation_ != vocabulary.generation()) roles_.clear();
  vocabulary_ = &vocabulary;
  generation_ = vocabulary.generation();
  roles_.resize(vocabulary.size(), undecided);
}

std::uint16_t WordRoles::decide(const Token& unit, const Document& document) {
  const std::string_view folded = (*vocabulary_)[unit.type].folded;
  // Marks are looked at as they are written: folding makes one of many.
  const std::string_view written = std::string_view(document.text).substr(unit.begin, unit.end - unit.begin);
  int roles = 0;
  if (is_one_of(commas, written)) roles |= role_comma;
  if (is_one_of(cuts, written)) roles |= role_cut;
  if (is_one_of(dashes, written)) roles |= role_dash;
  if (is_one_of(openers, folded)) roles |= role_opener;
  if (is_one_of(prepositions, folded)) roles |= role_preposition;
  if (is_one_of(risks, folded)) roles |= role_risk;
  return roles_[unit.type] = static_cast<std::uint16_t>(roles);
}

}  // namespace topos
