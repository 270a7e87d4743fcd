// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/promise_totals.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "topos/discourse/silence.hpp"

namespace topos {
namespace {

/// Sections of all documents of a group; a hostile collection has no end of names.
constexpr std::size_t most_sections = 1000;

double real(std::uint64_t count) { return static_cast<double>(count); }

void add_section(SectionCounts& counts, std::string_view name, std::uint64_t n) {
  const auto same = std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == name; });
  if (same != counts.end())
    same->second += n;
  else if (counts.size() < most_sections)
    counts.emplace_back(name, n);
}

void add_evidence(std::vector<std::string>& evidence, const std::string& document,
                  const std::vector<std::uint32_t>& sentences) {
  for (const std::uint32_t sentence : sentences)
    if (evidence.size() < most_places) evidence.push_back(document + ':' + std::to_string(sentence));
}

}  // namespace

void PromiseTotals::add(const DocumentPromises& document, bool repeats) {
  if (!document.selected) return;
  Group& group = groups_[document.values];
  ++group.documents;
  ++documents_;
  words_ += document.words;
  group.words += document.words;
  group.repeats = group.repeats || repeats;
  group.draft = group.draft || document.draft;
  add_findings(document, group, places_[document.values]);
  add_uses(document, group);
}

void PromiseTotals::add_findings(const DocumentPromises& document, Group& group, std::map<Key, std::size_t>& places) {
  std::vector<std::size_t> seen;
  for (const PromiseFinding& one : document.findings) {
    const auto [place, added] = places.try_emplace({one.check, one.item, one.status}, group.rows.size());
    if (added) group.rows.push_back({one.check, one.item, one.status, one.expected, 0, 0, 0, 0, {}, {}});
    Row& row = group.rows[place->second];
    row.n += one.n;
    row.value += one.value;
    row.base += one.base;
    for (const auto& [section, n] : one.sections) add_section(row.sections, section, n);
    add_evidence(row.evidence, document.document, one.sentences);
    seen.push_back(place->second);
  }
  // An announcement or acronym may come twice in one document.
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (const std::size_t row : seen) ++group.rows[row].documents;
}

void PromiseTotals::add_uses(const DocumentPromises& document, Group& group) {
  const std::size_t first = group.parts.size();
  for (const DocumentPromises::Section& section : document.sections) group.parts.push_back(real(section.words));
  for (const CodeUse& one : document.uses) {
    Use& use = group.uses[one.code];
    use.n += one.n;
    ++use.documents;
    All& all = all_[one.code];
    all.n += one.n;
    ++all.documents;
    for (const auto& [section, n] : one.sections) {
      use.parts[first + section] += n;
      add_section(use.sections, document.sections[section].name, n);
    }
    add_evidence(use.evidence, document.document, one.sentences);
  }
}

PromiseTotals::Silence PromiseTotals::silence(const Group& group, const std::string& code) const {
  const auto found = all_.find(code);
  const All all = found == all_.end() ? All{} : found->second;
  const std::uint64_t other = words_ - group.words;
  return {other == 0 ? std::numeric_limits<double>::quiet_NaN()
                     : expected_if_equal_rate(real(all.n), real(group.words), real(other)),
          silence_probability(real(group.documents), real(documents_ - group.documents), real(all.documents))};
}

}  // namespace topos
