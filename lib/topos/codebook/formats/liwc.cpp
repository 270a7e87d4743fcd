// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/codebook/formats/liwc_lines.hpp"
#include "topos/codebook/formats/phrases.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/delimited.hpp"

namespace topos {
namespace {

constexpr TermStyle style{.question_mark = false, .underscore_joins = false};

/// Makes a draft of what the lines say.
class Import {
 public:
  Import(const LiwcLines& lines, const ImportOptions& options, Losses& losses)
      : lines_(lines), builder_(options.language, losses) {
    add_categories();
    for (const LiwcTerm& term : lines_.terms)
      for (const LiwcChoice& choice : term.choices)
        if (!choice.conditional() && by_number_.contains(choice.number)) plain_[choice.number].push_back(term.term);
    for (const LiwcTerm& term : lines_.terms) add_term(term);
  }

  BookDraft finish(const ImportOptions& options) { return builder_.finish(options.id, options.path); }

 private:
  void add_categories() {
    std::vector<std::pair<std::size_t, std::size_t>> open;  // depth and category
    for (const LiwcCategory& category : lines_.categories) {
      while (!open.empty() && open.back().first >= category.depth) open.pop_back();
      const std::size_t parent = open.empty() ? DraftBuilder::none : open.back().second;
      const std::size_t index = builder_.category(parent, category.name, category.line);
      open.emplace_back(category.depth, index);
      if (category.number.empty()) continue;
      if (!by_number_.emplace(category.number, index).second)
        builder_.lose(Loss::Fate::left_out, "category", index, category.number,
                      "the number is another category's already: its terms go there", category.line);
    }
  }

  std::optional<std::size_t> category(const std::string& number, const LiwcTerm& term) {
    const auto found = by_number_.find(number);
    if (found != by_number_.end()) return found->second;
    builder_.lose(Loss::Fate::left_out, "undefined_category", DraftBuilder::none, term.term + ' ' + number,
                  "no category has the number " + number, term.line);
    return std::nullopt;
  }

  void add_term(const LiwcTerm& term) {
    for (const std::string& word : term.unknown)
      builder_.lose(Loss::Fate::left_out, "category", DraftBuilder::none, term.term + ' ' + word,
                    "'" + printable(word) + "' is no number of a category", term.line);
    if (term.choices.empty() && term.unknown.empty())
      builder_.lose(Loss::Fate::left_out, "term", DraftBuilder::none, term.term, "it has no category", term.line);
    for (const LiwcChoice& choice : term.choices) {
      if (choice.conditional()) {
        add_conditional(term, choice);
      } else if (const auto where = category(choice.number, term)) {
        builder_.term(*where, term.term, style, term.line);
      }
    }
  }

  /// A term on a condition becomes a pattern with a guard, and one with its opposite for the category of `/`.
  void add_conditional(const LiwcTerm& term, const LiwcChoice& choice) {
    const bool next = !choice.next_word.empty();
    const std::string written = term.term + ' ' + choice.written;
    const auto refuse = [&](const std::string& why) {
      builder_.lose(Loss::Fate::left_out, "condition", DraftBuilder::none, written, why, term.line);
    };
    for (const std::string& number : choice.before)
      if (!by_number_.contains(number)) return refuse("it asks for the category " + number + ", which is not defined");
    std::vector<std::string> words;
    if (next) words.push_back(builder_.terms().phrase(choice.next_word, style, {{}, term.line}));
    for (const std::string& number : choice.before)
      for (const std::string& one : plain_[number])
        words.push_back(builder_.terms().phrase(one, style, {{}, term.line}));
    std::erase(words, std::string());
    const auto add = [&](const std::string& number, const char* guard, const char* note) {
      const auto where = number.empty() ? std::nullopt : category(number, term);
      if (!where) return;
      DraftEntry entry;
      entry.match = builder_.terms().pattern(term.term, style, {builder_.code(*where).id, term.line});
      if (entry.match.empty()) return;
      if (!words.empty()) entry.guards[guard] = words;
      builder_.pattern(*where, std::move(entry), term.line);
      builder_.lose(Loss::Fate::translated, "condition", *where, written, note, term.line);
    };
    if (words.empty()) {
      refuse("no word can fulfil it");
      add(choice.otherwise, "", "counts always, as no word can fulfil the condition");
      return;
    }
    add(choice.number, next ? "right" : "left",
        next ? "counts where the word follows" : "counts where a word of these categories stands before it");
    add(choice.otherwise, next ? "not_right" : "not_left", "counts where the condition does not hold");
  }

  const LiwcLines& lines_;
  DraftBuilder builder_;
  std::map<std::string, std::size_t> by_number_;
  std::map<std::string, std::vector<std::string>> plain_;  // terms without a condition, by number
};

/// The table of newer versions: a column a category, a mark where a term belongs to it.
BookDraft read_table(std::string_view bytes, const ImportOptions& options, Losses& losses) {
  DelimitedReader rows(memory_bytes(std::string(bytes)), options.path);
  DraftBuilder builder(options.language, losses);
  for (std::size_t i = 1; i < rows.header().size(); ++i)
    (void)builder.category(DraftBuilder::none, rows.header()[i], 1);
  while (const auto row = rows.next())
    for (std::size_t i = 1; i < row->size(); ++i)
      if (!(*row)[i].empty())
        builder.term(builder.category(DraftBuilder::none, rows.header()[i], 1), (*row)[0], style, rows.line());
  return builder.finish(options.id, options.path);
}

BookDraft read(std::string_view bytes, const ImportOptions& options, Losses& losses) {
  if (bytes.starts_with("DicTerm")) return read_table(bytes, options, losses);
  const LiwcLines lines = read_liwc_lines(bytes);
  return Import(lines, options, losses).finish(options);
}

std::string write(const Codebook& book, const ExportOptions& options, Losses& losses) {
  const PhraseStyle plain{
      .any_word = {}, .inner_wildcards = true, .question_mark = false, .weights = false, .joint = " "};
  std::string out = "%\n";
  std::vector<std::string> order;
  std::map<std::string, std::vector<std::size_t>> numbers;
  std::size_t number = 0;
  for (const ExportedCode& code : exported_codes(book, losses)) {
    ++number;
    out += std::string(code.depth, '\t') + std::to_string(number) + '\t' + code.name + '\n';
    if (code.code == nullptr) continue;
    for (const ExportedTerm& term : exported_terms(*code.code, options.language, plain, losses)) {
      std::vector<std::size_t>& list = numbers[term.text];
      if (list.empty()) order.push_back(term.text);
      if (list.empty() || list.back() != number) list.push_back(number);
    }
  }
  out += "%\n";
  for (const std::string& term : order) {
    out += term;
    for (const std::size_t one : numbers[term]) out += '\t' + std::to_string(one);
    out += '\n';
  }
  return out;
}

}  // namespace

const BookFormat liwc_book_format{"liwc", " .dic .dicx ", "LIWC dictionaries", false, read, write};

}  // namespace topos
