// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace topos {

/// A document of a run and the cluster that it is resampled with; empty: it stands alone.
struct DocumentName {
  std::string id;
  std::string cluster;
};

/// Units of one document: hits of a code, sentences with it, words of a group's text.
struct DocumentUnits {
  std::uint32_t document = 0;  ///< number in the run, from 0
  std::uint32_t units = 0;
  friend bool operator==(const DocumentUnits&, const DocumentUnits&) = default;
};

}  // namespace topos
