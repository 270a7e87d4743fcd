// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "topos/report/figure.hpp"

namespace topos {

/// Where a drawing is to stand: in a page, whose style sheet colours it and whose anchors it leads to, or in a file of
/// its own.
enum class SvgPlace { page, file };

/// Writes the elements of one drawing. Colours stand in attributes, which every program knows, and in classes, which a
/// page may style. Units: of the drawing, of which it is svg_width wide.
class Svg {
 public:
  enum class Anchor { start, middle, end };

  Svg(SvgPlace place, double height, const Figure& figure);

  void text(double x, double y, std::string_view text, Anchor anchor = Anchor::start, std::string_view css = "ink");
  /// The same, cut to what fits into `width`; the whole stands in its title.
  void label(double x, double y, double width, std::string_view text, Anchor anchor);
  void line(double x1, double y1, double x2, double y2, std::string_view css);
  void box(double x, double y, double width, double height, std::string_view css);
  /// A box whose shade says how large a value is: `share` from 0 to 1.
  void shade(double x, double y, double width, double height, double share, std::string_view title);
  /// Part of a bar, in the colour of a series.
  void bar(double x, double y, double width, double height, std::size_t series, std::string_view title);
  /// A label that runs upwards and is at most `length` long.
  void upright(double x, double y, double length, std::string_view text);
  /// The mark of a series: its shape and colour.
  void mark(double x, double y, std::size_t series, std::string_view title);
  /// A sign of a grid around a place.
  void sign(double x, double y, SignGrid::Sign sign);
  /// A short text in a circle.
  void disc(double x, double y, std::string_view text, bool hollow);
  /// The bar of an interval, in the colour of a series.
  void interval(double x1, double x2, double y, std::size_t series);
  void path(std::string_view data, std::string_view css);
  /// A line of a width in the colour of a series.
  void stroke(std::string_view data, double width, std::size_t series, bool broken);
  /// What follows is one thing, which `title` tells more about, until the group is closed.
  void open_group(std::string_view title);
  void close_group();
  /// What follows leads to the evidence of `code`, unless that is empty, until the link is closed.
  void open_link(std::string_view code);
  void close_link();
  /// The drawing.
  [[nodiscard]] std::string finish();

 private:
  void attribute(std::string_view name, double value);
  void style(std::string_view css);

  SvgPlace place_;
  std::string out_;
  bool linked_ = false;
};

inline constexpr double svg_width = 460;
inline constexpr std::size_t svg_series = 6;  ///< colours and shapes; further series use them again

/// The colour of a series where no style sheet says another.
[[nodiscard]] std::string_view svg_colour(std::size_t series) noexcept;
/// The class of a series.
[[nodiscard]] std::string series_class(std::size_t series);

/// Characters of usual width that fit into `width`.
[[nodiscard]] std::size_t svg_fitting(double width) noexcept;

/// Writes a legend of several series and returns the height that it takes; only that without a drawing.
double svg_legend(Svg* svg, double y, const std::vector<std::string>& series, bool boxes);
/// The width that labels of rows take, at most `most`.
[[nodiscard]] double svg_label_width(const std::vector<const FigureLabel*>& labels, double most);

/// A figure as a drawing.
[[nodiscard]] std::string svg_of(const Figure& figure, SvgPlace place);

[[nodiscard]] std::string svg_of(const Figure& figure, const DotPlot& chart, SvgPlace place);
[[nodiscard]] std::string svg_of(const Figure& figure, const BarChart& chart, SvgPlace place);
[[nodiscard]] std::string svg_of(const Figure& figure, const Barcode& chart, SvgPlace place);
[[nodiscard]] std::string svg_of(const Figure& figure, const HeatMap& chart, SvgPlace place);
[[nodiscard]] std::string svg_of(const Figure& figure, const LineChart& chart, SvgPlace place);
[[nodiscard]] std::string svg_of(const Figure& figure, const SignGrid& chart, SvgPlace place);
[[nodiscard]] std::string svg_of(const Figure& figure, const Timeline& chart, SvgPlace place);
[[nodiscard]] std::string svg_of(const Figure& figure, const NetworkChart& chart, SvgPlace place);

}  // namespace topos
