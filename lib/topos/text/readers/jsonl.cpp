// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/json_record.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/text_source.hpp"

namespace topos {
namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

/// Plain JSON Lines, one document a line, or the record stream, one document and the records after it at a time.
class JsonLinesReader final : public Reader {
 public:
  JsonLinesReader(std::unique_ptr<ByteSource> source, ReaderContext context)
      : context_(std::move(context)),
        lines_(text_bytes(std::move(source), *context_.options, context_.path, context_.notes)) {}

  std::optional<RawDocument> next() override {
    if (!waiting_ && !ended_ && advance() && row_ == 1) begin();
    return stream_ ? next_document() : next_line();
  }

 private:
  /// Reads on to the next line that is not blank; false at the end.
  bool advance() {
    while (true) {
      const LineReader::Result result = lines_.next(line_);
      if (result == LineReader::Result::end) break;
      if (result == LineReader::Result::too_long) {
        ++row_;
        context_.failures(Error(Errc::too_large, "a line of 2 GiB or more", where()));
        continue;
      }
      if (lines_.line() == 1 && line_.starts_with(mark)) line_.erase(0, mark.size());
      if (is_blank_line(line_)) continue;
      if (line_.ends_with('\r')) line_.pop_back();
      ++row_;
      return waiting_ = true;
    }
    ended_ = true;
    return waiting_ = false;
  }

  void begin() {
    const std::string_view first = trimmed(line_);
    if (first == "{" || first.starts_with('['))
      throw Error(Errc::json, "JSON, but not one object a line", where(),
                  "turn it into JSON Lines, for instance with jq -c '.[]'");
    stream_ = json_label(line_, "id").type == "head";
  }

  [[nodiscard]] Location where() const { return {context_.path, lines_.line()}; }

  std::optional<RawDocument> next_line() {
    if (!waiting_) return std::nullopt;
    RawDocument raw;
    raw.kind = RawDocument::Kind::json;
    raw.id = json_id(line_, context_.options->id_column);
    if (raw.id.empty()) raw.id = context_.id + ":" + std::to_string(row_);
    raw.path = context_.path;
    raw.line = lines_.line();
    raw.bytes = std::move(line_);
    line_ = {};
    waiting_ = false;
    return raw;
  }

  std::optional<RawDocument> next_document() {
    while (waiting_) {
      const JsonLabel label = json_label(line_, "id");
      if (label.type == "document") {
        if (std::optional<RawDocument> raw = gather(label.id)) return raw;
        continue;
      }
      if (label.type == "head")
        head_ = std::make_shared<const std::string>(std::move(line_));
      else
        context_.failures(Error(Errc::stream,
                                label.type.empty() ? "this is no record: a JSON object with a type is expected"
                                                   : "a record before the first document",
                                where()));
      advance();
    }
    return std::nullopt;
  }

  std::optional<RawDocument> gather(const std::string& id) {
    RawDocument raw;
    raw.kind = RawDocument::Kind::records;
    raw.id = id.empty() ? context_.id + ":" + std::to_string(lines_.line()) : id;
    raw.path = context_.path;
    raw.line = lines_.line();
    raw.head = head_;
    raw.bytes = std::move(line_);
    bool lost = false;
    while (advance() && !begins_another()) {
      lost = lost || raw.bytes.size() + line_.size() + 1 > largest_document;
      if (lost)
        std::string().swap(raw.bytes);
      else
        (raw.bytes += '\n') += line_;
    }
    if (!lost) return raw;
    context_.failures(
        Error(Errc::too_large, "a document that holds 2 GiB or more with its records", {raw.path, raw.line}));
    return std::nullopt;
  }

  bool begins_another() {
    // What this program writes begins with the type; lines that went through other tools are parsed for it.
    if (line_.starts_with("{\"type\":\"hit\"")) return false;
    const std::string type = json_label(line_, "id").type;
    return type == "document" || type == "head";
  }

  ReaderContext context_;
  LineReader lines_;
  std::string line_;
  std::size_t row_ = 0;
  bool waiting_ = false;  ///< `line_` holds a line that has not been dealt with
  bool ended_ = false;
  bool stream_ = false;
  std::shared_ptr<const std::string> head_;
};

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return std::make_unique<JsonLinesReader>(std::move(source), std::move(context));
}

}  // namespace

const Format jsonl_format = {"jsonl", " .jsonl .ndjson .json ", " .jsonl .ndjson ", true, open};

}  // namespace topos
