// SPDX-License-Identifier: Apache-2.0
#include "kit/measure_page.hpp"
#include "rules.hpp"

namespace fs = std::filesystem;

namespace topos::conventions {

Complaints measure_entries(const fs::path& root) {
  Complaints complaints;
  const std::string page = slurp(root / "man/topos-measures.7");
  for (const Measure* measure : all_measures()) {
    const std::string id(measure->id);
    if (!fs::exists(root / "tests/oracle" / (id + ".tsv"))) complaints.push_back(id + " has no oracle");
    const std::string entry = test::measure_entry(*measure);
    if (page.find('\n' + entry) == std::string::npos)
      complaints.push_back("topos-measures(7) does not say of " + id + ":\n" + entry);
  }
  for (const fs::path& oracle : files_below(root / "tests/oracle", {".tsv"}))
    if (find_measure(oracle.stem().string()).measure == nullptr)
      complaints.push_back(oracle.filename().string() + " belongs to no measure");
  return complaints;
}

}  // namespace topos::conventions
