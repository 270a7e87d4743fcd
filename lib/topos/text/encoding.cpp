// SPDX-License-Identifier: Apache-2.0
#include "topos/text/encoding.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/converter.hpp"

namespace topos {
namespace {

constexpr std::size_t look = 8 * 1024;
constexpr std::size_t few_zeros = 3;
constexpr int least_confidence = 42;

struct Mark {
  std::string_view bytes;
  const char* converter;
};
// UTF-32's little-endian mark begins with UTF-16's, so it comes first.
constexpr std::array<Mark, 4> marks = {{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                        {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                        {{"\xFF\xFE", 2}, "UTF-16LE"},
                                        {{"\xFE\xFF", 2}, "UTF-16BE"}}};

bool is_utf8_name(const std::string& name) {
  std::string plain;
  for (const char c : name)
    if (c != '-' && c != '_') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return plain == "utf8";
}

/// UTF-16 or UTF-32 without a mark, by where its zero bytes stand: spaces and line ends have them in any script.
const char* by_zero_bytes(std::string_view head) {
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 4] += head[i] == '\0';
  const std::size_t quarter = head.size() / 4;
  if (quarter < 2) return nullptr;
  const auto rare = [&](std::size_t count) { return count * 50 <= quarter; };
  if (zeros[2] * 10 >= quarter * 9 && zeros[3] >= quarter && rare(zeros[0])) return "UTF-32LE";
  if (zeros[1] * 10 >= quarter * 9 && zeros[0] >= quarter && rare(zeros[3])) return "UTF-32BE";
  const std::size_t even = zeros[0] + zeros[2];
  const std::size_t odd = zeros[1] + zeros[3];
  // One zero byte in a short text is a zero byte; in a long one a percent of them is a script without many spaces.
  const std::size_t least = head.size() < 1024 ? 10 : 100;
  if (odd >= few_zeros && odd * least > head.size() / 2 && even * 20 <= odd) return "UTF-16LE";
  if (even >= few_zeros && even * least > head.size() / 2 && odd * 20 <= even) return "UTF-16BE";
  return nullptr;
}

std::size_t count_zeros(std::string_view head) {
  const std::size_t first = std::min(head.find('\0'), head.size());
  return static_cast<std::size_t>(std::count(head.begin() + static_cast<std::ptrdiff_t>(first), head.end(), '\0'));
}

/// Whether text that is not valid UTF-8 is UTF-8 all the same, with some bad bytes in it.
bool is_damaged_utf8(const Utf8Count& count, std::size_t size) {
  const std::size_t bad = count.invalid_parts;
  if (count.multibyte >= 20 * bad) return true;
  if (bad * 4 > size - count.invalid_bytes) return false;
  // In a text of an 8-bit encoding every accented letter is a bad part: a handful of them, or more beside as many sound
  // sequences, is damage.
  return bad <= 8 || (bad <= 16 && (count.multibyte >= bad || bad * 200 <= size));
}

EncodingChoice choose_by_detector(std::string_view sample, const std::string& path) {
  const std::optional<CharsetGuess> guess = guess_charset(sample);
  const std::string how = guess ? guess->name + " " + std::to_string(guess->confidence) + " %" : "nothing fits";
  if (!guess || guess->confidence < least_confidence)
    throw Error(Errc::encoding, "encoding unclear (" + how + ")", {path},
                "say --encoding, for instance --encoding windows-1251");
  return {guess->name, 0, "read as " + how + "; if that is wrong, say --encoding"};
}

}  // namespace

EncodingChoice choose_encoding(std::string_view sample, bool whole, const InputOptions& options,
                               const std::string& path) {
  for (const Mark& mark : marks)
    if (sample.starts_with(mark.bytes)) return {mark.converter, mark.bytes.size(), {}};
  if (sample.starts_with("\xEF\xBB\xBF")) return {};
  const std::string_view head = sample.substr(0, look);
  if (!options.encoding.empty()) return {is_utf8_name(options.encoding) ? std::string() : options.encoding, 0, {}};
  if (head.starts_with("%PDF-") && !options.binary_as_text)
    throw Error(Errc::binary, "this is a PDF file, not text", {path},
                "take its text out first, for instance with pdftotext");
  if (const std::size_t zeros = count_zeros(head); zeros * 100 > head.size()) {
    if (const char* name = by_zero_bytes(head))
      return {name, 0, std::string("read as ") + name + " (no byte order mark)"};
    if (!options.binary_as_text && zeros > few_zeros)
      throw Error(Errc::binary, "the file looks binary: more than 1 % of its first bytes are zero", {path},
                  "say --text to read it all the same");
  }
  if (is_utf8(whole ? sample : without_cut_character(sample))) return {};
  Utf8Count count;
  if (whole)
    count = count_utf8(sample);
  else
    static_cast<void>(replace_invalid_utf8(sample, count, 0, true));
  if (options.binary_as_text || is_damaged_utf8(count, sample.size())) return {};
  return choose_by_detector(sample, path);
}

void report_invalid(const Utf8Count& count, std::string_view encoding, bool strict, const std::string& path,
                    const NoteSink& notes) {
  if (count.invalid_parts == 0) return;
  const std::string bytes =
      std::to_string(count.invalid_bytes) + (count.invalid_bytes == 1 ? " invalid byte" : " invalid bytes");
  const std::string first = "(first at byte " + std::to_string(count.first_invalid) + ")";
  if (strict)
    throw Error(Errc::encoding, bytes + " in what should be " + std::string(encoding) + " " + first, {path},
                "mend the file, say --encoding, or leave out --strict to read them as U+FFFD");
  if (notes)
    notes(printable(path) + ": " + bytes + " replaced by " + std::to_string(count.invalid_parts) + " U+FFFD " + first);
}

std::string decode_text(std::string bytes, const InputOptions& options, const std::string& path,
                        const NoteSink& notes) {
  const EncodingChoice choice = choose_encoding(bytes, true, options, path);
  if (!choice.note.empty() && notes) notes(printable(path) + ": " + choice.note);
  std::string text;
  Utf8Count count;
  if (choice.converter.empty()) {
    if (is_utf8(bytes)) return bytes;
    text = replace_invalid_utf8(bytes, count);
  } else {
    Converter converter(choice.converter);
    converter.convert(std::string_view(bytes).substr(choice.skip), true, text);
    count = converter.count();
    count.first_invalid += choice.skip;
  }
  report_invalid(count, choice.converter.empty() ? "UTF-8" : choice.converter, options.strict, path, notes);
  if (text.size() > largest_document)
    throw Error(Errc::too_large, "the document holds 2 GiB or more", {path},
                "cut it up: --split lines, --split paragraphs or --split BYTES");
  return text;
}

}  // namespace topos
