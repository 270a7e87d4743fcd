// SPDX-License-Identifier: Apache-2.0
#include "topos/text/readers/split.hpp"

#include <optional>
#include <utility>

#include "topos/base/number.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/text_source.hpp"

namespace topos {
namespace {

class SplitReader final : public Reader {
 public:
  SplitReader(std::unique_ptr<ByteSource> source, ReaderContext context, RawDocument::Kind kind)
      : context_(std::move(context)), kind_(kind), by_lines_(context_.options->split == "lines"),
        bytes_(split_bytes(context_.options->split)),
        lines_(text_bytes(std::move(source), *context_.options, context_.path, context_.notes)) {}

  std::optional<RawDocument> next() override {
    RawDocument part;
    std::string line;
    bool lost = false;
    while (true) {
      const LineReader::Result result = lines_.next(line);
      const bool ended = result == LineReader::Result::end;
      if (!ended) {
        if (part.line == 0) part.line = lines_.line();
        lost = lost || result == LineReader::Result::too_long || part.bytes.size() + line.size() + 1 > largest_document;
        if (lost) std::string().swap(part.bytes);
      }
      if (!ended && !lost && take(part, line)) return finish(std::move(part));
      if (lost && (ended || by_lines_ || is_blank_line(line) || result == LineReader::Result::too_long)) {
        context_.failures(Error(Errc::too_large, "the part that begins here holds 2 GiB or more",
                                {context_.path, part.line}, "cut it up further with --split"));
        part = {};
        lost = false;
        ++number_;
      }
      if (ended) return part.bytes.empty() ? std::nullopt : std::optional(finish(std::move(part)));
      if (part.bytes.empty() && !lost) part.line = 0;
    }
  }

 private:
  /// Adds a line to `part`; true if that completes it.
  bool take(RawDocument& part, const std::string& line) {
    if (bytes_ != 0) {
      part.bytes += line;
      if (lines_.terminated()) part.bytes += '\n';
      return part.bytes.size() >= bytes_;
    }
    if (is_blank_line(line)) return !part.bytes.empty();
    if (!part.bytes.empty()) part.bytes += '\n';
    part.bytes += by_lines_ ? without_cr(line) : std::string_view(line);
    return by_lines_;
  }

  RawDocument finish(RawDocument part) {
    part.kind = kind_;
    part.id = context_.id + ":" + std::to_string(++number_);
    part.path = context_.path;
    return part;
  }

  ReaderContext context_;
  RawDocument::Kind kind_;
  bool by_lines_;
  std::size_t bytes_;
  std::size_t number_ = 0;
  LineReader lines_;
};

}  // namespace

std::size_t split_bytes(const std::string& split) {
  if (split.empty() || split == "lines" || split == "paragraphs") return 0;
  const auto bytes = parse_integer(split);
  if (!bytes || *bytes < 1 || static_cast<std::uint64_t>(*bytes) > largest_document / 2)
    throw Error(Errc::usage, "--split takes lines, paragraphs or a number of bytes from 1 to " +
                                 std::to_string(largest_document / 2) + ", not \"" + printable(split) + "\"");
  return static_cast<std::size_t>(*bytes);
}

std::unique_ptr<Reader> split_reader(std::unique_ptr<ByteSource> source, ReaderContext context,
                                     RawDocument::Kind kind) {
  return std::make_unique<SplitReader>(std::move(source), std::move(context), kind);
}

}  // namespace topos
