// SPDX-License-Identifier: Apache-2.0
#include "planted_phrase.hpp"

#include <vector>

#include "comma_list.hpp"
#include "topos/base/error.hpp"
#include "topos/base/number.hpp"

namespace topos::cli {

PlantedPhrase planted_phrase(const std::string& text, std::size_t groups) {
  constexpr double most = 1000;
  const std::size_t equals = text.rfind('=');
  PlantedPhrase planted{text.substr(0, equals), {}};
  const std::vector<std::string> rates =
      equals == std::string::npos ? std::vector<std::string>() : comma_list(text.substr(equals + 1));
  for (const std::string& rate : rates) {
    const auto number = parse_number(rate);
    if (!number || !(*number >= 0 && *number <= most))
      throw Error(Errc::usage, "'" + printable(rate) + "' in --plant is no rate per 1000 words");
    planted.rates.push_back(*number);
  }
  if (planted.rates.size() == 1) planted.rates.resize(groups, planted.rates.front());
  if (planted.rates.size() != groups)
    throw Error(
        Errc::usage,
        "--plant '" + printable(text) + "' needs one rate, or one for each of " + std::to_string(groups) + " groups",
        {}, "for example --plant 'multipolar world=2,4'");
  return planted;
}

}  // namespace topos::cli
