// SPDX-License-Identifier: Apache-2.0
#include "counted_documents.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/language.hpp"

namespace topos::cli {

CountedDocuments::Origin CountedDocuments::look(const Document& document, const ResamplingGroup& resampling) {
  return {resampling.cluster_of(document), primary_language(document.language), SharedFields::look(document)};
}

bool CountedDocuments::add(const DocumentTally& tally, Origin origin, bool twin) {
  if (!tally.selected) return false;
  counts_.add(tally, std::move(origin.cluster));
  shared_.add(origin.shared);
  doubts_.add(static_cast<std::uint32_t>(facts_.size()), tally);
  Facts facts;
  facts.language = std::move(origin.language);
  facts.twin = twin;
  facts.draft = tally.draft;
  for (const DocumentTally::Group& group : tally.groups) {
    facts.words += static_cast<std::uint32_t>(group.count.words);
    facts.furniture_words = static_cast<std::uint32_t>(group.count.furniture_words);
    facts.all_words = static_cast<std::uint32_t>(group.count.all_words);
  }
  facts_.push_back(std::move(facts));
  return true;
}

void CountedDocuments::refuse_languages(const Numbers& documents, const char* hint) const {
  std::map<std::string_view, std::size_t> languages;
  for (const std::uint32_t document : documents) ++languages[language(document)];
  if (languages.size() < 2) return;
  std::string list;
  for (const auto& [language, count] : languages)
    list += (list.empty() ? "" : ", ") + printable(language) + " (" + std::to_string(count) + ")";
  throw Error(Errc::usage, "the documents are of several languages, whose rates do not compare: " + list, {}, hint);
}

std::uint64_t CountedDocuments::words(const Numbers& documents) const {
  std::uint64_t sum = 0;
  for (const std::uint32_t document : documents) sum += words(document);
  return sum;
}

CountedDocuments::Numbers CountedDocuments::all() const {
  Numbers numbers(names().size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

CountedDocuments::Numbers CountedDocuments::of_group(const GroupKey& group) const {
  Numbers numbers;
  for (const DocumentUnits& one : counts_.text_of(group)) numbers.push_back(one.document);
  return numbers;
}

bool CountedDocuments::has_twins(const Numbers& documents) const {
  return std::any_of(documents.begin(), documents.end(), [&](std::uint32_t one) { return facts_[one].twin; });
}

HitDoubts CountedDocuments::doubts(const DoubtsByDocument::Code& code, const Numbers& documents) const {
  std::vector<bool> marks(facts_.size());
  for (const std::uint32_t document : documents) marks[document] = true;
  return doubts_.in(code, marks);
}

bool CountedDocuments::has_furniture(const Numbers& documents) const {
  double furniture = 0;
  double all = 0;
  for (const std::uint32_t document : documents) {
    furniture += facts_[document].furniture_words;
    all += facts_[document].all_words;
  }
  return furniture > much_furniture * all;
}

bool CountedDocuments::repeated(const Numbers& documents) const {
  return resampling_.cluster.empty() && shared_.repeated(documents);
}

}  // namespace topos::cli
