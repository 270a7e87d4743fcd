// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace topos {

/// The encoding of a text in Cyrillic, Greek, Thai or Vietnamese letters, if one and only one makes letters of it that
/// follow one another as they do in these languages; nothing if that cannot be told, and of other scripts. `sample`:
/// the text, or its words that are not ASCII; what has less than some forty letters is not judged.   Cost: linear.
[[nodiscard]] std::optional<std::string> encoding_by_letters(const std::string& sample);
/// Whether Cyrillic capitals often stand behind small letters if `sample` is read in this encoding.   Cost: linear.
[[nodiscard]] bool has_misplaced_capitals(const std::string& sample, const std::string& encoding);

}  // namespace topos
