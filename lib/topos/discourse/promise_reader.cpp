// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/promise_reader.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "topos/annotation/fields.hpp"
#include "topos/annotation/quotations.hpp"
#include "topos/discourse/announcement.hpp"
#include "topos/discourse/announcing_part.hpp"
#include "topos/discourse/finding_values.hpp"
#include "topos/discourse/keywords.hpp"
#include "topos/discourse/phrase_finder.hpp"
#include "topos/discourse/promise_evidence.hpp"
#include "topos/discourse/speech_act.hpp"
#include "topos/discourse/suppositions.hpp"
#include "topos/discourse/text_quality.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_announcement = 300;
constexpr std::string_view expressions = "expressions";

std::string_view family_of(std::string_view code) { return code.substr(0, code.find('.')); }

PromiseStatus delivery(std::uint64_t sentences) {
  if (sentences == 0) return PromiseStatus::undelivered;
  return sentences < least_delivery ? PromiseStatus::thin : PromiseStatus::delivered;
}

/// What reading one document knows.
class PromiseReading {
 public:
  PromiseReading(const DetectorInput& input, const PromisePlan& plan, const QueryParts& parts)
      : input_(input), plan_(plan), parts_(parts), part_(input.document(), parts),
        sentences_(input.segmentation.sentences) {
    for (const Sentence& sentence : sentences_) counts_.push_back(parts_.group_of[sentence.region] != QueryParts::none);
    list_sections();
  }

  DocumentPromises read(const QueryResult& found, FactChecker& facts) {
    find_announcements();
    take_hits(found);
    PromiseEvidence evidence(input_, announces_, result_.evidence);
    judge_promises(evidence);
    check_keywords();
    std::vector<const Detector*> detectors{&detectors::acronym, &detectors::duplicate};
    if (!plan_.facts.empty()) detectors.insert(detectors.end(), {&detectors::date, &detectors::number});
    const std::vector<Finding> findings = detect(input_, detectors);
    check_acronyms(input_, counts_, findings, found, result_.findings);
    check_quality(input_, counts_, findings, result_.findings);
    facts.check(input_, counts_, findings, result_.findings);
    if (plan_.lists_evidence)
      for (const PromiseFinding& one : result_.findings)
        if (one.check != PromiseCheck::promise) evidence.add(one);
    return std::move(result_);
  }

 private:
  /// What is known of one code.
  struct Code {
    std::uint64_t n = 0;
    std::set<std::uint32_t> sentences;  ///< from 1
    std::set<std::uint32_t> behind;     ///< those behind the announcing part
    std::map<std::uint32_t, std::uint64_t> sections;
    std::vector<const Hit*> hits;  ///< where evidence is asked for
    bool promised = false;
    std::uint32_t promised_at = 0;  ///< first sentence that announces it, if none of the announcing part does
  };

  void list_sections() {
    const Document& document = input_.document();
    std::map<std::uint32_t, std::uint32_t> numbers;
    section_of_.resize(document.regions.size());
    for (std::size_t region = 0; region < document.regions.size(); ++region) {
      if (parts_.group_of[region] == QueryParts::none) continue;
      const std::uint32_t section = document.regions[region].section;
      const auto [place, added] = numbers.try_emplace(section, static_cast<std::uint32_t>(result_.sections.size()));
      if (added) result_.sections.push_back({document.sections[section], 0});
      section_of_[region] = place->second;
      result_.sections[place->second].words += input_.annotated.sizes[region].words;
      result_.words += input_.annotated.sizes[region].words;
    }
  }

  void find_announcements() {
    announces_.assign(sentences_.size(), false);
    if (primary_language(input_.document().language) != "en") return;
    std::vector<std::string> names;
    for (const char* const field : {"country", "state", "speaker", "author"})
      if (const std::string* name = input_.document().metadata.find(field)) names.push_back(*name);
    const SpeechActs acts(names);
    std::optional<DocumentQuotations> quotations;
    for (std::uint32_t at = 0; at < sentences_.size(); ++at) {
      const Sentence& sentence = sentences_[at];
      if (!counts_[at]) continue;
      const SentenceWords words(input_, sentence);
      const bool follows = at > 0 && announces_[at - 1] && sentences_[at - 1].region == sentence.region;
      if (part_.has(sentence.region) && (announces(words) || (follows && goes_on_announcing(words)))) {
        add_announcement(PromiseCheck::announcement, at);
        continue;
      }
      const std::optional<SpeechAct> act = acts.of(words);
      if (!act) continue;
      if (!quotations) find_quotations(input_.document(), quotations.emplace());
      const std::vector<ByteSpan>& quoted = quotations->spans;
      const auto behind =
          std::partition_point(quoted.begin(), quoted.end(), [&](ByteSpan one) { return one.end <= act->at; });
      if (behind != quoted.end() && behind->begin <= act->at) continue;
      if (act->kind == SpeechAct::Kind::announces)
        add_announcement(PromiseCheck::announcement, at);
      else if (!Suppositions(input_.document().text, input_.segmentation, input_.vocabulary, sentence).hold(act->at))
        add_announcement(PromiseCheck::commitment, at);
    }
  }

  void add_announcement(PromiseCheck check, std::uint32_t at) {
    const Sentence& sentence = sentences_[at];
    PromiseFinding one;
    one.check = check;
    one.status = check == PromiseCheck::announcement ? PromiseStatus::announced : PromiseStatus::committed;
    one.item = shown_text(sentence.span.in(input_.document().text), longest_announcement);
    if (plan_.drops && plan_.drops(promise_id(input_, check, one.item, at + 1))) return;
    if (check == PromiseCheck::announcement) announces_[at] = true;
    one.n = 1;
    one.sections = {{result_.sections[section_of_[sentence.region]].name, 1}};
    one.sentences = {at + 1};
    result_.findings.push_back(std::move(one));
  }

  void take_hits(const QueryResult& found) {
    for (const QueryHit& hit : found.hits) {
      const std::uint32_t sentence = hit.hit->sentence;
      if (sentence == 0 || sentence > sentences_.size() || !counts_[sentence - 1]) continue;
      const HitKind& kind = found.row_of(hit);
      const bool named = kind.codebook == expressions;
      const std::string_view id = named ? pattern_of(kind.code) : kind.code;
      if (named ? id.empty() : !is_wanted(id)) continue;
      Code& code = (named ? named_ : codes_)[std::string(id)];
      const std::uint32_t region = sentences_[sentence - 1].region;
      ++code.n;
      ++code.sections[section_of_[region]];
      code.sentences.insert(sentence);
      if (part_.is_before(region)) code.behind.insert(sentence);
      if (plan_.lists_evidence) code.hits.push_back(hit.hit);
      if (named ? !part_.has(region) : plan_.declares || !announces_[sentence - 1]) continue;
      // What is announced on the way is delivered from there on.
      if (!part_.has(region) && code.promised_at == 0 && !code.promised) code.promised_at = sentence;
      if (part_.has(region)) code.promised_at = 0;
      code.promised = true;
    }
  }

  /// The promise that a code of expressions is; its id is quoted where it is that of a code, too. Empty if it is none.
  [[nodiscard]] std::string_view pattern_of(std::string_view id) const {
    const std::string_view inner = id.size() > 2 && id.front() == '\'' ? id.substr(1, id.size() - 2) : id;
    for (const std::string_view one : {id, inner}) {
      const auto pattern = std::lower_bound(plan_.named.begin(), plan_.named.end(), one);
      if (pattern != plan_.named.end() && *pattern == one) return *pattern;
    }
    return {};
  }

  [[nodiscard]] bool is_wanted(std::string_view code) const {
    return plan_.topics.selects(code) || plan_.universe.selects(code) ||
           (plan_.declares && plan_.declared.selects(code));
  }

  void judge_promises(PromiseEvidence& evidence) {
    std::set<std::string, std::less<>> families;
    if (plan_.declares) {
      for (const std::string& declared : plan_.declared_codes) codes_[declared].promised = true;
    }
    for (const auto& [id, code] : codes_)
      if (code.promised && plan_.topics.selects(id)) families.emplace(family_of(id));
    for (const std::string& pattern : plan_.named) judge(pattern, named_[pattern], evidence);
    for (auto& [id, code] : codes_) {
      const bool declared = plan_.declares && code.promised;
      if (declared || (plan_.topics.selects(id) && families.contains(family_of(id)))) judge(id, code, evidence);
      if (code.n == 0) continue;
      keep_use(id, code);
      if (plan_.lists_evidence && plan_.universe.selects(id)) add_presence(id, code, evidence);
    }
  }

  static void add_presence(const std::string& item, const Code& code, PromiseEvidence& evidence) {
    PromiseFinding one;
    one.check = PromiseCheck::absence;
    one.item = item;
    one.status = PromiseStatus::present;
    evidence.add(one, code.hits, {});
  }

  void judge(const std::string& item, Code& code, PromiseEvidence& evidence) {
    if (code.promised_at > 0)
      code.behind = std::set<std::uint32_t>(code.sentences.upper_bound(code.promised_at), code.sentences.end());
    PromiseFinding one;
    one.check = PromiseCheck::promise;
    one.item = item;
    one.status = code.n == 0      ? PromiseStatus::absent
                 : !code.promised ? PromiseStatus::emergent
                                  : delivery(code.behind.size());
    one.n = code.n;
    one.value = code.behind.size();
    for (const auto& [section, n] : code.sections) one.sections.emplace_back(result_.sections[section].name, n);
    // The sentences that a reader wants to see: those of the delivery, else those of the announcement.
    one.sentences = all_of(code.behind.empty() ? code.sentences : code.behind);
    if (plan_.lists_evidence) evidence.add(one, code.hits, code.behind);
    result_.findings.push_back(std::move(one));
  }

  [[nodiscard]] static std::vector<std::uint32_t> all_of(const std::set<std::uint32_t>& sentences) {
    return {sentences.begin(), sentences.end()};
  }

  void keep_use(const std::string& id, const Code& code) {
    result_.uses.push_back({id, code.n, {code.sections.begin(), code.sections.end()}, all_of(code.sentences)});
  }

  void check_keywords() {
    const std::vector<Keyword> keywords = declared_keywords(input_);
    PhraseFinder phrases;
    for (const Keyword& one : keywords) phrases.add(one.words);
    if (phrases.empty()) return;
    struct Use {
      std::uint64_t n = 0;
      std::set<std::uint32_t> sentences;
      std::map<std::uint32_t, std::uint64_t> sections;
    };
    std::vector<Use> uses(keywords.size());
    for (std::uint32_t at = 0; at < sentences_.size(); ++at) {
      const std::uint32_t region = sentences_[at].region;
      if (!counts_[at] || input_.document().regions[region].name == RegionName::keywords) continue;
      phrases.find(SentenceWords(input_, sentences_[at]), [&](std::size_t phrase, int) {
        ++uses[phrase].n;
        ++uses[phrase].sections[section_of_[region]];
        uses[phrase].sentences.insert(at + 1);
      });
    }
    for (std::size_t i = 0; i < keywords.size(); ++i) {
      PromiseFinding one;
      one.check = PromiseCheck::keyword;
      one.item = keywords[i].text;
      one.status = delivery(uses[i].sentences.size());
      one.n = uses[i].n;
      one.value = uses[i].sentences.size();
      for (const auto& [section, n] : uses[i].sections) one.sections.emplace_back(result_.sections[section].name, n);
      one.sentences = all_of(uses[i].sentences);
      result_.findings.push_back(std::move(one));
    }
  }

  const DetectorInput& input_;
  const PromisePlan& plan_;
  const QueryParts& parts_;
  AnnouncingPart part_;
  const std::vector<Sentence>& sentences_;
  std::vector<bool> counts_;               ///< by sentence
  std::vector<bool> announces_;            ///< by sentence
  std::vector<std::uint32_t> section_of_;  ///< by region: number in the result's sections
  std::map<std::string, Code> codes_;
  std::map<std::string, Code> named_;
  DocumentPromises result_;
};

}  // namespace

DocumentPromises PromiseReader::read(const AnnotatedDocument& annotated, const Annotator& annotator) {
  const QueryParts parts = run_.query().parts(annotated);
  DocumentPromises result;
  if (parts.selected) {
    const DetectorInput input{annotated, annotator.segmentation(), annotator.vocabulary()};
    result = PromiseReading(input, plan_, parts).read(run_.run(annotated), facts_);
  }
  result.selected = parts.selected;
  result.document = annotated.document.id;
  result.draft = annotated.draft_language;
  for (const std::string& field : run_.query().options().by)
    result.values.emplace_back(document_field(annotated.document, field).value_or(""));
  return result;
}

}  // namespace topos
