// SPDX-License-Identifier: Apache-2.0
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "topos/text/code_points.hpp"
#include "topos/text/converter.hpp"
#include "topos/text/encoding.hpp"
#include "topos/text/letter_order.hpp"

namespace topos {
namespace {

constexpr std::size_t sample_size = 8 * 1024;
constexpr std::size_t line_size = 1024;
constexpr int certain = 95;

struct Closer {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; }

/// The detector looks at the first bytes only: give it the lines that tell something.
std::string telling_lines(std::string_view text) {
  std::string sample;
  for (std::size_t at = 0; at < text.size() && sample.size() < sample_size;) {
    const std::size_t end = std::min(text.find('\n', at), std::min(text.size(), at + line_size));
    const std::string_view line = text.substr(at, end - at);
    if (std::any_of(line.begin(), line.end(), is_high)) sample.append(line) += '\n';
    at = end + 1;
  }
  return sample;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The words of a script other than Latin, without the markup and the ASCII words between them, which drown what they
/// tell; empty if Latin letters prevail in words with high bytes.
std::string foreign_words(std::string_view text) {
  std::string sample;
  std::size_t high = 0;
  std::size_t latin = 0;
  for (std::size_t at = 0; at < text.size() && sample.size() < sample_size;) {
    std::size_t end = at;
    bool telling = false;
    for (; end < text.size() && (is_high(text[end]) || is_ascii_letter(text[end])); ++end)
      telling = telling || is_high(text[end]);
    if (telling) {
      const std::string_view word = text.substr(at, end - at);
      for (const char c : word) ++(is_high(c) ? high : latin);
      sample.append(word) += ' ';
    }
    at = end + 1;
  }
  return high > 4 * latin ? sample : std::string();
}

bool readable(const std::string& sample, const std::string& name) {
  Converter converter(name);
  std::string out;
  converter.convert(sample, true, out);
  return converter.count().invalid_parts <= sample.size() / line_size + 1;
}

/// Whether letters outside ASCII prevail, which they do in no language of Latin script.
bool is_mostly_high(const std::string& sample) {
  return std::count_if(sample.begin(), sample.end(), is_high) >
         std::count_if(sample.begin(), sample.end(), is_ascii_letter);
}

bool is_latin(const std::string& name) {
  constexpr std::string_view names[] = {"ISO-8859-1",   "ISO-8859-2",   "ISO-8859-9",
                                        "windows-1250", "windows-1252", "windows-1254"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Of the letters of a text in Chinese, one in six or more is one of these; of Chinese read in a wrong encoding hardly
/// any is.
constexpr std::u32string_view common_han =
    U"的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出也时時年得就那要下以生会會自之与與及于於";
constexpr std::size_t enough_han = 40;

/// Whether `sample` makes sense as Chinese in this encoding; what has few characters is not judged, and `doubt` is
/// returned.
bool reads_as_chinese(const std::string& sample, const std::string& name, bool doubt) {
  Converter converter(name);
  std::string text;
  converter.convert(sample, true, text);
  std::size_t han = 0;
  std::size_t common = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    han += c.value >= 0x4E00 && c.value < 0xA000;
    common += common_han.find(c.value) != std::u32string_view::npos;
    at += c.size;
  }
  return han < enough_han ? doubt : common * 20 >= han;
}

std::optional<CharsetGuess> detect(const std::string& sample) {
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
    // Those are told by other means; EBCDIC is not in question where ASCII line ends were found.
    if (name.starts_with("UTF-") || name.starts_with("IBM4") || !readable(sample, name)) continue;
    if (is_latin(name) && is_mostly_high(sample)) continue;
    if (has_misplaced_capitals(sample, name)) continue;
    if ((name == "GB18030" || name == "Big5") && !reads_as_chinese(sample, name, true)) {
      // ICU's detector does not know this one, whose bytes are those of the others.
      if (readable(sample, "EUC-TW") && reads_as_chinese(sample, "EUC-TW", false))
        return CharsetGuess{"EUC-TW", confidence};
      continue;
    }
    return CharsetGuess{name, confidence};
  }
  return std::nullopt;
}

}  // namespace

std::optional<CharsetGuess> guess_charset(std::string_view text) {
  const std::string lines = text.size() <= sample_size ? std::string(text) : telling_lines(text);
  const std::string words = foreign_words(text);
  if (std::optional<std::string> name = encoding_by_letters(words.empty() ? lines : words))
    return CharsetGuess{std::move(*name), certain};
  std::optional<CharsetGuess> guess = detect(lines);
  if (!words.empty())
    if (const auto other = detect(words); other && (!guess || other->confidence > guess->confidence)) guess = other;
  return guess;
}

}  // namespace topos
