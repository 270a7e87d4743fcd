// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/matcher.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include "topos/matching/guards.hpp"
#include "topos/matching/type_table.hpp"
#include "topos/matching/walk.hpp"

namespace topos {
namespace {

/// A unit that a match of some search may begin with.
struct Start {
  std::uint32_t unit;
  std::uint32_t sentence;
};

bool before(const Match& a, const Match& b) { return a.units.begin != b.units.begin ? a.units.begin < b.units.begin : a.units.end > b.units.end; }

bool overlap(const Match& a, const Match& b) { return a.units.begin < b.units.end && b.units.begin < a.units.end; }

}  // namespace

struct Matcher::Impl final : WalkSource {
  explicit Impl(const CompiledBook& compiled)
      : book(compiled), types(compiled), starts(compiled.searches().size()), hits(compiled.codes().size()), merged(compiled.references().size()),
        phrases(compiled.searches().size()) {}

  const CompiledBook& book;
  TypeTable types;
  Walker walker;
  const Document* document = nullptr;
  const Segmentation* segmentation = nullptr;
  const std::vector<Token>* units = nullptr;
  std::vector<Verdict>* trace = nullptr;
  std::vector<std::vector<Start>> starts;             ///< by search; emptied after each document
  std::vector<std::uint32_t> touched;                 ///< searches with starts
  std::vector<std::vector<Match>> hits;               ///< by code: final hits in text order
  std::vector<std::uint32_t> with_hits;               ///< codes with hits
  std::vector<std::optional<std::vector<Match>>> merged;   ///< by reference, when first asked for
  std::vector<std::optional<std::vector<Match>>> phrases;  ///< by search of a guard's phrase, when first asked for
  std::vector<Match> accepted;                        ///< of the code at hand
  std::vector<Match> masked_by;

  // WalkSource
  [[nodiscard]] bool holds(TypeId type, ElementId element) const override { return types.holds(type, element); }

  void reference_ends(std::uint32_t reference, std::uint32_t at, std::vector<std::uint32_t>& out) override {
    const std::span<const Match> all = reference_hits(reference);
    auto one = std::lower_bound(all.begin(), all.end(), at, [](const Match& match, std::uint32_t unit) { return match.units.begin < unit; });
    for (; one != all.end() && one->units.begin == at; ++one)
      if (out.empty() || out.back() != one->units.end) out.push_back(one->units.end);
  }

  std::span<const Match> reference_hits(std::uint32_t reference) {
    std::optional<std::vector<Match>>& list = merged[reference];
    if (!list) {
      list.emplace();
      for (const std::uint32_t code : book.references()[reference]) list->insert(list->end(), hits[code].begin(), hits[code].end());
      std::sort(list->begin(), list->end(), before);
    }
    return *list;
  }

  std::span<const Match> phrase_hits(std::uint32_t search) {
    std::optional<std::vector<Match>>& list = phrases[search];
    if (!list) {
      list.emplace();
      find(search, *list);
    }
    return *list;
  }

  /// Gathers where each search may begin: one look-up for each token.
  void gather_starts() {
    for (std::uint32_t number = 0; number < segmentation->sentences.size(); ++number) {
      const TokenRange range = segmentation->sentences[number].units;
      for (std::uint32_t at = range.begin; at < range.end; ++at) {
        const Token& unit = (*units)[at];
        if (unit.kind != TokenKind::word) continue;
        for (const std::uint32_t search : types.starts(unit.type)) {
          if (starts[search].empty()) touched.push_back(search);
          starts[search].push_back({at, number});
        }
      }
    }
  }

  /// Starts of a search that may begin with a hit, a mark or a regex, beside those that words gave.
  void add_other_starts(std::uint32_t search) {
    const Automaton& automaton = book.searches()[search].automaton;
    std::vector<Start>& list = starts[search];
    const std::size_t known = list.size();
    for (const std::uint32_t first : automaton.first) {
      const Place& place = automaton.places[first];
      if (place.kind == Place::Kind::reference) {
        for (const Match& match : reference_hits(place.value)) list.push_back({match.units.begin, match.sentence});
      } else if (place.kind != Place::Kind::words) {
        for (std::uint32_t number = 0; number < segmentation->sentences.size(); ++number)
          for (std::uint32_t at = segmentation->sentences[number].units.begin; at < segmentation->sentences[number].units.end; ++at) list.push_back({at, number});
      }
    }
    if (list.size() == known) return;
    if (known == 0) touched.push_back(search);
    std::sort(list.begin(), list.end(), [](const Start& a, const Start& b) { return a.unit < b.unit; });
    list.erase(std::unique(list.begin(), list.end(), [](const Start& a, const Start& b) { return a.unit == b.unit; }), list.end());
  }

  /// Appends the longest match at every start of a search, in text order.
  void find(std::uint32_t search, std::vector<Match>& out) {
    const Search& what = book.searches()[search];
    for (const std::uint32_t first : what.automaton.first)
      if (what.automaton.places[first].kind != Place::Kind::words) {
        add_other_starts(search);
        break;
      }
    for (const Start& start : starts[search]) {
      const Sentence& sentence = segmentation->sentences[start.sentence];
      if (what.pattern != nullptr && what.pattern->regions && !(*what.pattern->regions)[static_cast<std::size_t>(document->regions[sentence.region].name)]) continue;
      const auto end = walker.longest(book, what.automaton, document->text, *units, sentence, start.unit, *this);
      if (end && *end > start.unit) out.push_back({search, start.sentence, {start.unit, *end}});
    }
  }

  void tell(const Match& match, Verdict::Outcome outcome, std::uint32_t by, TokenRange by_units = {}) {
    if (trace != nullptr) trace->push_back({match, outcome, by, by_units});
  }

  void tell_masked(const Match& match) {
    if (trace == nullptr) return;
    for (const Match& mask : masked_by)
      if (overlap(mask, match)) tell(match, Verdict::Outcome::masked, mask.search, mask.units);
  }

  /// Matches of one pattern that no mask touches and whose guards hold, appended to `accepted`.
  void accept(std::uint32_t search) {
    std::vector<Match> found;
    find(search, found);
    const std::vector<CompiledGuard>& guards = book.searches()[search].guards;
    const GuardContext context{*units, segmentation->sentences, [this](TypeId type, ElementId element) { return types.holds(type, element); },
                               [this](const CompiledTarget& target) { return occurrences(target); }};
    for (const Match& match : found) {
      const auto mask = std::find_if(masked_by.begin(), masked_by.end(), [&](const Match& one) { return overlap(one, match); });
      if (mask != masked_by.end()) {
        tell_masked(match);
        continue;
      }
      const auto failed = std::find_if(guards.begin(), guards.end(), [&](const CompiledGuard& guard) { return !guard_holds(guard, match, context); });
      if (failed != guards.end())
        tell(match, Verdict::Outcome::guard, static_cast<std::uint32_t>(failed - guards.begin()));
      else
        accepted.push_back(match);
    }
  }

  std::span<const Match> occurrences(const CompiledTarget& target) {
    switch (target.kind) {
      case CompiledTarget::Kind::itself: return own_so_far();
      case CompiledTarget::Kind::reference: return reference_hits(target.value);
      case CompiledTarget::Kind::phrase: return phrase_hits(target.value);
    }
    return {};
  }

  /// For self-reference the own id stands for what was accepted so far, in text order.
  std::span<const Match> own_so_far() {
    own_ = accepted;
    std::sort(own_.begin(), own_.end(), before);
    return own_;
  }

  /// Leftmost, then longest, then first in the list; each begins at or after the end of the last one kept.
  void select(std::uint32_t code) {
    // Searches are numbered in file order, self-referring patterns among the others.
    std::sort(accepted.begin(), accepted.end(), [](const Match& a, const Match& b) { return a.units == b.units ? a.search < b.search : before(a, b); });
    std::vector<Match>& kept = hits[code];
    for (const Match& match : accepted) {
      if (kept.empty() || match.units.begin >= kept.back().units.end)
        kept.push_back(match);
      else
        tell(match, Verdict::Outcome::overlapped, kept.back().search, kept.back().units);
    }
    if (!kept.empty()) with_hits.push_back(code);
  }

  void evaluate(std::uint32_t number) {
    const CompiledCode& code = book.codes()[number];
    masked_by.clear();
    accepted.clear();
    bool any = false;
    for (const auto* list : {&code.patterns, &code.self_referring})
      for (const std::uint32_t search : *list) any = any || !starts[search].empty() || begins_elsewhere(search);
    if (!any) return;
    for (const std::uint32_t mask : code.masks) find(mask, masked_by);
    for (const std::uint32_t search : code.patterns) accept(search);
    for (const std::uint32_t search : code.self_referring) accept(search);
    select(number);
  }

  [[nodiscard]] bool begins_elsewhere(std::uint32_t search) const {
    const Automaton& automaton = book.searches()[search].automaton;
    return std::any_of(automaton.first.begin(), automaton.first.end(),
                       [&](std::uint32_t first) { return automaton.places[first].kind != Place::Kind::words; });
  }

  /// Drops hits inside strictly longer hits of their exclusive group, and those that a higher priority beats (grammar.md 8).
  void resolve_group(const std::vector<std::uint32_t>& members) {
    struct Member {
      Match match;
      std::uint32_t code;
    };
    std::vector<Member> all;
    for (const std::uint32_t code : members)
      for (const Match& match : hits[code]) all.push_back({match, code});
    if (all.size() < 2) return;
    std::sort(all.begin(), all.end(), [](const Member& a, const Member& b) { return before(a.match, b.match); });
    // In this order a hit that contains another stands before it; the farthest end so far tells whether one does.
    std::map<std::uint32_t, std::vector<Match>> dropped;
    std::size_t widest = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const TokenRange own = all[i].match.units;
      const TokenRange wide = all[widest].match.units;
      if (i != widest && own.end <= wide.end && !(own == wide)) {
        dropped[all[i].code].push_back(all[i].match);
        tell(all[i].match, Verdict::Outcome::group, all[widest].match.search, wide);
      } else if (i == 0 || own.end > wide.end) {
        widest = i;
      }
    }
    for (std::size_t first = 0; first < all.size();) {
      std::size_t end = first + 1;
      while (end < all.size() && all[end].match.units == all[first].match.units) ++end;
      const auto priority = [&](const Member& one) { return book.codes()[one.code].code->priority; };
      const auto best = std::max_element(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(end),
                                         [&](const Member& a, const Member& b) { return priority(a) < priority(b); });
      for (std::size_t i = first; i < end; ++i)
        if (priority(all[i]) < priority(*best)) {
          dropped[all[i].code].push_back(all[i].match);
          tell(all[i].match, Verdict::Outcome::group, best->match.search, best->match.units);
        }
      first = end;
    }
    for (const auto& [code, gone] : dropped)
      std::erase_if(hits[code], [&gone = gone](const Match& one) {
        return std::any_of(gone.begin(), gone.end(), [&](const Match& other) { return other.units == one.units; });
      });
  }

  void forget() {
    for (const std::uint32_t search : touched) starts[search].clear();
    touched.clear();
    for (const std::uint32_t code : with_hits) hits[code].clear();
    with_hits.clear();
    for (auto& list : merged) list.reset();
    for (auto& list : phrases) list.reset();
  }

  void emit(std::vector<Match>& out) {
    out.clear();
    for (const std::uint32_t code : with_hits) {
      for (const Match& match : hits[code]) {
        tell(match, Verdict::Outcome::hit, 0);
        if (book.codes()[code].wanted) out.push_back(match);
      }
    }
    const auto id = [&](const Match& match) -> const std::string& { return book.codes()[book.searches()[match.search].code].code->id; };
    std::sort(out.begin(), out.end(), [&](const Match& a, const Match& b) {
      const ByteSpan one = span_of(a, *units);
      const ByteSpan two = span_of(b, *units);
      if (one.begin != two.begin) return one.begin < two.begin;
      if (one.end != two.end) return one.end > two.end;
      return id(a) < id(b);
    });
  }

 private:
  std::vector<Match> own_;
};

Matcher::Matcher(const CompiledBook& book) : impl_(std::make_unique<Impl>(book)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

void Matcher::match(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary, std::vector<Match>& out,
                    std::vector<Verdict>* trace) {
  Impl& own = *impl_;
  own.document = &document;
  own.segmentation = &segmentation;
  own.units = &segmentation.units();
  own.trace = trace;
  own.forget();
  own.types.learn(vocabulary);
  own.gather_starts();
  for (const auto& item : own.book.order()) {
    for (const std::uint32_t code : item) own.evaluate(code);
    if (item.size() > 1) own.resolve_group(item);
  }
  own.emit(out);
}

}  // namespace topos
