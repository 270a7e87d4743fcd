// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/book_usage.hpp"

#include <algorithm>
#include <set>

#include "topos/annotation/explanation.hpp"
#include "topos/matching/matcher.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

Node phrase_node(const std::vector<Word>& words) {
  std::vector<Node> children;
  for (const Word& word : words) {
    Node& child = children.emplace_back();
    child.kind = Node::Kind::word;
    child.word = word;
    child.where = word.where;
  }
  if (children.size() == 1) return children.front();
  Node node;
  node.children = std::move(children);
  return node;
}

/// A book whose codes are the phrases that guards of `book` name in `language`, each once.
Codebook phrase_book(const Codebook& book, const std::string& language) {
  Codebook phrases;
  phrases.id = "phrases";
  std::set<std::string> seen;
  for (const Code& code : book.codes) {
    const auto side = code.languages.find(language);
    if (side == code.languages.end()) continue;
    for (const Pattern& pattern : side->second.patterns)
      for (const Guard& guard : pattern.guards)
        for (const Guard::Entry& entry : guard.entries)
          for (const Guard::Target& target : entry.targets) {
            if (target.words.empty() || !seen.insert(phrase_text(target)).second) continue;
            Code& made = phrases.codes.emplace_back();
            made.id = phrase_text(target);
            Pattern& search = made.languages[language].patterns.emplace_back();
            search.id = made.id;
            search.root = phrase_node(target.words);
          }
  }
  return phrases;
}

/// What is needed to count in one language.
struct Counting {
  Counting(const Codebook& book, const std::string& tag)
      : language(primary_language(tag)), phrases(phrase_book(book, language)), compiled(book, language, {}),
        compiled_phrases(phrases, language, {}), segmenter(tag), matcher(compiled), phrase_matcher(compiled_phrases) {}
  std::string language;
  Codebook phrases;
  CompiledBook compiled;
  CompiledBook compiled_phrases;
  Segmenter segmenter;
  Matcher matcher;
  Matcher phrase_matcher;
};

}  // namespace

std::string phrase_text(const Guard::Target& target) {
  std::string text;
  for (const Word& word : target.words) {
    if (!text.empty()) text += ' ';
    text += filled(word, "*", "?");
  }
  return text;
}

struct UsageCounter::Impl {
  const Codebook& book;
  std::map<std::string, std::unique_ptr<Counting>> counting;  ///< by primary language: the book bounds their number
  std::map<std::string, LanguageUsage> usage;
  std::uint64_t passed_over = 0;
  Segmentation segmentation;
  std::vector<Match> matches;
  std::vector<Verdict> trace;

  void count(const Document& document, Counting& with, LanguageUsage& into) {
    ++into.documents;
    with.segmenter.segment(document, default_analysis(), segmentation);
    trace.clear();
    with.matcher.match(document, segmentation, with.segmenter.vocabulary(), matches, &trace);
    for (const Verdict& verdict : trace) {
      const Search& search = with.compiled.searches()[verdict.match.search];
      if (verdict.outcome == Verdict::Outcome::masked) ++into.touched[with.compiled.searches()[verdict.by].pattern->id];
      if (verdict.outcome != Verdict::Outcome::hit) continue;
      ++into.hits[search.pattern->id];
      ++into.codes[with.compiled.codes()[search.code].code->id];
    }
    with.phrase_matcher.match(document, segmentation, with.segmenter.vocabulary(), matches);
    for (const Match& match : matches) ++into.phrases[with.compiled_phrases.searches()[match.search].pattern->id];
  }
};

UsageCounter::UsageCounter(const Codebook& book) : impl_(new Impl{book, {}, {}, 0, {}, {}, {}}) {}
UsageCounter::UsageCounter(UsageCounter&&) noexcept = default;
UsageCounter::~UsageCounter() = default;

void UsageCounter::add(const Document& document) {
  Impl& own = *impl_;
  const std::string language = primary_language(document.language);
  if (std::find(own.book.languages.begin(), own.book.languages.end(), language) == own.book.languages.end()) {
    ++own.passed_over;
    return;
  }
  std::unique_ptr<Counting>& counting = own.counting[language];
  if (!counting) counting = std::make_unique<Counting>(own.book, language);
  own.count(document, *counting, own.usage[language]);
}

void UsageCounter::add_examples() {
  for (const std::string& language : impl_->book.languages) impl_->usage[language];
  for (const Code& code : impl_->book.codes)
    for (const auto& [language, side] : code.languages)
      for (const auto* examples : {&side.examples, &side.counterexamples})
        for (const Example& example : *examples) add(sentence_document(example.text, language));
}

void UsageCounter::merge(const UsageCounter& other) {
  impl_->passed_over += other.impl_->passed_over;
  for (const auto& [language, theirs] : other.impl_->usage) {
    LanguageUsage& ours = impl_->usage[language];
    ours.documents += theirs.documents;
    for (auto counts : {&LanguageUsage::hits, &LanguageUsage::touched, &LanguageUsage::codes, &LanguageUsage::phrases})
      for (const auto& [name, n] : theirs.*counts) (ours.*counts)[name] += n;
  }
}

const std::map<std::string, LanguageUsage>& UsageCounter::languages() const noexcept { return impl_->usage; }
std::uint64_t UsageCounter::passed_over() const noexcept { return impl_->passed_over; }

}  // namespace topos
