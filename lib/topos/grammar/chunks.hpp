// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "topos/grammar/sentence_grammar.hpp"
#include "topos/grammar/sentence_view.hpp"

namespace topos {

/// The noun chunk that begins with the word `at`; without words if none does.
[[nodiscard]] NounChunk noun_chunk_at(const SentenceView& view, std::uint32_t at);

/// The verb group that begins with the word `at`; without words if none does.
[[nodiscard]] VerbGroup verb_group_at(const SentenceView& view, std::uint32_t at);

/// Whether the word `at`, tagged as a participle, stands before a noun as an adjective does: "increased cooperation".
[[nodiscard]] bool is_participle_before_noun(const SentenceView& view, std::uint32_t at, bool chunk_begun);

}  // namespace topos
