// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/compiled_book.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <unordered_map>

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
      : out_(out), language_(language), by_characters_(is_character_language(language)), folder_(language),
        options_(options), builder_(by_characters_, folder_, out.elements_, names_) {
    names_.reference = [this](std::string_view id) { return reference(id); };
    names_.regex = [this](std::string_view expression) { return regex(expression); };
  }

  void run() {
    const std::vector<Code>& codes = out_.book_.codes;
    std::vector<bool> wanted(codes.size());
    out_.codes_.resize(codes.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
      out_.codes_[i].code = &codes[i];
      out_.codes_[i].selected = !codes[i].borrowed && options_.selection.selects(codes[i].id);
      out_.codes_[i].wanted = wanted[i] =
          out_.codes_[i].selected || (options_.also && options_.also->selects(codes[i].id));
    }
    rank_codes();
    const std::vector<std::vector<std::uint32_t>> items = evaluation_order(out_.book_, language_, wanted);
    for (std::uint32_t item = 0; item < items.size(); ++item)
      for (const std::uint32_t code : items[item]) {
        out_.codes_[code].step = static_cast<std::uint32_t>(out_.steps_.size());
        out_.steps_.push_back({code, item});
        compile_code(code);
      }
    for (Bundle* bundle : {&out_.patterns_, &out_.masks_, &out_.phrases_}) bundle->close();
  }

 private:
  void compile_code(std::uint32_t number) {
    CompiledCode& code = out_.codes_[number];
    for (const CodeLanguage* side : in_language(*code.code, language_)) {
      for (const Pattern& mask : side->masks)
        if (options_.skip.count(mask.id) == 0) code.masks.push_back(compile_pattern(mask, number, Search::Role::mask));
      for (const Pattern& pattern : side->patterns)
        if (options_.skip.count(pattern.id) == 0)
          (pattern.refers_to_itself ? code.self_referring : code.patterns)
              .push_back(compile_pattern(pattern, number, Search::Role::pattern));
    }
  }

  std::uint32_t compile_pattern(const Pattern& pattern, std::uint32_t code, Search::Role role) {
    Search search;
    search.automaton = builder_.pattern(pattern.root, pattern.case_sensitive);
    search.pattern = &pattern;
    search.role = role;
    search.code = code;
    for (const Guard& guard : pattern.guards) search.guards.push_back(compile_guard(guard, code));
    return add(std::move(search));
  }

  CompiledGuard compile_guard(const Guard& guard, std::uint32_t code) {
    const bool near = guard.kind == Guard::Kind::near || guard.kind == Guard::Kind::not_near;
    CompiledGuard compiled{guard.kind, {}};
    std::vector<FoldedWord> words;
    for (const Guard::Entry& entry : guard.entries) {
      CompiledEntry made{{}, {}, entry.scope, entry.distance};
      for (const Guard::Target& target : entry.targets) {
        if (near && target.reference.empty())
          made.phrases.push_back(phrase(target.words, code));
        else if (!near && !by_characters_ && target.words.size() == 1)
          words.push_back(fold_word(target.words[0], false, folder_));
        else
          made.targets.push_back(compile_target(target, code));
      }
      std::sort(made.phrases.begin(), made.phrases.end());
      if (!made.targets.empty() || !made.phrases.empty()) compiled.entries.push_back(std::move(made));
    }
    // All that may stand beside a match as one word is one set.
    if (!words.empty())
      compiled.entries.push_back({{{CompiledTarget::Kind::words, 0, {out_.elements_.add(words, {})}}}, {}, {}, 0});
    return compiled;
  }

  CompiledTarget compile_target(const Guard::Target& target, std::uint32_t code) {
    CompiledTarget made;
    if (!target.reference.empty()) {
      const bool itself = target.reference == out_.book_.codes[code].id;
      made.kind = itself ? CompiledTarget::Kind::itself : CompiledTarget::Kind::reference;
      if (!itself) made.value = reference(target.reference);
    } else {
      made.words = phrase_elements(target.words);
    }
    return made;
  }

  /// The words of a left or right guard, one element set each.
  std::vector<ElementId> phrase_elements(const std::vector<Word>& words) {
    std::vector<ElementId> elements;
    for (const Place& place : builder_.phrase(words).places) elements.push_back(place.value);
    return elements;
  }

  /// A phrase of a near guard is searched like a pattern, once for each book.
  std::uint32_t phrase(const std::vector<Word>& words, std::uint32_t code) {
    Automaton automaton = builder_.phrase(words);
    phrase_key_.clear();
    for (const Place& place : automaton.places)
      phrase_key_.append(reinterpret_cast<const char*>(&place.value), sizeof place.value);
    const auto [found, added] = phrases_.try_emplace(phrase_key_, static_cast<std::uint32_t>(out_.searches_.size()));
    if (added) {
      Search search;
      search.automaton = std::move(automaton);
      search.code = code;
      add(std::move(search));
    }
    return found->second;
  }

  std::uint32_t reference(std::string_view id) {
    const auto [found, added] =
        references_.try_emplace(std::string(id), static_cast<std::uint32_t>(out_.references_.size()));
    if (added) {
      std::vector<std::uint32_t>& codes = out_.references_.emplace_back();
      for (std::uint32_t code = 0; code < out_.book_.codes.size(); ++code)
        if (is_or_below(out_.book_.codes[code].id, id)) codes.push_back(code);
    }
    return found->second;
  }

  std::uint32_t regex(std::string_view expression) {
    const auto [found, added] =
        regex_numbers_.try_emplace(std::string(expression), static_cast<std::uint32_t>(out_.regexes_->compiled.size()));
    if (added) {
      re2::RE2::Options options;
      options.set_longest_match(true);
      options.set_log_errors(false);
      options.set_max_mem(std::int64_t{8} << 20);
      auto compiled = std::make_unique<re2::RE2>(re2::StringPiece(expression.data(), expression.size()), options);
      if (!compiled->ok())
        throw Error(Errc::pattern, "the regex /" + printable(expression) + "/ does not compile: " + compiled->error());
      out_.regexes_->compiled.push_back(std::move(compiled));
    }
    return found->second;
  }

  std::uint32_t add(Search&& search) {
    const auto number = static_cast<std::uint32_t>(out_.searches_.size());
    const Automaton& automaton = search.automaton;
    CompiledCode& code = out_.codes_[search.code];
    SearchFacts& facts = out_.facts_.emplace_back();
    facts.code = search.code;
    facts.pattern = search.role == Search::Role::pattern;
    facts.walked = !Bundle::can_follow(automaton);
    facts.begins_elsewhere = std::any_of(automaton.first.begin(), automaton.first.end(), [&](std::uint32_t first) {
      return automaton.places[first].kind != Place::Kind::words;
    });
    facts.refers_to_itself = search.pattern != nullptr && search.pattern->refers_to_itself;
    facts.guarded = !search.guards.empty();
    facts.in_some_regions = search.pattern != nullptr && search.pattern->regions.has_value();
    facts.needs = facts.walked ? needed_reference(automaton) : SearchFacts::none;
    facts.is_reference =
        facts.needs != SearchFacts::none && automaton.places.size() == 1 && !automaton.places.front().trailing.present;
    facts.plain =
        !facts.walked && !facts.begins_elsewhere && !facts.refers_to_itself && !facts.guarded && !facts.in_some_regions;
    if (facts.pattern && facts.begins_elsewhere) code.begins_elsewhere = true;
    if (facts.pattern || facts.walked)
      out_.patterns_.add(number, automaton, out_.elements_);
    else
      (search.role == Search::Role::mask ? out_.masks_ : out_.phrases_).add(number, automaton, out_.elements_);
    if (search.role == Search::Role::mask) {
      if (facts.walked)
        code.walked_masks.push_back(number);
      else
        note_mask(code, automaton);
    }
    out_.searches_.push_back(std::move(search));
    return number;
  }

  void note_mask(CompiledCode& code, const Automaton& automaton) {
    code.mask_reach = std::max(code.mask_reach, most_words(automaton));
    if (code.mask_bit == 0) code.mask_bit = std::uint64_t{1} << (masked_codes_++ % 64);
  }

  /// A reference that all ways through a pattern pass, or SearchFacts::none. Of many references few are tried.
  static std::uint32_t needed_reference(const Automaton& automaton) {
    std::uint32_t tries = 4;
    for (std::uint32_t number = 0; number < automaton.places.size() && tries > 0; ++number) {
      if (automaton.places[number].kind != Place::Kind::reference) continue;
      if (!has_way_around(automaton, number)) return automaton.places[number].value;
      --tries;
    }
    return SearchFacts::none;
  }

  static bool has_way_around(const Automaton& automaton, std::uint32_t avoided) {
    std::vector<bool> reached(automaton.places.size());
    for (const std::uint32_t first : automaton.first) reached[first] = true;
    for (std::uint32_t number = 0; number < reached.size(); ++number) {
      if (!reached[number] || number == avoided) continue;
      if (automaton.places[number].accepts) return true;
      for (const Step& step : automaton.next(automaton.places[number])) reached[step.to] = true;
    }
    return false;
  }

  /// The most words that a match takes and skips.
  static std::uint64_t most_words(const Automaton& automaton) {
    std::vector<std::uint64_t> words(automaton.places.size(), 1);
    for (std::size_t from = 0; from < words.size(); ++from)
      for (const Step& step : automaton.next(automaton.places[from]))
        words[step.to] = std::max(words[step.to], words[from] + step.gap.most + 1);
    return words.empty() ? 0 : *std::max_element(words.begin(), words.end());
  }

  void rank_codes() {
    std::vector<CompiledCode*> by_id;
    for (CompiledCode& code : out_.codes_) by_id.push_back(&code);
    std::sort(by_id.begin(), by_id.end(),
              [](const CompiledCode* a, const CompiledCode* b) { return a->code->id < b->code->id; });
    for (std::uint32_t rank = 0; rank < by_id.size(); ++rank) by_id[rank]->rank = rank;
  }

  CompiledBook& out_;
  std::string language_;
  bool by_characters_;
  Folder folder_;
  const CompileOptions& options_;
  AutomatonNames names_;
  AutomatonBuilder builder_;
  std::unordered_map<std::string, std::uint32_t> phrases_;  ///< by their element sets
  std::string phrase_key_;
  std::uint32_t masked_codes_ = 0;  ///< with masks that no Walker must find
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
  if (!regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), re2::RE2::ANCHOR_START, &matched, 1))
    return 0;
  return matched.size();
}

}  // namespace topos
