// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "topos/annotation/pipeline.hpp"
#include "topos/codebook/check.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/report/provenance.hpp"

namespace topos::cli {

/// A codebook for the length of a run.
using BookPointer = std::shared_ptr<const Codebook>;

/// The codebooks or claims files called so; if none is named the built-in one, which is said on standard error.
/// Errors: those of load_codebook.
[[nodiscard]] std::vector<BookPointer> load_books(const std::vector<std::string>& paths);

/// The one codebook called so, or the built-in one. Errors: those of load_codebook; Errc::usage if there are several.
[[nodiscard]] BookPointer load_book(const std::vector<std::string>& paths);

/// The codebook called so, with everything that is wrong with it. `path` empty: the built-in one.
[[nodiscard]] CheckedCodebook check_book(const std::string& path);

/// Provenance of a run with these codebooks.
[[nodiscard]] Provenance book_provenance(const std::vector<BookPointer>& books);

/// Options of a pipeline over texts that an option of `codebook` names. `language` empty: metadata, else guessed;
/// `jobs` 0: as many as there are processors.
[[nodiscard]] PipelineOptions texts_pipeline(const std::vector<std::string>& texts, const std::string& language,
                                             std::int64_t jobs);

/// "2 errors", "1 error", "no errors".
[[nodiscard]] std::string counted(std::size_t n, const std::string& noun);

}  // namespace topos::cli
