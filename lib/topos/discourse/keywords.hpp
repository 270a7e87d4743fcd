// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"

namespace topos {

/// A keyword that a text declares.
struct Keyword {
  std::string text;                ///< as written
  std::vector<std::string> words;  ///< match forms
};

/// The keywords of the document's regions `keywords`, each once: what stands between commas, semicolons and dots in the
/// middle of lines, without the label and a colon before the first. The first hundred of up to twenty words.
[[nodiscard]] std::vector<Keyword> declared_keywords(const DetectorInput& input);

}  // namespace topos
