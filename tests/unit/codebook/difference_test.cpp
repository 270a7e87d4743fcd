// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "books.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/codebook/difference.hpp"

namespace {

std::string changes(std::string_view before, std::string_view after) {
  std::string text;
  const auto load = [](std::string_view rest) {
    return topos::parse_codebook(std::string(head).append(rest), "book.toml");
  };
  for (const topos::BookChange& change : topos::book_difference(load(before), load(after))) {
    text.append(topos::to_string(change.kind)).append(" ").append(change.part).append(" ").append(change.id);
    text.append(": ").append(change.before).append(" > ").append(change.after).append("\n");
  }
  return text;
}

}  // namespace

TEST_CASE("a book does not differ from itself") {
  CHECK(topos::book_difference(topos::built_in_codebook(), topos::built_in_codebook()).empty());
}

TEST_CASE("codes and macros are added, removed and changed by id") {
  CHECK(changes("[macros]\nm = 'x'\nn = 'y'\n" + code("a", "") + code("b", ""),
                "[macros]\nm = 'z'\no = 'y'\n" + code("c", "") + code("a", "exclude = 'e'")) ==
        "changed macro m: x > z\nremoved macro n: y > \nadded macro o:  > y\nadded code c:  > l\nchanged exclude a:  > "
        "e\nremoved code b: l > \n");
}

TEST_CASE("patterns are told apart by id, and one that only moved is renumbered") {
  CHECK(changes(code("a", "patterns.en = ['x', 'y']"), code("a", "patterns.en = ['x', 'z']")) ==
        "changed pattern a#en.2: y > z\n");
  CHECK(changes(code("a", "patterns.en = ['x', 'y']"), code("a", "patterns.en = ['w', 'x', 'y']")) ==
        "renumbered pattern a#en.2: a#en.1 > a#en.2\nrenumbered pattern a#en.3: a#en.2 > a#en.3\nadded pattern a#en.1: "
        " > w\n");
  CHECK(changes(code("a", "patterns.en = ['x']"),
                code("a", "patterns.en = [{ match = 'x', weight = 0.25, near = ['y:5', 'z'] }]")) ==
        "changed pattern a#en.1: x > x, near = ['y:5', 'z'], weight = 0.25\n");
  CHECK(changes(code("a", "masks.en = ['x']"), code("a", "patterns.ru = ['x']")) ==
        "removed mask a#en.x1: x > \nadded pattern a#ru.1:  > x\n");
}

TEST_CASE("examples and the status of languages are compared too") {
  CHECK(changes(code("a", "examples.en = ['x']"),
                code("a", "examples.en = ['y']") + "[language.zh]\nstatus = 'draft'\n") ==
        "changed language zh: validated > draft\nremoved example a: x > \nadded example a:  > y\n");
}
