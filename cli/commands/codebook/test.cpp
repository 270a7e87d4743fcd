// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "commands/codebook/subcommand.hpp"
#include "messages.hpp"
#include "options/output.hpp"
#include "topos/annotation/examples.hpp"

namespace topos::cli {
namespace {

struct Test {
  std::vector<std::string> paths;
  OutputGroup output;

  Status run() {
    output.refuse_inputs(paths);
    Table table{{{"file"}, {"line", true}, {"code"}, {"language"}, {"kind"}, {"text"}, {"found"}}, {}};
    const std::vector<BookPointer> books = load_books(paths);
    std::vector<std::string> summaries;
    for (const BookPointer& book : books) {
      const ExampleReport report = run_examples(*book);
      for (const ExampleFailure& failure : report.failures)
        table.rows.push_back({failure.example->where.path, static_cast<std::int64_t>(failure.example->where.line),
                              failure.code->id, failure.language,
                              std::string(failure.counterexample ? "counterexample" : "example"), failure.example->text,
                              failure.found});
      summaries.push_back(book->id + ' ' + printable(book->version) + ": " + counted(report.examples, "example") +
                          ", " + counted(report.counterexamples, "counterexample") + ", " +
                          counted(report.failures.size(), "failure"));
    }
    write_table(output, book_provenance(books), table);
    for (const std::string& summary : summaries) note(summary);
    return table.rows.empty() ? 0 : 1;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Test>();
  options.operands(command->paths, "BOOK", "Codebook to test; the built-in one if nothing is named");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_test{"test", "Run the examples and counterexamples of a codebook", declare};

}  // namespace topos::cli
