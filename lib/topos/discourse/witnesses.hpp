// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace topos {

/// What may tie a document to another, so that the two are no independent witnesses.
struct Witness {
  std::vector<std::uint32_t> sources;  ///< that it belongs to
  std::vector<std::uint64_t> shared;   ///< hashes of author, outlet …, field by field; 0: unknown
  std::uint32_t original = 0;  ///< number of the first of its near-duplicates; its own if there is none before it
  std::string title;           ///< folded; empty: unknown
  std::string references;      ///< folded text of its reference list
};

/// Groups of documents that are tied to each other by a source, author or outlet, by being nearly the same text, or by
/// one having the other's title in its list of references. Domain: `documents` are numbers into `all`.   Cost: pairs of
/// documents with titles and those with references, else linear.
[[nodiscard]] std::uint64_t independent_witnesses(const std::vector<Witness>& all,
                                                  std::span<const std::uint32_t> documents);

}  // namespace topos
