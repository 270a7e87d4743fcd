// SPDX-License-Identifier: Apache-2.0
#include "topos/report/svg.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <variant>

#include "topos/base/number.hpp"
#include "topos/report/display_width.hpp"
#include "topos/report/html_page.hpp"
#include "topos/report/report.hpp"

namespace topos {
namespace {

constexpr double font_size = 12.5;
constexpr double character = 6.7;  // mean width of a character of that size

/// Colours that differ in lightness, so that they do in grey, and for readers who see few hues. A page replaces them
/// where it is dark.
constexpr std::array<std::string_view, svg_series> colours{"#12466f", "#d5701c", "#5aa9a0",
                                                           "#8c3f73", "#8f8a2b", "#7c7c7c"};

struct Style {
  std::string_view css;
  std::string_view attributes;
};
constexpr std::array<Style, 14> styles{
    {{"ink", "fill=\"#1c2126\""},
     {"faint", "fill=\"#5b646c\""},
     {"strong", "fill=\"#1c2126\" font-weight=\"600\""},
     {"grid", "stroke=\"#dde1e4\" stroke-width=\"1\""},
     {"axis", "stroke=\"#5b646c\" stroke-width=\"1\""},
     {"on-dark", "fill=\"#ffffff\""},
     {"on-light", "fill=\"#1c2126\""},
     {"on-cell", "fill=\"#ffffff\""},
     {"band", "stroke=\"#12466f\" stroke-width=\"4\" stroke-opacity=\"0.25\""},
     {"ground", "fill=\"#ffffff\""},
     {"told", "fill=\"none\" stroke=\"#1c2126\" stroke-width=\"1.1\""},
     {"denied", "fill=\"none\" stroke=\"#1c2126\" stroke-width=\"1.1\" stroke-dasharray=\"4 3\""},
     {"section", "stroke=\"#5b646c\" stroke-width=\"1\" stroke-dasharray=\"1 3\""},
     {"tick", "stroke=\"#12466f\" stroke-width=\"1.2\""}}};

std::string coordinate(double value) { return number_text(std::round(value * 10) / 10, 1); }

}  // namespace

std::string_view svg_colour(std::size_t series) noexcept { return colours[series % svg_series]; }

std::string series_class(std::size_t series) { return "s" + std::to_string(series % svg_series); }

std::size_t svg_fitting(double width) noexcept { return static_cast<std::size_t>(std::max(1.0, width / character)); }

Svg::Svg(SvgPlace place, double height, const Figure& figure) : place_(place) {
  out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + coordinate(svg_width) + ' ' + coordinate(height) +
         "\"";
  // In a page the style sheet decides about the size.
  if (place == SvgPlace::file) out_ += " width=\"" + coordinate(svg_width) + "\" height=\"" + coordinate(height) + "\"";
  out_ += " font-family=\"'Source Sans 3','Noto Sans',Arial,Helvetica,sans-serif\" font-size=\"" +
          coordinate(font_size) + "\" role=\"group\" aria-label=\"";
  append_page_text(out_, figure.alt);
  out_ += "\">\n";
  if (place == SvgPlace::page) return;
  out_ += "<title>";
  append_page_text(out_, figure.title);
  out_ += "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
}

void Svg::attribute(std::string_view name, double value) {
  out_.append(" ").append(name).append("=\"").append(coordinate(value)).append("\"");
}

void Svg::style(std::string_view css) {
  out_.append(" class=\"").append(css).append("\"");
  for (const Style& one : styles)
    if (one.css == css) out_.append(" ").append(one.attributes);
  if (css.size() == 2 && css[0] == 's')
    out_.append(" fill=\"").append(svg_colour(static_cast<std::size_t>(css[1] - '0'))).append("\"");
  if (css.size() == 2 && css[0] == 'l')
    out_.append(" fill=\"none\" stroke=\"")
        .append(svg_colour(static_cast<std::size_t>(css[1] - '0')))
        .append("\" stroke-width=\"2\"");
  if (css.size() == 2 && css[0] == 'b')
    out_.append(" fill=\"")
        .append(svg_colour(static_cast<std::size_t>(css[1] - '0')))
        .append("\" fill-opacity=\"0.18\"");
}

void Svg::text(double x, double y, std::string_view text, Anchor anchor, std::string_view css) {
  out_ += "<text";
  attribute("x", x);
  attribute("y", y);
  if (anchor != Anchor::start) out_ += anchor == Anchor::end ? " text-anchor=\"end\"" : " text-anchor=\"middle\"";
  style(css);
  out_ += '>';
  append_page_text(out_, text);
  out_ += "</text>\n";
}

void Svg::label(double x, double y, double width, std::string_view text, Anchor anchor) {
  const std::string cut = cut_to_width(text, svg_fitting(width));
  if (cut == text) return this->text(x, y, text, anchor);
  out_ += "<g><title>";
  append_page_text(out_, text);
  out_ += "</title>";
  this->text(x, y, cut, anchor);
  out_ += "</g>\n";
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view css) {
  out_ += "<line";
  attribute("x1", x1);
  attribute("y1", y1);
  attribute("x2", x2);
  attribute("y2", y2);
  style(css);
  out_ += "/>\n";
}

void Svg::box(double x, double y, double width, double height, std::string_view css) {
  out_ += "<rect";
  attribute("x", x);
  attribute("y", y);
  attribute("width", width);
  attribute("height", height);
  style(css);
  out_ += "/>\n";
}

void Svg::shade(double x, double y, double width, double height, double share, std::string_view title) {
  out_ += "<rect class=\"cell\" fill=\"#12466f\"";
  attribute("x", x);
  attribute("y", y);
  attribute("width", width);
  attribute("height", height);
  out_ += " fill-opacity=\"" + number_text(std::clamp(share, 0.0, 1.0), 2) + "\"><title>";
  append_page_text(out_, title);
  out_ += "</title></rect>\n";
}

void Svg::bar(double x, double y, double width, double height, std::size_t series, std::string_view title) {
  out_ += "<rect";
  attribute("x", x);
  attribute("y", y);
  attribute("width", width);
  attribute("height", height);
  style(series_class(series));
  out_ += "><title>";
  append_page_text(out_, title);
  out_ += "</title></rect>\n";
}

void Svg::upright(double x, double y, double length, std::string_view text) {
  out_ += "<g transform=\"translate(" + coordinate(x) + ' ' + coordinate(y) + ") rotate(-90)\">";
  label(0, 0, length, text, Anchor::start);
  out_ += "</g>\n";
}

void Svg::mark(double x, double y, std::size_t series, std::string_view title) {
  const auto point = [&](double dx, double dy) { return coordinate(x + dx) + ',' + coordinate(y + dy) + ' '; };
  const std::string css = series_class(series);
  const std::size_t shape = series % svg_series;
  if (shape == 0) {
    out_ += "<circle";
    attribute("cx", x);
    attribute("cy", y);
    out_ += " r=\"4\"";
  } else if (shape == 1) {
    out_ += "<path d=\"M" + point(-3.6, -3.6) + point(3.6, -3.6) + point(3.6, 3.6) + point(-3.6, 3.6) + "z\"";
  } else if (shape == 2) {
    out_ += "<path d=\"M" + point(0, -4.6) + point(4.4, 3.4) + point(-4.4, 3.4) + "z\"";
  } else if (shape == 3) {
    out_ += "<path d=\"M" + point(0, -5) + point(5, 0) + point(0, 5) + point(-5, 0) + "z\"";
  } else if (shape == 4) {
    out_ += "<path d=\"M" + point(0, 4.6) + point(4.4, -3.4) + point(-4.4, -3.4) + "z\"";
  } else {
    out_ += "<path d=\"M" + point(-4.6, -1.6) + point(4.6, -1.6) + point(4.6, 1.6) + point(-4.6, 1.6) + "z\"";
  }
  style(css);
  out_ += "><title>";
  append_page_text(out_, title);
  out_ += shape == 0 ? "</title></circle>\n" : "</title></path>\n";
}

void Svg::interval(double x1, double x2, double y, std::size_t series) {
  line(x1, y, x2, y, "l" + std::to_string(series % svg_series));
}

void Svg::path(std::string_view data, std::string_view css) {
  out_.append("<path d=\"").append(data).append("\"");
  style(css);
  out_ += "/>\n";
}

void Svg::stroke(std::string_view data, double width, std::size_t series, bool broken) {
  out_.append("<path d=\"").append(data).append("\" class=\"l").append(std::to_string(series % svg_series));
  out_.append("\" fill=\"none\" stroke=\"").append(svg_colour(series)).append("\"");
  attribute("stroke-width", width);
  if (broken) out_ += " stroke-dasharray=\"7 4\"";
  out_ += "/>\n";
}

void Svg::sign(double x, double y, SignGrid::Sign sign) {
  const auto at = [&](double dx, double dy) { return coordinate(x + dx) + ' ' + coordinate(y + dy); };
  const std::string half_round = "a4.2 4.2 0 0 1 ";
  const std::string ring = "M" + at(0, -4.2) + half_round + "0 8.4" + half_round + "0 -8.4z";
  switch (sign) {
    case SignGrid::Sign::none:
      return;
    case SignGrid::Sign::filled:
      path(ring, "s0");
      return path(ring, "l0");
    case SignGrid::Sign::hollow:
      return path(ring, "l0");
    case SignGrid::Sign::half:
      path("M" + at(0, -4.2) + half_round + "0 8.4z", "s0");
      return path(ring, "l0");
    case SignGrid::Sign::dash:
      return line(x - 4, y, x + 4, y, "axis");
    case SignGrid::Sign::hatched:
      for (const double shift : {-6.0, -2.0, 2.0}) line(x + shift, y + 4, x + shift + 4, y - 4, "axis");
  }
}

void Svg::disc(double x, double y, std::string_view text, bool hollow) {
  const std::string circle = "M" + coordinate(x) + ' ' + coordinate(y - 8) + "a8 8 0 0 1 0 16a8 8 0 0 1 0 -16z";
  path(circle, hollow ? "ground" : "s0");
  path(circle, "l0");
  this->text(x, y + 4, text, Anchor::middle, hollow ? "ink" : "on-dark");
}

void Svg::open_group(std::string_view title) {
  out_ += "<g><title>";
  append_page_text(out_, title);
  out_ += "</title>\n";
}

void Svg::close_group() { out_ += "</g>\n"; }

void Svg::open_link(std::string_view code) {
  linked_ = place_ == SvgPlace::page && !code.empty();
  if (linked_) out_ += "<a href=\"#" + evidence_id(code) + "\">";
}

void Svg::close_link() {
  if (linked_) out_ += "</a>\n";
  linked_ = false;
}

std::string Svg::finish() { return out_ + "</svg>\n"; }

double svg_legend(Svg* svg, double y, const std::vector<std::string>& series, bool boxes) {
  if (series.size() < 2) return 0;
  constexpr double room = 20;  // of the mark
  constexpr double gap = 14;
  constexpr double line_height = 18;
  double x = 0;
  double line = y + line_height / 2;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::string name = series[i].empty() ? "(none)" : series[i];
    const double width = std::min(room + character * static_cast<double>(display_width(name)), svg_width);
    if (x > 0 && x + width > svg_width) {
      x = 0;
      line += line_height;
    }
    if (svg != nullptr && boxes) svg->box(x + 1, line - 5, 10, 10, series_class(i));
    if (svg != nullptr && !boxes) svg->mark(x + 6, line, i, name);
    if (svg != nullptr) svg->label(x + 16, line + 4, width - 16, name, Svg::Anchor::start);
    x += width + gap;
  }
  return line + line_height / 2 + 8 - y;
}

double svg_label_width(const std::vector<const FigureLabel*>& labels, double most) {
  double width = 0;
  for (const FigureLabel* label : labels)
    width = std::max(width, character * static_cast<double>(display_width(label->text)));
  return std::min(width + 4, most);
}

std::string svg_of(const Figure& figure, SvgPlace place) {
  return std::visit([&](const auto& chart) { return svg_of(figure, chart, place); }, figure.chart);
}

}  // namespace topos
