// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"
#include "topos/base/child_process.hpp"
#include "topos/text/pdf/line_joiner.hpp"
#include "topos/text/pdf/pdf_text.hpp"

using namespace topos;
using namespace topos::test;

namespace {

std::string line(double top, double height, std::string_view words) {
  const std::string box = "yMin=\"" + std::to_string(top) + "\" yMax=\"" + std::to_string(top + height) + "\"";
  std::string text = "<line " + box + ">";
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    text += "<word " + box + ">" + std::string(words.substr(at, end - at)) + "</word>";
    at = end + 1;
  }
  return text + "</line>";
}

std::string block(const std::string& lines) { return "<block>" + lines + "</block>"; }
std::string page(const std::string& blocks) {
  return "<page width=\"600\" height=\"800\"><flow>" + blocks + "</flow></page>";
}

StructuredText text_of(const std::string& pages) {
  return text_of_pdf_pages(
      parse_pdf_pages(
          "<html><head><title>Harbours</title><meta name=\"Author\" content=\"A. Quill\"/></head><body><doc>" + pages +
              "</doc></body></html>",
          "x.pdf"),
      "x.pdf");
}

const std::string long_line =
    "the pilots who know the channel bring the ships to the quay at night with the tide and in the";

}  // namespace

TEST_CASE("running heads and page numbers are boilerplate, and a paragraph over a page's end is one") {
  std::string pages;
  for (int i = 1; i <= 3; ++i)
    pages += page(block(line(20, 8, "Tide Papers " + std::to_string(i))) +
                  block(line(200, 10,
                             i == 1   ? "Then " + long_line
                             : i == 2 ? "morning they leave. " + long_line
                                      : "evening.")) +
                  block(line(770, 8, std::to_string(i))));
  const StructuredText text = text_of(pages);
  CHECK(text.text.starts_with("Tide Papers 1\n\nThen " + long_line + " morning they leave. " + long_line +
                              " evening.\n\n1\n\nTide Papers 2\n\n2\n\n"));
  REQUIRE(text.blocks.size() >= 3);
  CHECK(text.blocks[0].rule == "running head");
  CHECK_FALSE(text.blocks[1].named);
  CHECK(text.blocks[1].section == 1);
  CHECK(text.blocks[2].rule == "page number");
  CHECK(text.sections == Strings{"", "p. 1", "p. 2", "p. 3"});
  CHECK(*text.metadata.find("pages") == "3");
  CHECK(*text.metadata.find("title") == "Harbours");
  CHECK(*text.metadata.find("author") == "A. Quill");
}

TEST_CASE("letters' size tells headings and footnotes") {
  const StructuredText text =
      text_of(page(block(line(100, 18, "Harbours")) + block(line(150, 10, long_line + " morning.")) +
                   block(line(180, 13, "The pilots")) + block(line(200, 10, long_line + " evening.")) +
                   block(line(600, 7, "1 See the books of the harbour.") + line(610, 7, "They go back to 1702."))));
  REQUIRE(text.blocks.size() == 5);
  CHECK(text.blocks[0].kind == BlockKind::heading);
  CHECK(text.blocks[0].level == 1);
  CHECK(text.blocks[2].kind == BlockKind::heading);
  CHECK(text.blocks[2].level == 2);
  CHECK(text.blocks[4].name == RegionName::footnote);
  CHECK(text.blocks[4].span.in(text.text) == "1 See the books of the harbour. They go back to 1702.");
}

TEST_CASE("a hyphen at a line's end goes where the whole word is known") {
  LineJoiner joiner;
  joiner.learn("Cooperation is known, and so is well-being; co-", false);
  joiner.learn("operation is not learnt from here", true);
  const auto joined = [&](std::string text, std::string_view next) {
    joiner.join(text, next);
    return text;
  };
  CHECK(joined("of co-", "operation") == "of cooperation");
  CHECK(joined("the well-", "being of") == "the well-being of");
  CHECK(joined("the har-", "bour") == "the har-bour");
  CHECK(joined("the har\xC2\xAD", "bour") == "the harbour");
  CHECK(joined("pages 3 -", "five") == "pages 3 - five");
  CHECK(joined("pre-", "War") == "pre- War");
  CHECK(joined("", "one") == "one");
}

TEST_CASE("a PDF without text says what to do, and what is no PDF why") {
  const Error error = error_of([] { text_of(page("") + page("")); });
  CHECK(error.code() == Errc::format);
  CHECK(error.message().find("2 pages") != std::string::npos);
  CHECK(error.hint().find("ocrmypdf") != std::string::npos);
  if (system_program("pdftotext").empty()) return;
  const Scratch scratch;
  const Run broken = run({scratch.write("a.pdf", "%PDF-1.4 nothing"), scratch.write("b.pdf", "")});
  REQUIRE(broken.failures.size() == 2);
  CHECK(broken.failures[0].code() == Errc::format);
}

TEST_CASE("a child is stopped at its limits and cannot write files") {
  ChildLimits limits;
  limits.seconds = 1;
  CHECK(run_child("/bin/sleep", {"20"}, "", limits).too_long);
  limits.seconds = 20;
  limits.output = 1000;
  CHECK(run_child("/bin/cat", {"/dev/zero"}, "", limits).too_much);
  CHECK(run_child("/bin/cat", {child_input}, "input", ChildLimits{}).output == "input");
  const Scratch scratch;
  CHECK(run_child("/bin/sh", {"-c", "echo x > " + scratch.at("file")}, "", ChildLimits{}).status != 0);
  CHECK(run_child("/bin/sh", {"-c", "echo complaint >&2; exit 3"}, "", ChildLimits{}).status == 3);
  CHECK(run_child("/nowhere", {}, "", ChildLimits{}).status == 127);
}
