// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>
#include <map>
#include <numeric>

#include "cells.hpp"
#include "discourse/triangulation_tables.hpp"
#include "document_facts.hpp"
#include "report/section.hpp"
#include "report/sentence_list.hpp"
#include "topos/base/error.hpp"
#include "topos/discourse/silence.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_sources = 12;  ///< that are drawn
constexpr std::size_t most_compared = 6;  ///< whose pairs have a table
constexpr std::size_t most_statements = 3;
constexpr std::size_t most_key = 2;

struct KeptClaims {
  DocumentClaims claims;
  WitnessFacts facts;
  SharedFields::Values shared{};
};

std::string thing_of(const std::string& claim) { return "claim " + claim; }

/// What each source says of the claims of a file.
class NarrativesSection final : public SectionKeeping<KeptClaims> {
 public:
  explicit NarrativesSection(const ReportContext& context)
      : context_(context),
        by_(context.document_fields().empty() ? std::vector<std::string>{"document"} : context.document_fields()),
        query_(context.query_by(by_, CodeSelection(globs(context)))), claims_(context.books(), CodeSelection(), true),
        result_(claims_, 0), sentences_(context, "claims-sentences",
                                        {"sentence_text", "text", {"source", "stance", "hedged", "reported"}, {}}) {
    choices_.claims = context.choices.claims;
    choices_.resampling = context.choices.resampling;
    for (std::size_t i = 0; i < context.run.jobs(); ++i)
      counters_.emplace_back(query_, claims_, std::numeric_limits<std::size_t>::max());
  }

 private:
  static std::vector<std::string> globs(const ReportContext& context) {
    std::vector<std::string> all;
    for (const std::string& claim : context.inputs.claims) all.push_back(claim + ".*");
    return all.empty() ? std::vector<std::string>{"-*"} : all;
  }
  [[nodiscard]] bool wanted() const { return !context_.inputs.claims.empty(); }

  KeptClaims look(const DocumentSight& sight) override {
    if (!wanted()) return {};
    const Document& document = sight.annotated.document;
    return {counters_[sight.worker].count(sight.annotated, sight.annotator),
            witness_facts(document, context_.choices.resampling), SharedFields::look(document)};
  }

  void add(KeptClaims one, const DocumentTally&, bool) override {
    if (!wanted() || !one.claims.selected) return;
    has_clusters_ = has_clusters_ || !one.facts.cluster.empty();
    shared_.add(one.shared);
    // Near-duplicates have no part in the numbers: their sentences stand in the table alone.
    const bool twin = original() != nullptr;
    twins_ += twin ? 1U : 0U;
    sentences_.add(sentence_table(one.claims), [&](const TableView& view, std::size_t row) {
      return twin ? std::vector<std::string>() : std::vector{thing_of(view.text(row, "claim"))};
    });
    one.claims.evidence.clear();
    result_.add(std::move(one.claims), std::move(one.facts), original());
  }

  static Table sentence_table(const DocumentClaims& claims) {
    Table table{{{"claim"},
                 {"source"},
                 {"stance"},
                 {"hedged", true},
                 {"reported", true},
                 {"document"},
                 {"line", true},
                 {"sentence", true},
                 {"analysis_sentence", true},
                 {"text"},
                 {"sentence_text"},
                 {"id"}},
                {}};
    for (const ClaimEvidence& one : claims.evidence) {
      const ClaimCode code = claim_code(one.kind->code);
      const char* stance = code.stance == ClaimStance::value ? "value" : one.cue.sign > 0 ? "affirm" : "deny";
      std::vector<Cell> cells{std::string(code.claim), group_label(claims.sources[one.source].values), stance};
      add_counts(cells, {one.cue.hedged ? 1U : 0U, one.cue.reported ? 1U : 0U});
      cells.emplace_back(claims.document);
      add_counts(cells, {one.line, one.sentence});
      cells.push_back(one.analysis_sentence == 0 ? Cell() : whole(one.analysis_sentence));
      cells.insert(cells.end(), {Cell(one.hit_text), Cell(one.text), Cell(one.id)});
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  void write(ReportSection& out) override {
    if (!wanted()) out.left_out = "Say --claims FILE: what sources say is asked of the claims of a file.";
    if (wanted() && query_.names_hit()) out.left_out = "Claims are asked of texts, and --where speaks of hits.";
    if (!out.left_out.empty()) return;
    try {
      tables_.emplace(result_, choices_, by_, shared_, TriangulationTables::Facts{has_clusters_, false});
    } catch (const Error& error) {
      out.left_out = "Sources were not compared: " + error.message() + ".";
      return;
    }
    order_ = claims_.order();
    write_statements(out);
    out.blocks.emplace_back(matrix());
    const std::size_t sources = result_.sources().size();
    add_table(
        out, "claims", "claims", "Claims",
        "n: sentences, or hits, that speak of a claim; affirm, deny, mixed, silent: sources. cue: what sources have in "
        "common, see topos-triangulate(1). " +
            (twins_ > 0 ? counted(twins_, "document") +
                              (twins_ == 1 ? " that nearly repeats an earlier one has"
                                           : " that nearly repeat earlier ones have") +
                              " no part in it. "
                        : std::string()) +
            sentences_.note());
    add_table(out, "sources", "claim-sources", "What each source says of each claim",
              "presence: share of the source's documents that speak of it; stance: mean of 1 for the claim and -1 "
              "against it, half where it is hedged or reported.");
    if (sources > 1 && sources <= most_compared) {
      add_table(
          out, "pairs", "claim-pairs", "Each two sources on each claim",
          "meaning: whether stances are alike; prominence: whether rates are; cue: both together. p: of a silence, "
          "from documents given to the sources in other ways, where both have five.");
      add_table(out, "agreement", "agreement", "How far sources agree",
                "agreement to too_little_text: claims with that cue. convergence: mean over the claims of likeness in "
                "stance times likeness in rate, 0 where one does not speak. alpha: Krippendorff's, of which claims "
                "they speak of; rbo, "
                "tau_b: of the order of claims by rate.");
    }
    std::set<std::string> wanted;
    for (const std::size_t claim : order_) {
      const ClaimEntry& entry = claims_.entries()[claim];
      wanted.insert(thing_of(entry.id));
      texts_[thing_of(entry.id)] = entry.text;
    }
    sentences_.write(out, wanted, "sentences that speak of it, as patterns find them", "sentence",
                     [&](const std::string& thing) { return texts_.at(thing); });
  }

  void add_table(ReportSection& out, const char* show, const char* id, const char* title, std::string note) {
    choices_.show = show;
    out.blocks.emplace_back(ReportTable{id, title, tables_->table(), {}, std::move(note)});
  }

  [[nodiscard]] std::vector<const SourceClaim*> all_of(std::size_t claim) const {
    std::vector<const SourceClaim*> all;
    for (std::size_t source = 0; source < result_.sources().size(); ++source) all.push_back(&result_.of(claim, source));
    return all;
  }

  /// How many claims have which verdict, then the claims on which sources are opposed.
  void write_statements(ReportSection& out) const {
    std::array<std::size_t, claim_verdicts> verdicts{};
    std::size_t nobody = 0;
    std::vector<std::size_t> opposed;
    for (const std::size_t claim : order_) {
      const auto verdict = judge_all(all_of(claim), choices_.salience);
      if (!verdict) {
        ++nobody;
        continue;
      }
      ++verdicts[static_cast<std::size_t>(*verdict)];
      if (*verdict == ClaimVerdict::dissonance) opposed.push_back(claim);
    }
    const std::size_t spoken_of = order_.size() - nobody;
    std::string text = counted(result_.sources().size(), "source") + " and " + counted(order_.size(), "claim") + ": " +
                       (spoken_of == 1 ? "1 is" : std::to_string(spoken_of) + " are") +
                       " spoken of, as far as patterns find them";
    const std::string silent =
        result_.sources().size() == 2 ? "silence of one source" : "silence of all but one source";
    const std::array<std::string, claim_verdicts> names{
        "agreement of those that speak", "partial agreement of those that speak", "dissonance",
        silent + " with text enough", silent + " with too little text to call it so"};
    if (result_.sources().size() > 1)
      for (std::size_t i = 0, written = 0; i < verdicts.size(); ++i)
        if (verdicts[i] > 0)
          text += (written++ == 0 ? ", with " : ", ") + names[i] + " on " + std::to_string(verdicts[i]);
    const bool few = std::any_of(result_.sources().begin(), result_.sources().end(),
                                 [](const ClaimSource& one) { return one.parts.size() < least_documents; });
    out.blocks.emplace_back(Statement{text + (few ? ". This describes these documents and nothing beyond them." : "."),
                                      "table-claims", true});
    for (std::size_t i = 0; i < std::min(opposed.size(), most_statements); ++i)
      write_opposed(out, opposed[i], i < most_key);
  }

  /// What sources call a thing that they name in other words.
  void write_values(ReportSection& out, const ClaimEntry& entry, std::size_t claim, bool key) const {
    std::string text;
    for (std::size_t source = 0; source < result_.sources().size(); ++source) {
      const SourceClaim& cell = result_.of(claim, source);
      if (cell.count.n == 0) continue;
      text += (text.empty() ? "" : "; ") + name(source);
      for (const auto& [value, n] : cell.count.values) text += ", \"" + value + "\" " + std::to_string(n);
    }
    out.blocks.emplace_back(Statement{"No wording is shared on " + entry.id + ", \"" + entry.text + "\": " + text +
                                          ". This describes these documents and nothing beyond them.",
                                      evidence_id(thing_of(entry.id)), key});
  }

  void write_opposed(ReportSection& out, std::size_t claim, bool key) const {
    const ClaimEntry& entry = claims_.entries()[claim];
    if (entry.nominal) return write_values(out, entry, claim, key);
    std::string affirm;
    std::string deny;
    bool estimated = true;
    for (std::size_t source = 0; source < result_.sources().size(); ++source) {
      const SourceClaim& cell = result_.of(claim, source);
      if (cell.position != Position::affirm && cell.position != Position::deny) continue;
      std::string& side = cell.position == Position::affirm ? affirm : deny;
      estimated = estimated && !std::isnan(cell.interval.lower);
      const Estimate stance{cell.stance, cell.interval.lower, cell.interval.upper};
      side += (side.empty() ? "" : "; ") + name(source) + " (stance " + in_words(stance, 2) + ", " +
              counted(cell.count.n, "hit") + " in " + counted(cell.documents, "document") + ")";
    }
    out.blocks.emplace_back(Statement{
        "Sources are opposed on " + entry.id + ", \"" + entry.text + "\": for it " + affirm + "; against it " + deny +
            (estimated ? "." : ". This describes these documents and nothing beyond them."),
        evidence_id(thing_of(entry.id)), key});
  }

  [[nodiscard]] std::string name(std::size_t source) const { return group_label(result_.sources()[source].values); }

  /// Sources with most words, in their order.
  [[nodiscard]] std::vector<std::size_t> drawn() const {
    std::vector<std::size_t> all(result_.sources().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
      return result_.sources()[a].words > result_.sources()[b].words;
    });
    if (all.size() > most_sources) all.resize(most_sources);
    std::sort(all.begin(), all.end());
    return all;
  }

  /// A silence tells something only where there is text enough for hits at the rate of the other sources.
  [[nodiscard]] SignGrid::Cell cell(std::size_t claim, std::size_t source) const {
    const SourceClaim& one = result_.of(claim, source);
    const bool unsure = 2 * one.count.hedged > one.count.n;
    const std::string number = one.count.n == 0 ? std::string() : (unsure ? "~" : "") + std::to_string(one.count.n);
    switch (one.position) {
      case Position::affirm:
        return {SignGrid::Sign::filled, number};
      case Position::deny:
        return {SignGrid::Sign::hollow, number};
      case Position::mixed:
        return {SignGrid::Sign::half, number};
      case Position::value:
        return {SignGrid::Sign::none, number};
      case Position::silent:
        break;
    }
    double n = 0;
    double words = 0;
    for (std::size_t other = 0; other < result_.sources().size(); ++other)
      if (other != source) {
        n += real(result_.of(claim, other).count.n);
        words += real(result_.sources()[other].words);
      }
    const double chance = chance_of_none(n, real(result_.sources()[source].words), words);
    return {chance <= greatest_chance ? SignGrid::Sign::dash : SignGrid::Sign::hatched, {}};
  }

  Figure matrix() const {
    SignGrid chart;
    chart.meanings = {{SignGrid::Sign::filled, "for it"},
                      {SignGrid::Sign::hollow, "against it"},
                      {SignGrid::Sign::half, "both"},
                      {SignGrid::Sign::dash, "silent"},
                      {SignGrid::Sign::hatched, "silent, too little text to tell"}};
    const std::vector<std::size_t> sources = drawn();
    for (const std::size_t source : sources) chart.columns.push_back(name(source));
    for (const std::size_t claim : order_) {
      const ClaimEntry& entry = claims_.entries()[claim];
      const bool made = !result_.speaking(claim).empty();
      chart.rows.push_back({{entry.id + ' ' + entry.text, made ? thing_of(entry.id) : std::string()}, {}});
      for (const std::size_t source : sources) chart.rows.back().cells.push_back(cell(claim, source));
    }
    const std::size_t all = result_.sources().size();
    return {"claims",
            "What each source says of each claim",
            (all > sources.size()
                 ? "The " + std::to_string(sources.size()) + " sources with most words of " + std::to_string(all) + ". "
                 : std::string()) +
                "Numbers: hits, with ~ where more than half of them are hedged. Silent: with text enough to be called "
                "so, see topos-triangulate(1). Found by patterns, "
                "which some sentences escape.",
            "Grid of " + counted(order_.size(), "claim") + " by sources. The table of claims has the numbers.",
            "claims",
            std::move(chart)};
  }

  void write_files(OutputFolder& folder) override { sentences_.write_file(folder); }

  const ReportContext& context_;
  TriangulateChoices choices_;
  std::vector<std::string> by_;
  Query query_;
  ClaimSet claims_;
  Triangulation result_;
  SentenceList sentences_;
  std::deque<ClaimCounter> counters_;
  SharedFields shared_;
  bool has_clusters_ = false;
  std::size_t twins_ = 0;                     ///< documents that nearly repeat earlier ones
  std::map<std::string, std::string> texts_;  ///< of claims
  std::vector<std::size_t> order_;
  std::optional<TriangulationTables> tables_;
};

AttributeSet attributes(const ReportChoices& choices, const SearchGroup&) {
  return {.voice = !choices.claims.empty(), .modality = !choices.claims.empty()};
}

}  // namespace

const SectionKind narratives_section{"narratives", "Narratives", make_section<NarrativesSection>, attributes};

}  // namespace topos::cli
