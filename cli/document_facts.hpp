// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options/resampling.hpp"
#include "topos/discourse/triangulation.hpp"

namespace topos::cli {

/// What a document's metadata and its list of references say about where it comes from.
[[nodiscard]] WitnessFacts witness_facts(const Document& document, const ResamplingGroup& resampling);

}  // namespace topos::cli
