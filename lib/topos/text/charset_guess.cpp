// SPDX-License-Identifier: Apache-2.0
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "topos/text/converter.hpp"
#include "topos/text/encoding.hpp"

namespace topos {
namespace {

constexpr std::size_t sample_size = 8 * 1024;
constexpr std::size_t line_size = 1024;

struct Closer {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool has_high_byte(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

/// The detector looks at the first bytes only: give it the lines that tell something.
std::string telling_lines(std::string_view text) {
  std::string sample;
  for (std::size_t at = 0; at < text.size() && sample.size() < sample_size;) {
    const std::size_t end = std::min(text.find('\n', at), std::min(text.size(), at + line_size));
    const std::string_view line = text.substr(at, end - at);
    if (has_high_byte(line)) sample.append(line) += '\n';
    at = end + 1;
  }
  return sample;
}

bool readable(const std::string& sample, const std::string& name) {
  Converter converter(name);
  std::string out;
  converter.convert(sample, true, out);
  return converter.count().invalid_parts <= sample.size() / line_size + 1;
}

}  // namespace

std::optional<CharsetGuess> guess_charset(std::string_view text) {
  const std::string sample = text.size() <= sample_size ? std::string(text) : telling_lines(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Closer> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status)) return std::nullopt;
  for (int32_t i = 0; i < found; ++i) {
    const std::string name = ucsdet_getName(matches[i], &status);
    const int confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status)) return std::nullopt;
    if (name.starts_with("UTF-") || name.starts_with("IBM4") || !readable(sample, name)) continue;
    return CharsetGuess{name, confidence};
  }
  return std::nullopt;
}

}  // namespace topos
