// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace topos::conventions {

/// What breaks a rule, one line each; empty if all is well.
using Complaints = std::vector<std::string>;

/// `root` is the source tree, or a fixture that looks like a part of one.
[[nodiscard]] Complaints floors(const std::filesystem::path& root);
[[nodiscard]] Complaints walls(const std::filesystem::path& root);
[[nodiscard]] Complaints banned_names(const std::filesystem::path& root);
[[nodiscard]] Complaints file_shapes(const std::filesystem::path& root);
[[nodiscard]] Complaints registries(const std::filesystem::path& root);
[[nodiscard]] Complaints section_entries(const std::filesystem::path& root);
[[nodiscard]] Complaints error_entries(const std::filesystem::path& root);
[[nodiscard]] Complaints error_cases(const std::filesystem::path& root);
/// The oracle of each measure and its entry in the manual, which says what the registry says.
[[nodiscard]] Complaints measure_entries(const std::filesystem::path& root);
/// The scored set of each detector and its entries in the manual.
[[nodiscard]] Complaints detector_entries(const std::filesystem::path& root);
/// Options of each registered command against its manual page, and its golden cases.
[[nodiscard]] Complaints command_pages(const std::filesystem::path& root);
/// Names that a program declares twice.
[[nodiscard]] Complaints unique_options();

/// The text of a file.
[[nodiscard]] std::string slurp(const std::filesystem::path& path);
/// Regular files below `folder` that end in one of `extensions`, sorted; none if there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                                             const std::vector<std::string>& extensions);
/// First arguments of the lines "MACRO(…" of a .def file.
[[nodiscard]] std::vector<std::string> registered(const std::filesystem::path& def, const std::string& macro);

}  // namespace topos::conventions
