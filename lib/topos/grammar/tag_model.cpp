// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/tag_model.hpp"

#include <algorithm>
#include <string>

#include "topos/grammar/embedded.hpp"

namespace topos {
namespace {

/// Three bytes a tag: itself, and its cost, the lower byte first.
TagCosts costs_in(std::string_view bytes) noexcept {
  TagCosts costs;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  for (std::size_t i = 0; i + 2 < bytes.size(); i += 3)
    costs.add(static_cast<Tag>(byte(i)), byte(i + 1) + 256U * byte(i + 2));
  return costs;
}

}  // namespace

void TagCosts::remove(Tag tag) noexcept {
  const TagCosts all = *this;
  *this = {};
  for (const TagCost& one : all)
    if (one.tag != tag) add(one.tag, one.cost);
}

const TagCost* TagCosts::find(Tag tag) const noexcept {
  const TagCost* const found = std::find_if(begin(), end(), [&](const TagCost& one) { return one.tag == tag; });
  return found == end() ? nullptr : found;
}

const TagModel& TagModel::english() noexcept {
  static const TagModel model;
  return model;
}

TagModel::TagModel() noexcept
    : words_(embedded::english_words()), endings_(embedded::english_endings()),
      transitions_(embedded::english_transitions().data()) {}

TagCosts TagModel::known(std::string_view word) const noexcept { return costs_in(words_.find(word)); }

bool TagModel::has_base(std::string_view word, Tag tag) const {
  if (known(word.substr(0, word.size() - 1)).has(tag)) return true;
  if (!word.ends_with("es") || word.size() < 4) return false;
  if (known(word.substr(0, word.size() - 2)).has(tag)) return true;
  return word.ends_with("ies") && known(std::string(word.substr(0, word.size() - 3)) + "y").has(tag);
}

TagCosts TagModel::guessed(std::string_view word) const noexcept {
  constexpr std::size_t longest_ending = 5;
  TagCosts costs;
  for (std::size_t size = std::min(longest_ending, word.size()) + 1; size-- > 0 && costs.empty();)
    costs = costs_in(endings_.find(word.substr(word.size() - size)));
  // A word keeps one tag at least: "torpedoes", whose base the lexicon knows as a verb alone.
  if (costs.size() > 1 && word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
    const bool noun = has_base(word, Tag::nn);
    const bool verb = has_base(word, Tag::vb);
    if (noun && !verb) costs.remove(Tag::vbz);
    if (verb && !noun) costs.remove(Tag::nns);
  }
  return costs;
}

}  // namespace topos
