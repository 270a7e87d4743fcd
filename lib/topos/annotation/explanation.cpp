// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/explanation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "topos/annotation/negation.hpp"
#include "topos/codebook/guard_reader.hpp"
#include "topos/matching/matcher.hpp"
#include "topos/matching/type_table.hpp"
#include "topos/matching/walk.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

using Outcome = ExplainedMatch::Outcome;

/// What a walk asks for when it is done again to see how far it comes.
class Retracing final : public WalkSource {
 public:
  Retracing(const CompiledBook& book, const TypeTable& types) : book_(book), types_(types) {}
  void add_hit(std::uint32_t code, TokenRange units) { hits_.insert({code, units.begin, units.end}); }

  [[nodiscard]] bool holds(TypeId type, ElementId element) const override { return types_.holds(type, element); }
  void reference_ends(std::uint32_t reference, std::uint32_t at, std::vector<std::uint32_t>& out) override {
    for (const std::uint32_t code : book_.references()[reference])
      for (auto hit = hits_.lower_bound({code, at, 0});
           hit != hits_.end() && std::get<0>(*hit) == code && std::get<1>(*hit) == at; ++hit)
        out.push_back(std::get<2>(*hit));
  }

 private:
  const CompiledBook& book_;
  const TypeTable& types_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> hits_;
};

std::string classes_of(const Type& type) {
  std::string text;
  for (const auto& [holds, name] : {std::pair{type.number, "#NUM"}, std::pair{type.year, "#YEAR"},
                                    std::pair{type.capitalized, "#CAP"}, std::pair{type.acronym, "#ACRO"}})
    if (holds) text += (text.empty() ? "" : " ") + std::string(name);
  return text;
}

}  // namespace

Document sentence_document(std::string text, std::string language) {
  Document document;
  document.id = "text";
  document.language = std::move(language);
  document.text = std::move(text);
  const std::size_t begin = document.text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return document;
  const std::size_t end = document.text.find_last_not_of(" \t\r\n") + 1;
  Region region;
  region.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  document.regions.push_back(region);
  return document;
}

std::string_view to_string(Outcome outcome) noexcept {
  constexpr std::array<std::string_view, 6> names{"hit", "withheld", "masked", "guard", "overlapped", "group"};
  return names[static_cast<std::size_t>(outcome)];
}

std::string guard_text(const Guard& guard) {
  std::string text(guard_keys[static_cast<std::size_t>(guard.kind)]);
  text += " = [";
  for (std::size_t i = 0; i < guard.entries.size(); ++i)
    text += (i == 0 ? "'" : ", '") + guard.entries[i].source + '\'';
  return text + ']';
}

struct Explainer::Impl {
  Impl(const Codebook& codebook, const std::string& tag)
      : book(codebook, primary_language(tag), {}), segmenter(tag), matcher(book), negation(primary_language(tag)),
        types(book.elements()) {
    for (std::uint32_t number = 0; number < book.searches().size(); ++number) {
      const Search& search = book.searches()[number];
      if (search.role != Search::Role::pattern) continue;
      if (book.facts(number).begins_elsewhere) anywhere.push_back(number);
      for (const std::uint32_t first : search.automaton.first)
        if (search.automaton.places[first].kind == Place::Kind::words)
          starts[search.automaton.places[first].value].push_back(number);
    }
  }

  CompiledBook book;
  Segmenter segmenter;
  Matcher matcher;
  NegationCues negation;
  TypeTable types;
  std::vector<std::uint32_t> anywhere;                     ///< patterns that may begin with a hit or at any token
  std::map<ElementId, std::vector<std::uint32_t>> starts;  ///< those that may begin with a word of an element set
  Segmentation segmentation;
  std::vector<Match> hits;
  std::vector<Verdict> trace;

  [[nodiscard]] const std::vector<Token>& units() const { return segmentation.units(); }
  [[nodiscard]] ByteSpan bytes(TokenRange range) const {
    return {units()[range.begin].begin, units()[range.end - 1].end};
  }
  [[nodiscard]] const Code* code_of(std::uint32_t search) const {
    return book.codes()[book.searches()[search].code].code;
  }

  void add_tokens(Explanation& out) const {
    for (std::uint32_t number = 0; number < segmentation.sentences.size(); ++number) {
      const TokenRange range = segmentation.sentences[number].units;
      for (std::uint32_t at = range.begin; at < range.end; ++at) {
        const Token& unit = units()[at];
        const Type& type = segmenter.vocabulary()[unit.type];
        out.tokens.push_back({{unit.begin, unit.end},
                              number + 1,
                              unit.kind,
                              unit.passable,
                              std::string(type.folded),
                              std::string(type.cased),
                              classes_of(type)});
      }
    }
  }

  [[nodiscard]] ExplainedMatch explained(const Document& document, const Verdict& verdict) {
    constexpr std::array outcomes{Outcome::hit, Outcome::masked, Outcome::guard, Outcome::overlapped, Outcome::group};
    const Match& match = verdict.match;
    ExplainedMatch out;
    out.code = code_of(match.search);
    out.pattern = book.searches()[match.search].pattern;
    out.span = bytes(match.units);
    out.outcome = outcomes[static_cast<std::size_t>(verdict.outcome)];
    if (out.outcome == Outcome::guard) {
      out.guard = &out.pattern->guards[verdict.by];
    } else if (out.outcome == Outcome::hit) {
      const bool drops = out.pattern->negation == Negation::drop && negation.known();
      if (drops && negation.look(document, segmentation, segmenter.vocabulary())
                       .negated(segmentation.sentences[match.sentence], match.units))
        out.outcome = Outcome::withheld;
    } else {
      out.by_code = code_of(verdict.by);
      out.by_pattern = book.searches()[verdict.by].pattern;
      out.by_span = bytes(verdict.by_units);
    }
    return out;
  }

  void add_matches(const Document& document, const CodeSelection& codes, Explanation& out) {
    std::vector<std::pair<std::uint32_t, ExplainedMatch>> found;
    for (const Verdict& verdict : trace)
      if (codes.selects(code_of(verdict.match.search)->id))
        found.emplace_back(verdict.match.search, explained(document, verdict));
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
      if (a.second.span.begin != b.second.span.begin) return a.second.span.begin < b.second.span.begin;
      if (a.second.span.end != b.second.span.end) return a.second.span.end > b.second.span.end;
      return std::tie(a.second.code->id, a.first) < std::tie(b.second.code->id, b.first);
    });
    for (auto& [search, match] : found) out.matches.push_back(match);
  }

  void add_begun(const Document& document, const CodeSelection& codes, Explanation& out) {
    types.learn(segmenter.vocabulary());
    Retracing source(book, types);
    std::set<std::pair<std::uint32_t, std::uint32_t>> ended;
    for (const Verdict& verdict : trace) {
      ended.insert({verdict.match.search, verdict.match.units.begin});
      if (verdict.outcome == Verdict::Outcome::hit)
        source.add_hit(book.searches()[verdict.match.search].code, verdict.match.units);
    }
    Walker walker;
    for (const Sentence& sentence : segmentation.sentences) {
      for (std::uint32_t at = sentence.units.begin; at < sentence.units.end; ++at) {
        std::set<std::uint32_t> searches(anywhere.begin(), anywhere.end());
        if (units()[at].kind == TokenKind::word) {
          for (const ElementId element : types.elements(types.class_of(units()[at].type)))
            if (const auto known = starts.find(element); known != starts.end())
              searches.insert(known->second.begin(), known->second.end());
        }
        for (const std::uint32_t number : searches) {
          const Search& search = book.searches()[number];
          if (ended.contains({number, at}) || !codes.selects(code_of(number)->id)) continue;
          if (walker.longest(book, search.automaton, document.text, units(), sentence, at, source)) continue;
          const std::uint32_t behind = walker.reached();
          if (behind <= at) continue;
          const std::string_view next = behind < sentence.units.end
                                            ? ByteSpan{units()[behind].begin, units()[behind].end}.in(document.text)
                                            : std::string_view();
          out.begun.push_back({code_of(number), search.pattern, bytes({at, behind}), next});
        }
      }
    }
  }
};

Explainer::Explainer(const Codebook& book, const std::string& language)
    : impl_(std::make_unique<Impl>(book, language)) {}
Explainer::Explainer(Explainer&&) noexcept = default;
Explainer::~Explainer() = default;

Explanation Explainer::explain(const Document& document, const CodeSelection& codes, bool begun) {
  Impl& own = *impl_;
  own.segmenter.segment(document, default_analysis(), own.segmentation);
  own.trace.clear();
  own.matcher.match(document, own.segmentation, own.segmenter.vocabulary(), own.hits, &own.trace);
  Explanation out;
  own.add_tokens(out);
  own.add_matches(document, codes, out);
  if (begun) own.add_begun(document, codes, out);
  return out;
}

}  // namespace topos
