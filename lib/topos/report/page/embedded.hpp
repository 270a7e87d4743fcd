// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos::embedded {

/// The style sheet and the script of a report's page, put into the library when it was built; the script that draws
/// figures, and Vega-Lite, which it draws them with.
[[nodiscard]] std::string_view report_style() noexcept;
[[nodiscard]] std::string_view report_script() noexcept;
[[nodiscard]] std::string_view report_charts() noexcept;
[[nodiscard]] std::string_view vega_lite_bundle() noexcept;

}  // namespace topos::embedded
