// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "topos/annotation/detectors/word_list.hpp"

/// Words that tell what a quotation is.
namespace topos::quote_words {

/// Small letters in names: "Strength of the North".
inline constexpr WordList small({"a", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "or", "the", "to",
                                 "with"});
/// Words that say that a name, a title or a term follows.
inline constexpr WordList name_givers({"article",    "book",    "chapter", "concept", "document", "entitled", "essay",
                                       "expression", "formula", "heading", "item",    "motto",    "named",    "notion",
                                       "paper",      "phrase",  "report",  "section", "slogan",   "term",     "theme",
                                       "titled",     "title",   "word",    "words"});
/// Nouns of what a state is going to do: the words before them, or of them, are its name.
inline constexpr WordList policies({"agenda",     "approach",  "campaign",   "campaigns",   "course",  "diplomacy",
                                    "doctrine",   "doctrines", "initiative", "initiatives", "line",    "policies",
                                    "policy",     "principle", "principles", "programme",   "program", "project",
                                    "strategies", "strategy",  "vision"});

}  // namespace topos::quote_words
