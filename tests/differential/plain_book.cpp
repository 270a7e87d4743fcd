// SPDX-License-Identifier: Apache-2.0
#include "plain_book.hpp"

#include <algorithm>
#include <map>

#include "topos/matching/walk.hpp"

namespace topos::test {
namespace {

bool overlap(const Match& a, const Match& b) { return a.units.begin < b.units.end && b.units.begin < a.units.end; }

bool inside(const Match& a, const Match& b) {
  return b.units.begin <= a.units.begin && a.units.end <= b.units.end && !(a.units == b.units);
}

class Evaluation final : public WalkSource {
 public:
  Evaluation(const CompiledBook& book, const Document& document, const Segmentation& text, const Vocabulary& vocabulary)
      : book_(book), document_(document), text_(text), vocabulary_(vocabulary), hits_(book.codes().size()) {}

  std::vector<Match> run() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> items;
    for (const CodeStep& step : book_.steps()) items[step.item].push_back(step.code);
    for (const auto& [number, item] : items) {
      for (const std::uint32_t code : item) evaluate(code);
      if (item.size() > 1) resolve(item);
    }
    std::vector<Match> all;
    for (std::size_t code = 0; code < hits_.size(); ++code)
      if (book_.codes()[code].wanted) all.insert(all.end(), hits_[code].begin(), hits_[code].end());
    return all;
  }

  [[nodiscard]] bool holds(TypeId type, ElementId element) const override {
    std::vector<ElementId> elements;
    book_.elements().decide(vocabulary_[type], elements);
    return std::find(elements.begin(), elements.end(), element) != elements.end();
  }

  void reference_ends(std::uint32_t reference, std::uint32_t at, std::vector<std::uint32_t>& out) override {
    for (const Match& hit : hits_of(reference))
      if (hit.units.begin == at) out.push_back(hit.units.end);
  }

 private:
  std::vector<Match> hits_of(std::uint32_t reference) const {
    std::vector<Match> all;
    for (const std::uint32_t code : book_.references()[reference])
      all.insert(all.end(), hits_[code].begin(), hits_[code].end());
    return all;
  }

  std::vector<Match> matches(std::uint32_t search) {
    const Search& what = book_.searches()[search];
    std::vector<Match> all;
    for (std::uint32_t number = 0; number < text_.sentences.size(); ++number) {
      const Sentence& sentence = text_.sentences[number];
      const auto name = static_cast<std::size_t>(document_.regions[sentence.region].name);
      if (what.pattern != nullptr && what.pattern->regions && !(*what.pattern->regions)[name]) continue;
      for (std::uint32_t at = sentence.units.begin; at < sentence.units.end; ++at) {
        const auto end = walker_.longest(book_, what.automaton, document_.text, text_.units(), sentence, at, *this);
        if (end && *end > at) all.push_back({search, number, {at, *end}});
      }
    }
    return all;
  }

  bool in_scope(const CompiledEntry& entry, const Match& match, const Match& other) const {
    const auto region = [&](const Match& one) { return text_.sentences[one.sentence].region; };
    const std::uint32_t apart = std::max(match.sentence, other.sentence) - std::min(match.sentence, other.sentence);
    if (overlap(match, other)) return false;
    if (entry.scope == Guard::Scope::document) return true;
    if (entry.scope == Guard::Scope::paragraph) return region(match) == region(other);
    if (entry.scope == Guard::Scope::sentences) return apart <= entry.distance;
    if (apart != 0) return false;
    if (entry.scope == Guard::Scope::sentence) return true;
    std::uint32_t words = 0;
    for (std::uint32_t at = std::min(match.units.end, other.units.end);
         at < std::max(match.units.begin, other.units.begin); ++at)
      if (text_.units()[at].kind == TokenKind::word) ++words;
    return words <= entry.distance;
  }

  bool near(const CompiledEntry& entry, const Match& match) {
    std::vector<Match> all;
    for (const CompiledTarget& target : entry.targets) {
      const std::vector<Match> own = target.kind == CompiledTarget::Kind::itself ? accepted_ : hits_of(target.value);
      all.insert(all.end(), own.begin(), own.end());
    }
    for (const std::uint32_t phrase : entry.phrases) {
      const std::vector<Match> own = matches(phrase);
      all.insert(all.end(), own.begin(), own.end());
    }
    return std::any_of(all.begin(), all.end(), [&](const Match& other) { return in_scope(entry, match, other); });
  }

  bool beside(const CompiledEntry& entry, const Match& match, bool left) const {
    std::vector<TypeId> words;
    const TokenRange sentence = text_.sentences[match.sentence].units;
    for (std::uint32_t at = left ? sentence.begin : match.units.end; at < (left ? match.units.begin : sentence.end);
         ++at)
      if (text_.units()[at].kind == TokenKind::word) words.push_back(text_.units()[at].type);
    return std::any_of(entry.targets.begin(), entry.targets.end(), [&](const CompiledTarget& target) {
      const std::size_t size = target.words.size();
      if (size > words.size()) return false;
      for (std::size_t i = 0; i < size; ++i)
        if (!holds(words[left ? words.size() - size + i : i], target.words[i])) return false;
      return true;
    });
  }

  bool holds_guard(const CompiledGuard& guard, const Match& match) {
    using Kind = Guard::Kind;
    const bool is_near = guard.kind == Kind::near || guard.kind == Kind::not_near;
    const bool left = guard.kind == Kind::left || guard.kind == Kind::not_left;
    const bool positive = guard.kind == Kind::near || guard.kind == Kind::left || guard.kind == Kind::right;
    bool one = false;
    for (const CompiledEntry& entry : guard.entries)
      one = one || (is_near ? near(entry, match) : beside(entry, match, left));
    return one == positive;
  }

  void accept(std::uint32_t search, const std::vector<Match>& masks) {
    for (const Match& match : matches(search)) {
      bool good = std::none_of(masks.begin(), masks.end(), [&](const Match& mask) { return overlap(mask, match); });
      for (const CompiledGuard& guard : book_.searches()[search].guards) good = good && holds_guard(guard, match);
      if (good) accepted_.push_back(match);
    }
  }

  void evaluate(std::uint32_t number) {
    const CompiledCode& code = book_.codes()[number];
    accepted_.clear();
    std::vector<Match> masks;
    for (const std::uint32_t mask : code.masks) {
      const std::vector<Match> own = matches(mask);
      masks.insert(masks.end(), own.begin(), own.end());
    }
    for (const std::uint32_t search : code.patterns) accept(search, masks);
    for (const std::uint32_t search : code.self_referring) accept(search, masks);
    std::sort(accepted_.begin(), accepted_.end(), [](const Match& a, const Match& b) {
      if (a.units.begin != b.units.begin) return a.units.begin < b.units.begin;
      if (a.units.end != b.units.end) return a.units.end > b.units.end;
      return a.search < b.search;
    });
    for (const Match& match : accepted_)
      if (hits_[number].empty() || match.units.begin >= hits_[number].back().units.end) hits_[number].push_back(match);
  }

  void resolve(const std::vector<std::uint32_t>& members) {
    const std::vector<std::vector<Match>> before = hits_;
    const auto beats = [&](std::uint32_t code, std::uint32_t other, const Match& loser, const Match& winner) {
      if (inside(loser, winner)) return true;
      return loser.units == winner.units && book_.codes()[other].code->priority > book_.codes()[code].code->priority;
    };
    for (const std::uint32_t code : members)
      std::erase_if(hits_[code], [&](const Match& loser) {
        return std::any_of(members.begin(), members.end(), [&](std::uint32_t other) {
          return std::any_of(before[other].begin(), before[other].end(),
                             [&](const Match& winner) { return beats(code, other, loser, winner); });
        });
      });
  }

  const CompiledBook& book_;
  const Document& document_;
  const Segmentation& text_;
  const Vocabulary& vocabulary_;
  Walker walker_;
  std::vector<std::vector<Match>> hits_;
  std::vector<Match> accepted_;
};

}  // namespace

std::vector<Match> plainly_evaluate(const CompiledBook& book, const Document& document,
                                    const Segmentation& segmentation, const Vocabulary& vocabulary) {
  return Evaluation(book, document, segmentation, vocabulary).run();
}

}  // namespace topos::test
