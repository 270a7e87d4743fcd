// SPDX-License-Identifier: Apache-2.0
// The precompiled headers hold doctest without its implementation; with these two names a second reading brings it.
#define DOCTEST_CONFIG_IMPLEMENT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
