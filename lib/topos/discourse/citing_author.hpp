// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/annotation/detectors/sentence_words.hpp"
#include "topos/base/span.hpp"

namespace topos {

/// Who an integral citation names, and the verb of saying beside the name or the marker.
struct CitingAuthor {
  std::string author;  ///< as written; empty if no capitalised word stands there
  std::string verb;    ///< as written: "argues", "described"; empty if there is none
};

/// Reads them from the sentence that holds the marker: the capitalised words before it, or `name` where the marker has
/// one of its own; a verb between name and marker, within three words behind the marker, or before "by NAME".
[[nodiscard]] CitingAuthor citing_author(const SentenceWords& words, std::string_view text, ByteSpan marker,
                                         std::string_view name);

/// Whether a sentence of English has a superlative: "most" or "least" before a word, or a word in -est that is one.
[[nodiscard]] bool has_superlative(const SentenceWords& words);

}  // namespace topos
