// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/text_quality.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "topos/discourse/finding_values.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::uint64_t furniture_part = 10;  ///< one word in so many

void add(PromiseFinding& one, std::uint32_t sentence) {
  ++one.n;
  one.sentences.push_back(sentence);
}

/// The sentence, from 1, that holds a byte, if it counts; else 0.
std::uint32_t counted_sentence(const DetectorInput& input, const std::vector<bool>& counts, std::uint32_t byte) {
  const auto& sentences = input.segmentation.sentences;
  const auto found = std::partition_point(sentences.begin(), sentences.end(),
                                          [&](const Sentence& one) { return one.span.end <= byte; });
  const auto at = static_cast<std::size_t>(found - sentences.begin());
  return at < counts.size() && counts[at] ? static_cast<std::uint32_t>(at + 1) : 0;
}

PromiseStatus status_of(std::string_view verdict) {
  if (verdict == "fit") return PromiseStatus::fit;
  return verdict == "permuted" ? PromiseStatus::permuted : PromiseStatus::mismatch;
}

using Acronyms = std::map<std::string, std::uint32_t>;  ///< with the first sentence of each

/// The acronym that a hit is written as; empty if it is no single word, or another kind of word.
std::string acronym_of(const DetectorInput& input, const Hit& hit) {
  const auto& tokens = input.segmentation.tokens;
  const auto token =
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& one) { return one.begin < hit.span.begin; });
  if (token == tokens.end() || token->begin != hit.span.begin || token->end < hit.span.end) return {};
  return input.vocabulary[token->type].acronym ? std::string(input.written(*token)) : std::string();
}

void check_variants(const DetectorInput& input, const std::vector<bool>& counts, const QueryResult& found,
                    std::vector<PromiseFinding>& out) {
  std::map<std::string_view, Acronyms> written;
  for (const QueryHit& one : found.hits) {
    const Hit& hit = *one.hit;
    if (hit.sentence == 0 || hit.sentence > counts.size() || !counts[hit.sentence - 1]) continue;
    if (std::string acronym = acronym_of(input, hit); !acronym.empty())
      written[hit.code()].try_emplace(std::move(acronym), hit.sentence);
  }
  for (const auto& [code, acronyms] : written) {
    if (acronyms.size() < 2) continue;
    PromiseFinding one;
    one.check = PromiseCheck::acronym;
    one.status = PromiseStatus::variant;
    one.item = std::string(code) + ':';
    std::vector<std::uint32_t> sentences;
    for (const auto& [acronym, sentence] : acronyms) {
      one.item += (one.item.ends_with(':') ? " " : ", ") + acronym;
      sentences.push_back(sentence);
    }
    std::sort(sentences.begin(), sentences.end());
    for (const std::uint32_t sentence : sentences) add(one, sentence);
    out.push_back(std::move(one));
  }
}

/// "repeated_sentence", "similar_paragraph", "doubled_word".
std::string name_of(const Finding& finding) {
  const std::string kind = field_text(finding, "kind");
  const char* const name = kind == "exact" ? "repeated" : kind == "near" ? "similar" : "doubled";
  return name + ('_' + field_text(finding, "unit"));
}

void check_furniture(const DetectorInput& input, std::vector<PromiseFinding>& out) {
  PromiseFinding one;
  const auto& regions = input.document().regions;
  for (std::size_t region = 0; region < regions.size(); ++region) {
    const std::uint64_t words = input.annotated.sizes[region].words;
    one.base += words;
    if (regions[region].name == RegionName::references || regions[region].name == RegionName::boilerplate)
      one.value += words;
  }
  if (one.value * furniture_part <= one.base) return;
  one.check = PromiseCheck::quality;
  one.status = PromiseStatus::found;
  one.item = "references_and_boilerplate";
  one.n = one.value;
  out.push_back(std::move(one));
}

/// The kind of illustration that a word names; empty if it names none.
std::string_view illustration(std::string_view word) {
  if (word == "table" || word == "tables") return "tables";
  constexpr std::string_view words[] = {"figure", "figures", "fig",      "figs", "chart",
                                        "charts", "diagram", "diagrams", "map",  "maps"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words) ? "figures" : "";
}

/// Figures and tables by their numbers ("Figure 2", "Fig. 3", "Table 1"), in captions and references to them; of a text
/// that announces anything also that there are none.
void check_illustrations(const DetectorInput& input, std::vector<PromiseFinding>& out) {
  std::map<std::string_view, PromiseFinding> found;
  for (const char* name : {"figures", "tables"}) {
    PromiseFinding& one = found[name];
    one.check = PromiseCheck::quality;
    one.status = PromiseStatus::absent;
    one.item = name;
  }
  const auto& tokens = input.segmentation.tokens;
  for (std::size_t number = 0; number < input.segmentation.sentences.size(); ++number) {
    const TokenRange range = input.segmentation.sentences[number].tokens;
    for (std::uint32_t at = range.begin; at + 1 < range.end; ++at) {
      if (tokens[at].kind != TokenKind::word) continue;
      const std::string_view kind = illustration(input.vocabulary[tokens[at].type].folded);
      if (kind.empty()) continue;
      const std::uint32_t next = at + 2 < range.end && input.written(tokens[at + 1]) == "." ? at + 2 : at + 1;
      const std::string_view written = input.written(tokens[next]);
      if (written.empty() || written.front() < '0' || written.front() > '9') continue;
      found.at(kind).status = PromiseStatus::found;
      add(found.at(kind), static_cast<std::uint32_t>(number + 1));
    }
  }
  const bool announces = std::any_of(out.begin(), out.end(),
                                     [](const PromiseFinding& one) { return one.check == PromiseCheck::announcement; });
  for (auto& [name, one] : found)
    if (announces || one.n > 0) out.push_back(std::move(one));
}

}  // namespace

void check_acronyms(const DetectorInput& input, const std::vector<bool>& counts, const std::vector<Finding>& findings,
                    const QueryResult& found, std::vector<PromiseFinding>& out) {
  for (const Finding& finding : findings) {
    if (finding.type != "acronym") continue;
    const std::uint32_t sentence = counted_sentence(input, counts, finding.span.begin);
    if (sentence == 0) continue;
    PromiseFinding one;
    one.check = PromiseCheck::acronym;
    one.status = status_of(field_text(finding, "verdict"));
    one.item = field_text(finding, "acronym") + " = " + shown_text(field_text(finding, "expansion"));
    add(one, sentence);
    if (const std::string known = field_text(finding, "variant_of"); !known.empty()) {
      PromiseFinding variant = one;
      variant.status = PromiseStatus::variant;
      variant.item =
          shown_text(field_text(finding, "expansion")) + ": " + known + ", " + field_text(finding, "acronym");
      out.push_back(std::move(variant));
    }
    out.push_back(std::move(one));
  }
  check_variants(input, counts, found, out);
}

void check_quality(const DetectorInput& input, const std::vector<bool>& counts, const std::vector<Finding>& findings,
                   std::vector<PromiseFinding>& out) {
  std::map<std::string, PromiseFinding> repeats;
  for (const Finding& finding : findings) {
    if (finding.type != "duplicate") continue;
    const std::uint32_t sentence = counted_sentence(input, counts, finding.span.begin);
    if (sentence == 0) continue;
    PromiseFinding& one = repeats[name_of(finding)];
    one.check = PromiseCheck::quality;
    one.status = PromiseStatus::found;
    add(one, sentence);
  }
  for (auto& [name, one] : repeats) {
    one.item = name;
    out.push_back(std::move(one));
  }
  check_furniture(input, out);
  check_illustrations(input, out);
}

}  // namespace topos
