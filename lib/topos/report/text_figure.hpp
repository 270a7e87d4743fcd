// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/report/figure.hpp"

namespace topos {

/// A figure as lines of characters, for terminals: bars, sparklines and ticks, one line a row. Empty for kinds that
/// have no such form. Control characters of labels are made visible.
[[nodiscard]] std::string text_figure(const Figure& figure);

}  // namespace topos
