// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event_reader.hpp"

#include <algorithm>

#include "topos/annotation/attributes/sentence_actors.hpp"
#include "topos/annotation/findings.hpp"
#include "topos/annotation/line_counter.hpp"
#include "topos/discourse/event_clause.hpp"
#include "topos/discourse/suppositions.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {

/// One sentence of a document, with the hits in it.
struct EventReader::Place {
  const AnnotatedDocument& annotated;
  const Segmentation& segmentation;
  const Vocabulary& vocabulary;
  const Sentence& sentence;
  const EventClauses clauses;
  const std::string& source;
  const std::optional<Date>& today;
  const std::vector<bool>& passes;  ///< by case of the case file
  std::uint32_t line = 0;
  std::uint32_t number = 0;  ///< of the sentence in the document, from 1
  std::uint32_t group = 0;   ///< of --by
  std::vector<const Hit*> hits = {};
  std::vector<std::string> cases = {};
  std::shared_ptr<const std::string> text = {};
  std::optional<Suppositions> suppositions = {};  ///< where the sentence has causes

  [[nodiscard]] std::string_view bytes() const { return annotated.document.text; }
};

namespace {

constexpr std::size_t most_cases = 64;
constexpr int longest_walk = 64;       ///< hits
constexpr std::uint32_t at_once = 24;  ///< bytes

void add_once(std::vector<std::string>& codes, std::string_view code) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
}

std::uint32_t distance(ByteSpan a, ByteSpan b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

/// Whether a time lies behind the day on which the document was written.
bool lies_ahead(const EventTime& time, const std::optional<Date>& today) {
  if (!today || !time.dated()) return false;
  const Date day{today->year, today->month == 0 ? 12 : today->month, today->day == 0 ? 31 : today->day};
  return time.relation == "until" ? time.named_last() > day : time.named_first() > day;
}

/// The bytes from the first to the last of cause, marker and effect.
ByteSpan whole(const CauseLink& link) {
  return {std::min({link.cause.begin, link.marker.begin, link.effect.begin}),
          std::max({link.cause.end, link.marker.end, link.effect.end})};
}

/// "resolution 2254 (2015)": the year is part of a number.
bool numbers_a_paper(std::string_view text, ByteSpan date) {
  if (date.begin == 0 || text[date.begin - 1] != '(' || date.end >= text.size() || text[date.end] != ')') return false;
  std::size_t at = date.begin - 1;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n')) --at;
  return at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
}

}  // namespace

EventMention EventReader::begin_mention(const Place& place, std::string_view type, ByteSpan span,
                                        ByteSpan clause) const {
  EventMention mention;
  const Document& document = place.annotated.document;
  mention.id = finding_id(document.id, Finding(type, span)).view();
  mention.document = document.id;
  mention.source = place.source;
  mention.sentence = place.number;
  mention.analysis_sentence = place.sentence.analysis;
  mention.group = place.group;
  mention.line = place.line;
  mention.begin = span.begin;
  mention.end = span.end;
  mention.clause = shown_text(clause.in(place.bytes()), longest_clause);
  mention.text = place.text;
  mention.cases = place.cases;
  mention.denied = place.clauses.is_denied(clause);
  const auto first = std::partition_point(place.hits.begin(), place.hits.end(),
                                          [&](const Hit* one) { return one->span.begin < clause.begin; });
  const auto behind =
      std::partition_point(first, place.hits.end(), [&](const Hit* one) { return one->span.begin < clause.end; });
  for (auto hit = first; hit != behind; ++hit) {
    if ((*hit)->span.end > clause.end) continue;
    if (is_actor((*hit)->code()))
      add_once(mention.actors, (*hit)->code());
    else if (is_or_below((*hit)->code(), "domain"))
      add_once(mention.domains, (*hit)->code());
  }
  // "…, launched in 2013": who is named last before the clause. "Since the forum in 2013, …": who is named first behind
  // it.
  auto other = first;
  for (int steps = 0; mention.actors.empty() && other != place.hits.begin() && steps < longest_walk; ++steps)
    if (is_actor((*--other)->code())) add_once(mention.actors, (*other)->code());
  const bool opens = clause.begin == place.sentence.span.begin && clause.end == span.end;
  other = behind;
  for (int steps = 0; opens && mention.actors.empty() && other != place.hits.end() && steps < longest_walk;
       ++steps, ++other)
    if (is_actor((*other)->code())) add_once(mention.actors, (*other)->code());
  return mention;
}

/// The action nearest to a date.
void EventReader::take_nearest_action(const Place& place, ByteSpan clause, ByteSpan date, EventMention& mention) const {
  auto hit = std::partition_point(place.hits.begin(), place.hits.end(),
                                  [&](const Hit* one) { return one->span.begin < clause.begin; });
  std::uint32_t nearest = ~std::uint32_t{0};
  for (; hit != place.hits.end() && (*hit)->span.begin < clause.end; ++hit) {
    if ((*hit)->span.end > clause.end || !is_or_below((*hit)->code(), "action") ||
        distance((*hit)->span, date) >= nearest)
      continue;
    nearest = distance((*hit)->span, date);
    mention.action = (*hit)->code();
  }
}

/// The action that follows the first actor of a phrase at once: "Moscow's strategic turn". One further on may be
/// anybody's.
void EventReader::take_own_action(const Place& place, ByteSpan phrase, EventMention& mention) const {
  auto hit = std::partition_point(place.hits.begin(), place.hits.end(),
                                  [&](const Hit* one) { return one->span.begin < phrase.begin; });
  const Hit* actor = nullptr;
  for (; hit != place.hits.end() && (*hit)->span.end <= phrase.end; ++hit) {
    if (actor == nullptr && is_actor((*hit)->code())) actor = *hit;
    if (actor == nullptr || !is_or_below((*hit)->code(), "action")) continue;
    if ((*hit)->span.begin >= actor->span.end && (*hit)->span.begin <= actor->span.end + at_once)
      mention.action = (*hit)->code();
    return;
  }
}

EventMention EventReader::dated(const Place& place, const DateMention& date) const {
  const ByteSpan clause = place.clauses.around(date.span);
  EventMention mention = begin_mention(place, "date", date.span, clause);
  take_nearest_action(place, clause, date.span, mention);
  mention.projected = place.clauses.is_projected(clause, date.span);
  mention.words = shown_text(date.span.in(place.bytes()), longest_clause);
  mention.time = {date.first, date.last, std::string(to_string(date.precision)), std::string(to_string(date.relation)),
                  std::string(to_string(date.anchor))};
  // What is over is no plan, whatever auxiliary stands beside it: "would end in 1991".
  if (place.today && mention.time.dated()) mention.projected = lies_ahead(mention.time, place.today);
  return mention;
}

/// Joins the events of a cause: the first date in each phrase, else the phrase as an event without a time.
void EventReader::add_link(const Place& place, const CauseLink& link, std::size_t first, std::size_t behind,
                           DocumentEvents& out) const {
  const auto end_of = [&](ByteSpan phrase, bool effect) {
    const auto begin = out.mentions.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = out.mentions.begin() + static_cast<std::ptrdiff_t>(behind);
    const auto date =
        std::partition_point(begin, end, [&](const EventMention& one) { return one.begin < phrase.begin; });
    if (date != end && date->end <= phrase.end && date->time.dated())
      return static_cast<std::uint32_t>(date - out.mentions.begin());
    EventMention mention = begin_mention(place, "cause", whole(link), phrase);
    if (effect) mention.id += 'e';
    take_own_action(place, phrase, mention);
    mention.projected = place.clauses.is_projected(phrase);
    mention.begin = phrase.begin;
    mention.end = phrase.end;
    out.mentions.push_back(std::move(mention));
    return static_cast<std::uint32_t>(out.mentions.size() - 1);
  };
  const std::uint32_t cause = end_of(link.cause, false);
  const std::uint32_t effect = end_of(link.effect, true);
  if (cause == effect) return;
  const bool effect_next = link.effect.begin >= link.marker.end &&
                           (link.cause.begin < link.marker.end || link.effect.begin < link.cause.begin);
  out.links.push_back({cause, effect, shown_text(link.marker.in(place.bytes()), longest_clause), link.negated,
                       place.suppositions->hold(link.marker.begin), !effect_next});
}

/// The cases of which a sentence tells: those that its hits name, and those to whose documents it belongs as a whole.
void EventReader::find_cases(Place& place) const {
  if (options_.case_set == nullptr) {
    for (const Hit* hit : place.hits)
      if (place.cases.size() < most_cases && options_.cases.selects(hit->code())) add_once(place.cases, hit->code());
    return;
  }
  const std::vector<CaseDefinition>& cases = options_.case_set->file().cases;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (!place.passes[i] || place.cases.size() >= most_cases) continue;
    const auto anchors = [&](const Hit* hit) { return options_.case_set->anchored(*hit->kind) == i; };
    if (cases[i].code.empty() || std::any_of(place.hits.begin(), place.hits.end(), anchors))
      add_once(place.cases, std::string(case_prefix) + cases[i].id);
  }
}

void EventReader::read_sentence(Place& place, const DetectorInput& input, AddressSpans& addresses,
                                DocumentEvents& out) {
  dates_.clear();
  find_dates(input, place.sentence, place.today, dates_);
  // A century is an age, no event.
  std::erase_if(dates_, [&](const DateMention& date) {
    return date.precision == DateMention::Precision::century || addresses.hold(date.span) ||
           numbers_a_paper(place.bytes(), date.span);
  });
  causes_.clear();
  if (primary_language(input.document().language) == "en") {
    words_.read(input, place.sentence);
    find_causes(words_, causes_);
  }
  if (dates_.empty() && causes_.empty()) return;
  place.text = std::make_shared<const std::string>(shown_text(place.sentence.span.in(place.bytes()), longest_sentence));
  find_cases(place);
  const std::size_t first = out.mentions.size();
  for (const DateMention& date : dates_) out.mentions.push_back(dated(place, date));
  const std::size_t behind = out.mentions.size();
  if (!causes_.empty()) place.suppositions.emplace(place.bytes(), place.segmentation, place.vocabulary, place.sentence);
  for (const CauseLink& link : causes_) add_link(place, link, first, behind, out);
}

DocumentEvents EventReader::read(const AnnotatedDocument& annotated, const Annotator& annotator) {
  DocumentEvents out;
  const Document& document = annotated.document;
  const QueryParts parts = query_.parts(annotated);
  if (!parts.selected) return out;
  const DetectorInput input{annotated, annotator.segmentation(), annotator.vocabulary()};
  const std::string* told = document.metadata.find(options_.source_field);
  const std::string source = told == nullptr || told->empty() ? document.id : *told;
  const std::optional<Date> today = document_date(document);
  AddressSpans addresses(document.text);
  LineCounter lines(document.text);
  std::vector<bool> passes;  // whether the document may tell of a case
  if (options_.case_set != nullptr)
    for (std::size_t i = 0; i < options_.case_set->file().cases.size(); ++i)
      passes.push_back(options_.case_set->passes(i, document));
  auto hit = annotated.hits.begin();
  for (const Sentence& sentence : input.segmentation.sentences) {
    if (parts.group_of[sentence.region] == QueryParts::none) continue;
    Place place{annotated,
                input.segmentation,
                input.vocabulary,
                sentence,
                {document.text, input.segmentation, input.vocabulary, sentence},
                source,
                today,
                passes,
                lines.line_of(sentence.span.begin),
                static_cast<std::uint32_t>(&sentence - input.segmentation.sentences.data()) + 1,
                parts.group_of[sentence.region]};
    for (; hit != annotated.hits.end() && hit->span.begin < sentence.span.end; ++hit)
      if (hit->span.begin >= sentence.span.begin && hit->url != Flag::yes && query_.selects_hit(annotated, *hit))
        place.hits.push_back(&*hit);
    read_sentence(place, input, addresses, out);
  }
  return out;
}

}  // namespace topos
