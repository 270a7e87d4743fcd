// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// A condition that a researcher knows of a case: a number, yes and no being 1 and 0, or a word.
using CaseValue = std::variant<double, std::string>;

/// One case of a case file: which text belongs to it, and what is known of it beside the text.
struct CaseDefinition {
  std::string id;
  std::string label;  ///< the id if the file gives none
  std::string code;   ///< of its anchors: "case.vietnam"; empty: all text of its documents belongs to it
  std::string where;  ///< tests of metadata, as in --where; those of since and until among them
  std::vector<std::pair<std::string, CaseValue>> variables;
  std::optional<double> outcome;
  Location place;
  Location where_place;
};

/// A case file as loaded: the anchors of each case are a code of a codebook that borrows the codes of the book it was
/// written for.
struct CaseFile {
  std::string title;
  std::vector<CaseDefinition> cases;
  std::vector<std::string> variables;  ///< that some case has, in the order in which they come
  Codebook book;                       ///< its id, version and checksum are the file's
};

/// Loads a case file and the book that it names in `codebook`.
/// Errors: those of load_codebook.
[[nodiscard]] CaseFile load_cases(const std::string& path);

/// What the codes of anchors begin with.
inline constexpr std::string_view case_prefix = "case.";

}  // namespace topos
