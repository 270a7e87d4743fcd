// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "topos/base/error.hpp"
#include "topos/base/json.hpp"
#include "topos/base/number.hpp"
#include "topos/report/display_width.hpp"
#include "topos/report/network_layout.hpp"
#include "topos/report/report_files.hpp"
#include "topos/report/svg.hpp"

namespace topos {
namespace {

constexpr double widest_heads = 130;       ///< of rows of a heat map, as in its drawing
constexpr std::size_t most_numbered = 14;  ///< columns of a heat map whose cells have room for numbers
constexpr double readable_on_dark = 0.54;  ///< from this part of the largest on text is light

/// The data of a chart, one object a mark.
class Values {
 public:
  void begin() { text_ += text_.empty() ? "{" : ",\n{"; }
  void end() { text_ += '}'; }
  void add(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(text_, printable(value));
  }
  void add(std::string_view name, double value) {
    key(name);
    append_json_number(text_, value);
  }
  void add(const Estimate& one) {
    add("value", one.value);
    for (const auto& [name, end] : {std::pair("lower", one.lower), std::pair("upper", one.upper)}) add(name, end);
  }
  [[nodiscard]] std::string text() const { return "{\"values\": [\n" + text_ + "\n]}"; }

 private:
  void key(std::string_view name) {
    if (text_.back() != '{') text_ += ", ";
    append_json_string(text_, name);
    text_ += ": ";
  }
  std::string text_;
};

/// What a chart gives to its specification.
struct Spec {
  Values data;
  std::string view;  ///< members of the specification beside data and words
};

constexpr std::string_view row_axis =
    R"("y": {"field": "row", "type": "nominal", "sort": null, "title": null, "axis": {"grid": false, "ticks": false, "domain": false}})";
constexpr std::string_view series_colour =
    R"("color": {"field": "series", "type": "nominal", "sort": null, "title": null})";
constexpr std::string_view round_ticks = R"(, "axis": {"format": ".9~g", "tickCount": 5})";
/// A click in the legend shows one series before the others.
constexpr std::string_view chosen_series =
    R"("params": [{"name": "chosen", "select": {"type": "point", "fields": ["series"]}, "bind": "legend"}], )";
constexpr std::string_view faded_others =
    R"(, "opacity": {"condition": {"param": "chosen", "value": 1}, "value": 0.15})";
constexpr std::string_view panel_header =
    R"("sort": null, "title": null, "header": {"labelAnchor": "start", "labelFontWeight": 600}})";

std::string quantity(std::string_view channel, std::string_view field, const std::string& axis,
                     std::string_view more = {}) {
  return '"' + std::string(channel) + "\": {\"field\": \"" + std::string(field) +
         "\", \"type\": \"quantitative\", \"title\": " + json_string(printable(axis)) + std::string(more) + "}";
}

void add_label(Values& data, const FigureLabel& label) {
  data.add("row", label.text);
  if (!label.code.empty()) data.add("code", label.code);
}

Spec spec_of(const DotPlot& chart) {
  Spec spec;
  const bool several = chart.series.size() > 1;
  for (const DotPlot::Row& row : chart.rows)
    for (std::size_t i = 0; i < row.marks.size(); ++i) {
      if (!std::isfinite(row.marks[i].value)) continue;
      spec.data.begin();
      add_label(spec.data, row.label);
      if (several) spec.data.add("series", chart.series[i]);
      spec.data.add(row.marks[i]);
      spec.data.end();
    }
  std::string both(row_axis);
  if (several)
    both.append(R"(, "yOffset": {"field": "series", "sort": null}, )").append(series_colour).append(faded_others);
  spec.view = "\"layer\": [\n";
  if (chart.reference)
    spec.view += R"({"mark": {"type": "rule", "style": "reference"}, "encoding": {"x": {"datum": )" +
                 number_text(*chart.reference) + "}}},\n";
  spec.view += R"({"mark": {"type": "rule", "size": 2}, "encoding": {)" +
               quantity("x", "lower", chart.axis, round_ticks) + ", \"x2\": {\"field\": \"upper\"}, " + both + "}},\n{";
  if (several) spec.view += chosen_series;
  spec.view += R"("mark": {"type": "point", "filled": true, "size": 75, "opacity": 1}, "encoding": {)" +
               quantity("x", "value", chart.axis, round_ticks) + ", " + both;
  if (several) spec.view += R"(, "shape": {"field": "series", "sort": null, "title": null})";
  spec.view += "}}],\n\"height\": {\"step\": " + std::to_string(several ? 18 + 12 * (chart.series.size() - 1) : 23) +
               (several ? R"(, "for": "position"})" : "}");
  return spec;
}

bool whole_numbers(const BarChart& chart) {
  return std::all_of(chart.rows.begin(), chart.rows.end(), [](const BarChart::Row& row) {
    return std::all_of(row.values.begin(), row.values.end(),
                       [](double value) { return !std::isfinite(value) || value == std::floor(value); });
  });
}

Spec spec_of(const BarChart& chart) {
  Spec spec;
  const bool several = chart.series.size() > 1;
  for (const BarChart::Row& row : chart.rows) {
    double before = 0;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      spec.data.begin();
      add_label(spec.data, row.label);
      if (several) {
        spec.data.add("series", chart.series[i]);
        spec.data.add("rank", static_cast<double>(i));
        if (chart.shares) spec.data.add("middle", before + row.values[i] / 2);
      }
      spec.data.add("value", row.values[i]);
      spec.data.end();
      if (std::isfinite(row.values[i])) before += row.values[i];
    }
  }
  const std::string scale(chart.shares ? R"(, "scale": {"domain": [0, 1]}, "axis": {"format": ".0%", "tickCount": 5})"
                          : whole_numbers(chart) ? R"(, "axis": {"format": ".9~g", "tickCount": 5, "tickMinStep": 1})"
                                                 : round_ticks);
  spec.view.append("\"layer\": [\n{")
      .append(several ? chosen_series : "")
      .append(R"("mark": {"type": "bar", "height": 17}, )");
  spec.view += "\"encoding\": {" + quantity("x", "value", chart.axis, scale) + ", " + std::string(row_axis);
  if (several)
    spec.view.append(", ").append(series_colour).append(R"(, "order": {"field": "rank"})").append(faded_others);
  spec.view += "}}";
  if (chart.shares && several)
    for (const auto& [style, test] : {std::pair("on-dark", "(datum.rank == 0 || datum.rank == 3)"),
                                      std::pair("on-light", "datum.rank != 0 && datum.rank != 3")})
      spec.view += ",\n{\"transform\": [{\"filter\": \"datum.value >= 0.08 && " + std::string(test) +
                   "\"}], \"mark\": {\"type\": \"text\", \"style\": \"" + style + "\"}, \"encoding\": {" +
                   quantity("x", "middle", chart.axis) + ", " + std::string(row_axis) +
                   R"(, "text": {"field": "value", "type": "quantitative", "format": ".0%"}}})";
  spec.view += "],\n\"height\": {\"step\": 25}";
  return spec;
}

Spec spec_of(const Barcode& chart) {
  Spec spec;
  Barcode::Row text;  // the one at hand
  for (const Barcode::Row& row : chart.rows) {
    if (row.heading) text = row;
    std::vector<double> places = row.heading ? std::vector<double>() : text.sections;
    places.insert(places.end(), row.positions.begin(), row.positions.end());
    for (std::size_t i = 0; i < places.size(); ++i) {
      spec.data.begin();
      if (!text.label.text.empty()) spec.data.add("text", text.label.text);
      add_label(spec.data, row.label);
      spec.data.add("position", places[i]);
      if (i < text.sections.size()) spec.data.add("section", 1);
      spec.data.end();
    }
  }
  spec.view =
      R"("mark": {"type": "tick", "thickness": 1.2, "size": 14},
"encoding": {)" +
      quantity(
          "x", "position", chart.axis,
          R"(, "scale": {"domain": [0, 1], "nice": false}, "axis": {"grid": false, "values": [0, 1], "labelExpr": "datum.value > 0 ? 'end' : 'beginning'", "labelFlush": true})") +
      ", " + std::string(row_axis) +
      R"(, "size": {"condition": {"test": "datum.section", "value": 20}, "value": 14}, "color": {"condition": {"test": "datum.section", "value": "#97a1a9"}})";
  const std::string panels = R"(, "facet": {"field": "text", "columns": 1, )" + std::string(panel_header) +
                             R"(}, "resolve": {"scale": {"y": "independent"}})";
  spec.view += (text.label.text.empty() ? "}" : panels) + ",\n\"height\": {\"step\": 20}";
  return spec;
}

Spec spec_of(const HeatMap& chart) {
  Spec spec;
  double most = 0;
  std::size_t longest = 0;
  for (const std::string& column : chart.columns) longest = std::max(longest, display_width(column));
  for (const HeatMap::Row& row : chart.rows)
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      if (!std::isfinite(row.values[i])) continue;
      most = std::max(most, row.values[i]);
      spec.data.begin();
      add_label(spec.data, row.label);
      spec.data.add("column", chart.columns[i]);
      spec.data.add("value", row.values[i]);
      spec.data.end();
    }
  const bool fits = longest * chart.columns.size() <= svg_fitting(svg_width - widest_heads);
  const std::string place =
      R"("x": {"field": "column", "type": "nominal", "sort": null, "title": null, "axis": {"orient": "top", "grid": false, "ticks": false, "domain": false, "labelAngle": )" +
      std::string(fits ? "0" : "-90") + "}}, " + std::string(row_axis);
  const auto numbers = [&](std::string_view style, const std::string& test) {
    return ",\n{\"transform\": [{\"filter\": \"" + test + "\"}], \"mark\": {\"type\": \"text\", \"style\": \"" +
           std::string(style) + "\"}, \"encoding\": {" + place +
           R"(, "text": {"field": "value", "type": "quantitative", "format": ".2~r"}}})";
  };
  spec.view = "\"layer\": [\n{\"mark\": \"rect\", \"encoding\": {" + place + ", " +
              quantity("color", "value", chart.axis, R"(, "legend": null, "scale": {"domainMin": 0})") + "}}";
  if (chart.columns.size() <= most_numbered) {
    const std::string half = number_text(most * readable_on_dark);
    spec.view +=
        numbers("on-pale", "datum.value > 0 && datum.value <= " + half) + numbers("on-dark", "datum.value > " + half);
  }
  spec.view += "],\n\"height\": {\"step\": 25}";
  return spec;
}

Spec spec_of(const LineChart& chart) {
  Spec spec;
  for (const LineChart::Series& series : chart.series)
    for (const LineChart::Point& point : series.points) {
      if (!std::isfinite(point.value.value)) continue;
      spec.data.begin();
      add_label(spec.data, series.label);
      spec.data.add("time", point.at);
      spec.data.add("label", point.label);
      spec.data.add(point.value);
      spec.data.end();
    }
  const std::string time = quantity(
      "x", "time", "",
      R"(, "scale": {"zero": false, "nice": false, "padding": 8}, "axis": {"format": "d", "grid": false, "tickMinStep": 1})");
  const std::string value = R"(, "axis": {"tickCount": 3, "titleFontSize": 0})";
  spec.view = R"("facet": {"field": "row", )" + std::string(panel_header) +
              ",\n\"columns\": 1,\n\"spec\": {\"height\": 100, \"layer\": [\n";
  if (!chart.cuts.empty()) {
    Values cuts;
    for (const LineChart::Cut& cut : chart.cuts) {
      cuts.begin();
      cuts.add("time", cut.at);
      cuts.add("cut", cut.label);
      cuts.end();
    }
    spec.view += "{\"data\": " + cuts.text() + R"(, "mark": {"type": "rule", "style": "reference"}, "encoding": {)" +
                 time + "}},\n";
  }
  spec.view += R"({"mark": {"type": "rule", "size": 4, "opacity": 0.25}, "encoding": {)" + time + ", " +
               quantity("y", "lower", chart.axis, value) +
               R"(, "y2": {"field": "upper"}}},
{"mark": {"type": "line", "point": true}, "encoding": {)" +
               time + ", " + quantity("y", "value", chart.axis, value) + "}}]}";
  return spec;
}

std::string_view name_of(SignGrid::Sign sign) {
  constexpr std::array<std::string_view, 6> names{"none", "filled", "hollow", "half", "dash", "hatched"};
  return names[static_cast<std::size_t>(sign)];
}

Spec spec_of(const SignGrid& chart) {
  const auto meaning = [&](SignGrid::Sign sign) -> std::string_view {
    for (const auto& [one, text] : chart.meanings)
      if (one == sign) return text;
    return name_of(sign);
  };
  Spec spec;
  for (const SignGrid::Row& row : chart.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      spec.data.begin();
      spec.data.add("row", row.label.text);
      spec.data.add("column", chart.columns[i]);
      spec.data.add("meaning", meaning(row.cells[i].sign));
      spec.data.add("text", row.cells[i].text);
      spec.data.end();
    }
  const std::string place = "\"x\": {\"field\": \"column\", \"type\": \"nominal\", \"sort\": null, \"title\": null}, " +
                            std::string(row_axis);
  spec.view = "\"layer\": [\n{\"mark\": {\"type\": \"point\", \"filled\": true, \"size\": 80}, \"encoding\": {" +
              place + R"(, "shape": {"field": "meaning", "type": "nominal", "title": null}, )" +
              R"("color": {"field": "meaning", "type": "nominal", "title": null}}})" +
              ",\n{\"mark\": {\"type\": \"text\", \"dx\": 16}, \"encoding\": {" + place +
              R"(, "text": {"field": "text", "type": "nominal"}}}])";
  return spec;
}

Spec spec_of(const Timeline& chart) {
  Spec spec;
  for (std::size_t i = 0; i < chart.events.size(); ++i) {
    const Timeline::Event& event = chart.events[i];
    spec.data.begin();
    spec.data.add("number", std::to_string(i + 1));
    spec.data.add("row", chart.lanes[event.lane]);
    spec.data.add("from", event.from);
    spec.data.add("to", event.to);
    spec.data.add("text", event.text);
    spec.data.add("told", event.hollow ? "as what may come" : "as what was");
    spec.data.end();
  }
  const std::string time = quantity("x", "from", chart.axis, R"(, "scale": {"zero": false}, "axis": {"format": "d"})") +
                           ", " + std::string(row_axis);
  spec.view = "\"layer\": [\n{\"mark\": \"rule\", \"encoding\": {" + time +
              ", \"x2\": {\"field\": \"to\"}}},\n{\"mark\": {\"type\": \"point\", \"size\": 80}, \"encoding\": {" +
              time + R"(, "shape": {"field": "told", "type": "nominal", "title": null}, )" +
              R"("tooltip": {"field": "text", "type": "nominal"}}})" +
              ",\n{\"mark\": {\"type\": \"text\", \"dy\": -10}, \"encoding\": {" + time +
              R"(, "text": {"field": "number", "type": "nominal"}}}])";
  return spec;
}

Spec spec_of(const NetworkChart& chart) {
  Spec spec;
  const NetworkLayout layout = lay_out(chart, svg_width);
  const auto add_place = [&](const std::string& end, const NetworkLayout::Place& place) {
    spec.data.add("x" + end, place.x);
    spec.data.add("y" + end, place.y);
  };
  for (const NetworkChart::Arrow& arrow : chart.arrows) {
    spec.data.begin();
    spec.data.add("source", chart.nodes[arrow.from].text);
    spec.data.add("target", chart.nodes[arrow.to].text);
    if (arrow.kind < chart.kinds.size()) spec.data.add("kind", chart.kinds[arrow.kind]);
    spec.data.add("value", arrow.weight);
    add_place("", layout.nodes[arrow.from]);
    add_place("2", layout.nodes[arrow.to]);
    spec.data.end();
  }
  for (std::size_t i = 0; i < chart.nodes.size(); ++i) {
    spec.data.begin();
    spec.data.add("node", chart.nodes[i].text);
    add_place("", layout.nodes[i]);
    spec.data.end();
  }
  const std::string place =
      R"("x": {"field": "x", "type": "quantitative", "axis": null}, "y": {"field": "y", "type": "quantitative", "axis": null, "scale": {"reverse": true}})";
  const std::string nodes = R"(, {"transform": [{"filter": "datum.node != null"}], "mark": )";
  spec.view = R"("layer": [
{"transform": [{"filter": "datum.source != null"}], "mark": "rule", "encoding": {)" +
              place + R"(, "x2": {"field": "x2"}, "y2": {"field": "y2"}, )" +
              quantity("size", "value", chart.axis, R"(, "scale": {"range": [1, 5]})") +
              R"(, "strokeDash": {"field": "kind", "type": "nominal", "title": null}}})" + nodes +
              R"("point", "encoding": {)" + place + "}}" + nodes + R"({"type": "text", "dy": -10}, "encoding": {)" +
              place + R"(, "text": {"field": "node", "type": "nominal"}}}])";
  return spec;
}

/// Colours and sizes of the drawings; who uses a specification elsewhere may say others.
std::string config() {
  const std::string first(svg_colour(0));
  std::string palette;
  for (std::size_t i = 0; i < svg_series; ++i) palette += (i == 0 ? "\"" : ", \"") + std::string(svg_colour(i)) + '"';
  std::string marks;
  for (const char* mark : {"bar", "tick", "line", "point", "rule"})
    marks.append(marks.empty() ? "\"" : ", \"").append(mark).append("\": {\"color\": \"" + first + "\"}");
  return "\"config\": {\"view\": {\"stroke\": null, \"continuousWidth\": 420, \"discreteWidth\": 420},\n\"range\": "
         "{\"category\": [" +
         palette +
         R"(], "symbol": ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"], "heatmap": ["#f4f6f7", ")" +
         first + "\"]},\n" + marks + R"(,
"legend": {"orient": "top", "title": null}, "style": {"reference": {"color": "#5b646c"}, "on-dark": {"color": "#ffffff"}}})";
}

}  // namespace

std::string vega_lite(const Figure& figure) {
  const Spec spec = std::visit([](const auto& chart) { return spec_of(chart); }, figure.chart);
  return "{\"$schema\": \"https://vega.github.io/schema/vega-lite/v6.json\",\n\"title\": " +
         json_string(printable(figure.title)) + ",\n\"description\": " + json_string(printable(figure.alt)) + ",\n" +
         spec.view + ",\n" + config() + ",\n\"data\": " + spec.data.text() + "}\n";
}

}  // namespace topos
