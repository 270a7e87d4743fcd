// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/promise_evidence.hpp"

#include <algorithm>

#include "topos/annotation/findings.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_wording = 200;
constexpr std::size_t most_wordings = 20;  ///< of one sentence

}  // namespace

std::string promise_id(const DetectorInput& input, PromiseCheck check, std::string_view item, std::uint32_t sentence) {
  const std::string name = std::string(promise_check_names[static_cast<std::size_t>(check)]) + ' ' + std::string(item);
  const ByteSpan span = input.segmentation.sentences[sentence - 1].span;
  return std::string(finding_id(input.document().id, Finding(name, span)).view());
}

PromiseSentence PromiseEvidence::row(const PromiseFinding& finding, std::uint32_t sentence) const {
  const Sentence& where = input_.segmentation.sentences[sentence - 1];
  PromiseSentence one;
  one.check = finding.check;
  one.status = finding.status;
  one.item = finding.item;
  one.sentence = sentence;
  one.analysis_sentence = where.analysis;
  one.line = lines_.of(where.span.begin);
  one.span = where.span;
  one.announces = announces_[sentence - 1];
  one.sentence_text = shown_text(where.span.in(input_.document().text));
  return one;
}

void PromiseEvidence::add(const PromiseFinding& finding) {
  std::uint32_t before = 0;
  for (const std::uint32_t sentence : finding.sentences) {
    // What is found twice in a sentence is one place to read.
    if (sentence == before) continue;
    before = sentence;
    PromiseSentence one = row(finding, sentence);
    one.id = promise_id(input_, finding.check, finding.item, sentence);
    out_.push_back(std::move(one));
  }
}

void PromiseEvidence::add(const PromiseFinding& finding, const std::vector<const Hit*>& hits,
                          const std::set<std::uint32_t>& behind) {
  for (auto hit = hits.begin(); hit != hits.end();) {
    const std::uint32_t sentence = (*hit)->sentence;
    PromiseSentence one = row(finding, sentence);
    one.span = (*hit)->span;
    one.line = lines_.of(one.span.begin);
    one.delivers = behind.contains(sentence);
    for (std::size_t n = 0; hit != hits.end() && (*hit)->sentence == sentence; ++hit, ++n) {
      one.span.end = std::max(one.span.end, (*hit)->span.end);
      one.id.append(n == 0 ? "" : " ").append(hit_id(input_.annotated, **hit));
      if (n < most_wordings)
        one.text.append(n == 0 ? "" : "; ")
            .append(shown_text((*hit)->span.in(input_.document().text), longest_wording));
    }
    out_.push_back(std::move(one));
  }
}

}  // namespace topos
