// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace topos {

/// A number with an interval around it; NaN where there is none.
struct Estimate {
  double value = std::numeric_limits<double>::quiet_NaN();
  double lower = std::numeric_limits<double>::quiet_NaN();
  double upper = std::numeric_limits<double>::quiet_NaN();
};

/// What a row or column of a figure stands for; `code`: whose evidence a reader is led to, empty: none.
struct FigureLabel {
  std::string text;
  std::string code;
};

/// One row a thing, one mark a series, each with its interval. Domain: each row has one estimate for each series.
struct DotPlot {
  struct Row {
    FigureLabel label;
    std::vector<Estimate> marks;
  };
  std::string axis;                 ///< what is measured, with its unit
  std::vector<std::string> series;  ///< one without a name: no legend
  std::vector<Row> rows;
  std::optional<double> reference;  ///< a line that marks are read against, such as no difference
};

/// Horizontal bars, one row a thing. Domain: each row has one value for each series, none below zero.
struct BarChart {
  struct Row {
    FigureLabel label;
    std::vector<double> values;
  };
  std::string axis;
  std::vector<std::string> series;
  std::vector<Row> rows;
  bool shares = false;  ///< values are parts of one; else they are drawn from zero to the largest sum
};

/// Where things stand in texts: a tick for each.
struct Barcode {
  struct Row {
    FigureLabel label;
    std::vector<double> positions;      ///< from 0 to 1
    bool heading = false;               ///< a line of its own before the rows of one text
    std::vector<double> sections = {};  ///< of a heading: where sections of the text begin, from 0 to 1
  };
  std::string axis;
  std::vector<Row> rows;
};

/// A grid of numbers, darker where larger; NaN where there is none. Domain: each row has one value for each column,
/// none below zero.
struct HeatMap {
  std::string axis;  ///< what the numbers are
  std::vector<std::string> columns;
  struct Row {
    FigureLabel label;
    std::vector<double> values;
  };
  std::vector<Row> rows;
};

/// Values over time, with a band for their intervals.
struct LineChart {
  struct Point {
    double at = 0;
    std::string label;  ///< of the place on the axis, such as a year
    Estimate value;
  };
  struct Series {
    FigureLabel label;
    std::vector<Point> points;  ///< ascending
  };
  struct Cut {
    double at = 0;
    std::string label;
  };
  std::string axis;
  std::vector<Series> series;
  std::vector<Cut> cuts;
};

/// A grid of signs, such as what each source says of a claim. Domain: each row has one cell for each column.
struct SignGrid {
  enum class Sign : std::uint8_t { none, filled, hollow, half, dash, hatched };
  struct Cell {
    Sign sign = Sign::none;
    std::string text;  ///< behind the sign, such as a number
  };
  struct Row {
    FigureLabel label;
    std::vector<Cell> cells;
  };
  std::vector<std::pair<Sign, std::string>> meanings;  ///< for the legend, in its order
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

/// Numbered events in lanes along the years, and what is told as the cause of what.
struct Timeline {
  struct Event {
    std::size_t lane = 0;
    double from = 0;  ///< in years
    double to = 0;
    std::string text;     ///< what a reader is shown who asks
    bool hollow = false;  ///< what may come, not what was
  };
  struct Link {
    std::size_t from = 0;  ///< numbers of events, from 0
    std::size_t to = 0;
    bool denied = false;
  };
  std::string axis;
  std::vector<std::string> lanes;
  std::vector<Event> events;
  std::vector<Link> links;
};

/// Things, and arrows from one to another that are wider where there is more. Domain: weights are above zero.
struct NetworkChart {
  struct Arrow {
    std::size_t from = 0;  ///< numbers of nodes
    std::size_t to = 0;
    double weight = 0;
    std::size_t kind = 0;
  };
  std::string axis;                ///< what weights are
  std::vector<std::string> kinds;  ///< up to three: drawn in full, broken, and pale
  std::vector<FigureLabel> nodes;
  std::vector<Arrow> arrows;
};

using Chart = std::variant<DotPlot, BarChart, Barcode, HeatMap, LineChart, SignGrid, Timeline, NetworkChart>;

/// A picture that carries one finding, as data.
struct Figure {
  std::string id;       ///< unique in a report; a file name
  std::string title;    ///< the finding, in words
  std::string caption;  ///< units, intervals and denominators: how it is to be read
  std::string alt;      ///< what a reader who does not see it needs
  std::string table;    ///< id of the table that holds its numbers
  Chart chart;
};

}  // namespace topos
