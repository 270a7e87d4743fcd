// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/compiled_book.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "topos/matching/dependencies.hpp"
#include "topos/text/language.hpp"

namespace topos {

struct CompiledBook::Regexes {
  std::vector<std::unique_ptr<re2::RE2>> compiled;
};

/// Builds a CompiledBook; lives as long as its constructor.
class CompiledBook::Compiler {
 public:
  Compiler(CompiledBook& out, std::string_view language, const CompileOptions& options)
      : out_(out), language_(language), by_characters_(is_character_language(language)), folder_(language), options_(options) {
    names_.reference = [this](std::string_view id) { return reference(id); };
    names_.regex = [this](std::string_view expression) { return regex(expression); };
  }

  void run() {
    const std::vector<Code>& codes = out_.book_.codes;
    std::vector<bool> wanted(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) wanted[i] = options_.selection.selects(codes[i].id);
    out_.order_ = evaluation_order(out_.book_, language_, wanted);
    out_.codes_.resize(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) out_.codes_[i] = {&codes[i], wanted[i], {}, {}, {}};
    for (const auto& item : out_.order_)
      for (const std::uint32_t code : item) compile_code(code);
    index_starts();
  }

 private:
  void compile_code(std::uint32_t number) {
    CompiledCode& code = out_.codes_[number];
    for (const CodeLanguage* side : in_language(*code.code, language_)) {
      for (const Pattern& mask : side->masks)
        if (options_.skip.count(mask.id) == 0) code.masks.push_back(compile_pattern(mask, number));
      for (const Pattern& pattern : side->patterns)
        if (options_.skip.count(pattern.id) == 0)
          (pattern.refers_to_itself ? code.self_referring : code.patterns).push_back(compile_pattern(pattern, number));
    }
  }

  std::uint32_t compile_pattern(const Pattern& pattern, std::uint32_t code) {
    Search search;
    search.automaton = build_automaton(pattern.root, pattern.case_sensitive, by_characters_, folder_, out_.elements_, names_);
    search.pattern = &pattern;
    search.code = code;
    for (const Guard& guard : pattern.guards) search.guards.push_back(compile_guard(guard, code));
    out_.searches_.push_back(std::move(search));
    return static_cast<std::uint32_t>(out_.searches_.size() - 1);
  }

  CompiledGuard compile_guard(const Guard& guard, std::uint32_t code) {
    const bool near = guard.kind == Guard::Kind::near || guard.kind == Guard::Kind::not_near;
    CompiledGuard compiled{guard.kind, {}};
    for (const Guard::Entry& entry : guard.entries) {
      CompiledEntry made{{}, entry.scope, entry.distance};
      for (const Guard::Target& target : entry.targets) made.targets.push_back(compile_target(target, near, code));
      compiled.entries.push_back(std::move(made));
    }
    return compiled;
  }

  CompiledTarget compile_target(const Guard::Target& target, bool near, std::uint32_t code) {
    CompiledTarget made;
    if (!target.reference.empty()) {
      const bool itself = target.reference == out_.book_.codes[code].id;
      made.kind = itself ? CompiledTarget::Kind::itself : CompiledTarget::Kind::reference;
      if (!itself) made.value = reference(target.reference);
    } else if (near) {
      made.value = phrase(target.words, code);
    } else {
      made.words = phrase_elements(target.words);
    }
    return made;
  }

  /// The words of a left or right guard, one element set each.
  std::vector<ElementId> phrase_elements(const std::vector<Word>& words) {
    std::vector<ElementId> elements;
    const Automaton automaton = build_automaton(phrase_node(words), false, by_characters_, folder_, out_.elements_, names_);
    for (const Place& place : automaton.places) elements.push_back(place.value);
    return elements;
  }

  /// A phrase of a near guard is searched like a pattern, once for each book.
  std::uint32_t phrase(const std::vector<Word>& words, std::uint32_t code) {
    std::string key;
    for (const Word& word : words) {
      for (const Word::Piece& piece : word.pieces) {
        if (piece.kind == Word::Piece::Kind::text)
          key += std::to_string(piece.text.size()) + ':' + piece.text;
        else
          key += piece.kind == Word::Piece::Kind::any_run ? '*' : '?';
      }
      key += word.case_sensitive ? '=' : '~';
    }
    const auto [found, added] = phrases_.try_emplace(key, static_cast<std::uint32_t>(out_.searches_.size()));
    if (added) {
      Search search;
      search.automaton = build_automaton(phrase_node(words), false, by_characters_, folder_, out_.elements_, names_);
      search.code = code;
      out_.searches_.push_back(std::move(search));
    }
    return found->second;
  }

  static Node phrase_node(const std::vector<Word>& words) {
    Node node;
    node.kind = Node::Kind::sequence;
    for (const Word& word : words) {
      Node& child = node.children.emplace_back();
      child.kind = Node::Kind::word;
      child.word = word;
      child.where = word.where;
    }
    return node;
  }

  std::uint32_t reference(std::string_view id) {
    const auto [found, added] = references_.try_emplace(std::string(id), static_cast<std::uint32_t>(out_.references_.size()));
    if (added) {
      std::vector<std::uint32_t>& codes = out_.references_.emplace_back();
      for (std::uint32_t code = 0; code < out_.book_.codes.size(); ++code)
        if (is_or_below(out_.book_.codes[code].id, id)) codes.push_back(code);
    }
    return found->second;
  }

  std::uint32_t regex(std::string_view expression) {
    const auto [found, added] = regex_numbers_.try_emplace(std::string(expression), static_cast<std::uint32_t>(out_.regexes_->compiled.size()));
    if (added) {
      re2::RE2::Options options;
      options.set_longest_match(true);
      options.set_log_errors(false);
      options.set_max_mem(std::int64_t{8} << 20);
      auto compiled = std::make_unique<re2::RE2>(re2::StringPiece(expression.data(), expression.size()), options);
      if (!compiled->ok()) throw Error(Errc::pattern, "the regex /" + printable(expression) + "/ does not compile: " + compiled->error());
      out_.regexes_->compiled.push_back(std::move(compiled));
    }
    return found->second;
  }

  void index_starts() {
    out_.starts_.resize(out_.elements_.size());
    for (std::uint32_t number = 0; number < out_.searches_.size(); ++number) {
      const Automaton& automaton = out_.searches_[number].automaton;
      bool elsewhere = false;
      for (const std::uint32_t first : automaton.first) {
        const Place& place = automaton.places[first];
        if (place.kind == Place::Kind::words)
          out_.starts_[place.value].push_back(number);
        else
          elsewhere = true;
      }
      if (elsewhere) out_.anywhere_.push_back(number);
    }
    for (auto& list : out_.starts_) list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  CompiledBook& out_;
  std::string language_;
  bool by_characters_;
  Folder folder_;
  const CompileOptions& options_;
  AutomatonNames names_;
  std::map<std::string, std::uint32_t> phrases_;
  std::map<std::string, std::uint32_t> references_;
  std::map<std::string, std::uint32_t> regex_numbers_;
};

CompiledBook::CompiledBook(const Codebook& book, std::string_view language, const CompileOptions& options)
    : book_(book), regexes_(std::make_unique<Regexes>()) {
  Compiler(*this, language, options).run();
}
CompiledBook::~CompiledBook() = default;

std::size_t CompiledBook::match_regex(std::uint32_t number, std::string_view text) const {
  re2::StringPiece matched;
  const re2::RE2& regex = *regexes_->compiled[number];
  if (!regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), re2::RE2::ANCHOR_START, &matched, 1)) return 0;
  return matched.size();
}

}  // namespace topos
