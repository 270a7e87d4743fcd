// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/grammar_class.hpp"

#include <string>
#include <unordered_map>

namespace topos {
namespace {

/// A class and its words; "+" before a verb stands for all its regular forms.
struct ClassWords {
  GrammarClass name;
  std::string_view words;
};

constexpr ClassWords class_words[] = {
#define TOPOS_GRAMMAR_CLASS(id, words) {GrammarClass::id, words},
#include "topos/grammar/grammar_classes.def"
#undef TOPOS_GRAMMAR_CLASS
};

using ClassTable = std::unordered_map<std::string, GrammarClasses>;

bool is_vowel(char c) noexcept { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// The regular forms of a verb, which ends in e, a consonant and y, or otherwise; final consonants are not doubled.
void add_forms(ClassTable& table, const std::string& verb, GrammarClass name) {
  const std::string stem = verb.substr(0, verb.size() - 1);
  const bool ends_in_y = verb.back() == 'y' && verb.size() > 1 && !is_vowel(stem.back());
  const bool hisses = verb.ends_with("s") || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with("x");
  table[verb].add(name);
  table[ends_in_y ? stem + "ies" : verb + (hisses ? "es" : "s")].add(name);
  table[verb.back() == 'e' ? verb + "d" : ends_in_y ? stem + "ied" : verb + "ed"].add(name);
  table[verb.back() == 'e' ? stem + "ing" : verb + "ing"].add(name);
}

ClassTable make_table() {
  ClassTable table;
  for (const ClassWords& row : class_words)
    for (std::size_t at = 0; at < row.words.size();) {
      const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
      const std::string_view word = row.words.substr(at, end - at);
      if (word.starts_with('+'))
        add_forms(table, std::string(word.substr(1)), row.name);
      else if (!word.empty())
        table[std::string(word)].add(row.name);
      at = end + 1;
    }
  return table;
}

}  // namespace

GrammarClasses english_classes(std::string_view word) {
  static const ClassTable table = make_table();
  const auto found = table.find(std::string(word));
  return found == table.end() ? GrammarClasses{} : found->second;
}

}  // namespace topos
