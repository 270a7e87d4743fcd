// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <map>
#include <set>

#include "cells.hpp"
#include "discourse/triad_table.hpp"
#include "report/actor_blocks.hpp"
#include "report/code_rows.hpp"
#include "report/section.hpp"
#include "report/sentence_list.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_drawn = 12;  ///< actors
constexpr std::size_t most_key = 2;
constexpr double many_triads = 10;
constexpr const char* centre = "frame.centrality";

struct KeptActors {
  DocumentTriads triads;
  DocumentPairs pairs;
  DocumentTally holders;
  std::string cluster;
};

/// Who acts on whom, who stands with which frame, and of whom frames speak.
class ActorsSection final : public SectionKeeping<KeptActors> {
 public:
  explicit ActorsSection(const ReportContext& context)
      : context_(context), texts_(context.query_by(context.document_fields())),
        together_(context.query_by({}, CodeSelection(codes_beside(context, "actor.*,-actor.scholar")))),
        by_holder_(context.query_by({"holder"}, CodeSelection(codes_beside(context, {})))),
        reader_(texts_, {}, context.books(), nullptr), actors_(texts_, actor_choices_, nullptr),
        pairs_(texts_, pair_choices_, nullptr),
        sentences_(context, "triads",
                   {"sentence_text", "text", {"source", "verb", "target", "negated", "modality", "rule"}, {"verb"}}),
        stand_together_(false, false, temporary_folder(), std::numeric_limits<std::size_t>::max()) {
    actor_choices_.actors = true;
    pair_choices_.pairs = true;
    if (!context.looks_for("actor."))
      why_not_ = "No code of an actor was looked for: their ids begin with actor.";
    else if (texts_.names_hit())
      why_not_ = "Who acts on whom is asked of texts, and --where speaks of hits.";
    for (std::size_t i = 0; i < context.run.jobs(); ++i) {
      counters_.emplace_back(together_, PairOptions{});
      talliers_.emplace_back(by_holder_);
    }
  }

 private:
  /// The main codes of the books, or else all frames, behind other globs.
  static std::vector<std::string> codes_beside(const ReportContext& context, const std::string& globs) {
    std::vector<std::string> ids;
    if (!globs.empty()) ids.push_back(globs);
    const std::set<std::string> main = main_codes(context.books());
    ids.insert(ids.end(), main.begin(), main.end());
    if (main.empty()) ids.emplace_back("frame.*");
    return ids;
  }

  KeptActors look(const DocumentSight& sight) override {
    if (!why_not_.empty()) return {};
    const AnnotatedDocument& annotated = sight.annotated;
    return {reader_.read(annotated, sight.annotator), counters_[sight.worker].count(annotated, sight.annotator),
            talliers_[sight.worker].tally(annotated, annotated.draft_language),
            context_.choices.resampling.cluster_of(annotated.document)};
  }

  void add(KeptActors one, const DocumentTally&, bool twin) override {
    if (!why_not_.empty()) return;
    stand_together_.add(one.pairs, twin);
    holders_.add(one.holders, twin);
    actors_.add(one.triads, twin);
    pairs_.add(one.triads, twin);
    if (!one.triads.supported) return;
    ++documents_;
    ties_.add(one.triads);
    TriadTable list(texts_, list_choices_, nullptr);
    list.add(one.triads, false);
    sentences_.add(list.table(), [](const TableView& view, std::size_t row) {
      if (view.number(row, "directed") == 0) return std::vector<std::string>();
      return std::vector{triads_of(view.text(row, "source")), triads_of(view.text(row, "target"))};
    });
    add_shares(one);
  }

  void add_shares(const KeptActors& one) {
    struct Count {
      std::uint64_t acts = 0;
      std::uint64_t all = 0;
    };
    std::map<std::pair<std::size_t, std::string>, Count> counts;
    for (const TriadRow& row : one.triads.rows) {
      if (!row.kept || !row.joins_actors() || row.symmetric) continue;
      Count& source = counts[{row.group, row.source}];
      ++source.acts;
      ++source.all;
      ++counts[{row.group, row.target}].all;
    }
    for (const auto& [key, count] : counts)
      shares_[{one.triads.groups[key.first], key.second}].add(one.triads.document, one.cluster, count.acts, count.all);
  }

  void write(ReportSection& out) override {
    out.left_out = why_not_;
    if (why_not_.empty() && documents_ == 0)
      out.left_out = "Who acts on whom is found in English alone, and no text is English.";
    if (!out.left_out.empty()) return;
    const std::set<std::string>& others = actors_.languages_without();
    if (!others.empty()) {
      std::string list;
      for (const std::string& language : others) list += (list.empty() ? "" : ", ") + language;
      out.blocks.emplace_back(
          Prose{"Who acts on whom is found in English alone; texts in other languages are left out: " + list + "."});
    }
    write_triads(out);
    write_frames(out);
  }

  void write_triads(ReportSection& out) {
    if (shares_.empty()) {
      out.blocks.emplace_back(Prose{"No sentence was found in which one actor acts on another."});
      return;
    }
    std::set<std::string> wanted;
    write_statements(out, wanted);
    const std::vector<std::string> drawn = busiest_actors(shares_, most_drawn);
    for (const std::string& actor : drawn) wanted.insert(triads_of(actor));
    out.blocks.emplace_back(activation_figure(shares_, drawn));
    out.blocks.emplace_back(ReportTable{
        "actors",
        "Who acts and who is acted on",
        actors_.table(),
        {},
        "source, target: directed triads of two actors, the target also behind a preposition; activation: source in "
        "their sum. acts, acted_on: whatever is at the other end. " +
            sentences_.note()});
    ReportTable pairs{
        "actor-pairs",
        "Who acts on whom",
        pairs_.table(),
        {},
        "n: triads. class: of the action; empty: none. symmetric: neither side acts more than the other. " +
            sentences_.note()};
    out.blocks.emplace_back(actor_pair_figure(pairs.table, drawn));
    out.blocks.emplace_back(std::move(pairs));
    Table network = actor_network_table(ties_);
    if (Figure figure = actor_network_figure(network); !std::get<NetworkChart>(figure.chart).arrows.empty())
      out.blocks.emplace_back(std::move(figure));
    out.blocks.emplace_back(ReportTable{"actor-network",
                                        "The network of who acts on whom",
                                        std::move(network),
                                        {},
                                        "n: directed triads, in all texts together; cooperation, conflict: of the "
                                        "action's class, turned round where it is denied."});
    sentences_.write(out, wanted, "directed triads of two actors, as found by rules", "triad");
  }

  /// Whether actors act or are acted on: in each group the busiest one, and the most one-sided one of those with triads
  /// enough.
  void write_statements(ReportSection& out, std::set<std::string>& wanted) const {
    std::map<GroupKey, std::map<std::string, double>> groups;
    for (const auto& [key, share] : shares_)
      if (share.whole() >= rare) groups[key.first][key.second] = real(share.whole());
    std::size_t written = 0;
    for (const auto& [group, triads] : groups) {
      if (written++ == most_told_groups) break;
      const std::string busiest = largest(triads, 1).front();
      write_statement(out, wanted, group, busiest, written <= most_key);
      std::map<std::string, double> sides;
      for (const auto& [actor, n] : triads)
        if (n >= many_triads && actor != busiest) {
          const Shares& share = shares_.at({group, actor});
          sides[actor] = std::abs(real(share.part()) / real(share.whole()) - 0.5);
        }
      for (const std::string& actor : largest(sides, 1))
        write_statement(out, wanted, group, actor, written <= most_key);
    }
  }

  void write_statement(ReportSection& out, std::set<std::string>& wanted, const GroupKey& group,
                       const std::string& actor, bool key) const {
    const Shares& share = shares_.at({group, actor});
    wanted.insert(triads_of(actor));
    out.blocks.emplace_back(Statement{
        actor + (group.empty() ? "" : " in " + texts_of(texts_.options().by, group)) + " acts in " +
            std::to_string(share.part()) + " and is acted on in " + std::to_string(share.whole() - share.part()) +
            " of its " + std::to_string(share.whole()) +
            " directed triads with another actor, as rules find them: it acts in a share of " +
            share_in_words(share.estimate(context_.choices.resampling, group_stream(group)), share.documents()) + ".",
        evidence_id(triads_of(actor)), key});
  }

  void write_frames(ReportSection& out) {
    stand_together_.finish();
    Table frames = actor_frame_table(stand_together_);
    if (!frames.rows.empty()) {
      out.blocks.emplace_back(actor_frame_figure(frames));
      out.blocks.emplace_back(ReportTable{
          "actor-frames", "Actors and frames in one sentence", std::move(frames), {}, "sentences: with both."});
    }
    ReportTable holders{
        "holders",
        "Of whom frames speak",
        holder_table(holders_.counts()),
        {},
        "holder: the actor that a rule of nearness takes for the one of whom a hit speaks; empty: none is in the "
        "sentence."};
    const TableView view(holders.table);
    if (view.rows() == 0) return;
    for (std::size_t row = 0; row < view.rows(); ++row)
      if (view.text(row, "code") == centre && !view.text(row, "holder").empty() && view.number(row, "n") >= rare) {
        out.blocks.emplace_back(
            Statement{"Of " + counted(hits_of(view, centre), "hit") + " of " + centre + ", a rule of nearness takes " +
                          in_words(view.number(row, "n"), 0) + " to speak of " + view.text(row, "holder") + ", in " +
                          counted(static_cast<std::uint64_t>(view.number(row, "documents")), "document") +
                          ", and more of no other actor; in " + std::to_string(hits_of(view, centre, false)) +
                          " no actor is in the sentence.",
                      evidence_id(centre)});
        break;
      }
    out.blocks.emplace_back(std::move(holders));
  }

  /// `held`: all hits, else those without a holder.
  static std::uint64_t hits_of(const TableView& view, const std::string& code, bool all = true) {
    double sum = 0;
    for (std::size_t row = 0; row < view.rows(); ++row)
      if (view.text(row, "code") == code && (all || view.text(row, "holder").empty())) sum += view.number(row, "n");
    return static_cast<std::uint64_t>(sum);
  }

  void write_files(OutputFolder& folder) override { sentences_.write_file(folder); }

  const ReportContext& context_;
  TriadChoices actor_choices_;
  TriadChoices pair_choices_;
  TriadChoices list_choices_;
  Query texts_;
  Query together_;
  Query by_holder_;
  TriadReader reader_;
  TriadTable actors_;
  TriadTable pairs_;
  SentenceList sentences_;
  CodePairs stand_together_;
  std::string why_not_;
  std::deque<PairCounter> counters_;
  std::deque<Tallier> talliers_;
  Tally holders_;
  ActorShares shares_;
  ActorTies ties_;
  std::size_t documents_ = 0;
};

/// Patterns that were typed stand in no book that has actors.
AttributeSet attributes(const ReportChoices&, const SearchGroup& search) {
  return {.holder = search.expressions.empty() && search.expression_files.empty()};
}

}  // namespace

const SectionKind actors_section{"actors", "Actors", make_section<ActorsSection>, attributes};

}  // namespace topos::cli
