// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/codebook/formats/phrases.hpp"
#include "topos/codebook/formats/wordstat_rule.hpp"
#include "topos/codebook/formats/xml_dictionary.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr TermStyle style{.question_mark = true, .underscore_joins = true};
constexpr std::string_view farthest = "100";  // words that a rule without a distance reaches inside a sentence

/// A line "TERM (1)".
struct WeightedTerm {
  std::string_view term;
  double weight = 1;
};

std::optional<WeightedTerm> weighted(std::string_view line) {
  if (!line.ends_with(')')) return std::nullopt;
  const std::size_t open = line.rfind('(');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  const auto weight = parse_number(line.substr(open + 1, line.size() - open - 2));
  if (!weight || !(*weight >= 0)) return std::nullopt;
  return WeightedTerm{trimmed(line.substr(0, open)), *weight};
}

struct RuleLine {
  std::string text;
  double weight = 1;
  std::size_t category = DraftBuilder::none;
  std::size_t line = 0;
};

/// Makes a draft of lines whose depth says what belongs to what.
class Import {
 public:
  Import(const ImportOptions& options, Losses& losses) : options_(options), builder_(options.language, losses) {}

  BookDraft read(std::string_view text) {
    for (std::size_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = without_cr(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (!is_blank_line(line)) add(line, number);
    }
    plain_ = builder_.size();
    for (const RuleLine& rule : rules_) add_rule(rule);
    return builder_.finish(options_.id, options_.path);
  }

 private:
  void add(std::string_view line, std::size_t number) {
    const std::size_t depth = line.find_first_not_of(" \t");
    while (!open_.empty() && open_.back().first >= depth) open_.pop_back();
    const std::size_t parent = open_.empty() ? DraftBuilder::none : open_.back().second;
    const std::string_view rest = trimmed(line);
    const auto term = weighted(rest);
    if (rest[0] == '@' && rest.find('[') != std::string_view::npos) {
      rules_.push_back({std::string(term ? term->term : rest), term ? term->weight : 1, parent, number});
    } else if (!term) {
      open_.emplace_back(depth, builder_.category(parent, rest, number));
    } else if (parent == DraftBuilder::none) {
      throw Error(Errc::codebook, "the term '" + printable(term->term) + "' stands in no category", {{}, number, 0});
    } else {
      builder_.term(parent, term->term, style, number, term->weight);
    }
  }

  [[nodiscard]] std::optional<std::size_t> category(std::string name) const {
    std::replace(name.begin(), name.end(), '_', ' ');
    for (std::size_t i = 0; i < plain_; ++i) {
      std::string label = builder_.code(i).label;
      std::replace(label.begin(), label.end(), '_', ' ');
      if (lower_ascii(label) == lower_ascii(name)) return i;
    }
    return std::nullopt;
  }

  /// Whether a guard takes the pattern.
  [[nodiscard]] bool is_phrase(const std::string& pattern) const {
    try {
      (void)parse_phrase(pattern, options_.language, {});
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  /// Words for an item, with bars between them: a phrase, or all of a category. What a guard does not take is left out
  /// of it.
  std::string words(const std::string& item, bool guard, const RuleLine& rule) {
    if (item[0] != '#') return builder_.terms().phrase(item, style, {{}, rule.line});
    const auto index = category(item.substr(1));
    if (!index) throw Error(Errc::codebook, "it names the category " + printable(item) + ", which is not defined");
    std::string all;
    for (std::size_t i = 0; i < plain_; ++i) {
      const DraftCode& code = builder_.code(i);
      if (!is_or_below(code.id, builder_.code(*index).id)) continue;
      const auto side = code.languages.find(options_.language);
      if (side == code.languages.end()) continue;
      for (const DraftEntry& entry : side->second.patterns) {
        if (!guard || is_phrase(entry.match))
          all += (all.empty() ? "" : "|") + entry.match;
        else
          builder_.lose(Loss::Fate::left_out, "term", i, entry.match,
                        "not looked for in the rule of line " + std::to_string(rule.line) +
                            ": a guard takes words and phrases only",
                        rule.line);
      }
    }
    return all;
  }

  /// An item as a piece of a pattern.
  std::string piece(const std::string& item, const RuleLine& rule) {
    const std::string alternatives = words(item, false, rule);
    if (alternatives.empty()) throw Error(Errc::codebook, "no word can be '" + printable(item) + "'");
    return item[0] == '#' ? '(' + alternatives + ')' : alternatives;
  }

  void add_rule(const RuleLine& line) {
    try {
      if (line.category == DraftBuilder::none) throw Error(Errc::codebook, "it stands in no category");
      const WordstatRule rule = read_wordstat_rule(line.text);
      DraftEntry entry;
      entry.weight = line.weight;
      entry.match = piece(rule.item, line);
      std::vector<DraftEntry> masks;
      for (const WordstatRule::Clause& clause : rule.clauses) add_clause(rule, clause, line, entry, masks);
      (void)parse_pattern(entry.match, options_.language, {}, {});
      const std::size_t code = builder_.category(line.category, rule.name, line.line);
      builder_.define(
          code, "Rule " + rule.name + " of the category " + builder_.code(line.category).label + " of a dictionary.");
      builder_.pattern(code, std::move(entry), line.line);
      for (DraftEntry& mask : masks) builder_.mask(code, std::move(mask));
      builder_.lose(Loss::Fate::translated, "rule", code, line.text, "a code of its own, with guards, gaps and masks",
                    line.line);
    } catch (const Error& problem) {
      builder_.lose(Loss::Fate::left_out, "rule", line.category, line.text, problem.message(), line.line);
    }
  }

  void add_clause(const WordstatRule& rule, const WordstatRule::Clause& clause, const RuleLine& line, DraftEntry& entry,
                  std::vector<DraftEntry>& masks) {
    const bool counted = !rule.scope.empty() && rule.scope[0] >= '0' && rule.scope[0] <= '9';
    if (clause.relation == WordstatRule::Relation::near) {
      const std::string scope = rule.scope.empty() ? (clause.plain_and ? "document" : "sentence") : rule.scope;
      const std::string targets = words(clause.item, true, line);
      if (targets.empty()) throw Error(Errc::codebook, "no word can be '" + printable(clause.item) + "'");
      entry.guards[clause.negative ? "not_near" : "near"].push_back(targets + ':' + scope);
      return;
    }
    if (!counted && rule.scope != "sentence" && !rule.scope.empty())
      builder_.lose(Loss::Fate::changed, "scope", line.category, line.text,
                    "BEFORE and AFTER are looked for within a sentence", line.line);
    const std::string gap = " <0-" + (counted ? rule.scope : std::string(farthest)) + "> ";
    const std::string other = piece(clause.item, line);
    const bool before = clause.relation == WordstatRule::Relation::before;
    if (clause.negative) {
      const std::string own = piece(rule.item, line);
      DraftEntry mask;
      mask.match = before ? own + gap + other : other + gap + own;
      (void)parse_pattern(mask.match, options_.language, {}, {});
      masks.push_back(std::move(mask));
    } else {
      entry.match = before ? entry.match + gap + other : other + gap + entry.match;
    }
  }

  const ImportOptions& options_;
  DraftBuilder builder_;
  std::vector<std::pair<std::size_t, std::size_t>> open_;  // depth and category
  std::vector<RuleLine> rules_;
  std::size_t plain_ = 0;  // categories that are no rules
};

BookDraft read(std::string_view bytes, const ImportOptions& options, Losses& losses) {
  if (!is_xml(bytes)) return Import(options, losses).read(bytes);
  losses.add(
      {Loss::Fate::translated, "format", {}, {}, "a dictionary of Yoshikoder under the name of one of WordStat", 1});
  return read_xml_dictionary(bytes, options, losses);
}

std::string write(const Codebook& book, const ExportOptions& options, Losses& losses) {
  const PhraseStyle joined{
      .any_word = {}, .inner_wildcards = true, .question_mark = true, .weights = true, .joint = "_"};
  std::string out;
  for (const ExportedCode& code : exported_codes(book, losses)) {
    out += std::string(code.depth, '\t') + code.name + '\n';
    if (code.code == nullptr) continue;
    for (const ExportedTerm& term : exported_terms(*code.code, options.language, joined, losses))
      out += std::string(code.depth + 1, '\t') + term.text + " (" + number_text(term.weight) + ")\n";
  }
  return out;
}

}  // namespace

const BookFormat wordstat_book_format{"wordstat", " .cat ", "WordStat categorization dictionaries", false, read, write};

}  // namespace topos
