// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/tag_model.hpp"

#include <algorithm>
#include <string>

#include "topos/base/error.hpp"
#include "topos/grammar/embedded.hpp"

namespace topos {
namespace {

/// Cuts the next field off `text`.
std::string_view next_field(std::string_view& text, char end) noexcept {
  const std::size_t size = std::min(text.find(end), text.size());
  const std::string_view field = text.substr(0, size);
  text.remove_prefix(std::min(size + 1, text.size()));
  return field;
}

unsigned cost_of(std::string_view digits) noexcept {
  unsigned cost = 0;
  for (const char c : digits) cost = cost * 10 + static_cast<unsigned>(c - '0');
  return cost;
}

/// "nn:506 vb:635".
TagCosts read_costs(std::string_view text) noexcept {
  TagCosts costs;
  while (!text.empty()) {
    std::string_view entry = next_field(text, ' ');
    const std::string_view name = next_field(entry, ':');
    if (const std::optional<Tag> tag = tag_named(name)) costs.add(*tag, cost_of(entry));
  }
  return costs;
}

/// The costs behind `key` in a table of lines "key TAB costs" that are in the order of their keys' bytes.
TagCosts look_up(std::string_view table, std::string_view key) noexcept {
  std::size_t low = 0;
  std::size_t high = table.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = table.rfind('\n', middle == 0 ? 0 : middle - 1);
    const std::size_t begin = middle == 0 || before == table.npos || before < low ? low : before + 1;
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    std::string_view line = table.substr(begin, end - begin);
    const std::string_view found = next_field(line, '\t');
    if (found == key) return read_costs(line);
    if (found < key)
      low = std::min(end + 1, table.size());
    else
      high = begin;
  }
  return {};
}

}  // namespace

void TagCosts::remove(Tag tag) noexcept {
  const auto last = std::remove_if(costs_.begin(), costs_.begin() + static_cast<std::ptrdiff_t>(size_),
                                   [&](const TagCost& one) { return one.tag == tag; });
  size_ = static_cast<std::size_t>(last - costs_.begin());
}

const TagCost* TagCosts::find(Tag tag) const noexcept {
  const TagCost* const found = std::find_if(begin(), end(), [&](const TagCost& one) { return one.tag == tag; });
  return found == end() ? nullptr : found;
}

const TagModel& TagModel::english() {
  static const TagModel model;
  return model;
}

TagModel::TagModel() {
  std::string_view table = embedded::english_transitions();
  next_field(table, '\n');
  while (!table.empty()) {
    std::string_view line = next_field(table, '\n');
    const std::optional<Tag> before = tag_named(next_field(line, '\t'));
    const std::optional<Tag> previous = tag_named(next_field(line, '\t'));
    if (!before || !previous) continue;
    for (std::size_t tag = 0; tag < tag_count; ++tag)
      transitions_[at(*before, *previous, static_cast<Tag>(tag))] = static_cast<Cost>(cost_of(next_field(line, '\t')));
  }
}

TagCosts TagModel::known(std::string_view word) const noexcept {
  const TagCosts costs = look_up(embedded::english_words(), word);
  return costs.empty() ? look_up(embedded::english_additions(), word) : costs;
}

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
    costs = look_up(embedded::english_suffixes(), word.substr(word.size() - size));
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
    const bool noun = has_base(word, Tag::nn);
    const bool verb = has_base(word, Tag::vb);
    if (noun && !verb) costs.remove(Tag::vbz);
    if (verb && !noun) costs.remove(Tag::nns);
  }
  return costs;
}

}  // namespace topos
