// SPDX-License-Identifier: Apache-2.0
#include "report/self_mention.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "cells.hpp"
#include "report/table_view.hpp"
#include "topos/discourse/line_numbers.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t longest_word = 9;
constexpr std::size_t most_group_marks = 4;  ///< more are columns of a heat map
constexpr std::size_t most_group_columns = 16;
constexpr double in_a_thousand = 1000;
constexpr std::array<const char*, SelfMentions::persons> person_names{"we", "I"};
constexpr std::array<const char*, SelfMentions::persons> person_words{"we, us, our, ours and ourselves",
                                                                      "I, me, my, mine and myself"};
constexpr std::array<std::string_view, 5> plural_words{"we", "us", "our", "ours", "ourselves"};
constexpr std::array<std::string_view, 5> singular_words{"i", "me", "my", "mine", "myself"};
/// Behind these a capital I is a number.
constexpr std::array<std::string_view, 24> numbered{
    "War",   "Part",  "Chapter", "Article", "Annex",    "Section",  "Phase",    "Volume",
    "Title", "Stage", "Group",   "Pillar",  "Category", "Schedule", "Appendix", "Table",
    "Class", "Type",  "Act",     "Book",    "Level",    "Tier",     "Round",    "Committee"};

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// 0: we, 1: I, or persons: neither. `before`: the word before it in its sentence. `after`: the byte behind it.
std::size_t person_of(std::string_view word, std::string_view before, char after) {
  word = word.substr(0, std::min(word.find('\''), word.find("\u2019")));  // we've, I'm
  if (word.size() > longest_word || word == "US") return SelfMentions::persons;
  std::string small(word);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (holds(plural_words, small)) return 0;
  if (!holds(singular_words, small) || word == "i") return SelfMentions::persons;
  const bool number = word == "I" && (holds(numbered, before) || after == ')' || after == '.');
  return number ? SelfMentions::persons : 1;
}

std::string thing_of(std::size_t person) { return std::string("self-mention ") + person_names[person]; }

}  // namespace

SelfMentions self_mentions(const AnnotatedDocument& annotated, const Segmentation& cut, const QueryParts& parts,
                           std::span<const ByteSpan> quotes) {
  const Document& document = annotated.document;
  SelfMentions found;
  found.list.columns = {{"document"},     {"sentence", true}, {"analysis_sentence", true},
                        {"line", true},   {"begin", true},    {"end", true},
                        {"person"},       {"quoted", true},   {"text"},
                        {"sentence_text"}};
  if (primary_language(document.language) != "en") return found;
  const LineNumbers lines(document.text);
  for (std::size_t number = 0; number < cut.sentences.size(); ++number) {
    const Sentence& sentence = cut.sentences[number];
    if (parts.group_of[sentence.region] == QueryParts::none) continue;
    found.words += sentence.words;
    std::string_view before;
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const ByteSpan span{cut.tokens[at].begin, cut.tokens[at].end};
      const std::string_view word = span.in(document.text);
      const std::size_t person =
          person_of(word, before, span.end < document.text.size() ? document.text[span.end] : '\0');
      before = word;
      if (person == SelfMentions::persons) continue;
      const bool quoted = std::any_of(quotes.begin(), quotes.end(), [&](const ByteSpan& one) {
        return one.begin <= span.begin && span.end <= one.end;
      });
      ++found.n[person];
      found.quoted[person] += quoted ? 1U : 0U;
      std::vector<Cell> cells{document.id};
      add_counts(cells, {number + 1, sentence.analysis, lines.of(span.begin), span.begin, span.end});
      cells.emplace_back(std::string(person_names[person]));
      add_counts(cells, {quoted ? 1U : 0U});
      cells.insert(cells.end(), {Cell(shown_text(word)), Cell(shown_text(sentence.span.in(document.text)))});
      found.list.rows.push_back(std::move(cells));
    }
  }
  return found;
}

SelfMentionBlocks::SelfMentionBlocks(const ReportContext& context, std::vector<std::string> by)
    : context_(context), by_(std::move(by)),
      sentences_(context, "self-mention", {"sentence_text", "text", {"quoted"}, {}}) {}

void SelfMentionBlocks::add(const GroupKey& group, const std::string& document, const std::string& cluster,
                            const SelfMentions& one) {
  if (one.words == 0) return;
  Group& of = groups_[group];
  for (std::size_t person = 0; person < SelfMentions::persons; ++person) {
    of.shares[person].add(document, cluster, one.n[person], one.words);
    of.quoted[person] += one.quoted[person];
  }
  sentences_.add(one.list, [](const TableView& view, std::size_t row) {
    return std::vector<std::string>{thing_of(view.text(row, "person") == person_names[0] ? 0 : 1)};
  });
}

Estimate SelfMentionBlocks::rate(const GroupKey& key, const Shares& share) const {
  Estimate one = share.estimate(context_.choices.resampling, group_stream(key));
  for (double* value : {&one.value, &one.lower, &one.upper}) *value *= in_a_thousand;
  return one;
}

void SelfMentionBlocks::write(ReportSection& out) {
  if (!sentences_.found()) return;
  write_statements(out);
  if (groups_.size() <= most_group_columns) out.blocks.emplace_back(figure());
  out.blocks.emplace_back(table());
  sentences_.write(out, {thing_of(0), thing_of(1)}, "words of the first person", "word");
}

void SelfMentionBlocks::write_statements(ReportSection& out) const {
  std::size_t told = 0;
  for (const auto& [key, group] : groups_) {
    const Shares& we = group.shares[0];
    if (we.part() < rare || told++ == most_told_groups) continue;
    const Estimate of = rate(key, we);
    const std::string in = key.empty() ? "" : "In " + texts_of(by_, key) + " ";
    std::string text = in + in_words(of, 2) + " of 1000 words are " + person_words[0] + ", " +
                       std::to_string(we.part()) + " in " + counted(we.documents(), "document");
    if (group.quoted[0] > 0) text += ", " + std::to_string(group.quoted[0]) + " of them in quotation marks";
    if (std::isnan(of.lower)) text += ", which describes these documents and nothing beyond them";
    out.blocks.emplace_back(Statement{text + '.', evidence_id(thing_of(0))});
  }
}

Figure SelfMentionBlocks::figure() const {
  DotPlot chart;
  chart.axis = "in 1000 words";
  for (const auto& [key, group] : groups_) chart.series.push_back(group_label(key));
  for (std::size_t person = 0; person < SelfMentions::persons; ++person) {
    chart.rows.push_back({{person_words[person], thing_of(person)}, {}});
    for (const auto& [key, group] : groups_) chart.rows.back().marks.push_back(rate(key, group.shares[person]));
  }
  const bool heat = groups_.size() > most_group_marks;
  Figure figure{"self-mention",
                "How often texts say we and I",
                std::string("In 1000 words that count, quotations among them. English alone.") +
                    (heat ? "" : " Lines: 95 % intervals, where a group has five documents or more."),
                "Rates of words of the first person. The table has the numbers.",
                "self-mention-rates",
                {}};
  if (heat)
    figure.chart = heat_of(chart);
  else
    figure.chart = std::move(chart);
  return figure;
}

ReportTable SelfMentionBlocks::table() const {
  Table table{columns_by({{"person"}}, by_,
                         {{"n", true},
                          {"quoted", true},
                          {"words", true},
                          {"per_1000_words", true},
                          {"lower", true},
                          {"upper", true},
                          {"documents", true}}),
              {}};
  for (std::size_t person = 0; person < SelfMentions::persons; ++person)
    for (const auto& [key, group] : groups_) {
      const Shares& share = group.shares[person];
      const Estimate of = rate(key, share);
      std::vector<Cell> cells{std::string(person_names[person])};
      add_group(cells, key);
      add_counts(cells, {share.part(), group.quoted[person], share.whole()});
      cells.insert(cells.end(), {Cell(of.value), Cell(of.lower), Cell(of.upper)});
      add_counts(cells, {share.documents()});
      table.rows.push_back(std::move(cells));
    }
  return {
      "self-mention-rates",
      "Words of the first person",
      std::move(table),
      {},
      "we: we, us, our, ours, ourselves, also where they take readers or mankind in; I: I, me, my, mine, myself, not "
      "the numeral. quoted: inside quotation marks, where another may speak."};
}

}  // namespace topos::cli
