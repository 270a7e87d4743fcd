// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "topos/text/structured_text.hpp"

namespace topos {

/// What the paragraph styles of a Word document stand for, by their ids.
using WordStyles = std::map<std::string, BlockForm, std::less<>>;

/// Heading levels, titles, captions and lists, by the styles' names and outline levels. Errors: Errc::format.
[[nodiscard]] WordStyles read_word_styles(std::string_view xml, const std::string& path);
/// What a style of this name stands for ("heading 2", "Caption").
[[nodiscard]] BlockForm form_of_style(std::string_view name);

}  // namespace topos
