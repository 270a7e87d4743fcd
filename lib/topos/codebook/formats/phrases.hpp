// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/loss.hpp"

namespace topos {

/// What terms of another program can say.
struct PhraseStyle {
  std::string_view any_word;     ///< how any one word is written; empty: it cannot be
  bool inner_wildcards = true;   ///< `*` may stand elsewhere than at the end of a word
  bool question_mark = true;     ///< `?` is any one character
  bool weights = false;          ///< terms have weights
  std::string_view joint = " ";  ///< between the words of a term
};

/// One term of a code.
struct ExportedTerm {
  std::string text;
  double weight = 1;
};

/// A line of the tree of codes as another program shows it.
struct ExportedCode {
  std::string name;  ///< label, told apart from its sisters'
  std::size_t depth = 0;
  const Code* code = nullptr;  ///< null for an ancestor that is no code
};

/// Codes of a book in tree order, named by their labels. Names that had to be changed are losses.
[[nodiscard]] std::vector<ExportedCode> exported_codes(const Codebook& book, Losses& losses);

/// The patterns of a code in one language as plain terms: alternatives and gaps become terms of their own. Patterns
/// that cannot be said so are left out, masks too; both are losses.
[[nodiscard]] std::vector<ExportedTerm> exported_terms(const Code& code, std::string_view language,
                                                       const PhraseStyle& style, Losses& losses);

/// The terms of one pattern, whose guards are not looked at. None, and a loss, if it cannot be said so.
[[nodiscard]] std::vector<ExportedTerm> pattern_terms(const Code& code, const Pattern& pattern,
                                                      std::string_view language, const PhraseStyle& style,
                                                      Losses& losses);

}  // namespace topos
