// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/stored_book.hpp"

#include <doctest/doctest.h>

#include <string>

#include "books.hpp"
#include "topos/base/error.hpp"
#include "topos/codebook/difference.hpp"
#include "topos/codebook/pattern.hpp"

namespace {

/// A book with something in every field that a book may have.
topos::Codebook rich_book() {
  return topos::parse_codebook(
      "[codebook]\nid = 'rich'\nversion = '1.2'\ntitle = 'Rich'\nlanguages = ['en', 'zh']\n[language.zh]\nstatus = "
      "'draft'\n"
      "[macros]\nunused = 'x'\ntoward = 'to|toward'\n"
      "[[code]]\nid = 'a'\nlabel = 'L'\ndimension = 'd'\ndefinition = 'f'\ninclude = 'i'\nexclude = 'e'\nnote = "
      "'n'\nlayer = 'text'\n"
      "group = 'g'\nquad = 'q'\nmain = true\npriority = -3\nweight = 0.25\n"
      "patterns.en = ['(the)? (turn|pivot*) <1-3> $toward =Asia #NUM #PUNCT', { match = \"china's /[a-z]+/ x?\", near "
      "= ['@a:document', "
      "'b c|@a:3'], not_left = ['no*'], negation = 'flip', region = ['body', 'title'], case = true, id = 'why' }]\n"
      "masks.en = ['turn left']\nexamples.en = ['Turn.']\ncounterexamples.en = ['Left.']\npatterns.zh = "
      "['以东盟<0-2>中心']\n",
      "rich.toml");
}

}  // namespace

TEST_CASE("a stored book is read back as it was") {
  const topos::Codebook book = rich_book();
  const std::string stored = topos::store_codebook(book);
  const topos::Codebook back = topos::restore_codebook(stored);
  CHECK(topos::store_codebook(back) == stored);
  CHECK(topos::book_difference(book, back).empty());
  const topos::Code& one = back.codes.at(0);
  CHECK(one.priority == -3);
  CHECK(one.main);
  CHECK(one.note == "n");
  CHECK(back.draft_languages == std::vector<std::string>{"zh"});
  CHECK(back.unused_macros == std::vector<std::string>{"unused"});
  CHECK(back.checksum == book.checksum);
  const topos::Pattern& pattern = one.languages.at("en").patterns.at(1);
  CHECK(pattern.id == "a#why");
  CHECK(pattern.weight == 0.25);
  CHECK(pattern.refers_to_itself);
  CHECK(pattern.where.path == "rich.toml");
  CHECK(pattern.guards.at(0).entries.at(1).distance == 3);
  CHECK(pattern.regions == book.codes[0].languages.at("en").patterns[1].regions);
  CHECK(topos::node_count(pattern.root) == topos::node_count(book.codes[0].languages.at("en").patterns[1].root));
}

TEST_CASE("the built-in codebook is stored as its text is parsed") {
  const topos::Codebook parsed = topos::parse_codebook(topos::built_in_codebook_text(), "(built in)");
  const std::string stored = topos::store_codebook(parsed);
  CHECK(topos::store_codebook(topos::restore_codebook(stored)) == stored);
  CHECK(topos::store_codebook(topos::built_in_codebook()) == stored);
}

TEST_CASE("bytes that end too early are an error") {
  const std::string stored = topos::store_codebook(rich_book());
  for (std::size_t size = 0; size < stored.size(); ++size)
    CHECK_THROWS_AS((void)topos::restore_codebook(std::string_view(stored).substr(0, size)), topos::Error);
}
