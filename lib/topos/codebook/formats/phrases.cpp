// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/phrases.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "topos/codebook/difference.hpp"
#include "topos/codebook/formats/term_reader.hpp"
#include "topos/codebook/listing.hpp"

namespace topos {
namespace {

constexpr std::size_t most_terms = 1024;

/// Before a word that a hyphen joins to the one before it.
constexpr char joins = '\1';

using Phrase = std::vector<std::string>;
using Phrases = std::vector<Phrase>;

/// Why a pattern cannot be said in terms.
struct Unsayable {
  std::string reason;
};

/// Turns trees of patterns into the phrases that they stand for.
class Expansion {
 public:
  /// `source`: the pattern string, whose columns the tree counts from 1; empty: unknown.
  Expansion(const PhraseStyle& style, std::string_view source) : style_(style) {
    char before = ' ';
    for (const char c : source) {
      if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
      hyphen_before_.push_back(before == '-');
      before = c;
    }
  }
  [[nodiscard]] bool folded_case() const noexcept { return folded_case_; }
  [[nodiscard]] bool gap() const noexcept { return gap_; }

  Phrases of(const Node& node) {
    switch (node.kind) {
      case Node::Kind::word:
        return {{word(node.word)}};
      case Node::Kind::clitic:
        return {{"'s"}};
      case Node::Kind::regex:
        return {{expression(node.text)}};
      case Node::Kind::gap:
        return gaps(node);
      case Node::Kind::sequence:
        return sequence(node);
      case Node::Kind::choice:
        return choice(node);
      case Node::Kind::optional: {
        Phrases phrases = of(node.children[0]);
        phrases.emplace_back();
        return phrases;
      }
      case Node::Kind::reference:
        throw Unsayable{"it refers to a code"};
      case Node::Kind::number:
      case Node::Kind::year:
      case Node::Kind::capital:
      case Node::Kind::acronym:
      case Node::Kind::punctuation:
        throw Unsayable{"it has a class of words"};
    }
    return {};
  }

 private:
  std::string word(const Word& word) {
    folded_case_ = folded_case_ || word.case_sensitive;
    if (word.text.size() == 1 && word.text[0] == Word::any_run) {
      if (style_.any_word.empty()) throw Unsayable{"any word cannot be said"};
      return std::string(style_.any_word);
    }
    for (std::size_t at = 0; at < word.text.size(); ++at) {
      const char c = word.text[at];
      if (c == Word::any_one && !style_.question_mark) throw Unsayable{"? cannot be said"};
      if (c == Word::any_run && at + 1 < word.text.size() && !style_.inner_wildcards)
        throw Unsayable{"* within a word cannot be said"};
    }
    const bool hyphen =
        word.where.column > 0 && word.where.column <= hyphen_before_.size() && hyphen_before_[word.where.column - 1];
    return (hyphen ? std::string(1, joins) : std::string()) + filled(word, "*", "?");
  }

  static std::string expression(const std::string& regex) {
    std::string word = word_of_expression(regex);
    if (word.empty()) throw Unsayable{"it has a regular expression"};
    return word;
  }

  Phrases gaps(const Node& node) {
    if (style_.any_word.empty()) throw Unsayable{"it has a gap"};
    gap_ = true;
    if (node.most - node.least >= most_terms || node.most > 100) throw Unsayable{"its gap is too wide"};
    Phrases phrases;
    for (std::uint32_t n = node.least; n <= node.most; ++n) phrases.emplace_back(n, std::string(style_.any_word));
    return phrases;
  }

  Phrases sequence(const Node& node) {
    Phrases phrases(1);
    for (const Node& child : node.children) {
      const Phrases tails = of(child);
      if (phrases.size() * tails.size() > most_terms)
        throw Unsayable{"it stands for more than " + std::to_string(most_terms) + " terms"};
      Phrases longer;
      for (const Phrase& head : phrases)
        for (const Phrase& tail : tails) {
          longer.push_back(head);
          longer.back().insert(longer.back().end(), tail.begin(), tail.end());
        }
      phrases = std::move(longer);
    }
    return phrases;
  }

  Phrases choice(const Node& node) {
    Phrases phrases;
    for (const Node& child : node.children) {
      Phrases more = of(child);
      phrases.insert(phrases.end(), more.begin(), more.end());
      if (phrases.size() > most_terms)
        throw Unsayable{"it stands for more than " + std::to_string(most_terms) + " terms"};
    }
    return phrases;
  }

  const PhraseStyle& style_;
  std::vector<bool> hyphen_before_;  // by character of the source
  bool folded_case_ = false;
  bool gap_ = false;
};

std::string joined(const Phrase& phrase, std::string_view joint) {
  std::string text;
  for (const std::string& word : phrase) {
    const bool hyphen = word[0] == joins;
    if (!text.empty() && word != "'s") text += hyphen ? "-" : joint;
    text += word.substr(hyphen ? 1 : 0);
  }
  return text;
}

/// The tree of a pattern with columns that count in its source, as far as that can be had.
Node tree_of(const Pattern& pattern, std::string_view language, std::string_view& source) {
  source = pattern.source;
  try {
    if (source.find('-') != std::string_view::npos) return parse_pattern(source, language, {}, {{}, 1, 1});
  } catch (const Error&) {  // it has macros
  }
  source = {};
  return pattern.root;
}

}  // namespace

std::vector<ExportedTerm> pattern_terms(const Code& code, const Pattern& pattern, std::string_view language,
                                        const PhraseStyle& style, Losses& losses) {
  const auto lose = [&](Loss::Fate fate, const char* construct, std::string note) {
    losses.add({fate, construct, code.id, pattern_line(pattern), std::move(note), pattern.where.line});
  };
  std::string_view source;
  const Node root = tree_of(pattern, language, source);
  Expansion expansion(style, source);
  std::vector<ExportedTerm> terms;
  try {
    std::set<std::string> seen;
    for (const Phrase& phrase : expansion.of(root)) {
      std::string text = joined(phrase, style.joint);
      if (!text.empty() && seen.insert(text).second)
        terms.push_back({std::move(text), style.weights ? pattern.weight : 1});
    }
  } catch (const Unsayable& problem) {
    lose(Loss::Fate::left_out, "pattern", problem.reason);
    return {};
  }
  if (expansion.folded_case() || pattern.case_sensitive) lose(Loss::Fate::changed, "case", "matches in any case there");
  if (expansion.gap())
    lose(Loss::Fate::changed, "gap", "written as terms with any words in between, which may be punctuation there");
  if (pattern.weight != 1 && !style.weights) lose(Loss::Fate::changed, "weight", "counts as 1 there");
  if (pattern.negation != Negation::keep) lose(Loss::Fate::changed, "negation", "negated hits are kept there");
  if (pattern.regions) lose(Loss::Fate::changed, "region", "matches everywhere there");
  return terms;
}

std::vector<ExportedTerm> exported_terms(const Code& code, std::string_view language, const PhraseStyle& style,
                                         Losses& losses) {
  std::vector<ExportedTerm> terms;
  const auto side = code.languages.find(language);
  if (side == code.languages.end()) return terms;
  for (const Pattern& pattern : side->second.patterns) {
    if (!pattern.guards.empty()) {
      losses.add({Loss::Fate::left_out, "guard", code.id, pattern_line(pattern),
                  "without its guard it would match what it must not", pattern.where.line});
      continue;
    }
    std::vector<ExportedTerm> more = pattern_terms(code, pattern, language, style, losses);
    std::move(more.begin(), more.end(), std::back_inserter(terms));
  }
  for (const Pattern& mask : side->second.masks)
    losses.add({Loss::Fate::left_out, "mask", code.id, mask.source,
                "the terms of the code match these false friends there", mask.where.line});
  return terms;
}

std::vector<ExportedCode> exported_codes(const Codebook& book, Losses& losses) {
  std::vector<ExportedCode> codes;
  std::set<std::pair<std::string, std::string>> seen;  // parent and name
  for (const TreeLine& line : code_tree(book)) {
    const std::size_t dot = line.id.rfind('.');
    const std::string part = line.id.substr(dot == std::string::npos ? 0 : dot + 1);
    const std::string parent = dot == std::string::npos ? std::string() : line.id.substr(0, dot);
    std::string name = line.code == nullptr ? part : line.code->label;
    if (!seen.emplace(parent, name).second) {
      losses.add({Loss::Fate::changed, "label", line.id, name, "called '" + part + "' there, as a sister has that name",
                  line.code == nullptr ? 0 : line.code->where.line});
      name = part;
      seen.emplace(parent, name);
    }
    codes.push_back({std::move(name), line.depth, line.code});
  }
  return codes;
}

}  // namespace topos
