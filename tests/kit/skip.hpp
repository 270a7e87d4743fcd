// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <string>

namespace topos::test {

/// Says that the test case at hand cannot be run here. ctest counts the case as skipped, so it returns at once and
/// checks nothing.
inline void skipped(const std::string& reason) { std::printf("SKIPPED: %s\n", reason.c_str()); }

}  // namespace topos::test
