// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "topos/annotation/concordance.hpp"

using namespace topos;

namespace {

ByteSpan find(const std::string& text, std::string_view node) {
  const auto begin = static_cast<std::uint32_t>(text.find(node));
  return {begin, begin + static_cast<std::uint32_t>(node.size())};
}

ByteSpan all(const std::string& text) { return {0, static_cast<std::uint32_t>(text.size())}; }

KwicLine line(const std::string& text, std::string_view node, std::uint32_t width) {
  return kwic_line(text, all(text), find(text, node), width);
}

}  // namespace

TEST_CASE("context is counted in code points and never split within one") {
  const KwicLine found = line("Ж€𝄞 слово 中文字", "слово", 2);
  CHECK(found.left == "€𝄞");
  CHECK(found.right == "中文");
}

TEST_CASE("a run of white space in the context is one space, and none stands at its ends") {
  const KwicLine found = line("a\r\n\t b \n  node\n\nc\t\td", "node", 60);
  CHECK(found.left == "a b");
  CHECK(found.right == "c d");
}

TEST_CASE("the node is exact but for line ends and tabs") {
  CHECK(line("x a  b\r\nc\td\u2028e y", "a  b\r\nc\td\u2028e", 5).node == "a  b c d e");
}

TEST_CASE("a long node is cut and says so") {
  const std::string text(10'000'000, 'n');
  const KwicLine found = kwic_line(text, all(text), all(text), 5);
  CHECK(found.node == std::string(longest_node, 'n') + "…");
}

TEST_CASE("a context does not begin with a mark that belongs to a letter outside") {
  CHECK(line("ae\u0301\u0302 node", "node", 1).left.empty());
  CHECK(line("ae\u0301\u0302 node", "node", 4).left == "ae\u0301\u0302");
}

TEST_CASE("context stays within its bounds") {
  const std::string text = "one. two node three. four";
  const KwicLine found = kwic_line(text, find(text, "two node three."), find(text, "node"), 60);
  CHECK(found.left == "two");
  CHECK(found.right == "three.");
}

TEST_CASE("megabytes of blanks around a node cost nothing") {
  const std::string text = "far" + std::string(5'000'000, ' ') + "node" + std::string(5'000'000, '\n') + "far";
  for (int i = 0; i < 1000; ++i) CHECK(line(text, "node", 10).left.empty());
}

TEST_CASE("left keys run from the node outward, folded") {
  const Folder english("en");
  const std::string text = "The Far, far EAST: node Ends here";
  CHECK(left_key(text, all(text), find(text, "node"), english) ==
        "east\x01"
        "far\x01"
        "far\x01the\x01");
  CHECK(right_key(text, all(text), find(text, "node"), english) == "ends\x01here\x01");
  CHECK(node_key("Two-Words", {0, 9}, english) == "two\x01words\x01");
}

TEST_CASE("in scripts without spaces each character is a word of the key") {
  const Folder chinese("zh");
  const std::string text = "天下大势，合久必分";
  CHECK(left_key(text, all(text), find(text, "，"), chinese) == "势\x01大\x01下\x01天\x01");
}
