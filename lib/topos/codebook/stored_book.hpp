// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// A checked codebook as bytes that are read back in a small part of the time that its TOML takes. Each build has its
/// own form.
[[nodiscard]] std::string store_codebook(const Codebook& book);

/// The codebook that the bytes were made of, equal in every field. What its codes have in a language is read when it is
/// first asked for: the bytes must outlive the codebook. Errors: Errc::codebook, if the bytes end too early.
[[nodiscard]] Codebook restore_codebook(std::string_view bytes);

/// Reads what a code has in a language. For CodeLanguages.
void restore_language(std::string_view bytes, CodeLanguage& out);

}  // namespace topos
