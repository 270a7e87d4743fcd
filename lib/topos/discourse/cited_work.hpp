// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/discourse/citation_facts.hpp"

namespace topos {

/// The work that an entry of a document's list describes. Entries of several lists are one work if they have the same
/// DOI, or none and the same first author, year and title; an entry with less than that is a work of its own.
[[nodiscard]] CitedWork listed_work(const ListedReference& entry, std::string_view document);

/// What a marker names that the list does not have: a work of that document, whatever others mark the same way.
[[nodiscard]] CitedWork unlisted_work(const std::string& reference, std::string_view document);

}  // namespace topos
