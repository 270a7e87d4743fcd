// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/tag_model.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>

#include "topos/grammar/grammar_class.hpp"

namespace {

using namespace topos;

constexpr std::string_view folder = TOPOS_SOURCE_DIR "/lib/data/english_tagging/";

/// "nn:506 vb:635".
std::string shown(const TagCosts& costs) {
  std::string text;
  for (const TagCost& one : costs)
    text += (text.empty() ? "" : " ") + std::string(to_string(one.tag)) + ":" + std::to_string(one.cost);
  return text;
}

/// The lines of a table, cut at the first tab.
std::map<std::string, std::string> read(std::string_view table) {
  std::map<std::string, std::string> lines;
  std::ifstream file(std::string(folder) + std::string(table));
  for (std::string line; std::getline(file, line);)
    lines.emplace(line.substr(0, line.find('\t')), line.substr(line.find('\t') + 1));
  return lines;
}

}  // namespace

TEST_CASE("every word of the lexicon has the costs of its table") {
  const auto words = read("words.tsv");
  const auto additions = read("additions.tsv");
  REQUIRE(words.size() > 30'000);
  REQUIRE(additions.size() > 200);
  for (const auto& [word, costs] : words)
    if (shown(TagModel::english().known(word)) != costs) FAIL_CHECK(word);
  for (const auto& [word, costs] : additions)
    if (!words.contains(word) && shown(TagModel::english().known(word)) != costs) FAIL_CHECK(word);
}

TEST_CASE("words that no table has have no tags") {
  for (const std::string& word :
       {std::string("xyzzy"), std::string(), std::string(300, 'a'), std::string("\xFF\x00", 2)})
    CHECK(TagModel::english().known(word).empty());
}

TEST_CASE("every cost of a tag behind two others is that of its table") {
  std::ifstream file(std::string(folder) + "transitions.tsv");
  std::string word;
  std::getline(file, word);
  std::size_t rows = 0;
  for (std::string before, previous; file >> before >> previous; ++rows)
    for (std::size_t tag = 0; tag < tag_count; ++tag) {
      file >> word;
      CHECK(TagModel::english().transition(tag_named(before).value(), tag_named(previous).value(),
                                           static_cast<Tag>(tag)) == std::stoul(word));
    }
  CHECK(rows == tag_count * tag_count);
}

TEST_CASE("an unknown word keeps a tag where its base is known under another alone") {
  CHECK(shown(TagModel::english().guessed("torpedoes")).starts_with("nns:"));
}

TEST_CASE("a word has the classes that list it and a verb with a plus those of its forms") {
  CHECK(english_classes("was").has(GrammarClass::be));
  CHECK_FALSE(english_classes("wasp").has(GrammarClass::be));
  for (const std::string_view form : {"deny", "denies", "denied", "denying"})
    CHECK(english_classes(form).has(GrammarClass::giving));
  CHECK(english_classes("invasion").has(GrammarClass::event_noun));
  CHECK(english_classes("").bits == 0);
  CHECK(english_classes("xyzzy").bits == 0);
}
