// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "cells.hpp"
#include "discourse/citation_tables.hpp"
#include "report/section.hpp"
#include "report/sentence_list.hpp"
#include "report/shares.hpp"
#include "topos/discourse/citation_reader.hpp"
#include "topos/text/language.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_speakers = 12;  ///< that are drawn
constexpr std::size_t most_nodes = 25;     ///< of the graph
constexpr std::size_t most_ties = 24;
constexpr double least_tie = 2;  ///< sentences: one may be a false one
constexpr const char* uncited = "sentences without a source";

struct KeptCitations {
  DocumentCitations sections;
  DocumentCitations voices;
  DocumentCitations lint;
  DocumentCitations uncited;
  std::string cluster;
  std::string language;  ///< primary subtag
};

/// What texts cite, who speaks in them, and what they say without a source.
class IntertextualitySection final : public SectionKeeping<KeptCitations> {
 public:
  explicit IntertextualitySection(const ReportContext& context)
      : context_(context),
        by_(context.document_fields().empty() ? std::vector<std::string>{"document"} : context.document_fields()),
        query_(context.query_by(by_)), read_sections_(query_, CitationView::sections),
        read_voices_(query_, CitationView::voices), read_lint_(query_, CitationView::lint),
        read_uncited_(query_, CitationView::uncited), sections_(CitationView::sections, by_),
        voices_(CitationView::voices, by_), lint_(CitationView::lint, by_),
        uncited_(context, "uncited", {"sentence_text", {}, {"signs", "paragraph_cited"}, {}}) {}

 private:
  KeptCitations look(const DocumentSight& sight) override {
    const AnnotatedDocument& annotated = sight.annotated;
    return {read_sections_.read(annotated, sight.annotator),
            read_voices_.read(annotated, sight.annotator),
            read_lint_.read(annotated, sight.annotator),
            read_uncited_.read(annotated, sight.annotator),
            context_.choices.resampling.cluster_of(annotated.document),
            primary_language(annotated.document.language)};
  }

  void add(KeptCitations one, const DocumentTally&, bool twin) override {
    sections_.add(one.sections, twin);
    voices_.add(one.voices, twin);
    lint_.add(one.lint, twin);
    CitationTables list(CitationView::uncited, by_);
    list.add(one.uncited, false);
    uncited_.add(list.table(), [](const TableView&, std::size_t) { return std::vector<std::string>{uncited}; });
    struct Count {
      std::uint64_t cited = 0;
      std::uint64_t sentences = 0;
      std::uint64_t author = 0;
    };
    std::vector<Count> counts(one.sections.groups.size());
    for (const SectionCount& section : one.sections.sections) {
      counts[section.group].cited += section.cited;
      counts[section.group].sentences += section.sentences;
    }
    for (const VoiceCount& voice : one.voices.voices)
      if (voice.voice == "author") counts[voice.group].author += voice.sentences;
    const bool english = one.language == "en";
    if (!english && !counts.empty()) others_than_english_.insert(one.language);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      Group& group = groups_[one.sections.groups[i].values];
      group.cited.add(one.sections.document, one.cluster, counts[i].cited, counts[i].sentences);
      // Where no rule looks for speakers, that none is found says nothing.
      if (english)
        group.others.add(one.sections.document, one.cluster, counts[i].sentences - counts[i].author,
                         counts[i].sentences);
    }
  }

  void write(ReportSection& out) override {
    if (groups_.empty()) {
      out.left_out = "There are no sentences.";
      return;
    }
    if (!others_than_english_.empty()) {
      std::string list;
      for (const std::string& one : others_than_english_)
        list += (list.empty() ? "" : ", ") + (one.empty() ? std::string("an unknown one") : one);
      out.blocks.emplace_back(
          Prose{"Speakers are found in English alone. Of texts in other languages the citations are found, and all "
                "else counts as the author's: " +
                list + "."});
    }
    write_statements(out);
    Table voices = voices_.table();
    add_speakers(out, voices);
    add_graph(out, voices);
    out.blocks.emplace_back(ReportTable{"voices",
                                        "Who speaks",
                                        std::move(voices),
                                        {},
                                        "share: of the sentences of the group; a sentence may have several voices. "
                                        "Cues found by rules."});
    out.blocks.emplace_back(ReportTable{
        "citations",
        "Sentences that cite, by section",
        sections_.table(),
        {},
        "share: of the sentences of the section; section without a name: text outside numbered or titled ones."});
    Table lint = lint_.table();
    if (!lint.rows.empty())
      out.blocks.emplace_back(ReportTable{"references",
                                          "What is amiss with lists of references",
                                          without_words(context_, std::move(lint), {"detail"}),
                                          {},
                                          "problem: see topos-citations(1); orphan: listed and not cited."});
    if (!uncited_.found()) return;
    out.blocks.emplace_back(
        Prose{"Sentences that a reader may want a source for, by numbers, dates, causes, superlatives "
              "or what others are said to say. " +
              uncited_.note()});
    uncited_.write(out, {uncited}, "with a sign of a claim and no citation", "sentence");
  }

  /// Of the groups with most sentences, in their order.
  void write_statements(ReportSection& out) const {
    std::vector<std::pair<const GroupKey*, const Group*>> order;
    for (const auto& [key, group] : groups_)
      if (group.others.whole() > 0) order.emplace_back(&key, &group);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second->others.whole() > b.second->others.whole(); });
    if (order.size() > most_told_groups) order.resize(most_told_groups);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return *a.first < *b.first; });
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto& [key, group] = order[i];
      const ResamplingGroup& resampling = context_.choices.resampling;
      const Estimate others = group->others.estimate(resampling, group_stream(*key));
      const Estimate cited = group->cited.estimate(resampling, group_stream(*key));
      out.blocks.emplace_back(Statement{
          "In " + texts_of(by_, *key) + " " + std::to_string(group->others.part()) + " of " +
              counted(group->others.whole(), "sentence") +
              (group->others.whole() == 1 ? " lays words to a speaker or cites" : " lay words to a speaker or cite") +
              " a work, as rules find it, an author who is named as a speaker "
              "among them: a share of " +
              share_in_words(others, group->others.documents()) + "; " + std::to_string(group->cited.part()) +
              (group->cited.part() == 1 ? " has a citation" : " have a citation") +
              (group->cited.part() > 0 ? ", a share of " + share_text(cited) : std::string()) + ".",
          "table-voices", i == 0});
    }
  }

  /// Speakers who are named, over all groups.
  static void add_speakers(ReportSection& out, const Table& voices) {
    const TableView view(voices);
    std::map<std::string, double> sentences;
    for (std::size_t row = 0; row < view.rows(); ++row) {
      const std::string voice = view.text(row, "voice");
      if (voice == "author" || voice == "vague" || voice == "unknown") continue;
      const std::string speaker = view.text(row, "speaker");
      sentences[speaker.empty() ? voice.substr(voice.find(':') + 1) : speaker] += view.number(row, "sentences");
    }
    const std::vector<std::string> drawn = largest(sentences, most_speakers);
    if (drawn.empty()) return;
    BarChart chart{"sentences", {""}, {}, false};
    for (const std::string& one : drawn) chart.rows.push_back({{one, ""}, {sentences.at(one)}});
    Figure figure{
        "voices",
        !one_has_most(sentences) ? "Who speaks"
                                 : "Of speakers and works, " + drawn.front() +
                                       " stands in most sentences: " + in_words(sentences.at(drawn.front()), 0),
        "The " + counted(drawn.size(), "speaker") +
            " named in most sentences, in all groups together; actors by their codes, others as written. An author "
            "who is named, such as a ministry in its statement, is one of them.",
        "Bars of speakers. The table of voices has the numbers.",
        "voices",
        {}};
    figure.chart = std::move(chart);
    out.blocks.emplace_back(std::move(figure));
  }

  /// Which texts lay words to whom: the strongest ties, where there are several groups of texts.
  void add_graph(ReportSection& out, const Table& voices) const {
    const TableView view(voices);
    std::map<std::pair<std::string, std::string>, double> ties;
    const std::size_t first = view.column("voice") - by_.size();
    for (std::size_t row = 0; row < view.rows(); ++row) {
      const std::string voice = view.text(row, "voice");
      if (voice == "author" || voice == "vague" || voice == "unknown") continue;
      std::vector<std::string> group;
      for (std::size_t i = 0; i < by_.size(); ++i) group.push_back(view.text_at(row, first + i));
      const std::string speaker = view.text(row, "speaker");
      ties[{group_label(group), speaker.empty() ? voice.substr(voice.find(':') + 1) : speaker}] +=
          view.number(row, "sentences");
    }
    std::vector<std::pair<double, std::pair<std::string, std::string>>> order;
    for (const auto& [tie, n] : ties)
      if (n >= least_tie) order.emplace_back(-n, tie);
    std::sort(order.begin(), order.end());
    NetworkChart chart{"sentences", {}, {}, {}};
    std::map<std::pair<bool, std::string>, std::size_t> numbers;
    const auto node = [&](bool text, const std::string& name) {
      const auto [place, is_new] = numbers.try_emplace({text, name}, chart.nodes.size());
      if (is_new) chart.nodes.push_back({name, ""});
      return place->second;
    };
    std::set<std::string> texts;
    for (const auto& [n, tie] : order) {
      const std::size_t more =
          (numbers.count({true, tie.first}) == 0 ? 1U : 0U) + (numbers.count({false, tie.second}) == 0 ? 1U : 0U);
      if (chart.nodes.size() + more > most_nodes || chart.arrows.size() == most_ties) continue;
      const std::size_t from = node(true, tie.first);
      chart.arrows.push_back({from, node(false, tie.second), -n, 0});
      texts.insert(tie.first);
    }
    if (texts.size() < 2) return;
    Figure figure{
        "attributions",
        "Whom texts lay words to: " + counted(chart.arrows.size(), "tie"),
        "An arrow leads from texts to a speaker or work that they lay words to, wider for more sentences. The " +
            std::to_string(chart.arrows.size()) + " ties with most sentences, two or more. Cues found by rules.",
        "Network of " + std::to_string(chart.nodes.size()) +
            " texts, speakers and works. The table of voices has the numbers.",
        "voices",
        {}};
    figure.chart = std::move(chart);
    out.blocks.emplace_back(std::move(figure));
  }

  void write_files(OutputFolder& folder) override { uncited_.write_file(folder); }

  struct Group {
    Shares cited;
    Shares others;  ///< sentences with a speaker or a work
  };
  const ReportContext& context_;
  std::vector<std::string> by_;
  Query query_;
  CitationReader read_sections_;
  CitationReader read_voices_;
  CitationReader read_lint_;
  CitationReader read_uncited_;
  CitationTables sections_;
  CitationTables voices_;
  CitationTables lint_;
  SentenceList uncited_;
  std::map<GroupKey, Group> groups_;
  std::set<std::string> others_than_english_;  ///< languages of the texts
};

}  // namespace

const SectionKind intertextuality_section{"intertextuality", "Voices and citations",
                                          make_section<IntertextualitySection>};

}  // namespace topos::cli
