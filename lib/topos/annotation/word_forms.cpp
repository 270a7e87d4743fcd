// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/word_forms.hpp"

#include "topos/text/language.hpp"

namespace topos {

std::string_view WordForms::stem(std::string_view word, const std::string& language) {
  constexpr std::size_t most_languages = 64;
  const std::string primary = primary_language(language);
  auto found = stemmers_.find(primary);
  if (found == stemmers_.end()) {
    if (stemmers_.size() == most_languages) stemmers_.clear();
    found = stemmers_.emplace(primary, Stemmer(primary)).first;
    if (!found->second.has_rules() && without_stems_.size() < most_languages) without_stems_.insert(primary);
  }
  return found->second.stem(word);
}

std::optional<std::string_view> WordForms::form_of(const Type& type, const std::string& language) {
  if ((type.number && !choice_.numbers) || choice_.stop.contains(type.folded)) return std::nullopt;
  std::string_view form = type.folded;
  if (choice_.form == WordForm::written) form = type.cased;
  if (choice_.form == WordForm::stem && !type.number) form = stem(type.folded, language);
  if (choice_.form == WordForm::lemma)
    if (const auto found = choice_.lemmas.find(std::string(type.folded)); found != choice_.lemmas.end())
      form = found->second;
  if (choice_.stop.contains(form)) return std::nullopt;
  return form;
}

}  // namespace topos
