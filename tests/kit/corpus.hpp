// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "kit/reading.hpp"

namespace topos::test {

/// The files of the sample corpus in one language, or in all, in byte order.
inline std::vector<std::string> sample_files(const std::string& language = {}) {
  std::vector<std::string> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(TOPOS_SOURCE_DIR) + "/corpus/texts/" + language))
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace topos::test
