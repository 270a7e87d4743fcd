// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <regex>
#include <set>

#include "rules.hpp"

namespace fs = std::filesystem;

namespace topos::conventions {
namespace {

/// A .def file whose every line names a file of a folder beside it.
struct Registry {
  std::string def;
  std::string macro;
  std::string folder;
};

const std::vector<Registry> all_registries = {
    {"cli/commands.def", "TOPOS_COMMAND", "cli/commands"},
    {"cli/commands/codebook/subcommands.def", "TOPOS_SUBCOMMAND", "cli/commands/codebook"},
    {"lib/topos/text/readers/readers.def", "TOPOS_READER", "lib/topos/text/readers"},
    {"lib/topos/codebook/formats/formats.def", "TOPOS_BOOK_FORMAT", "lib/topos/codebook/formats"},
    {"lib/topos/annotation/detectors/detectors.def", "TOPOS_DETECTOR", "lib/topos/annotation/detectors"},
    {"lib/topos/statistics/measures/measures.def", "TOPOS_MEASURE", "lib/topos/statistics/measures"},
    {"lib/topos/report/graphs/graphs.def", "TOPOS_GRAPH", "lib/topos/report/graphs"},
    {"lib/topos/report/writers/writers.def", "TOPOS_WRITER", "lib/topos/report/writers"},
    {"lib/topos/report/exports/exports.def", "TOPOS_EXPORT", "lib/topos/report/exports"},
    {"lib/topos/report/flows/flows.def", "TOPOS_FLOW", "lib/topos/report/flows"},
    {"cli/report/sections.def", "TOPOS_SECTION", "cli/report"},
};

/// The second arguments of errors.def: TOPOS_ERROR(id, "slug", "meaning").
std::vector<std::string> slugs(const fs::path& root) {
  std::vector<std::string> names;
  const std::string text = slurp(root / "lib/topos/base/errors.def");
  const std::regex form("\nTOPOS_ERROR\\([a-z_]+, \"([a-z_]+)\"");
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) names.push_back((*at)[1]);
  return names;
}

}  // namespace

Complaints registries(const fs::path& root) {
  Complaints complaints;
  for (const Registry& registry : all_registries) {
    if (!fs::exists(root / registry.def)) continue;
    std::set<std::string> seen;
    for (const std::string& name : registered(root / registry.def, registry.macro)) {
      if (!seen.insert(name).second) complaints.push_back(registry.def + " lists " + name + " twice");
      if (!fs::exists(root / registry.folder / (name + ".cpp")))
        complaints.push_back(registry.def + " lists " + name + ", which has no file");
    }
    for (const fs::path& path : files_below(root / registry.folder, {".cpp"}))
      // Code that entries share has a header of its own.
      if (path.parent_path() == root / registry.folder && !seen.contains(path.stem().string()) &&
          !fs::exists(fs::path(path).replace_extension(".hpp")))
        complaints.push_back(registry.def + " does not list " + path.filename().string());
  }
  const std::vector<std::string> errors = slugs(root);
  if (std::set(errors.begin(), errors.end()).size() != errors.size())
    complaints.emplace_back("errors.def gives one slug twice");
  return complaints;
}

Complaints error_entries(const fs::path& root) {
  Complaints complaints;
  const std::string page = slurp(root / "man/topos.1");
  for (const std::string& slug : slugs(root))
    if (page.find("\n.It " + slug + '\n') == std::string::npos)
      complaints.push_back("topos(1) does not explain the error " + slug);
  return complaints;
}

Complaints error_cases(const fs::path& root) {
  Complaints complaints;
  std::string shown;
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests/cli"))
    if (entry.is_regular_file() && entry.path().filename().string().starts_with("expected_"))
      shown += slurp(entry.path());
  for (const std::string& slug : slugs(root))
    if (shown.find('[' + slug + ']') == std::string::npos)
      complaints.push_back("no golden case shows the error " + slug);
  return complaints;
}

Complaints detector_entries(const fs::path& root) {
  Complaints complaints;
  const fs::path def = root / "lib/topos/annotation/detectors/detectors.def";
  if (!fs::exists(def)) return complaints;
  for (const std::string& id : registered(def, "TOPOS_DETECTOR")) {
    if (!fs::exists(root / "tests/detectors" / (id + ".tsv")))
      complaints.push_back("the detector " + id + " has no scored set");
    for (const std::string page : {"topos-annotate.1", "topos-method.7", "topos-stream.5"})
      if (slurp(root / "man" / page).find("\n.It Cm " + id + '\n') == std::string::npos)
        complaints.push_back(page + " does not explain the detector " + id);
  }
  return complaints;
}

Complaints section_entries(const fs::path& root) {
  Complaints complaints;
  const fs::path def = root / "cli/report/sections.def";
  if (!fs::exists(def)) return complaints;
  const std::string page = slurp(root / "man/topos-report.1");
  for (const std::string& id : registered(def, "TOPOS_SECTION"))
    if (page.find("\n.It Li " + id + '\n') == std::string::npos)
      complaints.push_back("topos-report(1) does not explain the section " + id);
  return complaints;
}

}  // namespace topos::conventions
