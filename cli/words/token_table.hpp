// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options/output.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query.hpp"
#include "words/file_columns.hpp"

namespace topos::cli {

/// What `tokens` shows.
enum class TokenView : std::uint8_t { tokens, units, sentences };

/// A sentence that passes.
struct ShownSentence {
  ByteSpan span;
  TokenRange tokens;
  std::uint32_t region = 0;
  std::uint32_t words = 0;
  std::uint32_t analysis = 0;  ///< number within the analysis text as it was read, from 1
  std::uint32_t number = 0;    ///< within the document, from 1
};

/// The tokens of one document, with all that its rows need: rows themselves would take far more memory than the text.
struct DocumentTokens {
  AnnotatedDocument annotated;
  std::vector<Token> tokens;  ///< their types are indices into `forms`
  std::vector<ShownSentence> sentences;
  std::vector<ByteSpan> forms;  ///< of `form_bytes`
  std::string form_bytes;
};

[[nodiscard]] std::vector<Column> token_columns(TokenView view, const FileColumns& more);

/// The sentences in regions that are analysis text and pass the query; none if the document does not pass.
[[nodiscard]] DocumentTokens document_tokens(const Query& query, AnnotatedDocument annotated,
                                             const Annotator& annotator, TokenView view);

void write_tokens(const DocumentTokens& document, TokenView view, const FileColumns& more, TableOutput& out);

}  // namespace topos::cli
