// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/matcher.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "topos/matching/at_work.hpp"
#include "topos/matching/bundle_search.hpp"
#include "topos/matching/found_list.hpp"
#include "topos/matching/groups.hpp"
#include "topos/matching/guards.hpp"
#include "topos/matching/hit_lists.hpp"
#include "topos/matching/masks.hpp"
#include "topos/matching/phrases.hpp"
#include "topos/matching/text_order.hpp"
#include "topos/matching/type_table.hpp"
#include "topos/matching/walk.hpp"

namespace topos {
namespace {

/// Of a document with more, scratch space is given back as soon as it can be: what is made of the hits needs room.
constexpr std::size_t many_hits = 1 << 16;

/// Hits of a reference, merged when a document first asks for them; their places, when a guard does.
struct Merged {
  std::uint64_t document = 0;
  std::uint64_t places_of = 0;  ///< the document
  std::vector<Match> hits;
  NearestPlaces places;
};

}  // namespace

struct Matcher::Impl final : WalkSource, GuardSource {
  explicit Impl(const CompiledBook& compiled)
      : book(compiled), types(compiled.elements()), automaton(compiled.patterns(), types),
        bundle_search(automaton, types), masks(compiled, types), phrases(compiled, types), found(compiled),
        hits(compiled.codes().size()), merged(compiled.references().size()) {}

  const CompiledBook& book;
  TypeTable types;
  BundleAutomaton automaton;
  BundleSearch bundle_search;
  Masks masks;
  Phrases phrases;
  Walker walker;
  const Document* document = nullptr;
  const Segmentation* text = nullptr;
  std::vector<Verdict>* trace = nullptr;
  std::uint64_t documents = 0;
  FoundList found;
  HitLists hits;
  std::vector<Merged> merged;       ///< by reference
  std::vector<Match> accepted;      ///< of the code at hand
  NearestPlaces own_places;         ///< of those so far, for self-reference
  std::size_t own_known = 0;        ///< how many of them
  std::vector<Match> later;         ///< matches of its self-referring patterns
  std::vector<Match> walked_masks;  ///< matches of its masks that only a walker finds
  std::vector<Match> starts;
  std::vector<Match> touching;
  TextOrder order;
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::uint32_t left_out = none;  ///< the pattern that is taken not to be there
  bool forgotten = false;         ///< what was found in the last document was given back
  std::optional<AtWork> at_work;
  bool watching = false;  ///< at_work is told what gives way

  // WalkSource and GuardSource
  [[nodiscard]] bool holds(TypeId type, ElementId element) const override { return types.holds(type, element); }
  [[nodiscard]] const Segmentation& segmentation() const override { return *text; }
  std::span<const Match> phrases_in(std::uint32_t sentence) override { return phrases.in_sentence(sentence); }
  const NearestPlaces& phrase_everywhere(std::uint32_t search) override { return phrases.everywhere(search); }

  void reference_ends(std::uint32_t reference, std::uint32_t at, std::vector<std::uint32_t>& out) override {
    const std::span<const Match> all = reference_hits(reference);
    auto one = std::lower_bound(all.begin(), all.end(), at,
                                [](const Match& match, std::uint32_t unit) { return match.units.begin < unit; });
    for (; one != all.end() && one->units.begin == at; ++one)
      if (out.empty() || out.back() != one->units.end) out.push_back(one->units.end);
  }

  /// For self-reference the own id stands for what was accepted so far.
  const NearestPlaces& hits_of(const CompiledTarget& target) override {
    if (target.kind == CompiledTarget::Kind::reference) return reference_places(target.value);
    for (; own_known < accepted.size(); ++own_known) own_places.add(accepted[own_known].units);
    return own_places;
  }

  std::span<const Match> reference_hits(std::uint32_t reference) {
    Merged& list = merged.data()[reference];
    if (list.document != documents) {
      list.document = documents;
      list.hits.clear();
      bool in_order = true;  // those of one code are
      for (const std::uint32_t code : book.references()[reference]) {
        const std::span<const Match> one = hits.of(code);
        if (one.empty()) continue;
        in_order = list.hits.empty();
        list.hits.insert(list.hits.end(), one.begin(), one.end());
      }
      if (!in_order) std::sort(list.hits.begin(), list.hits.end(), before);
    }
    return list.hits;
  }

  const NearestPlaces& reference_places(std::uint32_t reference) {
    const std::span<const Match> hits_of_it = reference_hits(reference);
    Merged& list = merged[reference];
    if (list.places_of != documents) {
      list.places_of = documents;
      list.places.assign(hits_of_it);
    }
    return list.places;
  }

  void begin(const Document& one, const Segmentation& its_text, const Vocabulary& vocabulary) {
    document = &one;
    text = &its_text;
    ++documents;
    found.clear();
    hits.cut(0);
    types.learn(vocabulary);
    automaton.prepare();
    masks.prepare();
    phrases.begin(its_text);
  }

  void find_patterns() {
    const std::vector<Token>& units = text->units();
    for (std::uint32_t number = 0; number < text->sentences.size(); ++number)
      bundle_search.run(units, text->sentences[number].units,
                        [&](std::uint32_t search, std::uint32_t begin, std::uint32_t end) {
                          found.add({search, number, {begin, end}});
                        });
  }

  /// Every start of a search that may begin with a hit, a mark or a regex: those, and the words that it may begin with.
  void gather_starts(std::uint32_t search, std::uint32_t list) {
    starts.clear();
    found.for_each(list, [&](const Match& match) {
      if (match.search == search) starts.push_back(match);
    });
    const Automaton& what = book.searches()[search].automaton;
    for (const std::uint32_t first : what.first) {
      const Place& place = what.places[first];
      if (place.kind == Place::Kind::reference) {
        for (const Match& match : reference_hits(place.value)) starts.push_back(match);
      } else if (place.kind != Place::Kind::words) {
        for (std::uint32_t number = 0; number < text->sentences.size(); ++number)
          for (std::uint32_t at = text->sentences[number].units.begin; at < text->sentences[number].units.end; ++at)
            starts.push_back({search, number, {at, at + 1}});
      }
    }
    std::sort(starts.begin(), starts.end(), before);
    starts.erase(std::unique(starts.begin(), starts.end(),
                             [](const Match& a, const Match& b) { return a.units.begin == b.units.begin; }),
                 starts.end());
  }

  [[nodiscard]] bool runs_at(const SearchFacts& facts, const Match& match) const {
    if (!facts.in_some_regions) return true;
    const Region& region = document->regions[text->sentences[match.sentence].region];
    return (*book.searches()[match.search].pattern->regions)[static_cast<std::size_t>(region.name)];
  }

  /// Whether what a pattern cannot do without is not in the document.
  bool lacks_reference(const SearchFacts& facts) {
    return facts.needs != SearchFacts::none && reference_hits(facts.needs).empty();
  }

  /// Makes the longest match of a walked search of its start; false if there is none.
  bool walk(Match& match) {
    const Automaton& what = book.searches()[match.search].automaton;
    const auto end = walker.longest(book, what, document->text, text->units(), text->sentences[match.sentence],
                                    match.units.begin, *this);
    if (!end || *end <= match.units.begin) return false;
    match.units.end = *end;
    return true;
  }

  void tell(const Match& match, Verdict::Outcome outcome, std::uint32_t by, TokenRange by_units = {}) {
    if (watching && (outcome == Verdict::Outcome::overlapped || outcome == Verdict::Outcome::group))
      at_work->give_way(match, by);
    if (trace != nullptr) trace->push_back({match, outcome, by, by_units});
  }

  /// Whether a mask of the match's code touches it.
  bool masked(std::uint32_t code, const Match& match) {
    const CompiledCode& what = book.codes().data()[code];
    if (trace != nullptr || !walked_masks.empty()) return find_touching(what, match);
    return what.mask_reach > 0 && masks.touch(code, match, *text, nullptr);
  }

  [[gnu::noinline]] bool find_touching(const CompiledCode& code, const Match& match) {
    touching.clear();
    const bool touched = code.mask_reach > 0 && masks.touch(book.facts(match.search).code, match, *text,
                                                            trace != nullptr ? &touching : nullptr);
    for (const Match& mask : walked_masks)
      if (overlap(mask, match)) touching.push_back(mask);
    if (trace != nullptr) {
      std::sort(touching.begin(), touching.end(), [](const Match& a, const Match& b) {
        return a.search != b.search ? a.search < b.search : before(a, b);
      });
      for (const Match& mask : touching) tell(match, Verdict::Outcome::masked, mask.search, mask.units);
    }
    return touched || !touching.empty();
  }

  /// Puts a match that no mask touches and whose guards hold into `accepted`.
  void judge(const SearchFacts& facts, const Match& match) {
    if (masked(facts.code, match)) return;
    if (facts.guarded) {
      const std::vector<CompiledGuard>& guards = book.searches()[match.search].guards;
      const auto failed = std::find_if(guards.begin(), guards.end(),
                                       [&](const CompiledGuard& guard) { return !guard_holds(guard, match, *this); });
      if (failed != guards.end())
        return tell(match, Verdict::Outcome::guard, static_cast<std::uint32_t>(failed - guards.begin()));
    }
    accepted.push_back(match);
  }

  /// Judges a match of a pattern of the code at hand, or puts it off. Of a walked one only the beginning is known.
  void consider(Match match, bool elsewhere = false) {
    if (match.search == left_out) return;
    const SearchFacts& facts = book.facts(match.search);
    if (facts.begins_elsewhere != elsewhere || lacks_reference(facts) || !runs_at(facts, match) ||
        (facts.walked && !facts.is_reference && !walk(match)))
      return;
    if (facts.refers_to_itself)
      later.push_back(match);
    else
      judge(facts, match);
  }

  [[gnu::noinline]] void find_walked_masks(std::uint32_t number, const CompiledCode& code) {
    walked_masks.clear();
    const std::uint32_t list = found.mask_list(number);
    for (const std::uint32_t mask : code.walked_masks) {
      if (lacks_reference(book.facts(mask))) continue;
      gather_starts(mask, list);
      for (const Match& start : starts)
        if (Match match{mask, start.sentence, start.units}; walk(match)) walked_masks.push_back(match);
    }
  }

  void evaluate(std::uint32_t number) {
    const CompiledCode& code = book.codes().data()[number];
    if (!code.walked_masks.empty()) find_walked_masks(number, code);
    const std::uint32_t list = found.pattern_list(number);
    found.for_each(list, [&](const Match& match) {
      if (!book.facts(match.search).plain || match.search == left_out)
        consider(match);
      else if (!masked(number, match))
        accepted.push_back(match);
    });
    if (code.begins_elsewhere) consider_elsewhere(code, list);
    if (!later.empty()) judge_later();
    if (!accepted.empty()) select(number);
    walked_masks.clear();
    own_places.clear();
    own_known = 0;
  }

  [[gnu::noinline]] void judge_later() {
    std::stable_sort(later.begin(), later.end(), [](const Match& a, const Match& b) { return a.search < b.search; });
    for (const Match& match : later) judge(book.facts(match.search), match);
    later.clear();
  }

  [[gnu::noinline]] void consider_elsewhere(const CompiledCode& code, std::uint32_t list) {
    for (const std::vector<std::uint32_t>* patterns : {&code.patterns, &code.self_referring})
      for (const std::uint32_t search : *patterns) {
        const SearchFacts& facts = book.facts(search);
        if (!facts.begins_elsewhere || lacks_reference(facts)) continue;
        gather_starts(search, list);
        for (const Match& match : starts) consider({search, match.sentence, match.units}, true);
      }
  }

  /// Keeps what begins at or after the end of the last one kept.
  void select(std::uint32_t code) {
    Match* const all = accepted.data();
    Match* const end = all + accepted.size();
    const auto comes_before = [](const Match& a, const Match& b) { return stands_before(a, b); };
    if (!std::is_sorted(all, end, comes_before)) std::sort(all, end, comes_before);
    Match* last = all;
    for (const Match* match = all + 1; match != end; ++match)
      if (match->units.begin < last->units.end)
        tell(*match, Verdict::Outcome::overlapped, last->search, last->units);
      else
        *++last = *match;
    hits.add(code, {all, last + 1});
    accepted.clear();
  }

  /// `give_back`: what a giant document's matches took is given back before its hits are made.
  void evaluate_all(bool give_back) {
    const CodeStep* const steps = book.steps().data();
    const bool giant = found.size() > many_hits;
    if (giant) hits.reserve(found.size());
    std::size_t group_begin = 0;  // of the hits
    found.for_each_step([&](std::uint32_t step, bool last_of_item) {
      evaluate(steps[step].code);
      if (!last_of_item) return;
      if (hits.all().size() > group_begin + 1 && !book.codes()[steps[step].code].code->group.empty())
        resolve_group(book, hits, group_begin, [&](const Match& dropped, const Match& winner) {
          tell(dropped, Verdict::Outcome::group, winner.search, winner.units);
        });
      group_begin = hits.all().size();
    });
    forgotten = giant && give_back;
    if (!forgotten) return;
    found.release();
    phrases.release();
    for (Merged& list : merged) list = Merged();
  }

  /// Judges again what was found in the last document.
  void evaluate_again(const Document& one, std::uint32_t without) {
    document = &one;
    trace = nullptr;
    left_out = without;
    ++documents;
    hits.cut(0);
    if (forgotten) {
      phrases.begin(*text);
      find_patterns();
    }
    evaluate_all(false);
    left_out = none;
  }

  [[nodiscard]] std::vector<PatternAtWork> patterns_at_work(const Document& one) {
    if (!at_work) at_work.emplace(book);
    at_work->begin();
    watching = true;
    evaluate_again(one, none);
    watching = false;
    return at_work->patterns(hits.all(), found);
  }

  void emit(std::vector<Match>& out) {
    if (trace != nullptr)
      for (const Match& match : hits.all()) tell(match, Verdict::Outcome::hit, 0);
    order.sort(book, *text, hits, out);
    if (out.size() > many_hits) hits.release();
  }
};

Matcher::Matcher(const CompiledBook& book) : impl_(std::make_unique<Impl>(book)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

void Matcher::match(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary,
                    std::vector<Match>& out, std::vector<Verdict>* trace) {
  Impl& own = *impl_;
  own.trace = trace;
  own.begin(document, segmentation, vocabulary);
  own.find_patterns();
  own.evaluate_all(true);
  own.emit(out);
}

std::vector<PatternAtWork> Matcher::patterns_at_work(const Document& document) {
  return impl_->patterns_at_work(document);
}

void Matcher::match_without(std::uint32_t pattern, const Document& document, std::vector<Match>& out) {
  impl_->evaluate_again(document, pattern);
  impl_->emit(out);
}

}  // namespace topos
