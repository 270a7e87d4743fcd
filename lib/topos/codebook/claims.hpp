// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// One claim of a claims file (grammar.md 14).
struct Claim {
  std::string id;
  std::string text;                  ///< the claim as a sentence
  std::vector<std::string> stances;  ///< "affirm", "deny", or "value" alone: those that it has patterns for
  Location where;

  /// A nominal claim: what its hits say is compared, not a stance.
  [[nodiscard]] bool nominal() const noexcept { return !stances.empty() && stances.front() == "value"; }
};

/// A claims file as loaded: each stance is a code, "C2.affirm", of a codebook that borrows the codes of the book it was
/// written for.
struct Claims {
  std::vector<Claim> claims;
  Codebook book;  ///< its id, version and checksum are the file's, the checksum over the borrowed book's, too
};

/// Loads a claims file and the book that it names in `codebook`: the built-in one by its id, else a path relative to
/// the file. Errors: those of load_codebook.
[[nodiscard]] Claims load_claims(const std::string& path);

/// A codebook, or the codes that a claims file makes. Errors: those of load_codebook.
[[nodiscard]] Codebook load_book_or_claims(const std::string& path);

}  // namespace topos
