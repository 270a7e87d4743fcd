// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "topos/codebook/codebook.hpp"

/// A book with the given text behind its head.
inline topos::Codebook book_of(const std::string& text, const std::string& languages = "'en'") {
  return topos::parse_codebook("[codebook]\nid = 'demo'\nversion = '1'\nlanguages = [" + languages + "]\n" + text,
                               "demo.toml");
}

/// The beginning of a code: everything but its tables by language.
inline std::string code_head(const std::string& id) {
  return "[[code]]\nid = '" + id + "'\nlabel = 'L'\ndimension = 'd'\ndefinition = 'D'\nexclude = 'E'\n";
}
