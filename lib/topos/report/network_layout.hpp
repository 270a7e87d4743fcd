// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/report/figure.hpp"

namespace topos {

/// Where the nodes of a network stand: around an oval, each in a line of its own on either side of it, so that names
/// beside them do not touch.
struct NetworkLayout {
  struct Place {
    double x = 0;
    double y = 0;
    bool right = false;  ///< its name stands right of it
  };
  double width = 0;
  double height = 0;
  std::vector<Place> nodes;
};

/// Weighty arrows run across the oval and cross few others: places are exchanged as long as that helps. `width`: of the
/// drawing. The same network is laid out alike everywhere.
/// Cost: of a round, nodes and arrows squared; rounds are few.
[[nodiscard]] NetworkLayout lay_out(const NetworkChart& chart, double width);

}  // namespace topos
