// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// A GUID that is always the same for a name, in the form that REFI-QDA asks for.
[[nodiscard]] std::string refi_guid(std::string_view name);

/// The GUID of a code of a book.
[[nodiscard]] std::string refi_code_guid(std::string_view book, std::string_view code);

/// The element `Codes` of a REFI-QDA codebook or project: the codes of a book one below the other.
[[nodiscard]] std::string refi_codes(const Codebook& book, const std::string& indent);

}  // namespace topos
