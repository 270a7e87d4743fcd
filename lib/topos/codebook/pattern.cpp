// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/pattern.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"
#include "topos/codebook/pattern_laws.hpp"
#include "topos/codebook/pattern_words.hpp"
#include "topos/codebook/regex_check.hpp"
#include "topos/codebook/scanner.hpp"

namespace topos {
namespace {

constexpr std::size_t deepest_nesting = 64;
constexpr std::size_t most_nodes = 65536;
constexpr std::size_t longest_pattern = 256 << 10;
constexpr std::int64_t widest_gap = 1000;

struct Class {
  std::string_view name;
  Node::Kind kind;
};
constexpr std::array<Class, 5> classes{{{"NUM", Node::Kind::number},
                                        {"YEAR", Node::Kind::year},
                                        {"CAP", Node::Kind::capital},
                                        {"ACRO", Node::Kind::acronym},
                                        {"PUNCT", Node::Kind::punctuation}}};

bool is_clitic_ahead(const Scanner& scanner) { return scanner.sees("'s") || scanner.sees("\u2019s"); }

/// Recursive descent; every level of groups and macros counts towards `deepest_nesting`.
class Parser {
 public:
  Parser(std::string_view language, const MacroLookup& macros) : language_(language), macros_(macros) {}

  Node whole(Scanner& scanner) {
    Node root = sequence(scanner, true);
    if (scanner.peek() == U')') scanner.fail("this ) closes nothing", "write \\) for the character itself");
    if (scanner.peek() == U'|') scanner.fail("alternatives stand in parentheses", "write (a|b)");
    return root;
  }

  /// The value of macro `name`, which the scanner reads.
  Node macro_value(Scanner& scanner, std::string_view name) {
    open_.emplace_back(name);
    Node node = alternatives(scanner, scanner.mark());
    if (!scanner.done()) scanner.fail("this ) closes nothing", "write \\) for the character itself");
    open_.pop_back();
    return node;
  }

 private:
  Node make(Node::Kind kind, const Scanner& scanner, Mark mark) {
    if (++nodes_ > most_nodes)
      scanner.fail(mark, "the pattern is too big: more than 65536 elements with its macros expanded");
    Node node;
    node.kind = kind;
    node.where = scanner.spot(mark);
    return node;
  }

  Node sequence(Scanner& scanner, bool outermost) {
    std::vector<Node> items;
    while (is_separator(scanner.peek(), language_)) scanner.next();
    const Mark begin = scanner.mark();
    Mark last = begin;
    while (!scanner.done() && scanner.peek() != U')' && scanner.peek() != U'|') {
      last = scanner.mark();
      item(scanner, items);
      while (is_separator(scanner.peek(), language_)) scanner.next();
    }
    if (items.empty())
      scanner.fail(begin, outermost ? "the pattern is empty" : "an alternative is empty",
                   outermost ? "" : "write (a|b)? for an optional group");
    if (!outermost && items.back().kind == Node::Kind::gap)
      scanner.fail(last, "a gap may not end an alternative", "put the gap behind the group");
    if (items.size() == 1) return std::move(items.front());
    Node node = make(Node::Kind::sequence, scanner, begin);
    node.children = std::move(items);
    return node;
  }

  void item(Scanner& scanner, std::vector<Node>& items) {
    const Mark begin = scanner.mark();
    switch (scanner.peek()) {
      case U'(':
        items.push_back(group(scanner));
        return;
      case U'<': {
        if (items.empty()) scanner.fail("a gap may not begin a pattern or an alternative");
        if (items.back().kind == Node::Kind::gap) scanner.fail("a gap may not follow a gap", "add the two gaps up");
        items.push_back(gap(scanner));
        return;
      }
      case U'/':
        items.push_back(regex(scanner));
        return;
      case U'=':
        case_sensitive(scanner, items);
        return;
      case U'@':
        items.push_back(reference(scanner));
        break;
      case U'$':
        items.push_back(macro(scanner));
        break;
      case U'#':
        items.push_back(word_class(scanner));
        break;
      default:
        word(scanner, items, begin, false);
        return;
    }
    const bool ended = !is_word_character(scanner.peek(), language_) || scanner.peek() == U'/' ||
                       (language_.clitics && is_clitic_ahead(scanner));
    if (!ended)
      scanner.fail("unexpected character after " + std::string(scanner.since(begin)),
                   "put a space between the elements");
  }

  Node group(Scanner& scanner) {
    const Mark begin = scanner.mark();
    scanner.next();
    Node node = alternatives(scanner, begin);
    if (!scanner.take(U')'))
      scanner.fail(begin, "the group that begins here is not closed", "write \\( for the character itself");
    if (!scanner.take(U'?')) return node;
    Node optional = make(Node::Kind::optional, scanner, begin);
    optional.children.push_back(std::move(node));
    return optional;
  }

  Node alternatives(Scanner& scanner, Mark begin) {
    if (depth_ == deepest_nesting) scanner.fail(begin, "groups and macros are nested too deeply: more than 64 levels");
    ++depth_;
    std::vector<Node> found;
    do found.push_back(sequence(scanner, false));
    while (scanner.take(U'|'));
    --depth_;
    if (found.size() == 1) return std::move(found.front());
    Node node = make(Node::Kind::choice, scanner, begin);
    node.children = std::move(found);
    return node;
  }

  Node macro(Scanner& scanner) {
    const Mark begin = scanner.mark();
    scanner.next();
    const std::string name = identifier(scanner, false);
    if (name.empty()) scanner.fail(begin, "$ needs the name of a macro", "write \\$ for the character itself");
    const std::string* value = macros_ ? macros_(name) : nullptr;
    if (value == nullptr) scanner.fail(begin, "no macro is called $" + name);
    if (std::find(open_.begin(), open_.end(), name) != open_.end())
      scanner.fail(begin, "macro $" + name + " contains itself");
    Scanner inside(*value, scanner.place(begin), name);
    return macro_value(inside, name);
  }

  Node reference(Scanner& scanner) {
    const Mark begin = scanner.mark();
    scanner.next();
    Node node = make(Node::Kind::reference, scanner, begin);
    node.text = identifier(scanner, true);
    if (node.text.empty()) scanner.fail(begin, "@ needs the id of a code", "write \\@ for the character itself");
    if (!is_code_id(node.text))
      scanner.fail(begin, "@" + node.text + " is not the id of a code",
                   "an id is a-z, 0-9 and _ in parts joined by dots");
    if (scanner.peek() == U':')
      scanner.fail("a scope has no place here", "scopes such as :sentence belong in near and not_near");
    return node;
  }

  static std::string identifier(Scanner& scanner, bool dots) {
    const Mark begin = scanner.mark();
    const auto belongs = [&](char32_t c) {
      return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'_' || (dots && c == U'.');
    };
    while (belongs(scanner.peek())) scanner.next();
    return std::string(scanner.since(begin));
  }

  Node word_class(Scanner& scanner) {
    const Mark begin = scanner.mark();
    if (language_.characters)
      scanner.fail("# has no meaning in a language without spaces between words", "write \\# for the character itself");
    scanner.next();
    const auto belongs = [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_'; };
    while (belongs(scanner.peek())) scanner.next();
    const std::string name(scanner.since(begin).substr(1));
    for (const Class& known : classes) {
      if (known.name == name) return make(known.kind, scanner, begin);
    }
    std::vector<std::string> names;
    for (const Class& known : classes) names.emplace_back(known.name);
    const std::string near = did_you_mean(name, names);
    scanner.fail(
        begin, "unknown word class #" + name,
        near.empty() ? "the classes are #NUM #YEAR #CAP #ACRO #PUNCT; write \\# for the character itself" : near);
  }

  Node gap(Scanner& scanner) {
    const Mark begin = scanner.mark();
    const std::string hint = "write <n> or <m-n>, with m not above n and n at most 1000; \\< for the character itself";
    scanner.next();
    const std::int64_t first = bound(scanner, begin, hint);
    const bool both = scanner.take(U'-');
    const std::int64_t second = both ? bound(scanner, begin, hint) : first;
    if (!scanner.take(U'>')) scanner.fail(begin, "not a gap", hint);
    if (both && first > second) scanner.fail(begin, "the gap's lower bound is above its upper bound", hint);
    Node node = make(Node::Kind::gap, scanner, begin);
    node.least = both ? static_cast<std::uint32_t>(first) : 0;
    node.most = static_cast<std::uint32_t>(second);
    return node;
  }

  static std::int64_t bound(Scanner& scanner, Mark gap, const std::string& hint) {
    const Mark begin = scanner.mark();
    while (scanner.peek() >= U'0' && scanner.peek() <= U'9') scanner.next();
    if (scanner.offset() == begin.offset) scanner.fail(gap, "not a gap", hint);
    const auto value = parse_integer(scanner.since(begin));
    if (!value || *value > widest_gap) scanner.fail(begin, "the gap is too wide", hint);
    return *value;
  }

  Node regex(Scanner& scanner) {
    const Mark begin = scanner.mark();
    scanner.next();
    Node node = make(Node::Kind::regex, scanner, begin);
    while (!scanner.take(U'/')) {
      if (scanner.done())
        scanner.fail(begin, "the regex that begins here is not closed", "end it with /; \\/ is the character itself");
      const bool escaped = scanner.peek() == U'\\';
      const std::string_view bytes = scanner.next();
      if (!escaped || scanner.peek() != U'/') node.text += bytes;
      if (escaped && !scanner.done()) node.text += scanner.next();
    }
    if (const auto fault = regex_fault(node.text)) {
      scanner.fail({begin.offset, begin.points + 1 + points_before(node.text, fault->offset)}, fault->reason,
                   fault->hint);
    }
    return node;
  }

  /// Characters as written in front of byte `offset` of a regex: a slash took two.
  static std::size_t points_before(std::string_view regex, std::size_t offset) {
    const std::string_view passed = regex.substr(0, offset);
    return advanced({{}, 1, 1}, passed).column - 1 +
           static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '/'));
  }

  void case_sensitive(Scanner& scanner, std::vector<Node>& items) {
    const Mark begin = scanner.mark();
    if (language_.characters)
      scanner.fail("= has no meaning in a language without spaces between words", "write \\= for the character itself");
    scanner.next();
    if (!is_word_character(scanner.peek(), language_))
      scanner.fail(begin, "= needs a word", "write \\= for the character itself");
    word(scanner, items, begin, true);
    // "=" covers all parts of a hyphenated word.
    while (is_hyphen(scanner.peek())) {
      scanner.next();
      if (!is_word_character(scanner.peek(), language_)) return;
      word(scanner, items, scanner.mark(), true);
    }
  }

  bool is_hyphen(char32_t c) const { return is_separator(c, language_) && !is_pattern_space(c); }

  void word(Scanner& scanner, std::vector<Node>& items, Mark begin, bool exact) {
    WordAndClitic found = read_word(scanner, language_, exact);
    if (found.word) {
      items.push_back(make(Node::Kind::word, scanner, begin));
      items.back().word = std::move(*found.word);
    } else if (exact) {
      scanner.fail(begin, "= needs a word");
    }
    if (found.clitic) items.push_back(make(Node::Kind::clitic, scanner, begin));
  }

  PatternLanguage language_;
  const MacroLookup& macros_;
  std::vector<std::string> open_;
  std::size_t depth_ = 0;
  std::size_t nodes_ = 0;
};

}  // namespace

Node parse_pattern(std::string_view pattern, std::string_view language, const MacroLookup& macros, const Location& at) {
  if (pattern.size() > longest_pattern) throw Error(Errc::pattern, "the pattern is too big: more than 256 KiB", at);
  Scanner scanner(pattern, at);
  Node root = Parser(language, macros).whole(scanner);
  check_reach(root, at);
  return root;
}

std::size_t check_macro(std::string_view name, const std::string& value, const MacroLookup& macros,
                        const Location& at) {
  if (value.size() > longest_pattern) throw Error(Errc::pattern, "the macro is too big: more than 256 KiB", at);
  Scanner scanner(value, at);
  return node_count(Parser({}, macros).macro_value(scanner, name));
}

std::size_t node_count(const Node& root) noexcept {
  std::size_t count = 1;
  for (const Node& child : root.children) count += node_count(child);
  return count;
}

std::vector<Word> parse_phrase(std::string_view phrase, std::string_view language, const Location& at) {
  const PatternLanguage rules(language);
  Scanner scanner(phrase, at);
  std::vector<Word> words;
  while (!scanner.done()) {
    const char32_t c = scanner.peek();
    if (is_separator(c, rules)) {
      scanner.next();
      continue;
    }
    const bool special = std::u32string_view(U"()|<=@$#/").find(c) != std::u32string_view::npos;
    if (special)
      scanner.fail("a guard takes words and phrases only",
                   "write a backslash before the character to mean the character itself");
    if (WordAndClitic found = read_word(scanner, rules, false); found.word) words.push_back(std::move(*found.word));
  }
  if (words.empty()) scanner.fail(Mark{}, "the entry has no word");
  return words;
}

}  // namespace topos
