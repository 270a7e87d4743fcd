// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <string>

#include <doctest/doctest.h>
#include "topos/base/hash.hpp"
#include "topos/report/html_page.hpp"
#include "topos/report/network_layout.hpp"
#include "topos/report/page/embedded.hpp"
#include "topos/report/report_files.hpp"
#include "topos/report/scale.hpp"
#include "topos/report/svg.hpp"
#include "topos/report/text_figure.hpp"

namespace topos {
namespace {

constexpr const char* hostile = "</script><img src=x onerror=alert(1)>\" onload='x' &amp;\x01\xE2\x80\xAE";

Figure figure_of(Chart chart) { return {"f", hostile, hostile, hostile, "t", std::move(chart)}; }

/// A chart of each kind whose words are hostile.
std::map<std::string, Chart> charts() {
  const FigureLabel label{hostile, hostile};
  const double nan = std::numeric_limits<double>::quiet_NaN();
  std::map<std::string, Chart> all;
  all["dots"] = DotPlot{hostile, {hostile, "b"}, {{label, {{1, 0.5, 2}, {nan, nan, nan}}}}, 0.0};
  all["bars"] = BarChart{hostile, {hostile, "b"}, {{label, {0.25, 0.75}}}, true};
  all["barcode"] = Barcode{hostile, {{label, {}, true}, {label, {0, 0.5, 1}, false}}};
  all["heat"] = HeatMap{hostile, {hostile, "2"}, {{label, {1, nan}}}};
  all["lines"] =
      LineChart{hostile, {{label, {{2020, hostile, {1, 0, 2}}, {2021, "2021", {nan, nan, nan}}}}}, {{2020.5, hostile}}};
  all["signs"] = SignGrid{{{SignGrid::Sign::filled, hostile}, {SignGrid::Sign::dash, "b"}},
                          {hostile, "2"},
                          {{label, {{SignGrid::Sign::half, hostile}, {SignGrid::Sign::hatched, ""}}}}};
  all["timeline"] = Timeline{hostile,
                             {hostile, "b"},
                             {{0, 2020, 2021, hostile, true}, {1, 2020, 2020, hostile, false}},
                             {{0, 1, true}, {1, 1, false}}};
  all["network"] = NetworkChart{
      hostile, {hostile, "b"}, {label, {"b", ""}, {"c", ""}}, {{0, 1, 2, 0}, {1, 0, 1, 1}, {2, 2, 1, 1}, {2, 1, 3, 7}}};
  return all;
}

Report hostile_report() {
  Report report;
  report.title = hostile;
  report.summary = hostile;
  ReportSection section{"one", hostile, {}, {}};
  section.blocks.emplace_back(Prose{hostile});
  section.blocks.emplace_back(Statement{hostile, evidence_id(hostile)});
  section.blocks.emplace_back(Warning{"W01", hostile});
  section.blocks.emplace_back(Verbatim{hostile});
  section.blocks.emplace_back(
      ReportTable{"t",
                  hostile,
                  {{{"code"}, {hostile}, {"flags"}}, {{Cell(hostile), Cell(hostile), Cell("W01 W99")}}},
                  {},
                  hostile});
  section.blocks.emplace_back(
      Evidence{hostile, hostile, 2, 1, {{hostile, hostile, hostile, hostile, {{"field", hostile}}}}});
  for (const auto& [name, chart] : charts()) section.blocks.emplace_back(figure_of(chart));
  report.sections = {section, {"two", "Two", {}, hostile}};
  return report;
}

/// A page without scripts: the program in it, and the specifications of figures.
std::string without_scripts(std::string page) {
  for (std::size_t begin = page.find("<script"); begin != std::string::npos; begin = page.find("<script"))
    page.erase(begin, page.find("</script>", begin) + 9 - begin);
  return page;
}

/// Whether each element that is opened is closed in its place; `void` elements of HTML are known.
std::string unbalanced(const std::string& page) {
  std::vector<std::string> open;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at)) {
    if (page.compare(at, 2, "<!") == 0) {
      at = page.find('>', at);
      continue;
    }
    const bool closes = page[at + 1] == '/';
    const std::size_t begin = at + (closes ? 2 : 1);
    const std::size_t name_end = page.find_first_of(" />\n", begin);
    const std::string name = page.substr(begin, name_end - begin);
    std::size_t end = name_end;
    for (char quote = 0; page[end] != '>' || quote != 0; ++end)
      if (quote != 0 ? page[end] == quote : page[end] == '"') quote = quote != 0 ? '\0' : page[end];
    at = end;
    if (closes && (open.empty() || open.back() != name)) return "</" + name + ">";
    if (closes) open.pop_back();
    if (closes || page[end - 1] == '/' || name == "meta" || name == "wbr" || name == "input") continue;
    open.push_back(name);
    // What stands in these is no markup.
    if (name == "script" || name == "style") at = page.find("</" + name, at);
  }
  return open.empty() ? std::string() : open.back();
}

}  // namespace

TEST_CASE("Words from outside stay text in a page") {
  const std::string page = without_scripts(html_report(hostile_report()));
  CHECK(html_report(hostile_report()).find("<img") == std::string::npos);
  CHECK(page.find(" onload='") == std::string::npos);
  CHECK(page.find('\x01') == std::string::npos);
  CHECK(page.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(unbalanced(page).empty());
}

TEST_CASE("A page refers to nothing outside its folder") {
  const std::string page = without_scripts(html_report(hostile_report()));
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find(" src=") == page.find(" src=x"));
  CHECK(page.find("@import") == std::string::npos);
  CHECK(page.find("url(") == std::string::npos);
  for (std::size_t at = page.find("href=\""); at != std::string::npos; at = page.find("href=\"", at + 1)) {
    const std::string target = page.substr(at + 6, page.find('"', at + 6) - at - 6);
    const bool inside = target.starts_with("#") || target.starts_with("tables/") || target.starts_with("figures/");
    CHECK_MESSAGE(inside, target);
  }
}

TEST_CASE("Links of a page lead to what is there") {
  const std::string page = without_scripts(html_report(hostile_report()));
  for (std::size_t at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
    const std::string target = page.substr(at + 7, page.find('"', at + 7) - at - 7);
    CHECK_MESSAGE(page.find("id=\"" + target + '"') != std::string::npos, target);
  }
}

TEST_CASE("Figures are drawn without numbers that are none") {
  for (const auto& named : charts()) {
    CAPTURE(named.first);
    const auto& chart = named.second;
    for (const SvgPlace place : {SvgPlace::page, SvgPlace::file}) {
      const std::string svg = svg_of(figure_of(chart), place);
      CHECK(svg.find("nan") == std::string::npos);
      CHECK(svg.find("=\"\"") == std::string::npos);
      CHECK(svg.find("<img") == std::string::npos);
      CHECK(unbalanced(svg).empty());
    }
    CHECK(svg_of(figure_of(chart), SvgPlace::file).find("href") == std::string::npos);
    const std::string spec = vega_lite(figure_of(chart));
    CHECK(spec.find('\x01') == std::string::npos);
    CHECK(spec.find("nan") == std::string::npos);
  }
}

TEST_CASE("Figures of characters show their numbers and hide what is hostile to terminals") {
  for (const auto& named : charts()) {
    CAPTURE(named.first);
    const auto& chart = named.second;
    const std::string text = text_figure(figure_of(chart));
    CHECK(text.find("nan") == std::string::npos);
    CHECK(text.find('\x01') == std::string::npos);
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  }
  const auto drawn = [](Chart chart) { return text_figure(figure_of(std::move(chart))); };
  CHECK(drawn(BarChart{"", {""}, {{{"a", ""}, {4}}, {{"bb", ""}, {2}}}, false}) ==
        "a   ██████████████████████████████ 4\nbb  ███████████████                2\n");
  CHECK(drawn(LineChart{"", {{{"a", ""}, {{1, "2001", {0, 0, 0}}, {2, "2002", {2, 2, 2}}}}}, {}}) ==
        "a  ▁█  2001 to 2002\n");
  CHECK(drawn(HeatMap{"", {"1", "2"}, {{{"a", ""}, {7, 3.5}}}}) == "a  █▅\n");
  CHECK(drawn(Barcode{"", {{{"a", ""}, {0, 1}, false}}}) == "a  |................................................|\n");
  CHECK(drawn(DotPlot{}).empty());
  CHECK(drawn(SignGrid{{{SignGrid::Sign::filled, "affirms"}, {SignGrid::Sign::dash, "silent"}},
                       {"a", "b"},
                       {{{"C1", ""}, {{SignGrid::Sign::filled, "2"}, {SignGrid::Sign::dash, ""}}}}}) ==
        "● affirms   - silent\n    a    b  \nC1  ● 2  -  \n");
  const std::string events =
      drawn(Timeline{"", {"x", "yy"}, {{0, 2000, 2000, "", false}, {1, 2010, 2010, "", true}}, {}});
  CHECK(events ==
        "x   ●.................................................\n"
        "yy  .................................................○\n"
        "    2000                                          2010\n");
  CHECK(drawn(SignGrid{}) == "\n");
  CHECK(drawn(Timeline{}).empty());
  CHECK(drawn(NetworkChart{"n", {"for", "against"}, {{"a", ""}, {"bb", ""}}, {{0, 1, 4, 0}, {1, 0, 2, 1}}}) ==
        "a  → bb  ██████████████████████████████ 4 for\n"
        "bb → a   ███████████████                2 against\n");
  CHECK(drawn(NetworkChart{}).empty());
}

TEST_CASE("Links of a page whose sentences are left out are left out") {
  Report report = hostile_report();
  std::erase_if(report.sections[0].blocks,
                [](const ReportBlock& block) { return std::holds_alternative<Evidence>(block); });
  CHECK(html_report(report).find("href=\"#evidence-") == std::string::npos);
}

TEST_CASE("Nodes of a network stand in lines of their own, and what weighs most runs across") {
  NetworkChart chart;
  for (int i = 0; i < 25; ++i) chart.nodes.push_back({std::to_string(i), ""});
  for (std::size_t i = 1; i < 25; ++i) chart.arrows.push_back({i, 0, i < 4 ? 10.0 : 1.0, 0});
  const NetworkLayout layout = lay_out(chart, svg_width);
  for (std::size_t a = 0; a < 25; ++a)
    for (std::size_t b = 0; b < a; ++b)
      if (layout.nodes[a].right == layout.nodes[b].right) CHECK(std::abs(layout.nodes[a].y - layout.nodes[b].y) >= 20);
  const auto length = [&](std::size_t node) {
    return std::hypot(layout.nodes[node].x - layout.nodes[0].x, layout.nodes[node].y - layout.nodes[0].y);
  };
  for (std::size_t heavy = 1; heavy < 4; ++heavy)
    for (std::size_t light = 4; light < 25; ++light) CHECK(length(heavy) >= length(light));
  const NetworkChart square{"", {}, {{"a", ""}, {"b", ""}, {"c", ""}, {"d", ""}}, {{0, 2, 1, 0}, {1, 3, 1, 0}}};
  const NetworkLayout places = lay_out(square, svg_width);
  CHECK(places.nodes[0].right != places.nodes[2].right);
  CHECK(places.nodes[1].y == places.nodes[3].y);
}

TEST_CASE("Figures of nothing are drawn") {
  for (const Chart& chart : {Chart(DotPlot{}), Chart(BarChart{}), Chart(Barcode{}), Chart(HeatMap{}), Chart(SignGrid{}),
                             Chart(Timeline{}), Chart(NetworkChart{})})
    CHECK(unbalanced(svg_of(figure_of(chart), SvgPlace::file)).empty());
}

TEST_CASE("What is rare is not shown as absent") {
  CHECK(shown_number(0.126, 2) == "0.13");
  CHECK(shown_number(0.004, 2) == "0.004");
  CHECK(shown_number(-0.00031, 2) == "-0.0003");
  CHECK(shown_number(0.4, 0) == "0.4");
  CHECK(shown_number(0, 2) == "0");
  CHECK(shown_number(1e-12, 2) == "0");
  CHECK(shown_number(std::numeric_limits<double>::quiet_NaN(), 2).empty());
}

TEST_CASE("What paper leaves out is said, and the page has it") {
  Report report;
  ReportSection section{"s", "S", {}, {}};
  ReportTable table{"t", "T", {{{"a"}}, {}}, {}, ""};
  for (int i = 0; i < 21; ++i) table.table.rows.push_back({Cell("r" + std::to_string(i))});
  section.blocks.emplace_back(table);
  for (int i = 0; i < 31; ++i) {
    Evidence one{"c" + std::to_string(i), "", 3, 1, {}};
    one.lines.resize(i == 30 ? 3 : 2);
    section.blocks.emplace_back(one);
  }
  section.blocks.emplace_back(Verbatim{"one\ntwo\x1B\n"});
  report.sections.push_back(section);
  const std::string page = html_report(report);
  CHECK(page.find("<span class=\"printed\">Printed: the first 20 of 21. </span>") != std::string::npos);
  CHECK(page.find("<span class=\"printed\">, the first 2 of them printed</span>") != std::string::npos);
  CHECK(page.find("Printed: sentences of the first 30 of 31; the page has the others.") != std::string::npos);
  CHECK(page.find("r20") != std::string::npos);
  CHECK(page.find("one\ntwo") != std::string::npos);
  // The style sheet counts alike.
  const std::string style(embedded::report_style());
  CHECK(style.find("tr:nth-child(n+21)") != std::string::npos);
  CHECK(style.find("li:nth-child(n+3)") != std::string::npos);
}

TEST_CASE("Anchors of codes are plain and differ") {
  CHECK(evidence_id("frame.win_win") == "evidence-frame.win_win");
  CHECK(evidence_id("a b") != evidence_id("a'b"));
  CHECK(evidence_id("a b").find(' ') == std::string::npos);
}

TEST_CASE("A scale has round numbers and covers what it was given") {
  for (const auto& [least, most] : {std::pair{0.0, 7.3}, std::pair{-4.2, 3.9}, std::pair{0.0, 0.0},
                                    std::pair{0.0, 1e-9}, std::pair{3.0, 3.0}, std::pair{0.0, 1e12}}) {
    const Scale scale(least, most, 0, 100);
    REQUIRE(scale.ticks().size() >= 2);
    CHECK(scale.ticks().size() <= 8);
    CHECK(scale.at(least) >= -1e-9);
    CHECK(scale.at(most) <= 100 + 1e-9);
  }
  CHECK(Scale(0, 7.3, 0, 100).text(2) == "2");
  CHECK(Scale(0, 0.3, 0, 100).text(0.1) == "0.1");
}

TEST_CASE("A specification in a page has no markup and the same values") {
  CHECK(page_json("{\"a\": \"</script><!-- \xE2\x80\xA8\"}") == "{\"a\": \"\\u003c/script>\\u003c!-- \\u2028\"}");
}

TEST_CASE("What draws figures is what its notice says, and only where figures are") {
  std::ifstream notice(TOPOS_SOURCE_DIR "/lib/data/charts/README.md");
  const std::string text{std::istreambuf_iterator<char>(notice), {}};
  CHECK(text.find(sha256(embedded::vega_lite_bundle())) != std::string::npos);
  Report report = hostile_report();
  const std::size_t with = html_report(report).size();
  report.charts = false;
  const std::string still = html_report(report);
  CHECK(still.size() + embedded::vega_lite_bundle().size() < with);
  CHECK(still.find("application/json") == std::string::npos);
}

TEST_CASE("A hash in base64 is that of the standard's example") {
  CHECK(policy_hash("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  CHECK(policy_hash("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

}  // namespace topos
