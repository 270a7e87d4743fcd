// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/relation_class.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "topos/codebook/codebook.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 24> enabling{
    "enable",   "allow",    "facilitate", "support", "foster",  "promote",   "strengthen", "enhance",
    "bolster",  "boost",    "help",       "assist",  "empower", "encourage", "stimulate",  "accelerate",
    "catalyze", "underpin", "sustain",    "advance", "deepen",  "expand",    "permit",     "fund"};
constexpr std::array<std::string_view, 11> compelling{"compel",   "force",  "oblige", "push",   "prompt", "require",
                                                      "pressure", "coerce", "drive",  "induce", "urge"};
constexpr std::array<std::string_view, 30> constraining{
    "constrain", "limit",      "restrict",   "hinder",     "hamper",  "impede",      "prevent",     "block",
    "undermine", "weaken",     "threaten",   "obstruct",   "inhibit", "marginalize", "marginalise", "overshadow",
    "strain",    "complicate", "delay",      "erode",      "harm",    "damage",      "exclude",     "isolate",
    "contain",   "curtail",    "jeopardize", "jeopardise", "stifle",  "deter"};
constexpr std::array<std::string_view, 8> causing{"cause",   "trigger", "spark",    "fuel",
                                                  "provoke", "create",  "generate", "produce"};
constexpr std::array<std::string_view, 13> influencing{"shape",      "reshape",   "entrench",  "transform", "shift",
                                                       "influence",  "reinforce", "intensify", "worsen",    "aggravate",
                                                       "exacerbate", "redefine",  "affect"};

using VerbForms = std::unordered_map<std::string, RelationClass>;

bool doubles(std::string_view verb) { return verb == "permit" || verb == "deter" || verb == "compel"; }

/// The forms of a regular verb.
void add_forms(std::string_view verb, RelationClass relation, VerbForms& forms) {
  const std::string base(verb);
  const std::string stem = verb.ends_with('e') ? base.substr(0, base.size() - 1)
                           : doubles(verb)     ? base + base.back()
                                               : base;
  const bool hisses = verb.ends_with('s') || verb.ends_with("sh") || verb.ends_with("ch");
  for (const std::string& form : {base, base + (hisses ? "es" : "s"), stem + "ed", stem + "ing"})
    forms.emplace(form, relation);
}

VerbForms all_forms() {
  VerbForms forms;
  for (const std::string_view verb : enabling) add_forms(verb, RelationClass::enables, forms);
  for (const std::string_view verb : compelling) add_forms(verb, RelationClass::compels, forms);
  for (const std::string_view verb : constraining) add_forms(verb, RelationClass::constrains, forms);
  for (const std::string_view verb : causing) add_forms(verb, RelationClass::causes, forms);
  for (const std::string_view verb : influencing) add_forms(verb, RelationClass::influences, forms);
  for (const char* form : {"drove", "driven"}) forms.emplace(form, RelationClass::compels);
  for (const char* form : {"undermining", "fuelled", "fuelling"})
    forms.emplace(form, form[0] == 'u' ? RelationClass::constrains : RelationClass::causes);
  return forms;
}

}  // namespace

std::string_view to_string(RelationClass relation) noexcept {
  constexpr std::array<std::string_view, relation_classes> names{"",           "enables", "compels",
                                                                 "constrains", "causes",  "influences"};
  return names[static_cast<std::size_t>(relation)];
}

RelationClass relation_of_verb(std::string_view folded) {
  static const VerbForms forms = all_forms();
  const auto found = forms.find(std::string(folded));
  return found == forms.end() ? RelationClass::none : found->second;
}

RelationClass relation_of_action(std::string_view code) {
  if (is_or_below(code, "action.provide")) return RelationClass::enables;
  if (is_or_below(code, "action.coerce")) return RelationClass::constrains;
  if (is_or_below(code, "action.influence")) return RelationClass::influences;
  return RelationClass::none;
}

RelationClass relation_of_marker(std::string_view marker) {
  const std::string first(marker.substr(0, marker.find(' ')));
  const RelationClass relation = relation_of_verb(first);
  return relation == RelationClass::none ? RelationClass::causes : relation;
}

}  // namespace topos
