// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "books/book_files.hpp"
#include "books/loss_report.hpp"
#include "commands/codebook/subcommand.hpp"
#include "topos/base/error.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos::cli {
namespace {

struct Import {
  std::vector<std::string> paths;
  std::string from;
  std::string id;
  std::string language = "en";
  std::string encoding;
  LossyOutput output;

  /// The name of the file without its extension, as an id.
  [[nodiscard]] std::string book_id() const {
    if (!id.empty()) return id;
    const std::string_view name = base_name(paths.front());
    std::string made = id_part(name.substr(0, name.find('.')));
    return made.empty() ? "imported" : made;
  }

  Status run() {
    if (paths.size() != 1)
      throw Error(Errc::usage, "one file at a time, not " + std::to_string(paths.size()), {},
                  "topos codebook import FILE -o BOOK.toml");
    refuse_same_file(output.path, paths.front());
    const BookFormat& format = chosen_format(from, paths.front(), "--from");
    Losses losses;
    const std::string text = import_book(format, encoding, {book_id(), language, paths.front()}, losses);
    return output.write(text, losses, paths.front());
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Import>();
  options.operands(command->paths, "FILE", "Dictionary or codebook of another program");
  options.choice("--from", command->from, format_names(), "Its format; as its name ends, if not given");
  options.text("--id", command->id, "ID", "Id of the codebook; made of the name of the file if not given");
  options.text("--language", command->language, "TAG", "Language of its words");
  options.text("--encoding", command->encoding, "NAME",
               "Its encoding (windows-1252, utf-16le …); found out if not given");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_import{"import", "Make a codebook of a dictionary of another program", declare};

}  // namespace topos::cli
