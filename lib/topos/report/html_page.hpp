// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// Appends text that came from outside as text of a page: markup escaped, control characters and overrides of direction
/// made visible.
void append_page_text(std::string& out, std::string_view text);
[[nodiscard]] std::string page_text(std::string_view text);

/// JSON as the text of a script element: nothing in it looks like markup, and its values are the same.
[[nodiscard]] std::string page_json(std::string_view json);

/// SHA-256 of `bytes` in base64, as a content security policy names what it lets through (RFC 4648).
[[nodiscard]] std::string policy_hash(std::string_view bytes);

/// The head of a page that may load nothing and run only the script given, up to and with the start of its body.
[[nodiscard]] std::string page_head(std::string_view title, std::string_view style, std::string_view script);
/// The script and the end of the page.
[[nodiscard]] std::string page_end(std::string_view script);

}  // namespace topos
