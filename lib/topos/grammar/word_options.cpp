// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/word_options.hpp"

#include <algorithm>

namespace topos {
namespace {

// What writing says of a tag, in Cost's unit: names begin with a capital, almost nothing else does inside a sentence.
constexpr unsigned small_name = 260;
constexpr unsigned capital_common = 190;
constexpr unsigned capital_name = 2;
// A word that was seen once under a tag that has about a hundred thousand.
constexpr unsigned rare_name = 735;

bool has_digit(std::string_view word) noexcept {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void add_to_all(TagCosts& tags, WordShape writing) noexcept {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const bool name = is_name(tags[i].tag);
    unsigned more = 0;
    if (writing == WordShape::small) more = name ? small_name : 0;
    if (writing == WordShape::capital || writing == WordShape::acronym)
      more = name ? capital_name : tags[i].tag == Tag::cd ? 0 : capital_common;
    tags[i].cost = static_cast<Cost>(tags[i].cost + more);
  }
}

bool is_open_class(const TagCosts& tags) noexcept {
  return std::any_of(tags.begin(), tags.end(), [](const TagCost& one) {
    return is_noun(one.tag) || is_adjective(one.tag) || one.tag == Tag::vbg;
  });
}

/// The cost of a form that the lexicon was too small to show: as if it had been seen less than once.
constexpr unsigned unseen(Tag tag) noexcept {
  return tag == Tag::vbp   ? 622
         : tag == Tag::vbn ? 653
         : tag == Tag::vbz ? 658
         : tag == Tag::vb  ? 671
         : tag == Tag::vbd ? 681
                           : 723;
}

/// A past form may be a participle and the other way round, a plain form a present one, a plural a verb in -s.
void add_missing_forms(const TagModel& model, TagCosts& tags, std::string_view folded) {
  const auto add = [&](Tag has, Tag lacks) {
    if (tags.has(has) && !tags.has(lacks)) tags.add(lacks, unseen(lacks));
  };
  if (folded.ends_with("ed")) {
    add(Tag::vbn, Tag::vbd);
    add(Tag::vbd, Tag::vbn);
  }
  add(Tag::vb, Tag::vbp);
  add(Tag::vbp, Tag::vb);
  if (folded.size() < 4 || !folded.ends_with('s') || folded.ends_with("ss")) return;
  if (model.has_base(folded, Tag::nn)) add(Tag::vbz, Tag::nns);
  if (model.has_base(folded, Tag::vb)) add(Tag::nns, Tag::vbz);
}

void add_names(TagCosts& tags, std::string_view folded) noexcept {
  if (!tags.has(Tag::nnp)) tags.add(Tag::nnp, rare_name);
  if (!tags.has(Tag::nnps) && folded.ends_with('s') && folded.size() > 3 && tags.has(Tag::nns))
    tags.add(Tag::nnps, rare_name - 120);
}

}  // namespace

TagCosts word_tags(const TagModel& model, std::string_view folded, WordShape writing, bool number) {
  TagCosts tags;
  if (number) {
    tags.add(Tag::cd, 600);
    return tags;
  }
  tags = model.known(folded);
  const bool known = !tags.empty();
  if (known) add_missing_forms(model, tags, folded);
  if (!known) {
    if (has_digit(folded)) {
      tags.add(folded.ends_with('s') ? Tag::nns : Tag::jj, 700);
      tags.add(Tag::cd, 690);
      tags.add(Tag::nn, 700);
    } else {
      tags = model.guessed(folded);
    }
  }
  if (writing != WordShape::small && (!known || is_open_class(tags))) add_names(tags, folded);
  // A word that is not in the lexicon and begins a sentence is a name more often than not.
  if (!known && writing == WordShape::ambiguous)
    if (const TagCost* name = tags.find(Tag::nnp); name != nullptr)
      tags[static_cast<std::size_t>(name - tags.begin())].cost = rare_name - 20;
  add_to_all(tags, writing);
  return tags;
}

TagCosts mark_tags(std::string_view folded) {
  TagCosts tags;
  if (folded == "&") tags.add(Tag::cc, 0);
  tags.add(folded == "%" ? Tag::nn : Tag::punc, 0);
  return tags;
}

TagCosts compound_tags(const TagModel& model, std::string_view folded, std::string_view last, WordShape writing,
                       bool number_first) {
  TagCosts tags = model.known(folded);
  if (!tags.empty()) {
    add_to_all(tags, writing);
    return tags;
  }
  const TagCosts parts = model.known(last);
  const auto cost_of = [&](Tag tag, unsigned otherwise) { return parts.has(tag) ? otherwise - 30 : otherwise; };
  if (number_first) {
    tags.add(Tag::jj, 600);
    tags.add(Tag::cd, 640);
    tags.add(Tag::nn, 680);
    return tags;
  }
  tags.add(Tag::jj, parts.has(Tag::vbn) || parts.has(Tag::vbg) || parts.has(Tag::jj) ? 640 : 710);
  if (!parts.has(Tag::vbn)) tags.add(Tag::nn, cost_of(Tag::nn, 740));
  if (parts.has(Tag::nns) || (parts.empty() && last.ends_with('s'))) tags.add(Tag::nns, 690);
  if (parts.has(Tag::vb)) tags.add(Tag::vb, 800);
  if (parts.has(Tag::vbz)) tags.add(Tag::vbz, 800);
  if (parts.has(Tag::vbd)) tags.add(Tag::vbd, 800);
  if (writing != WordShape::small) tags.add(Tag::nnp, rare_name - 60);
  return tags;
}

}  // namespace topos
