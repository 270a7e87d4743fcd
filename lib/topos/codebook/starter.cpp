// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/starter.hpp"

#include <utility>

#include "topos/base/error.hpp"
#include "topos/codebook/book_head.hpp"
#include "topos/codebook/scanner.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::string_view begin =
    R"toml(# A codebook for topos: codes, and the patterns that find them. The manual page topos-codebook(5) explains every key.
# Patterns stand between single quotes, where no character is special to TOML.

[codebook]
id = '@ID@'
version = '0.1.0'
title = 'A codebook to begin with'
languages = ['@LANGUAGE@']
)toml";

constexpr std::string_view english = R"toml(
# Words that several patterns need; $toward stands for any one of them.
[macros]
toward = 'to|toward|towards'

# A code has an id whose dots make a hierarchy, a definition for the people who code, and patterns for the program.
[[code]]
id = 'actor.asean'
label = 'ASEAN'
dimension = 'actor'
definition = 'The Association of Southeast Asian Nations is named.'
exclude = 'Southeast Asia as a region.'
# "=" asks for capital and small letters as written.
patterns.en = ['=ASEAN', 'association of southeast asian nations']
examples.en = ["ASEAN's role has grown."]
counterexamples.en = ['Southeast Asia is a large region.']

[[code]]
id = 'frame.turn'
label = 'Turn'
dimension = 'discourse'
definition = 'Someone redirects a policy toward the East.'
exclude = 'The Middle East.'
# "*" is any ending, (a|b) one of several, <0-2> up to two words in between.
# The second pattern counts only in a document in which the first one has a match.
patterns.en = [
  '(turn*|pivot*|shift*) <0-2> $toward <0-2> (asia|east)',
  { match = 'the pivot', near = ['@frame.turn:document'] },
]
# A mask takes away false friends: a match that touches it does not count.
masks.en = ['$toward <0-1> middle east']
examples.en = ['They pivoted to Asia.', 'The turn toward the East goes on.']
counterexamples.en = ['They turn to the Middle East.']

[[code]]
id = 'frame.centrality'
label = 'Centrality'
dimension = 'discourse'
definition = 'An actor is said to be central.'
exclude = 'Central banks; Central Asia.'
# Only within eight words of an actor.
patterns.en = [{ match = '(key|central|pivotal) (role|actor*)', near = ['@actor:8'] }]
examples.en = ['ASEAN plays a pivotal role.']
counterexamples.en = ['The money plays a key role.']
)toml";

constexpr std::string_view other = R"toml(
# A code has an id whose dots make a hierarchy, a definition for the people who code, and patterns for the program.
# Put your own in the place of this one.
[[code]]
id = 'actor.asean'
label = 'ASEAN'
dimension = 'actor'
definition = 'The Association of Southeast Asian Nations is named.'
exclude = 'Southeast Asia as a region.'
# (a|b) is one of several, <0-2> @GAP@.
patterns.@LANGUAGE@ = ['ASEAN']
# A mask takes away false friends: a match that touches it does not count.
masks.@LANGUAGE@ = ['@MASK@']
examples.@LANGUAGE@ = ['ASEAN.']
counterexamples.@LANGUAGE@ = ['ASEAN+3.']
)toml";

void replace(std::string& text, std::string_view mark, std::string_view value) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
}

}  // namespace

std::string codebook_starter(std::string_view id, std::string_view language) {
  if (!is_name(id))
    throw Error(Errc::usage, "'" + printable(id) + "' is not the id of a codebook", {},
                "an id is a-z, 0-9 and _, a letter first");
  if (!is_primary_subtag(language))
    throw Error(Errc::usage, "'" + printable(language) + "' is not a language", {},
                "name it by its two or three letters: en, ru, zh");
  const bool characters = is_character_language(language);
  std::string text(begin);
  text += language == "en" ? english : other;
  replace(text, "@ID@", id);
  replace(text, "@LANGUAGE@", language);
  replace(text, "@GAP@",
          characters ? "up to two characters in between" : "up to two words in between, \"*\" any ending");
  replace(text, "@MASK@", characters ? "ASEAN+3" : "ASEAN #PUNCT 3");
  return text;
}

}  // namespace topos
