// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// BCP 47 tag of the language `text` is most likely written in: by script where the script decides, by a vote of
/// stop words among Latin-script and Cyrillic languages; "und" if nothing speaks for any; plain ASCII without a telling
/// word is "en". Chinese is "zh", or "zh-Hant" where traditional characters outnumber simplified ones. Domain: valid
/// UTF-8. Cost: looks at no more than the first 8 KiB.
[[nodiscard]] std::string guess_language(std::string_view text);

/// The primary subtag, lower-case: "zh-Hant" → "zh".
[[nodiscard]] std::string primary_language(std::string_view tag);

/// Whether patterns of this language are matched on characters instead of words (ja km lo my th zh).
[[nodiscard]] bool is_character_language(std::string_view primary);

}  // namespace topos
