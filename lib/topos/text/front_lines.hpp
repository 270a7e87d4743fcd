// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace topos {

/// The rule by which a block near the title is the by-line: "date line", "by-line", "name"; empty if none does.
/// All its lines must be short and end without a sentence's mark, and one of them must be a date line (a day, a year
/// and few other words; under the title a year and a month), say "by", hold an address, or be a name. Domain: `block`
/// is trimmed. Cost: looks at no block of more than 60 words.
[[nodiscard]] std::string_view byline_rule(std::string_view block, bool under_title);

}  // namespace topos
