// SPDX-License-Identifier: Apache-2.0
#include "topos/report/number_texts.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "topos/base/number.hpp"

TEST_CASE("remembered texts of numbers are those of number_text") {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  std::vector<double> numbers = {0,
                                 -0.0,
                                 1,
                                 -1,
                                 0.1,
                                 1e15,
                                 1.2345678901234567e-7,
                                 -1.2345678901234567e-7,
                                 1e-8,
                                 1e300,
                                 topos::undefined,
                                 -topos::undefined,
                                 infinite,
                                 -infinite};
  std::mt19937_64 random(4);
  // First few, which come again and again, then more than are remembered.
  for (const std::uint64_t most : {50u, 100'000u})
    for (int i = 0; i < 30'000; ++i)
      numbers.push_back(1000 * static_cast<double>(random() % most) / static_cast<double>(1 + random() % most));
  topos::NumberTexts texts;
  for (int round = 0; round < 2; ++round)
    for (const double number : numbers) {
      const int digits = random() % 2 == 0 ? -1 : static_cast<int>(random() % 18);
      REQUIRE(texts.text(number, digits) == topos::number_text(number, digits));
      REQUIRE(texts.text(number, -1) == topos::number_text(number));
    }
}
