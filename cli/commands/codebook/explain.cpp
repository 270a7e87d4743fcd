// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "books/books.hpp"
#include "books/explanation_text.hpp"
#include "commands/codebook/subcommand.hpp"
#include "messages.hpp"
#include "options/output.hpp"
#include "terminal.hpp"
#include "topos/base/io.hpp"
#include "topos/text/language.hpp"
#include "topos/text/utf8.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t longest_text = std::size_t{1} << 20;

struct Explain {
  std::vector<std::string> words;
  std::vector<std::string> paths;
  std::vector<std::string> codes;
  std::string language;
  std::string format = "text";
  bool all = false;
  OutputGroup output;

  static std::string standard_input() {
    try {
      return InputStream("-").read_all(longest_text);
    } catch (const Error& error) {
      if (error.code() != Errc::too_large) throw;
      throw Error(Errc::too_large, "the text is longer than 1 MiB", {}, "explain a sentence or a paragraph");
    }
  }

  /// The operands, joined as they were typed, or standard input. Errors: Errc::usage, Errc::encoding, those of
  /// InputStream.
  std::string text() {
    std::string text;
    if (words.empty() && is_terminal(0))
      throw Error(Errc::usage, "there is no text to explain", {}, "give a sentence in quotes, or pipe one in");
    if (words.empty() || words == std::vector<std::string>{"-"})
      text = standard_input();
    else
      for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    if (!is_utf8(text)) throw Error(Errc::encoding, "the text is not UTF-8");
    return text;
  }

  /// The language typed, else the one guessed if the book has it, else the book's first.
  [[nodiscard]] std::string language_of(const std::string& text, const Codebook& book) const {
    if (!language.empty()) return language;
    const std::string guess = guess_language(text);
    const bool known =
        std::find(book.languages.begin(), book.languages.end(), primary_language(guess)) != book.languages.end();
    return known || book.languages.empty() ? guess : book.languages.front();
  }

  /// Says so if no code that is to be told of can hit in the language.
  static void note_idle(const Codebook& book, const CodeSelection& selection, const std::string& language) {
    for (const Code& code : book.codes) {
      const auto side = code.languages.find(language);
      if (selection.selects(code.id) && side != code.languages.end() && !side->second.patterns.empty()) return;
    }
    note("no code has patterns in '" + printable(language) + "'");
  }

  Status run() {
    const BookPointer book = load_book(paths);
    const CodeSelection selection(codes);
    selection.check({book.get()});
    std::string words_read = text();
    std::string tag = language_of(words_read, *book);
    const Document document = sentence_document(std::move(words_read), std::move(tag));
    note_idle(*book, selection, primary_language(document.language));
    Explainer explainer(*book, document.language);
    const ExplainedText explained{book.get(), &document, explainer.explain(document, selection, all)};
    OutputStream out(output.path);
    out.write(format == "json" ? explanation_json(explained) : explanation_text(explained));
    out.close();
    write_provenance(output, book_provenance({book}));
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Explain>();
  options.operands(command->words, "TEXT", "Sentence to explain; standard input if none is given");
  options.list("-c,--codebook", command->paths, "BOOK",
               "Codebook to explain it by; the built-in one if nothing is named");
  options.list("--code", command->codes, "ID", "Tell of this code and those below it; all codes if none is named");
  options.text("--language", command->language, "TAG", "Language of the text; else guessed among the book's");
  options.flag("--all", command->all, "Also patterns that began and did not come to an end");
  options.choice("--format", command->format, {"text", "json"}, "Text for a person or JSON for a program");
  command->output.declare_plain(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_explain{"explain", "Show why a sentence has the hits it has, and why not others",
                                          declare};

}  // namespace topos::cli
