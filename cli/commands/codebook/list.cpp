// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "commands/codebook/subcommand.hpp"
#include "options/output.hpp"
#include "topos/codebook/listing.hpp"
#include "topos/matching/selection.hpp"

namespace topos::cli {
namespace {

struct List {
  std::vector<std::string> paths;
  std::vector<std::string> codes;
  OutputGroup output;

  Status run() {
    const BookPointer book = load_book(paths);
    const CodeSelection selection(codes);
    selection.check({book.get()});
    Table table{{{"code"},
                 {"label"},
                 {"dimension"},
                 {"layer"},
                 {"group"},
                 {"main", true},
                 {"languages"},
                 {"patterns", true},
                 {"masks", true},
                 {"examples", true},
                 {"counterexamples", true}},
                {}};
    const auto text = [](const std::string& value) { return value.empty() ? Cell() : Cell(value); };
    for (const Code& code : book->codes) {
      if (!selection.selects(code.id)) continue;
      std::string languages;
      for (const auto& [language, side] : code.languages)
        if (!side.patterns.empty()) languages += (languages.empty() ? "" : " ") + language;
      const EntryCounts entries = count_entries(code);
      table.rows.push_back({code.id, code.label, code.dimension, text(code.layer), text(code.group),
                            static_cast<std::int64_t>(code.main), text(languages),
                            static_cast<std::int64_t>(entries.patterns), static_cast<std::int64_t>(entries.masks),
                            static_cast<std::int64_t>(entries.examples),
                            static_cast<std::int64_t>(entries.counterexamples)});
    }
    write_table(output, book_provenance({book}), table);
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<List>();
  options.operands(command->paths, "BOOK", "Codebook to list; the built-in one if nothing is named");
  options.list("--codes", command->codes, "GLOB[,GLOB]", "Codes to list: 'frame.*,-frame.cooperation'; * crosses dots");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_list{"list", "List the codes of a codebook in file order", declare};

}  // namespace topos::cli
