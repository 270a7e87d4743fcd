// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// The language of a text in one script, by function words and telling letters; "und" if nothing speaks for any.
/// Domain: valid UTF-8, but for a character cut at the end.
[[nodiscard]] std::string vote_latin(std::string_view text);
[[nodiscard]] std::string vote_cyrillic(std::string_view text);
[[nodiscard]] std::string vote_arabic(std::string_view text);

}  // namespace topos
