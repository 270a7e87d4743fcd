// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "topos/codebook/loss.hpp"

namespace topos::cli {

/// Says on standard error what a change of format loses: how much, and the first of what is left out or changed. All of it goes to `path`
/// as a table, if that is not empty.
void report_losses(const Losses& losses, const std::string& source, const std::string& path);

}  // namespace topos::cli
