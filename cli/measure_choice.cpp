// SPDX-License-Identifier: Apache-2.0
#include "measure_choice.hpp"

#include <algorithm>
#include <utility>

#include "comma_list.hpp"
#include "topos/base/error.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {

void MeasureChoice::declare(Options& options) {
  options.list("--measures", given, "ID[,ID]", "Measures to show, or 'all'; else " + usual);
}

std::vector<const Variant*> MeasureChoice::chosen() const {
  std::vector<const Variant*> known;
  std::vector<std::string> names;
  for (const Measure* measure : all_measures()) {
    if (measure->family != family || (!use.empty() && measure->use != "both" && measure->use != use)) continue;
    for (const Variant& variant : measure->variants) known.push_back(&variant);
  }
  for (const Variant* variant : known) names.emplace_back(variant->id);
  std::vector<const Variant*> chosen;
  std::vector<std::string> wanted;
  for (const std::string& list : given.empty() ? std::vector<std::string>{usual} : given)
    for (std::string& name : comma_list(list)) wanted.push_back(std::move(name));
  for (const std::string& name : wanted) {
    if (name == "all") return known;
    const auto found = std::find_if(known.begin(), known.end(), [&](const Variant* one) { return one->id == name; });
    if (found == known.end())
      throw Error(Errc::usage,
                  "'" + printable(name) + "' is no measure of " + std::string(use.empty() ? family_name(family) : use),
                  {}, did_you_mean(name, names));
    if (std::find(chosen.begin(), chosen.end(), *found) == chosen.end()) chosen.push_back(*found);
  }
  return chosen;
}

}  // namespace topos::cli
