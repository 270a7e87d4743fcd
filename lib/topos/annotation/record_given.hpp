// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "topos/annotation/offset_map.hpp"
#include "topos/base/error.hpp"
#include "topos/text/given_tokens.hpp"

namespace topos {

/// Appends the tokens that a document brought with it as JSON: an array of begins and ends for each sentence, and the
/// lines of the file for each token.
void append_given(const GivenTokens& given, const OffsetMap& offset, std::string& out);

/// Reads them back. Errors: Errc::stream, if they are no such JSON, do not rise, lie outside `text` or cut a character.
[[nodiscard]] std::shared_ptr<const GivenTokens> read_given(std::string_view json, std::string_view text,
                                                            const Location& where);

}  // namespace topos
