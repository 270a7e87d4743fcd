// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "commands/codebook/subcommand.hpp"
#include "options/output.hpp"
#include "topos/codebook/listing.hpp"

namespace topos::cli {
namespace {

struct Tree {
  std::vector<std::string> paths;
  std::int64_t level = 0;
  OutputGroup output;

  Status run() {
    const BookPointer book = load_book(paths);
    Table table{{{"tree"}, {"code"}, {"level", true}, {"label"}, {"codes", true}, {"patterns", true}, {"masks", true}},
                {}};
    for (const TreeLine& line : code_tree(*book)) {
      if (level > 0 && line.depth >= static_cast<std::size_t>(level)) continue;
      const std::string name = std::string(2 * line.depth, ' ') + line.id.substr(line.id.rfind('.') + 1);
      table.rows.push_back({name, line.id, static_cast<std::int64_t>(line.depth + 1),
                            line.code == nullptr ? Cell() : Cell(line.code->label),
                            static_cast<std::int64_t>(line.codes), static_cast<std::int64_t>(line.entries.patterns),
                            static_cast<std::int64_t>(line.entries.masks)});
    }
    write_table(output, book_provenance({book}), table);
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Tree>();
  options.operands(command->paths, "BOOK", "Codebook to show; the built-in one if nothing is named");
  options.number("--level", command->level, 1, 64, "Show the first N levels of the hierarchy");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_tree{"tree", "Show the hierarchy of a codebook's codes", declare};

}  // namespace topos::cli
