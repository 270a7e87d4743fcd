// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "books/book_files.hpp"
#include "books/books.hpp"
#include "books/loss_report.hpp"
#include "commands/codebook/subcommand.hpp"
#include "topos/base/error.hpp"
#include "topos/codebook/formats/book_format.hpp"

namespace topos::cli {
namespace {

struct Export {
  std::vector<std::string> paths;
  std::string to;
  std::string language;
  LossyOutput output;

  [[nodiscard]] std::string chosen_language(const Codebook& book) const {
    if (language.empty()) return book.languages.front();
    if (std::find(book.languages.begin(), book.languages.end(), language) != book.languages.end()) return language;
    throw Error(Errc::usage, "the book has no language '" + printable(language) + "'", {book.path, 0, 0});
  }

  Status run() {
    for (const std::string& path : paths) refuse_same_file(output.path, path);
    if (to.empty() && output.path.empty())
      throw Error(Errc::usage, "the format is not said", {}, "say --to or name a file with -o");
    const BookFormat& format = chosen_format(to, output.path, "--to");
    const BookPointer book = load_book(paths);
    Losses losses;
    const std::string chosen = chosen_language(*book);
    if (language.empty() && book->languages.size() > 1 && !format.all_languages)
      losses.add({Loss::Fate::left_out,
                  "language",
                  {},
                  {},
                  "the patterns in other languages than " + chosen + "; --language chooses",
                  0});
    const std::string text = format.write(*book, {chosen}, losses);
    return output.write(text, losses, book->path);
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Export>();
  options.operands(command->paths, "BOOK", "Codebook to write; the built-in one if nothing is named");
  options.choice("--to", command->to, format_names(), "Format to write; as the name of the file ends, if not given");
  options.text("--language", command->language, "TAG",
               "Language whose patterns are written; the first of the book if not given");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_export{"export", "Write a codebook for another program", declare};

}  // namespace topos::cli
