// SPDX-License-Identifier: Apache-2.0
#include "topos/report/html_page.hpp"

#include "topos/base/error.hpp"
#include "topos/base/hash.hpp"
#include "topos/report/cell.hpp"

namespace topos {

void append_page_text(std::string& out, std::string_view text) { append_html(out, printable(text)); }

std::string page_text(std::string_view text) {
  std::string out;
  append_page_text(out, text);
  return out;
}

std::string page_json(std::string_view json) {
  std::string out;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const std::string_view three = json.substr(at, 3);
    if (json[at] == '<') {
      out += "\\u003c";
    } else if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") {
      out += three[2] == '\xA8' ? "\\u2028" : "\\u2029";
      at += 2;
    } else {
      out += json[at];
    }
  }
  return out;
}

std::string policy_hash(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  // 64 hexadecimal digits, and two more so that the last group of three bytes is whole.
  const std::string hex = sha256(bytes) + "00";
  const auto value = [&](std::size_t at) {
    return static_cast<unsigned>(hex[at] <= '9' ? hex[at] - '0' : hex[at] - 'a' + 10);
  };
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 3) {
    const unsigned group = value(i) << 8U | value(i + 1) << 4U | value(i + 2);
    text += digits[group >> 6U];
    text += digits[group & 63U];
  }
  text.back() = '=';
  return text;
}

std::string page_head(std::string_view title, std::string_view style, std::string_view script) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
         policy_hash(style) + "'";
  if (!script.empty()) out += "; script-src 'sha256-" + policy_hash(script) + "'";
  out +=
      "; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n";
  out +=
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>";
  append_page_text(out, title);
  out.append("</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n");
  return out;
}

std::string page_end(std::string_view script) {
  if (script.empty()) return "</body>\n</html>\n";
  return "<script>" + std::string(script) + "</script>\n</body>\n</html>\n";
}

}  // namespace topos
