// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// A commented codebook to begin with, which passes lint without a warning and whose examples hold.
/// Domain: `id` is [a-z][a-z0-9_]*, `language` a primary subtag.   Errors: Errc::usage otherwise.
[[nodiscard]] std::string codebook_starter(std::string_view id, std::string_view language);

}  // namespace topos
