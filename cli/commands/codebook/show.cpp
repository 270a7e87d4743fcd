// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "commands/codebook/subcommand.hpp"
#include "options/output.hpp"
#include "topos/base/suggest.hpp"
#include "topos/codebook/difference.hpp"
#include "topos/codebook/listing.hpp"
#include "topos/codebook/pattern_text.hpp"

namespace topos::cli {
namespace {

struct Show {
  std::vector<std::string> ids;
  std::vector<std::string> paths;
  bool expand = false;
  OutputGroup output;
  Table table{{{"code"}, {"field"}, {"language"}, {"id"}, {"value"}, {"line", true}}, {}};

  void add(const Code& code, std::string_view field, const std::string& language, const std::string& id,
           const std::string& value, const Location& where) {
    const auto text = [](const std::string& cell) { return cell.empty() ? Cell() : Cell(cell); };
    table.rows.push_back({code.id, std::string(field), text(language), text(id), value,
                          where.line == 0 ? Cell() : Cell(static_cast<std::int64_t>(where.line))});
  }

  void add_field(const Code& code, std::string_view field, const std::string& value) {
    if (!value.empty()) add(code, field, {}, {}, value, {});
  }

  void add_patterns(const Code& code, std::string_view field, const std::string& language,
                    const std::vector<Pattern>& patterns) {
    for (const Pattern& pattern : patterns) {
      std::string line = pattern_line(pattern);
      if (expand) line = pattern_text(pattern.root) + line.substr(pattern.source.size());
      add(code, field, language, pattern.id, line, pattern.where);
    }
  }

  static std::string joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : " ") + id;
    return text;
  }

  void show(const Codebook& book, const Code& code) {
    add(code, "label", {}, {}, code.label, code.where);
    add_field(code, "dimension", code.dimension);
    add_field(code, "layer", code.layer);
    add_field(code, "group", code.group);
    add_field(code, "quad", code.quad);
    if (code.main) add_field(code, "main", "true");
    if (code.priority != 0) add_field(code, "priority", std::to_string(code.priority));
    add_field(code, "definition", code.definition);
    add_field(code, "include", code.include);
    add_field(code, "exclude", code.exclude);
    add_field(code, "note", code.note);
    const CodeRelations relations = code_relations(book, code.id);
    add_field(code, "refers_to", joined(relations.refers_to));
    add_field(code, "referred_by", joined(relations.referred_by));
    for (const auto& [language, side] : code.languages) {
      add_patterns(code, "pattern", language, side.patterns);
      add_patterns(code, "mask", language, side.masks);
      for (const Example& example : side.examples) add(code, "example", language, {}, example.text, example.where);
      for (const Example& example : side.counterexamples)
        add(code, "counterexample", language, {}, example.text, example.where);
    }
  }

  Status run() {
    if (ids.empty()) throw Error(Errc::usage, "there is no code to show", {}, "name one, for example frame.hedging");
    const BookPointer book = load_book(paths);
    std::vector<std::string> known;
    for (const Code& code : book->codes) known.push_back(code.id);
    for (const std::string& id : ids) {
      const auto at = book->find(id);
      if (!at) throw Error(Errc::filter, "no code is called '" + printable(id) + "'", {}, did_you_mean(id, known));
      show(*book, book->codes[*at]);
    }
    write_table(output, book_provenance({book}), table);
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Show>();
  options.operands(command->ids, "ID", "Code to show");
  options.list("-c,--codebook", command->paths, "BOOK", "Codebook to look in; the built-in one if nothing is named");
  options.flag("--expand", command->expand, "Write patterns with their macros expanded");
  command->output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_show{"show", "Show all that a codebook says about a code", declare};

}  // namespace topos::cli
