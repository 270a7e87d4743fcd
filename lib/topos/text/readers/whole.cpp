// SPDX-License-Identifier: Apache-2.0
#include "topos/text/readers/whole.hpp"

#include <utility>

namespace topos {
namespace {

class WholeReader final : public Reader {
 public:
  WholeReader(std::unique_ptr<ByteSource> source, ReaderContext context, RawDocument::Kind kind,
              StructureReader structure)
      : source_(std::move(source)), context_(std::move(context)), kind_(kind), structure_(structure) {}

  std::optional<RawDocument> next() override {
    if (!source_) return std::nullopt;
    RawDocument raw;
    raw.kind = kind_;
    raw.structure = structure_;
    raw.id = context_.id;
    raw.path = context_.path;
    raw.bytes = read_all(*source_, context_.path);
    source_.reset();
    return raw;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  ReaderContext context_;
  RawDocument::Kind kind_;
  StructureReader structure_;
};

}  // namespace

std::unique_ptr<Reader> whole_reader(std::unique_ptr<ByteSource> source, ReaderContext context,
                                     RawDocument::Kind kind) {
  return std::make_unique<WholeReader>(std::move(source), std::move(context), kind, nullptr);
}

std::unique_ptr<Reader> structured_reader(std::unique_ptr<ByteSource> source, ReaderContext context,
                                          StructureReader structure) {
  return std::make_unique<WholeReader>(std::move(source), std::move(context), RawDocument::Kind::structured, structure);
}

}  // namespace topos
