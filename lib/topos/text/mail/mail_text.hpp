// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/text/input.hpp"
#include "topos/text/structured_text.hpp"

namespace topos {

/// The text of a message (RFC 5322, MIME): its plain text parts, of alternatives the plain one, else the page; title,
/// author and date from Subject, From and Date. Quoted lines, the lines that introduce them, what follows "Original
/// Message" and signatures are boilerplate; attachments are counted. Errors: Errc::format without header lines, if
/// `headed`, for parts deeper than 20 and more than 10 000; as decode_text. Cost: linear in the bytes of each depth.
[[nodiscard]] StructuredText text_of_mail(std::string_view bytes, bool headed, const InputOptions& options,
                                          const std::string& path, const NoteSink& notes);

}  // namespace topos
