// SPDX-License-Identifier: Apache-2.0
// store_english WORDS ADDITIONS SUFFIXES TRANSITIONS OUTPUT: writes the tables of English as C++, in the form in which
// they are looked up (stored_table.hpp), for the library that is being built.
#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/grammar/grammar_class.hpp"
#include "topos/grammar/stored_table.hpp"
#include "topos/grammar/tag.hpp"

namespace {

using namespace topos;

/// Keys with the bytes of their values.
using Entries = std::map<std::string, std::string>;

/// A path, line or field that cannot be read.
struct BadTable {
  std::string text;
};

/// Cuts the next field off `text`.
std::string_view next_field(std::string_view& text, char end) {
  const std::size_t size = std::min(text.find(end), text.size());
  const std::string_view field = text.substr(0, size);
  text.remove_prefix(std::min(size + 1, text.size()));
  return field;
}

unsigned number_of(std::string_view digits) {
  unsigned number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9' || number > 6000) throw BadTable{std::string(digits)};
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  if (digits.empty()) throw BadTable{std::string(digits)};
  return number;
}

Tag tag_of(std::string_view name) {
  const std::optional<Tag> tag = tag_named(name);
  if (!tag) throw BadTable{std::string(name)};
  return *tag;
}

std::string bytes_of(std::uint64_t number, int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
  return bytes;
}

/// "nn:506 vb:635".
std::string read_costs(std::string_view text) {
  std::string bytes;
  while (!text.empty()) {
    std::string_view entry = next_field(text, ' ');
    const Tag tag = tag_of(next_field(entry, ':'));
    bytes += static_cast<char>(tag) + bytes_of(number_of(entry), 2);
  }
  return bytes;
}

std::string read_file(const char* path) {
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) throw BadTable{path};
  std::string text;
  for (int c = 0; (c = std::getc(file)) != EOF;) text += static_cast<char>(c);
  const bool failed = std::ferror(file) != 0;
  std::fclose(file);
  if (failed) throw BadTable{path};
  return text;
}

/// Adds what a table of lines "key TAB costs" has and `entries` lacks.
void read_words(const char* path, Entries& entries) {
  const std::string text = read_file(path);
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view line = next_field(rest, '\n');
    const std::string_view key = next_field(line, '\t');
    entries.emplace(key, read_costs(line));
  }
}

std::vector<std::uint16_t> read_transitions(const char* path) {
  std::vector<std::uint16_t> costs(tag_count * tag_count * tag_count);
  const std::string text = read_file(path);
  std::string_view rest = text;
  next_field(rest, '\n');
  while (!rest.empty()) {
    std::string_view line = next_field(rest, '\n');
    const auto before = static_cast<std::size_t>(tag_of(next_field(line, '\t')));
    const auto previous = static_cast<std::size_t>(tag_of(next_field(line, '\t')));
    for (std::size_t tag = 0; tag < tag_count; ++tag)
      costs[(before * tag_count + previous) * tag_count + tag] =
          static_cast<std::uint16_t>(number_of(next_field(line, '\t')));
  }
  return costs;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// The regular forms of a verb, which ends in e, a consonant and y, or otherwise; final consonants are not doubled.
std::vector<std::string> forms_of(const std::string& verb) {
  const std::string stem = verb.substr(0, verb.size() - 1);
  const bool ends_in_y = verb.back() == 'y' && verb.size() > 1 && !is_vowel(stem.back());
  const bool hisses = verb.ends_with("s") || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with("x");
  return {verb, ends_in_y ? stem + "ies" : verb + (hisses ? "es" : "s"),
          verb.back() == 'e' ? verb + "d"
          : ends_in_y        ? stem + "ied"
                             : verb + "ed",
          verb.back() == 'e' ? stem + "ing" : verb + "ing"};
}

/// The words of grammar_classes.def; "+" before a verb stands for all its regular forms.
Entries read_classes() {
  std::map<std::string, GrammarClasses> classes;
  const auto add = [&](GrammarClass name, std::string_view words) {
    while (!words.empty()) {
      const std::string word(next_field(words, ' '));
      if (word.starts_with('+'))
        for (const std::string& form : forms_of(word.substr(1))) classes[form].add(name);
      else if (!word.empty())
        classes[word].add(name);
    }
  };
#define TOPOS_GRAMMAR_CLASS(id, words) add(GrammarClass::id, words);
#include "topos/grammar/grammar_classes.def"
#undef TOPOS_GRAMMAR_CLASS
  Entries entries;
  for (const auto& [word, bits] : classes) entries.emplace(word, bytes_of(bits.bits, 8));
  return entries;
}

template <class Numbers>
void write_array(std::string& out, std::string_view type, const std::string& name, const Numbers& numbers) {
  constexpr std::size_t in_line = 32;
  out.append("constexpr ").append(type).append(" ").append(name).append("[] = {");
  std::size_t count = 0;
  for (const auto number : numbers)
    out.append(count++ % in_line == 0 ? "\n" : "").append(std::to_string(number)).append(",");
  out += "\n};\n\n";
}

void write_table(std::string& out, const std::string& name, const Entries& entries) {
  std::size_t size = 2;
  while (size < 2 * entries.size()) size *= 2;
  std::vector<std::uint32_t> slots(size);
  std::vector<unsigned> bytes;
  for (const auto& [key, value] : entries) {
    if (std::max(key.size(), value.size()) > StoredTable::longest) throw BadTable{key};
    std::size_t at = StoredTable::hash_of(key) & (size - 1);
    while (slots[at] != 0) at = (at + 1) & (size - 1);
    slots[at] = static_cast<std::uint32_t>(bytes.size()) + 1;
    for (const std::string& text : {key, value}) {
      bytes.push_back(static_cast<unsigned>(text.size()));
      for (const char c : text) bytes.push_back(static_cast<unsigned char>(c));
    }
  }
  write_array(out, "std::uint32_t", name + "_slots", slots);
  write_array(out, "unsigned char", name + "_entries", bytes);
}

std::string written(const std::map<std::string, Entries>& tables, const std::vector<std::uint16_t>& transitions) {
  std::string out =
      "// SPDX-License-Identifier: Apache-2.0\n#include \"topos/grammar/embedded.hpp\"\n\nnamespace topos::embedded "
      "{\nnamespace {\n\n";
  for (const auto& [name, entries] : tables) write_table(out, name, entries);
  write_array(out, "std::uint16_t", "transitions", transitions);
  out += "}  // namespace\n\n";
  for (const auto& [name, entries] : tables)
    out += "StoredTable english_" + name + "() noexcept { return {" + name + "_slots, " + name + "_entries}; }\n";
  out +=
      "std::span<const std::uint16_t> english_transitions() noexcept { return transitions; }\n\n}  // namespace "
      "topos::embedded\n";
  return out;
}

bool write_file(const char* path, const std::string& text) {
  std::FILE* const file = std::fopen(path, "wb");
  if (file == nullptr) return false;
  const bool complete = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return (std::fclose(file) == 0) && complete;
}

}  // namespace

int main(int count, char** paths) {
  if (count != 6) return 2;
  try {
    std::map<std::string, Entries> tables;
    read_words(paths[1], tables["words"]);
    read_words(paths[2], tables["words"]);
    read_words(paths[3], tables["endings"]);
    tables["classes"] = read_classes();
    return write_file(paths[5], written(tables, read_transitions(paths[4]))) ? 0 : 1;
  } catch (const BadTable& bad) {
    std::fputs(("store_english: cannot read '" + bad.text + "'\n").c_str(), stderr);
    return 1;
  }
}
