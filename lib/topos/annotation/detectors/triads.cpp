// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/triads.hpp"

#include <algorithm>
#include <string>

#include "topos/annotation/attributes/sentence_actors.hpp"
#include "topos/annotation/detectors/speaker_frame.hpp"
#include "topos/annotation/detectors/triad_clauses.hpp"
#include "topos/annotation/detectors/triad_nouns.hpp"
#include "topos/annotation/quotations.hpp"
#include "topos/base/hash.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

constexpr std::string_view rule_names[] = {
#define TOPOS_TRIAD_RULE(id, meaning) #id,
#include "topos/annotation/detectors/triad_rules.def"
#undef TOPOS_TRIAD_RULE
};
constexpr std::string_view rule_meanings[] = {
#define TOPOS_TRIAD_RULE(id, meaning) meaning,
#include "topos/annotation/detectors/triad_rules.def"
#undef TOPOS_TRIAD_RULE
};
constexpr std::string_view role_names[] = {"", "noun", "possessor", "modifier", "of", "phrase", "pronoun", "speaker"};

/// Most codes have another first letter, and are asked for no more.
bool is_action(const Hit& hit) noexcept { return hit.code().starts_with('a') && is_or_below(hit.code(), "action"); }

/// Goes through a document sentence by sentence and pairs the ends of what it finds.
class TriadFinder {
 public:
  TriadFinder(const AnnotatedDocument& annotated, const Segmentation& segmentation, DocumentGrammar& grammar,
              const IsActor& is_actor)
      : annotated_(annotated), segmentation_(segmentation), grammar_(grammar), is_actor_(is_actor) {}

  std::vector<Triad> find() {
    find_speaker();
    auto hit = annotated_.hits.begin();
    const auto end = annotated_.hits.end();
    while (hit != end) {
      const std::uint32_t sentence = hit->sentence;
      hits_.clear();
      actors_.clear();
      bool any = false;
      for (; hit != end && hit->sentence == sentence; ++hit) {
        const bool actor = is_actor_(*hit);
        if (!actor && !is_action(*hit)) continue;
        hits_.push_back(&*hit);
        actors_.push_back(actor);
        any = any || actor;
      }
      if (sentence == 0 || sentence > segmentation_.sentences.size()) continue;
      if (any || (!hits_.empty() && antecedent_.speaker != nullptr && speaks(segmentation_.sentences[sentence - 1])))
        read(sentence - 1);
    }
    std::stable_sort(triads_.begin(), triads_.end(),
                     [](const Triad& a, const Triad& b) { return a.span.begin < b.span.begin; });
    return std::move(triads_);
  }

 private:
  /// The first actor that has the name of the document's own speaker. Whoever speaks inside quotation marks is another.
  void find_speaker() {
    const Document& document = annotated_.document;
    const OwnNames own(document);
    if (own.empty()) return;
    for (const Hit& hit : annotated_.hits)
      if (is_actor_(hit) && own.hold(hit.span.in(document.text))) {
        antecedent_.speaker = &hit;
        break;
      }
    if (antecedent_.speaker == nullptr) return;
    find_quotations(document, antecedent_.quotations);
  }

  /// Whether a sentence has a word of the speaker's own.
  [[nodiscard]] bool speaks(const Sentence& sentence) const {
    const std::string_view text = annotated_.document.text;
    return std::any_of(segmentation_.tokens.begin() + sentence.tokens.begin,
                       segmentation_.tokens.begin() + sentence.tokens.end, [&](const Token& token) {
                         std::string word(ByteSpan{token.begin, std::min(token.end, token.begin + 4)}.in(text));
                         for (char& c : word) c = ascii_lower(c);
                         return is_speaker(word) || is_of_speaker(word);
                       });
  }

  void read(std::uint32_t sentence) {
    const std::uint32_t region = segmentation_.sentences[sentence].region;
    if (annotated_.document.regions[region].name == RegionName::references) return;
    // A pronoun may stand for the subject of the sentence before in the same paragraph.
    antecedent_.ends = region != region_ || sentence > last_ + 1 ? TriadEnds() : std::move(antecedent_.topic);
    antecedent_.topic.clear();
    region_ = region;
    last_ = sentence;
    view_.begin(grammar_, grammar_.of(sentence), segmentation_, hits_, actors_);
    events_.clear();
    read_triad_clauses(view_, antecedent_, events_);
    read_triad_nouns(view_, antecedent_, events_);
    for (const TriadEvent& event : events_) add(event, sentence);
  }

  void add(const TriadEvent& event, std::uint32_t sentence) {
    ++clause_;
    Triad triad;
    triad.action = event.action;
    triad.rule = event.rule;
    triad.confidence = event.confidence;
    triad.symmetric = event.symmetric;
    triad.negated = event.negated;
    triad.agent_deleted = event.agent_deleted;
    triad.modality = event.modality;
    triad.verb = view_.span_of(event.verb);
    triad.sentence = sentence;
    triad.clause = clause_;
    const TriadEnds nobody(1);
    if (event.symmetric) {
      for (std::size_t i = 0; i < event.sources.size(); ++i)
        for (std::size_t k = i + 1; k < event.sources.size(); ++k) add_pair(triad, event.sources[i], event.sources[k]);
      return;
    }
    for (const TriadEnd& source : event.sources.empty() ? nobody : event.sources)
      for (const TriadEnd& target : event.targets.empty() ? nobody : event.targets) add_pair(triad, source, target);
  }

  void add_pair(Triad triad, const TriadEnd& source, const TriadEnd& target) {
    triad.source = source.actor;
    triad.source_role = source.role;
    triad.target = target.actor;
    triad.target_role = target.role;
    triad.span = triad.verb;
    for (const Hit* end : {triad.source, triad.target}) {
      if (end == nullptr || end->sentence != triad.sentence + 1) continue;
      triad.span = {std::min(triad.span.begin, end->span.begin), std::max(triad.span.end, end->span.end)};
    }
    triads_.push_back(triad);
  }

  const AnnotatedDocument& annotated_;
  const Segmentation& segmentation_;
  DocumentGrammar& grammar_;
  const IsActor& is_actor_;
  TriadSentence view_;
  TriadAntecedent antecedent_;
  std::vector<const Hit*> hits_;
  std::vector<bool> actors_;
  std::vector<TriadEvent> events_;
  std::vector<Triad> triads_;
  std::uint32_t region_ = no_index;
  std::uint32_t last_ = 0;
  std::uint32_t clause_ = 0;
};

}  // namespace

std::string_view to_string(TriadRule rule) noexcept { return rule_names[static_cast<std::size_t>(rule)]; }
std::string_view meaning(TriadRule rule) noexcept { return rule_meanings[static_cast<std::size_t>(rule)]; }
std::string_view to_string(TriadRole role) noexcept { return role_names[static_cast<std::size_t>(role)]; }

bool is_triad_actor(const Hit& hit) noexcept {
  return hit.code().starts_with('a') && is_actor(hit.code()) && hit.url != Flag::yes;
}

std::vector<Triad> find_triads(const AnnotatedDocument& annotated, const Segmentation& segmentation,
                               DocumentGrammar& grammar, const IsActor& is_actor) {
  return TriadFinder(annotated, segmentation, grammar, is_actor).find();
}

HitId triad_id(std::string_view document, const Triad& triad) {
  std::string key(document);
  const auto add = [&](ByteSpan span, std::string_view name) {
    key.append(1, '\0')
        .append(name)
        .append(1, '\0')
        .append(std::to_string(span.begin))
        .append(1, '-')
        .append(std::to_string(span.end));
  };
  add(triad.verb, "triad");
  if (triad.source != nullptr) add(triad.source->span, triad.source->code());
  key += '>';
  if (triad.target != nullptr) add(triad.target->span, triad.target->code());
  constexpr char digits[] = "0123456789abcdef";
  std::uint64_t hash = hash64(key);
  HitId id;
  for (std::size_t i = 16; i-- > 0; hash >>= 4) id.digits[i] = digits[hash & 15];
  return id;
}

}  // namespace topos
