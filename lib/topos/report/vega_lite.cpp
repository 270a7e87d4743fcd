// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>
#include <string>

#include "topos/base/json.hpp"
#include "topos/report/report_files.hpp"

namespace topos {
namespace {

/// The data of a chart, one object a mark.
class Values {
 public:
  void begin() { text_ += text_.empty() ? "{" : ",\n{"; }
  void end() { text_ += '}'; }
  void add(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(text_, value);
  }
  void add(std::string_view name, double value) {
    key(name);
    append_json_number(text_, value);
  }
  void add(const Estimate& one) {
    add("value", one.value);
    add("lower", one.lower);
    add("upper", one.upper);
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

constexpr std::string_view row_axis = R"("y": {"field": "row", "type": "nominal", "sort": null, "title": null})";
constexpr std::string_view series_colour =
    R"("color": {"field": "series", "type": "nominal", "sort": null, "title": null})";

std::string quantity(std::string_view channel, std::string_view field, const std::string& axis,
                     std::string_view more = {}) {
  return '"' + std::string(channel) + "\": {\"field\": \"" + std::string(field) +
         "\", \"type\": \"quantitative\", \"title\": " + json_string(axis) + std::string(more) + "}";
}

Spec spec_of(const DotPlot& chart) {
  Spec spec;
  for (const DotPlot::Row& row : chart.rows)
    for (std::size_t i = 0; i < row.marks.size(); ++i) {
      spec.data.begin();
      spec.data.add("row", row.label.text);
      spec.data.add("series", chart.series[i]);
      spec.data.add(row.marks[i]);
      spec.data.end();
    }
  const std::string both =
      std::string(row_axis) + ", \"yOffset\": {\"field\": \"series\"}, " + std::string(series_colour);
  spec.view = "\"layer\": [\n{\"mark\": \"rule\", \"encoding\": {" + quantity("x", "lower", chart.axis) +
              ", \"x2\": {\"field\": \"upper\"}, " + both +
              "}},\n{\"mark\": {\"type\": \"point\", \"filled\": true, \"size\": 50}, \"encoding\": {" +
              quantity("x", "value", chart.axis) + ", " + both +
              ", \"shape\": {\"field\": \"series\", \"sort\": null, \"title\": null}}}]";
  return spec;
}

Spec spec_of(const BarChart& chart) {
  Spec spec;
  for (const BarChart::Row& row : chart.rows)
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      spec.data.begin();
      spec.data.add("row", row.label.text);
      spec.data.add("series", chart.series[i]);
      spec.data.add("value", row.values[i]);
      spec.data.end();
    }
  spec.view = "\"mark\": \"bar\",\n\"encoding\": {" +
              quantity("x", "value", chart.axis, chart.shares ? R"(, "axis": {"format": "%"})" : "") + ", " +
              std::string(row_axis) + ", " + std::string(series_colour) + "}";
  return spec;
}

Spec spec_of(const Barcode& chart) {
  Spec spec;
  std::string text;
  for (const Barcode::Row& row : chart.rows) {
    if (row.heading) text = row.label.text;
    for (const double position : row.positions) {
      spec.data.begin();
      spec.data.add("text", text);
      spec.data.add("row", row.label.text);
      spec.data.add("position", position);
      spec.data.end();
    }
  }
  spec.view = "\"mark\": \"tick\",\n\"encoding\": {" +
              quantity("x", "position", chart.axis, R"(, "scale": {"domain": [0, 1]})") + ", " + std::string(row_axis) +
              R"(, "row": {"field": "text", "sort": null, "title": null}})";
  return spec;
}

Spec spec_of(const HeatMap& chart) {
  Spec spec;
  for (const HeatMap::Row& row : chart.rows)
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      spec.data.begin();
      spec.data.add("row", row.label.text);
      spec.data.add("column", chart.columns[i]);
      spec.data.add("value", row.values[i]);
      spec.data.end();
    }
  spec.view =
      "\"mark\": \"rect\",\n\"encoding\": {\"x\": {\"field\": \"column\", \"type\": \"nominal\", \"sort\": null, "
      "\"title\": null}, " +
      std::string(row_axis) + ", " + quantity("color", "value", chart.axis) + "}";
  return spec;
}

Spec spec_of(const LineChart& chart) {
  Spec spec;
  for (const LineChart::Series& series : chart.series)
    for (const LineChart::Point& point : series.points) {
      spec.data.begin();
      spec.data.add("series", series.label.text);
      spec.data.add("time", point.at);
      spec.data.add("label", point.label);
      spec.data.add(point.value);
      spec.data.end();
    }
  const std::string time = quantity("x", "time", "", R"(, "scale": {"zero": false}, "axis": {"format": "d"})");
  spec.view =
      "\"facet\": {\"row\": {\"field\": \"series\", \"sort\": null, \"title\": null}},\n\"spec\": {\"layer\": "
      "[\n{\"mark\": {\"type\": \"rule\", \"opacity\": 0.4}, \"encoding\": {" +
      time + ", " + quantity("y", "lower", chart.axis) +
      ", \"y2\": {\"field\": \"upper\"}}},\n{\"mark\": {\"type\": \"line\", \"point\": true}, \"encoding\": {" + time +
      ", " + quantity("y", "value", chart.axis) + "}}]}";
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

}  // namespace

std::string vega_lite(const Figure& figure) {
  const Spec spec = std::visit([](const auto& chart) { return spec_of(chart); }, figure.chart);
  return "{\"$schema\": \"https://vega.github.io/schema/vega-lite/v6.json\",\n\"title\": " + json_string(figure.title) +
         ",\n\"description\": " + json_string(figure.alt) + ",\n" + spec.view + ",\n\"data\": " + spec.data.text() +
         "}\n";
}

}  // namespace topos
