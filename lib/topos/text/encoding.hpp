// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "topos/text/input.hpp"
#include "topos/text/utf8.hpp"

namespace topos {

/// In what encoding a text is written.
struct EncodingChoice {
  std::string converter;  ///< ICU's name; empty: UTF-8, invalid parts of which become U+FFFD
  std::size_t skip = 0;   ///< bytes of a UTF-16 or UTF-32 byte order mark (that of UTF-8 is text)
  std::string note;       ///< what to tell the user; empty if the choice was certain
};

/// Chooses by byte order mark, by what was declared (`options.encoding`), as UTF-8, or by ICU's detector (contract.md
/// §3). `sample` is the text or, unless `whole`, its beginning. Errors: Errc::binary; Errc::encoding, if nothing is
/// likely enough; Errc::usage for an unknown declared name.
[[nodiscard]] EncodingChoice choose_encoding(std::string_view sample, bool whole, const InputOptions& options,
                                             const std::string& path);

/// Turns a text into UTF-8; valid UTF-8 stays as it is, byte for byte.
/// Errors: as choose_encoding; Errc::encoding for invalid parts, if `options.strict`; Errc::too_large.
[[nodiscard]] std::string decode_text(std::string bytes, const InputOptions& options, const std::string& path,
                                      const NoteSink& notes);

/// Says what was replaced, or throws Errc::encoding if `strict`. Nothing if nothing was.
void report_invalid(const Utf8Count& count, std::string_view encoding, bool strict, const std::string& path,
                    const NoteSink& notes);

/// A detector's guess among encodings other than UTF-8, -16 and -32.
struct CharsetGuess {
  std::string name;
  int confidence = 0;  ///< 0 to 100
};
/// Nothing if ICU proposes nothing under which `text` can be read. Cost: looks at no more than some 16 KiB.
[[nodiscard]] std::optional<CharsetGuess> guess_charset(std::string_view text);

}  // namespace topos
