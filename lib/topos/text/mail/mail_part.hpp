// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/text/input.hpp"

namespace topos {

/// A message, or a part of one: header fields and what follows them.
struct MailPart {
  std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, values on one line
  std::string_view body;

  /// The first field called `name`; empty if there is none.
  [[nodiscard]] std::string_view field(std::string_view name) const;
  /// "text/plain" unless the part says otherwise, in lower case.
  [[nodiscard]] std::string type() const;
};

/// Reads header fields up to a blank line. Domain: `bytes` outlives the part. Cost: linear.
[[nodiscard]] MailPart read_mail_part(std::string_view bytes);
/// The parts between the lines of a multipart body's boundary, the last one also if nothing closes it.
[[nodiscard]] std::vector<std::string_view> parts_between(std::string_view body, std::string_view boundary);
/// The value of `name` in a field such as `text/plain; charset="utf-8"`; empty if it is not there.
[[nodiscard]] std::string field_parameter(std::string_view field, std::string_view name);

/// The bytes that quoted-printable or base64 stand for; others as they are. What cannot be decoded is left as it
/// stands.
[[nodiscard]] std::string transfer_decoded(std::string_view bytes, std::string_view encoding);
/// `bytes` of the character set `charset` as UTF-8; what the user said and valid UTF-8 come before it. Errors: as
/// decode_text.
[[nodiscard]] std::string decode_mail_text(std::string bytes, const std::string& charset, const InputOptions& options,
                                           const std::string& path, const NoteSink& notes);
/// A field's value as text: encoded words (RFC 2047) resolved, valid UTF-8.
[[nodiscard]] std::string field_text(std::string_view value);
/// "2003-07-11" of "Fri, 11 Jul 2003 21:00:37 -0700"; empty for what is no date.
[[nodiscard]] std::string mail_date(std::string_view value);

}  // namespace topos
