// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/matcher.hpp"

#include <algorithm>
#include <span>

#include "topos/matching/bundle_search.hpp"
#include "topos/matching/groups.hpp"
#include "topos/matching/guards.hpp"
#include "topos/matching/surroundings.hpp"
#include "topos/matching/type_table.hpp"
#include "topos/matching/walk.hpp"

namespace topos {
namespace {

bool overlap(const Match& a, const Match& b) { return a.units.begin < b.units.end && b.units.begin < a.units.end; }

/// Hits of a reference, merged when first asked for.
struct Merged {
  bool known = false;
  std::vector<Match> hits;
};

/// A hit with what it is sorted by.
struct Ordered {
  std::uint64_t place;  ///< first byte, then longer first
  std::uint32_t rank;   ///< of its code
  Match match;
};

}  // namespace

struct Matcher::Impl final : WalkSource, GuardSource {
  explicit Impl(const CompiledBook& compiled)
      : book(compiled), types(compiled.elements()), automaton(compiled.patterns(), types), around(compiled, types), found(compiled.searches().size()),
        candidate(compiled.codes().size()), hits(compiled.codes().size()), merged(compiled.references().size()) {}

  const CompiledBook& book;
  TypeTable types;
  BundleAutomaton automaton;
  Surroundings around;
  Walker walker;
  const Document* document = nullptr;
  const Segmentation* text = nullptr;
  std::vector<Verdict>* trace = nullptr;
  std::vector<std::vector<Match>> found;  ///< by search: matches of a pattern, or the words that a walked search may begin with
  std::vector<std::uint32_t> touched;     ///< searches with any
  std::vector<char> candidate;            ///< by code: one of its patterns may have a match
  std::vector<std::vector<Match>> hits;   ///< by code: final hits in text order
  std::vector<std::uint32_t> with_hits;   ///< codes with hits
  std::vector<Merged> merged;             ///< by reference
  std::vector<Match> accepted;            ///< of the code at hand
  std::vector<Match> own_hits;            ///< those so far, in text order
  std::vector<Match> walked_masks;        ///< matches of masks of the code at hand that only a walker finds
  std::vector<Match> touching;
  std::vector<Ordered> ordered;

  // WalkSource and GuardSource
  [[nodiscard]] bool holds(TypeId type, ElementId element) const override { return types.holds(type, element); }
  [[nodiscard]] const Segmentation& segmentation() const override { return *text; }
  std::span<const Match> phrases_in(std::uint32_t sentence) override { return around.in_sentence(sentence); }
  std::span<const Match> phrase_everywhere(std::uint32_t search) override { return around.everywhere(search); }

  void reference_ends(std::uint32_t reference, std::uint32_t at, std::vector<std::uint32_t>& out) override {
    const std::span<const Match> all = reference_hits(reference);
    auto one = std::lower_bound(all.begin(), all.end(), at, [](const Match& match, std::uint32_t unit) { return match.units.begin < unit; });
    for (; one != all.end() && one->units.begin == at; ++one)
      if (out.empty() || out.back() != one->units.end) out.push_back(one->units.end);
  }

  /// For self-reference the own id stands for what was accepted so far.
  std::span<const Match> hits_of(const CompiledTarget& target) override {
    if (target.kind == CompiledTarget::Kind::reference) return reference_hits(target.value);
    own_hits = accepted;
    std::sort(own_hits.begin(), own_hits.end(), before);
    return own_hits;
  }

  std::span<const Match> reference_hits(std::uint32_t reference) {
    Merged& list = merged[reference];
    if (!list.known) {
      list.known = true;
      list.hits.clear();
      for (const std::uint32_t code : book.references()[reference]) list.hits.insert(list.hits.end(), hits[code].begin(), hits[code].end());
      std::sort(list.hits.begin(), list.hits.end(), before);
    }
    return list.hits;
  }

  void begin(const Document& one, const Segmentation& its_text, const Vocabulary& vocabulary) {
    document = &one;
    text = &its_text;
    for (const std::uint32_t search : touched) found[search].clear();
    touched.clear();
    for (const std::uint32_t code : with_hits) hits[code].clear();
    with_hits.clear();
    for (Merged& list : merged) list.known = false;
    std::fill(candidate.begin(), candidate.end(), 0);
    types.learn(vocabulary);
    automaton.prepare();
    around.begin(its_text);
  }

  /// Finds the matches of all patterns.
  void find_patterns() {
    for (std::uint32_t number = 0; number < text->sentences.size(); ++number)
      search_bundle(automaton, types, text->units(), text->sentences[number].units, [&](std::uint32_t search, std::uint32_t begin, std::uint32_t end) {
        std::vector<Match>& list = found[search];
        if (!list.empty() && list.back().units.begin == begin) {
          list.back().units.end = end;
          return;
        }
        if (list.empty()) touch(search);
        list.push_back({search, number, {begin, end}});
      });
  }

  void touch(std::uint32_t search) {
    touched.push_back(search);
    if (book.searches()[search].role == Search::Role::pattern) candidate[book.searches()[search].code] = 1;
  }

  /// Adds where a walked search may begin with a hit, a mark or a regex to the words that it may begin with.
  void add_other_starts(std::uint32_t search) {
    const Automaton& what = book.searches()[search].automaton;
    std::vector<Match>& list = found[search];
    const std::size_t known = list.size();
    for (const std::uint32_t first : what.first) {
      const Place& place = what.places[first];
      if (place.kind == Place::Kind::reference) {
        for (const Match& match : reference_hits(place.value)) list.push_back(match);
      } else if (place.kind != Place::Kind::words) {
        for (std::uint32_t number = 0; number < text->sentences.size(); ++number)
          for (std::uint32_t at = text->sentences[number].units.begin; at < text->sentences[number].units.end; ++at) list.push_back({search, number, {at, at + 1}});
      }
    }
    if (list.size() == known) return;
    if (known == 0) touch(search);
    std::sort(list.begin(), list.end(), [](const Match& a, const Match& b) { return a.units.begin < b.units.begin; });
    list.erase(std::unique(list.begin(), list.end(), [](const Match& a, const Match& b) { return a.units.begin == b.units.begin; }), list.end());
  }

  /// Appends the longest match at every start of a walked search, in text order.
  void walk(std::uint32_t search, std::vector<Match>& out) {
    const Search& what = book.searches()[search];
    if (what.begins_elsewhere) add_other_starts(search);
    for (const Match& start : found[search]) {
      const Sentence& sentence = text->sentences[start.sentence];
      if (!runs_in(what, sentence)) continue;
      const auto end = walker.longest(book, what.automaton, document->text, text->units(), sentence, start.units.begin, *this);
      if (end && *end > start.units.begin) out.push_back({search, start.sentence, {start.units.begin, *end}});
    }
  }

  [[nodiscard]] bool runs_in(const Search& what, const Sentence& sentence) const {
    return !what.pattern->regions || (*what.pattern->regions)[static_cast<std::size_t>(document->regions[sentence.region].name)];
  }

  void tell(const Match& match, Verdict::Outcome outcome, std::uint32_t by, TokenRange by_units = {}) {
    if (trace != nullptr) trace->push_back({match, outcome, by, by_units});
  }

  /// Whether a mask of the match's code touches it.
  bool masked(const CompiledCode& code, const Match& match) {
    if (code.masks.empty()) return false;
    touching.clear();
    for (const Match& mask : around.around(match)) {
      const Search& search = book.searches()[mask.search];
      if (search.role == Search::Role::mask && search.code == book.searches()[match.search].code && overlap(mask, match)) touching.push_back(mask);
    }
    for (const Match& mask : walked_masks)
      if (overlap(mask, match)) touching.push_back(mask);
    if (trace != nullptr) {
      std::sort(touching.begin(), touching.end(), [](const Match& a, const Match& b) { return a.search != b.search ? a.search < b.search : before(a, b); });
      for (const Match& mask : touching) tell(match, Verdict::Outcome::masked, mask.search, mask.units);
    }
    return !touching.empty();
  }

  /// Puts a match that no mask touches and whose guards hold into `accepted`.
  void judge(const CompiledCode& code, const Search& search, const Match& match) {
    if (masked(code, match)) return;
    const std::vector<CompiledGuard>& guards = search.guards;
    const auto failed = std::find_if(guards.begin(), guards.end(), [&](const CompiledGuard& guard) { return !guard_holds(guard, match, *this); });
    if (failed == guards.end())
      accepted.push_back(match);
    else
      tell(match, Verdict::Outcome::guard, static_cast<std::uint32_t>(failed - guards.begin()));
  }

  void accept(const CompiledCode& code, std::uint32_t number) {
    const Search& search = book.searches()[number];
    if (search.walked) {
      std::vector<Match> walked;
      walk(number, walked);
      for (const Match& match : walked) judge(code, search, match);
    } else {
      for (const Match& match : found[number])
        if (runs_in(search, text->sentences[match.sentence])) judge(code, search, match);
    }
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
    if (candidate[number] == 0 && !code.begins_elsewhere) return;
    walked_masks.clear();
    accepted.clear();
    for (const std::uint32_t mask : code.masks)
      if (book.searches()[mask].walked) walk(mask, walked_masks);
    for (const std::uint32_t search : code.patterns) accept(code, search);
    for (const std::uint32_t search : code.self_referring) accept(code, search);
    select(number);
  }

  void emit(std::vector<Match>& out) {
    out.clear();
    ordered.clear();
    const std::vector<Token>& units = text->units();
    for (const std::uint32_t code : with_hits) {
      const CompiledCode& what = book.codes()[code];
      for (const Match& match : hits[code]) {
        tell(match, Verdict::Outcome::hit, 0);
        if (!what.wanted) continue;
        const ByteSpan span = span_of(match, units);
        ordered.push_back({(std::uint64_t{span.begin} << 32) | ~span.end, what.rank, match});
      }
    }
    std::sort(ordered.begin(), ordered.end(), [](const Ordered& a, const Ordered& b) { return a.place != b.place ? a.place < b.place : a.rank < b.rank; });
    for (const Ordered& one : ordered) out.push_back(one.match);
  }
};

Matcher::Matcher(const CompiledBook& book) : impl_(std::make_unique<Impl>(book)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

void Matcher::match(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary, std::vector<Match>& out,
                    std::vector<Verdict>* trace) {
  Impl& own = *impl_;
  own.trace = trace;
  own.begin(document, segmentation, vocabulary);
  own.find_patterns();
  for (const auto& item : own.book.order()) {
    for (const std::uint32_t code : item) own.evaluate(code);
    if (item.size() > 1)
      resolve_group(own.book, item, own.hits,
                    [&](const Match& dropped, const Match& winner) { own.tell(dropped, Verdict::Outcome::group, winner.search, winner.units); });
  }
  own.emit(out);
}

}  // namespace topos
