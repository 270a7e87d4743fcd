// SPDX-License-Identifier: Apache-2.0
#include "topos/text/readers/parts.hpp"

#include <utility>

#include "topos/text/line_reader.hpp"
#include "topos/text/text_source.hpp"

namespace topos {
namespace {

class PartsReader final : public Reader {
 public:
  PartsReader(std::unique_ptr<ByteSource> source, ReaderContext context, const PartRule& rule,
              StructureReader structure)
      : context_(std::move(context)), rule_(rule), structure_(structure),
        lines_(rule.text ? text_bytes(std::move(source), *context_.options, context_.path, context_.notes)
                         : std::move(source)) {}

  std::optional<RawDocument> next() override {
    if (!any_ && !advance()) return empty_file();
    while (!ended_) {
      RawDocument raw;
      raw.line = lines_.line();
      if (gather(raw.bytes)) return named(std::move(raw));
      context_.failures(Error(Errc::too_large, "a document of 2 GiB or more", {context_.path, raw.line}));
    }
    return std::nullopt;
  }

 private:
  bool advance() {
    after_blank_ = !any_ || is_blank_line(line_);
    any_ = true;
    const LineReader::Result result = lines_.next(line_);
    too_long_ = result == LineReader::Result::too_long;
    ended_ = result == LineReader::Result::end;
    return !ended_;
  }

  /// An empty file is an empty document, as in other formats.
  std::optional<RawDocument> empty_file() {
    if (std::exchange(given_, 1) != 0) return std::nullopt;
    return named({});
  }

  /// Takes the lines up to the next beginning; false if they are too many.
  bool gather(std::string& part) {
    bool begun = false;
    bool lost = false;
    do {
      if (rule_.begins(line_, after_blank_)) {
        if (begun) break;
        begun = true;
      } else {
        begun = begun || rule_.content(line_);
      }
      lost = lost || too_long_ || part.size() + line_.size() + 1 > largest_document;
      if (!lost) (part += line_) += '\n';
    } while (advance());
    ++given_;
    return !lost;
  }

  RawDocument named(RawDocument raw) {
    raw.kind = RawDocument::Kind::structured;
    raw.structure = structure_;
    raw.path = context_.path;
    raw.id = rule_.id(raw.bytes);
    const bool single = ended_ && given_ == 1;
    if (raw.id.empty()) raw.id = single ? context_.id : context_.id + ":" + std::to_string(given_);
    return raw;
  }

  ReaderContext context_;
  PartRule rule_;
  StructureReader structure_;
  LineReader lines_;
  std::string line_;  ///< the first of the document to come
  std::size_t given_ = 0;
  bool any_ = false;
  bool ended_ = false;
  bool after_blank_ = true;
  bool too_long_ = false;
};

}  // namespace

std::unique_ptr<Reader> parts_reader(std::unique_ptr<ByteSource> source, ReaderContext context, const PartRule& rule,
                                     StructureReader structure) {
  return std::make_unique<PartsReader>(std::move(source), std::move(context), rule, structure);
}

}  // namespace topos
