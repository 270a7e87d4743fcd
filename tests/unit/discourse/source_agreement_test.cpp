// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/source_agreement.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

TEST_CASE("sources that say the same most often agree in rank and presence") {
  const std::vector<double> a{3, 2, 1, 0};
  const topos::SourceAgreement same = topos::source_agreement(a, a);
  CHECK(same.alpha == doctest::Approx(1));
  CHECK(same.rbo == doctest::Approx(1));
  CHECK(same.tau_b == doctest::Approx(1));
}

TEST_CASE("ranks are compared as deep as the shorter list") {
  const topos::SourceAgreement two =
      topos::source_agreement(std::vector<double>{3, 2, 1}, std::vector<double>{2, 3, 0});
  CHECK(two.rbo == doctest::Approx(.9));  // two items exchanged, persistence .9
  CHECK(std::isnan(topos::source_agreement(std::vector<double>{1, 2}, std::vector<double>{0, 0}).rbo));
}

TEST_CASE("agreement on presence is Krippendorff's alpha with sources as coders") {
  // His example of two coders and ten units: 60 % agree, alpha .095.
  const std::vector<double> first{1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
  const std::vector<double> second{0, 1, 1, 0, 0, 1, 0, 1, 0, 0};
  CHECK(topos::presence_alpha({first, second}) == doctest::Approx(.0952).epsilon(.001));
  CHECK(std::isnan(topos::presence_alpha({})));
  CHECK(std::isnan(topos::presence_alpha({{1, 1}, {1, 1}})));
}
