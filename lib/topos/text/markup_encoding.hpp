// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/text/input.hpp"

namespace topos {

/// The encoding that the first bytes of a page or XML file declare, as ICU's converter for what is meant by that name
/// on the web; empty if none.
[[nodiscard]] std::string declared_encoding(std::string_view head);

/// As decode_text, of a page that may declare its encoding: a byte order mark and valid UTF-8 come before that, ICU's
/// detector after it. Errors: as decode_text.
[[nodiscard]] std::string decode_markup(std::string bytes, const InputOptions& options, const std::string& path,
                                        const NoteSink& notes);

}  // namespace topos
