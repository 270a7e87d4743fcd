// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/grammar.hpp"

#include "topos/base/error.hpp"
#include "topos/grammar/clause_builder.hpp"
#include "topos/grammar/elements.hpp"
#include "topos/grammar/given_tags.hpp"
#include "topos/grammar/tagger.hpp"
#include "topos/grammar/word_reader.hpp"

namespace topos {

struct Grammar::Impl {
  WordReader reader;
  Tagger tagger;
  ClauseBuilder builder;
  SentenceOptions options;
  std::vector<Element> elements;
};

Grammar::Grammar(std::string_view language) : impl_(std::make_unique<Impl>()) {
  if (!supports(language))
    throw Error(Errc::usage, "no grammar for the language '" + printable(language) + "'", {}, "give a text in English");
}
Grammar::Grammar(Grammar&&) noexcept = default;
Grammar& Grammar::operator=(Grammar&&) noexcept = default;
Grammar::~Grammar() = default;

bool Grammar::supports(std::string_view language) noexcept {
  return language.starts_with("en") && (language.size() == 2 || language[2] == '-' || language[2] == '_');
}

void Grammar::read(const Document& document, const Segmentation& cut, const Sentence& sentence,
                   const Vocabulary& vocabulary, SentenceGrammar& out, const GivenTags* given) {
  out.clear();
  impl_->reader.read(document.text, cut, sentence, vocabulary, out.words, impl_->options);
  impl_->tagger.tag(impl_->options, out.words);
  if (given != nullptr) given->put(document.text, cut, sentence, out.words);
  const SentenceView view(out.words, impl_->options);
  read_elements(view, out, impl_->elements);
  impl_->builder.build(view, impl_->elements, out);
}

SentenceTraits Grammar::traits(const Segmentation& cut, const Sentence& sentence, const Vocabulary& vocabulary) {
  return impl_->reader.traits(cut, sentence, vocabulary);
}

}  // namespace topos
