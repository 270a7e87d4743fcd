// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

#include "rules.hpp"

namespace fs = std::filesystem;

namespace topos::conventions {
namespace {

const std::vector<std::string> sources = {".cpp", ".hpp", ".def"};

// Lowest first: a floor includes itself and those before it.
const std::vector<std::string> floor_names = {"base",     "text",       "segmentation", "grammar",   "codebook",
                                              "matching", "annotation", "statistics",   "discourse", "report"};

std::size_t floor_of(const std::string& name) {
  return static_cast<std::size_t>(std::find(floor_names.begin(), floor_names.end(), name) - floor_names.begin());
}

std::string path_in(const fs::path& path, const fs::path& root) { return fs::relative(path, root).generic_string(); }

/// `text` without comments and string literals, line breaks kept.
std::string code_only(const std::string& text) {
  static const std::regex noise(R"re("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|//[^\n]*)re");
  return std::regex_replace(text, noise, "");
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_below(const fs::path& folder, const std::vector<std::string>& extensions) {
  std::vector<fs::path> found;
  if (!fs::exists(folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() &&
        std::find(extensions.begin(), extensions.end(), entry.path().extension()) != extensions.end() &&
        entry.path().generic_string().find("/fixtures/", folder.generic_string().size()) == std::string::npos)
      found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> registered(const fs::path& def, const std::string& macro) {
  std::vector<std::string> names;
  const std::string text = '\n' + slurp(def);
  const std::regex form("\n" + macro + "\\(([a-z0-9_]+)");
  for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) names.push_back((*at)[1]);
  return names;
}

Complaints floors(const fs::path& root) {
  Complaints complaints;
  const std::regex include("#include [\"<]topos/([a-z]+)/");
  for (const fs::path& path : files_below(root / "lib/topos", sources)) {
    const std::string own = fs::relative(path, root / "lib/topos").begin()->string();
    if (floor_of(own) == floor_names.size()) complaints.push_back(path_in(path, root) + " stands on no known floor");
    const std::string text = slurp(path);
    for (std::sregex_iterator at(text.begin(), text.end(), include), end; at != end; ++at)
      if (floor_of((*at)[1]) > floor_of(own))
        complaints.push_back(path_in(path, root) + " includes the higher floor " + (*at)[1].str());
  }
  return complaints;
}

namespace {

/// Whether a header is one that its floor declares and installs; where no floor is declared, all are.
bool is_public(const fs::path& header, const fs::path& root) {
  const fs::path floor = root / "lib/topos" / *fs::relative(header, root / "lib/topos").begin();
  const std::string list = slurp(floor / "CMakeLists.txt");
  const std::regex name("[\\s/]" + header.filename().string() + "\\b");
  return list.empty() || std::regex_search(list, name);
}

}  // namespace

Complaints walls(const fs::path& root) {
  Complaints complaints;
  const std::regex foreign("#include [<\"](unicode/|re2/|CLI/|boost/|simdjson|toml|archive|xxhash|sha2|md5)");
  for (const fs::path& path : files_below(root / "lib/topos", {".hpp"}))
    if (is_public(path, root) && std::regex_search(slurp(path), foreign))
      complaints.push_back(path_in(path, root) + " includes a header of another library");
  for (const fs::path& path : files_below(root / "lib/topos", {".cpp"}))
    if (path.filename() != "distributions.cpp" && slurp(path).find("#include <boost/") != std::string::npos)
      complaints.push_back(path_in(path, root) + " knows Boost; only distributions.cpp may");
  for (const fs::path& path : files_below(root / "cli", sources))
    if (path.filename() != "parser.cpp" && slurp(path).find("#include <CLI/") != std::string::npos)
      complaints.push_back(path_in(path, root) + " knows CLI11; only parser.cpp may");
  return complaints;
}

Complaints banned_names(const fs::path& root) {
  Complaints complaints;
  const std::regex banned(
      R"re(\bstd::(cout|cerr|clog|cin|ifstream|ofstream|fstream|regex|stoi|stol|stod|system|rand)\b|\b(strcpy|strcat|sprintf|vsprintf|atoi|atol|atof|system|popen|gets|rand|setlocale|tmpnam|strtok)\s*\()re");
  const std::regex library_only(R"re(\b(getenv|exit|abort|printf|fprintf|puts|perror)\s*\()re");
  for (const std::string folder : {"lib", "cli"})
    for (const fs::path& path : files_below(root / folder, sources)) {
      const std::string code = code_only(slurp(path));
      std::smatch found;
      if (std::regex_search(code, found, banned)) complaints.push_back(path_in(path, root) + " uses " + found[0].str());
      if (folder == "lib" && std::regex_search(code, found, library_only))
        complaints.push_back(path_in(path, root) + " uses " + found[0].str());
    }
  return complaints;
}

Complaints file_shapes(const fs::path& root) {
  Complaints complaints;
  const std::regex leftovers(R"re(\b(TODO|FIXME|XXX|HACK)\b)re");
  for (const std::string folder : {"lib", "cli", "tests"})
    for (const fs::path& path : files_below(root / folder, {".cpp", ".hpp"})) {
      const std::string text = slurp(path);
      const std::string name = path_in(path, root);
      const std::size_t lines = count_lines(text);
      const std::size_t most = name.starts_with("cli/commands/") ? 135 : 375;
      std::smatch found;
      if (!text.starts_with("// SPDX-License-Identifier: Apache-2.0\n"))
        complaints.push_back(name + " does not begin with its licence");
      if (lines > most)
        complaints.push_back(name + " has " + std::to_string(lines) + " lines, more than " + std::to_string(most));
      if (path.filename() != "source_rules.cpp" && std::regex_search(text, found, leftovers))
        complaints.push_back(name + " holds " + found[0].str());
      if (path.extension() == ".hpp" && text.find("#pragma once") == std::string::npos)
        complaints.push_back(name + " lacks #pragma once");
    }
  return complaints;
}

}  // namespace topos::conventions
