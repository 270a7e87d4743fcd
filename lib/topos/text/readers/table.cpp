// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "topos/text/delimited.hpp"
#include "topos/text/readers/reader.hpp"
#include "topos/text/text_source.hpp"

namespace topos {
namespace {

/// A table with a document a row: a text column, an id column if there is one, the others are metadata.
class TableReader final : public Reader {
 public:
  TableReader(std::unique_ptr<ByteSource> source, ReaderContext context)
      : context_(std::move(context)),
        table_(text_bytes(std::move(source), *context_.options, context_.path, context_.notes), context_.path),
        id_(table_.column(context_.options->id_column)) {
    const auto text = table_.column(context_.options->text_column);
    if (!text)
      throw Error(
          Errc::table,
          "no column \"" + printable(context_.options->text_column) + "\"; the table has: " + listed(table_.header()),
          {context_.path, table_.line()}, "name the column that holds the texts with --text-column");
    text_ = *text;
  }

  std::optional<RawDocument> next() override {
    while (!table_.broken()) {
      try {
        auto cells = table_.next();
        if (!cells) return std::nullopt;
        return document(std::move(*cells));
      } catch (const Error& error) {
        if (error.code() != Errc::table && error.code() != Errc::too_large) throw;
        context_.failures(error);
      }
    }
    return std::nullopt;
  }

 private:
  RawDocument document(std::vector<std::string> cells) {
    RawDocument raw;
    raw.kind = RawDocument::Kind::row;
    raw.path = context_.path;
    raw.line = table_.line();
    raw.id = id_ && !cells[*id_].empty() ? cells[*id_] : context_.id + ":" + std::to_string(table_.row());
    raw.bytes = std::move(cells[text_]);
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (i != text_ && i != id_ && !cells[i].empty()) raw.metadata.set(table_.header()[i], std::move(cells[i]));
    return raw;
  }

  ReaderContext context_;
  DelimitedReader table_;
  std::optional<std::size_t> id_;
  std::size_t text_ = 0;
};

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return std::make_unique<TableReader>(std::move(source), std::move(context));
}

}  // namespace

const Format table_format = {"table", " .tsv .csv ", "", true, open};

}  // namespace topos
