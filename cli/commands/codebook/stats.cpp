// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "commands/codebook/subcommand.hpp"
#include "messages.hpp"
#include "options/output.hpp"
#include "topos/codebook/listing.hpp"

namespace topos::cli {
namespace {

std::int64_t guards_in(const CodeLanguage& side) {
  std::int64_t guards = 0;
  for (const Pattern& pattern : side.patterns) guards += static_cast<std::int64_t>(pattern.guards.size());
  return guards;
}

struct Stats {
  std::vector<std::string> paths;
  bool totals = false;
  OutputGroup output;

  static void add(Table& table, Cell code, const std::string& language, Cell status, Cell codes,
                  const EntryCounts& entries, std::int64_t guards) {
    const auto number = [](std::size_t n) { return Cell(static_cast<std::int64_t>(n)); };
    table.rows.push_back({std::move(code), language, std::move(status), std::move(codes), number(entries.patterns),
                          number(entries.masks), guards, number(entries.examples), number(entries.counterexamples)});
  }

  Status run() {
    const BookPointer book = load_book(paths);
    const BookStatistics statistics = book_statistics(*book);
    Table table{{{"code"},
                 {"language"},
                 {"status"},
                 {"codes", true},
                 {"patterns", true},
                 {"masks", true},
                 {"guards", true},
                 {"examples", true},
                 {"counterexamples", true}},
                {}};
    std::map<std::string, std::int64_t> guards;
    for (const Code& code : book->codes)
      for (const auto& [language, side] : code.languages) {
        guards[language] += guards_in(side);
        if (!totals) add(table, code.id, language, {}, {}, count_entries(side), guards_in(side));
      }
    for (const LanguageStatistics& one : statistics.languages)
      add(table, {}, one.language, one.draft ? Cell(std::string("draft")) : Cell(),
          static_cast<std::int64_t>(one.codes), one.entries, guards[one.language]);
    write_table(output, book_provenance({book}), table);
    note(book->id + ' ' + printable(book->version) + ": " + counted(statistics.codes, "code") + ", " +
         counted(statistics.codes_without_patterns, "code") + " without patterns, " +
         counted(statistics.entries.patterns, "pattern") + " (" + counted(statistics.guarded_patterns, "pattern") +
         " with guards), " + counted(statistics.entries.masks, "mask") + ", " + counted(statistics.macros, "macro"));
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Stats>();
  options.operands(command->paths, "BOOK", "Codebook to count; the built-in one if nothing is named");
  options.flag("--totals", command->totals, "Only the rows of whole languages");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_stats{"stats", "Count patterns, masks, guards and examples by code and language",
                                        declare};

}  // namespace topos::cli
