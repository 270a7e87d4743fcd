// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>

#include "cells.hpp"
#include "count_table.hpp"
#include "report/section.hpp"
#include "report/sentence_list.hpp"
#include "report/shares.hpp"
#include "report/stance_facts.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_series = 4;    ///< groups with marks of their own
constexpr std::size_t most_columns = 16;  ///< groups in a heat map
constexpr std::size_t most_bars = 12;
constexpr const char* hedge = "stance.hedge";
constexpr const char* booster = "stance.booster";
constexpr const char* families =
    "stance.*,modality.*,legitimation.*,topoi.*,predication.*,perspectivation.*,presupposition.*,metaphor.*,relation.*,"
    "nomination.*,attribution.*,metadiscourse.*";
constexpr const char* agentless = "passives without an agent";

struct KeptStance {
  DocumentTally tally;
  DocumentOrigin origin;
  StanceFacts facts;
  std::string cluster;
};

/// How things are said: how sure, by what right, in what metaphors, with whom left out, in whose words.
class StanceSection final : public SectionKeeping<KeptStance> {
 public:
  explicit StanceSection(const ReportContext& context)
      : context_(context), query_(context.query_by(context.document_fields(), CodeSelection({families}))),
        counting_(choices_of(context)), table_(query_, counting_, context.run.decisions().has_value()),
        passives_(context, "passives", {"sentence_text", "text", {"form", "agent"}, {"verb", "agent", "patient"}}),
        self_(context, query_.options().by) {
    for (std::size_t i = 0; i < context.run.jobs(); ++i) {
      talliers_.emplace_back(query_);
      runs_.emplace_back(query_);
    }
  }

 private:
  static CountChoices choices_of(const ReportContext& context) {
    CountChoices choices;
    choices.inference.interval.kind = "t";
    choices.inference.resampling = context.choices.resampling;
    return choices;
  }

  KeptStance look(const DocumentSight& sight) override {
    const AnnotatedDocument& annotated = sight.annotated;
    QueryRun& run = runs_[sight.worker];
    return {talliers_[sight.worker].tally(annotated, annotated.draft_language),
            counting_.inference.origin_of(annotated, sight.annotator, run),
            stance_facts(annotated, sight.annotator, run), context_.choices.resampling.cluster_of(annotated.document)};
  }

  void add(KeptStance one, const DocumentTally&, bool twin) override {
    if (!one.tally.selected) return;
    std::map<std::uint32_t, std::array<std::uint64_t, 2>> sure;
    for (const DocumentTally::Row& row : one.tally.rows) {
      if (row.kind->code == hedge) sure[row.values][0] += row.n;
      if (row.kind->code == booster) sure[row.values][1] += row.n;
    }
    for (const auto& [values, n] : sure)
      groups_[one.tally.values[values]].hedges.add(one.tally.document, one.cluster, n[0], n[0] + n[1]);
    for (const DocumentTally::Group& part : one.tally.groups) {
      Group& group = groups_[part.values];
      group.agentless.add(one.tally.document, one.cluster, one.facts.agentless, one.facts.passives);
      self_.add(part.values, one.tally.document, one.cluster, one.facts.self);
      for (const auto& [form, found] : one.facts.forms) {
        group.forms[form].n += found.n;
        group.forms[form].agentless += found.agentless;
      }
      for (const auto& [kind, n] : one.facts.quotes) group.quotes[kind] += n;
      for (const auto& [value, n] : one.facts.names) group.names[value] += n;
    }
    passives_.add(one.facts.list, [](const TableView& view, std::size_t row) {
      const bool counts = view.text(row, "form") == "finite" && view.text(row, "agent").empty();
      return counts ? std::vector<std::string>{agentless} : std::vector<std::string>();
    });
    table_.add(one.tally, std::move(one.origin), twin);
  }

  void write(ReportSection& out) override {
    if (!table_.found() && !passives_.found()) {
      out.left_out =
          "Nothing that was looked for says how things are said: codes of stance, modality, legitimation, "
          "metaphor and the like.";
      return;
    }
    std::set<std::string> wanted;
    write_statements(out, wanted);
    if (table_.found()) {
      ReportTable codes{"strategies",
                        "How things are said",
                        table_.table({}),
                        {},
                        "per_1000_words: hits in 1000 words that count. lower, upper: 95 % interval from how documents "
                        "differ; none for fewer than five."};
      const TableView view(codes.table);
      for (const auto& [stem, title] : {std::pair("modality.", "Modality"), std::pair("legitimation.", "Legitimation"),
                                        std::pair("metaphor.", "Metaphors")})
        add_bars(out, view, stem, title);
      codes.shown = {"codebook", "code", "n", "documents", "words", "per_1000_words", "lower", "upper", "flags"};
      for (std::size_t i = 0; i < query_.options().by.size(); ++i)
        codes.shown.push_back(codes.table.columns[view.column("code") + 1 + i].name);
      out.blocks.emplace_back(std::move(codes));
    }
    self_.write(out);
    add_lists(out);
    passives_.write(out, wanted, "finite passives that do not say who acts, as rules find them", "passive");
  }

  void write_statements(ReportSection& out, std::set<std::string>& wanted) const {
    std::size_t written = 0;
    for (const auto& one_group : groups_) {
      if (written++ == most_told_groups) break;
      const GroupKey& key = one_group.first;
      const Group& group = one_group.second;
      const std::string in = key.empty() ? "" : "In " + texts_of(query_.options().by, key) + " ";
      const ResamplingGroup& resampling = context_.choices.resampling;
      const auto share = [&](const Shares& one) {
        return share_in_words(one.estimate(resampling, group_stream(key)), one.documents()) + '.';
      };
      if (group.hedges.whole() >= rare)
        out.blocks.emplace_back(Statement{in + std::to_string(group.hedges.part()) + " of " +
                                              std::to_string(group.hedges.whole()) +
                                              " hits of hedges and boosters, as their patterns find them, are of "
                                              "hedges: a share of " +
                                              share(group.hedges),
                                          evidence_id(group.hedges.part() > 0 ? hedge : booster), written == 1});
      if (group.agentless.whole() < rare) continue;
      if (group.agentless.part() > 0) wanted.insert(agentless);
      out.blocks.emplace_back(Statement{
          in + std::to_string(group.agentless.part()) + " of " + std::to_string(group.agentless.whole()) +
              " finite passives do not say who acts, as rules find them: a share of " + share(group.agentless),
          group.agentless.part() > 0 ? evidence_id(agentless) : "table-passive-shares"});
    }
  }

  /// Rates of the codes of a family, in groups side by side.
  void add_bars(ReportSection& out, const TableView& view, const std::string& stem, const char* title) const {
    std::map<std::string, double> hits;
    std::map<std::vector<std::string>, double> words;
    std::map<std::pair<std::string, std::vector<std::string>>, Estimate> rates;
    const std::size_t code_column = view.column("code");
    for (std::size_t row = 0; row < view.rows(); ++row) {
      std::vector<std::string> group;
      for (std::size_t i = 0; i < query_.options().by.size(); ++i)
        group.push_back(view.text_at(row, code_column + 1 + i));
      words[group] = view.number(row, "words");
      const std::string code = view.text(row, "code");
      if (!code.starts_with(stem)) continue;
      hits[code] += view.number(row, "n");
      rates[{code, group}] = view.estimate(row, "per_1000_words", "lower", "upper");
    }
    if (hits.size() < 2 || words.size() > most_columns) return;
    DotPlot chart;
    chart.axis = "hits in 1000 words";
    for (const auto& [group, n] : words) chart.series.push_back(group_label(group));
    for (const std::string& code : largest(hits, most_bars)) {
      chart.rows.push_back({{code.substr(stem.size()), code}, {}});
      for (const auto& [group, n] : words) {
        const auto found = rates.find({code, group});
        chart.rows.back().marks.push_back(found == rates.end() ? Estimate{0, undefined, undefined} : found->second);
      }
    }
    const std::string first = chart.rows.front().label.code;
    Figure figure{
        stem.substr(0, stem.size() - 1),
        std::string(title) +
            (one_has_most(hits) ? ": " + first + " has most hits, " + in_words(hits.at(first), 0) : std::string()),
        words.size() > most_series
            ? "Hits in 1000 words that count."
            : "Hits in 1000 words that count. Lines: 95 % intervals, where a group has five documents or more.",
        std::string(title) + ": rates of " + counted(chart.rows.size(), "code") + ". The table has the numbers.",
        "strategies",
        {}};
    if (words.size() > most_series)
      figure.chart = heat_of(chart);
    else
      figure.chart = std::move(chart);
    out.blocks.emplace_back(std::move(figure));
  }

  /// What detectors count, and what the war is called.
  void add_lists(ReportSection& out) {
    const std::vector<std::string>& by = query_.options().by;
    Table passives{columns_by({{"form"}}, by, {{"n", true}, {"agentless", true}, {"share", true}}), {}};
    Table quotes{columns_by({{"kind"}}, by, {{"quotations", true}}), {}};
    Table names{columns_by({{"value"}}, by, {{"n", true}}), {}};
    for (const auto& [key, group] : groups_) {
      for (const auto& [form, found] : group.forms) {
        std::vector<Cell> cells{form};
        add_group(cells, key);
        add_counts(cells, {found.n, found.agentless});
        cells.emplace_back(real(found.agentless) / real(found.n));
        passives.rows.push_back(std::move(cells));
      }
      const auto list = [&, &values = key](const std::map<std::string, std::uint64_t>& counts, Table& table) {
        for (const auto& [name, n] : counts) {
          std::vector<Cell> cells{name.empty() ? std::string("unknown") : name};
          add_group(cells, values);
          add_counts(cells, {n});
          table.rows.push_back(std::move(cells));
        }
      };
      list(group.quotes, quotes);
      list(group.names, names);
    }
    if (!passives.rows.empty())
      out.blocks.emplace_back(
          ReportTable{"passive-shares",
                      "Passives and nouns of events, and who acts",
                      std::move(passives),
                      {},
                      "agentless: nobody is said to act. finite: with a form of be; participial: a participle behind "
                      "its noun; nominal: the noun of an event. English alone; cues found by rules. " +
                          passives_.note()});
    if (!quotes.rows.empty())
      out.blocks.emplace_back(
          ReportTable{"quotations",
                      "What is put in quotation marks",
                      std::move(quotes),
                      {},
                      "name: a name or title; attributed, speech: beside a verb of saying; cited: before a citation; "
                      "slogan: up to four words that are the wording of a frame or name a policy; scare: up to four "
                      "words and none of these; passage: more words."});
    if (!names.rows.empty())
      out.blocks.emplace_back(
          ReportTable{"names-of-war", "What the war is called", std::move(names), {}, "Wordings of nomination.war."});
  }

  void write_files(OutputFolder& folder) override {
    passives_.write_file(folder);
    self_.write_file(folder);
  }

  struct Group {
    Shares hedges;
    Shares agentless;
    std::map<std::string, StanceFacts::Form> forms;
    std::map<std::string, std::uint64_t> quotes;  ///< by kind
    std::map<std::string, std::uint64_t> names;
  };
  const ReportContext& context_;
  Query query_;
  CountChoices counting_;
  CountTable table_;
  SentenceList passives_;
  SelfMentionBlocks self_;
  std::deque<Tallier> talliers_;
  std::deque<QueryRun> runs_;
  std::map<GroupKey, Group> groups_;
};

}  // namespace

const SectionKind stance_section{"stance", "Strategies and stance", make_section<StanceSection>};

}  // namespace topos::cli
