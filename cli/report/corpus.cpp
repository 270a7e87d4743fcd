// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "cells.hpp"
#include "report/section.hpp"
#include "report/shared_source.hpp"
#include "report/table_view.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/hash.hpp"
#include "topos/matching/dependencies.hpp"
#include "topos/text/dates.hpp"
#include "topos/text/language.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::array<const char*, 5> usual_fields{"date", "genre", "source", "country", "author"};
constexpr int most_bins = 16;
constexpr std::array<int, 7> bin_lengths{1, 2, 5, 10, 20, 50, 100};

struct KeptDocument {
  SharedSource::Values source;
  std::vector<std::string> values;  ///< of fields
  std::string id;
  std::string language;
  std::string checksum;
  std::array<std::uint64_t, region_names> regions{};  ///< words
  std::array<bool, region_names> counts{};
  int year = 0;
};

/// What was read: documents, their sizes, and what of them counts.
class CorpusSection final : public SectionKeeping<KeptDocument> {
 public:
  explicit CorpusSection(const ReportContext& context)
      : context_(context), fields_(usual_fields.begin(), usual_fields.end()) {
    for (const std::string& field : context.by())
      if (field_kind(field) == FieldKind::document && field != "language" && field != "document" &&
          std::find(fields_.begin(), fields_.end(), field) == fields_.end())
        fields_.push_back(field);
    used_.resize(fields_.size());
  }

 private:
  KeptDocument look(const DocumentSight& sight) override {
    const Document& document = sight.annotated.document;
    KeptDocument kept;
    if (!sight.tally.selected) return kept;
    for (const std::string& field : fields_) kept.values.emplace_back(document_field(document, field).value_or(""));
    kept.source = SharedSource::look(document);
    kept.id = document.id;
    kept.language = document.language;
    kept.checksum = sha256(document.text);
    for (std::size_t i = 0; i < document.regions.size(); ++i) {
      const auto name = static_cast<std::size_t>(document.regions[i].name);
      kept.regions[name] += sight.annotated.sizes[i].words;
      kept.counts[name] = kept.counts[name] || sight.annotated.analysis[i];
    }
    const auto date = parse_date(kept.values.front());
    kept.year = date ? date->year : 0;
    return kept;
  }

  void add(KeptDocument one, const DocumentTally& tally, bool twin) override {
    if (!tally.selected) return;
    source_.add(std::move(one.source));
    std::uint64_t words = 0;
    std::uint64_t all = 0;
    std::uint64_t furniture = 0;
    for (const DocumentTally::Group& group : tally.groups) {
      words += group.count.words;
      all = group.count.all_words;
      furniture = group.count.furniture_words;
    }
    std::string left_out;  // words of regions that do not count
    for (std::size_t i = 0; i < region_names; ++i) {
      regions_[i] += one.regions[i];
      counts_[i] = counts_[i] || one.counts[i];
      with_region_[i] += one.regions[i] > 0 ? 1U : 0U;
      if (one.regions[i] > 0 && !one.counts[i])
        left_out.append(left_out.empty() ? "" : ", ")
            .append(to_string(static_cast<RegionName>(i)))
            .append(" " + std::to_string(one.regions[i]));
    }
    if (!looks_for_codes_in(primary_language(one.language))) ++unsearched_;
    WarningFlags flags;
    flags.raise(static_cast<double>(furniture) > much_furniture * static_cast<double>(all), "W07");
    flags.raise(twin, "W12");
    flags.raise(tally.draft, "W13");
    WarningFlags::gather(flags.text(), raised_);
    std::vector<Cell> row{std::move(one.id)};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      used_[i] = used_[i] || !one.values[i].empty();
      row.push_back(text_or_nothing(one.values[i]));
    }
    row.insert(row.end(), {text_or_nothing(one.language), whole(words), whole(all), text_or_nothing(left_out),
                           text_or_nothing(flags.text()), std::move(one.checksum)});
    rows_.push_back(std::move(row));
    words_ += words;
    all_words_ += all;
    twins_ += twin ? 1U : 0U;
    if (one.year != 0) ++years_[one.year];
    ++languages_[one.language];
  }

  void write(ReportSection& out) override {
    if (rows_.empty()) {
      out.left_out = "No document passed the selection.";
      return;
    }
    write_findings(out);
    if (const std::string field = source_.field();
        !field.empty() && context_.choices.resampling.cluster.empty() && rows_.size() >= fewest_documents)
      write_cluster(out, field);
    if (years_.size() > 1) out.blocks.emplace_back(timeline());
    if (years_.size() > 1)
      out.blocks.emplace_back(ReportTable{
          "timeline", "Documents over time", years_table(), {}, "Documents that have a date, by its year."});
    out.blocks.emplace_back(flow_table());
    out.blocks.emplace_back(region_figure());
    out.blocks.emplace_back(ReportTable{
        "regions", "Words by region", region_table(), {}, "Regions that count are the text that every rate is about."});
    out.blocks.emplace_back(document_table());
    WarningFlags::print(raised_);
  }

  /// What the documents have in common, and how to take that into account.
  void write_cluster(ReportSection& out, const std::string& field) const {
    out.blocks.emplace_back(Warning{
        "W25", "The " + counted(rows_.size(), "document") + " come from " + std::to_string(source_.values()) +
                   " values of " + field + "; intervals and tests take them for independent. To take those of one " +
                   field + " together:"});
    out.blocks.emplace_back(Verbatim{context_.command() + " --cluster=" + field + '\n'});
  }

  void write_findings(ReportSection& out) const {
    const std::uint64_t others = all_words_ - words_;
    std::string text = "In " + counted(rows_.size(), "document") + ' ';
    if (all_words_ == 0)
      text += "there are no words.";
    else if (others == 0)
      text += words_ == 1 ? "the 1 word counts." : "all " + std::to_string(words_) + " words count.";
    else
      text += counted(words_, "word") + " count" + (words_ == 1 ? "s" : "") + "; the " + counted(others, "word") +
              " (" + percent(others, all_words_) + ") in other regions " + (others == 1 ? "does" : "do") + " not.";
    out.blocks.emplace_back(Statement{std::move(text), "table-regions", true});
    if (!years_.empty()) {
      std::size_t dated = 0;
      for (const auto& [year, n] : years_) dated += n;
      const std::string span =
          years_.begin()->first == years_.rbegin()->first
              ? std::to_string(years_.begin()->first)
              : std::to_string(years_.begin()->first) + " to " + std::to_string(years_.rbegin()->first);
      out.blocks.emplace_back(Statement{
          (dated == rows_.size() ? "They date from " : std::to_string(dated) + " of them have a date, from ") + span +
              ".",
          "table-documents"});
    }
    if (languages_.size() > 1) {
      std::string list;
      for (const auto& [language, n] : languages_)
        list += (list.empty() ? "" : ", ") + language + " (" + std::to_string(n) + ")";
      out.blocks.emplace_back(Statement{
          "They are in " + std::to_string(languages_.size()) + " languages, whose rates do not compare: " + list + ".",
          "table-documents"});
    }
    for (const auto& [language, n] : languages_)
      if (!looks_for_codes_in(primary_language(language)))
        out.blocks.emplace_back(Statement{"Nothing is looked for in " + counted(n, "document") + " in " +
                                              (language.empty() ? "an unknown language" : language) +
                                              ": no code that was asked for has patterns of that language.",
                                          "table-documents", true});
    if (twins_ > 0)
      out.blocks.emplace_back(Statement{counted(twins_, "document") +
                                            (twins_ == 1 ? " nearly repeats" : " nearly repeat") +
                                            " an earlier one and " + (twins_ == 1 ? "is" : "are") + " counted.",
                                        "table-documents"});
  }

  static std::string percent(std::uint64_t part, std::uint64_t all) {
    if (part > 0 && real(part) < 0.001 * real(all)) return "less than 0.1 %";
    if (part < all && real(part) > 0.999 * real(all)) return "more than 99.9 %";
    return all == 0 ? "none" : in_words(100 * real(part) / real(all), 1) + " %";
  }

  Table years_table() const {
    Table table{{{"year", true}, {"documents", true}}, {}};
    for (const auto& [year, n] : years_) table.rows.push_back({Cell(std::int64_t{year}), whole(n)});
    return table;
  }

  Figure timeline() const {
    const int first = years_.begin()->first;
    const int last = years_.rbegin()->first;
    int length = bin_lengths.back();
    for (auto one = bin_lengths.rbegin(); one != bin_lengths.rend(); ++one)
      if (last / *one - first / *one < most_bins) length = *one;
    BarChart chart{"documents", {""}, {}, false};
    for (int bin = first / length; bin <= last / length; ++bin) {
      double n = 0;
      for (auto one = years_.lower_bound(bin * length); one != years_.end() && one->first < (bin + 1) * length; ++one)
        n += real(one->second);
      const std::string begin = std::to_string(bin * length);
      chart.rows.push_back({{length == 1 ? begin : begin + "–" + std::to_string((bin + 1) * length - 1), ""}, {n}});
    }
    return {"timeline",
            "Documents by year",
            "Documents that have a date" +
                std::string(length == 1 ? "." : ", in spans of " + std::to_string(length) + " years."),
            "Bars: documents from " + std::to_string(first) + " to " + std::to_string(last) + ".",
            "timeline",
            std::move(chart)};
  }

  /// What became of what was read, step by step.
  ReportTable flow_table() const {
    const PipelineSummary& summary = context_.run.summary();
    Table table{{{"step"}, {"documents", true}, {"words", true}}, {}};
    const auto add = [&](const char* step, std::uint64_t documents, std::optional<std::uint64_t> words) {
      table.rows.push_back({std::string(step), whole(documents), words ? whole(*words) : Cell()});
    };
    if (summary.failures > 0) add("inputs that could not be read", summary.failures, std::nullopt);
    const std::size_t dropped = context_.session.run.drop_duplicates ? summary.duplicates : 0;
    add("read", summary.documents + dropped, std::nullopt);
    if (dropped > 0) add("near-duplicates dropped", dropped, std::nullopt);
    if (const std::uint64_t others = summary.documents - rows_.size(); others > 0)
      add("left out by --where", others, std::nullopt);
    add("selected", rows_.size(), all_words_);
    if (twins_ > 0) add("of them near-duplicates of earlier ones", twins_, std::nullopt);
    if (unsearched_ > 0) add("of them in languages that nothing is looked for in", unsearched_, std::nullopt);
    for (std::size_t i = 0; i < region_names; ++i)
      if (regions_[i] > 0 && !counts_[i])
        add(("left out: " + std::string(to_string(static_cast<RegionName>(i)))).c_str(), with_region_[i], regions_[i]);
    add("counted", rows_.size(), words_);
    return {"flow",
            "From what was read to what counts",
            std::move(table),
            {},
            "words: of all regions of the selected documents; left out: words of regions that do not count."};
  }

  Table region_table() const {
    Table table{{{"region"}, {"words", true}, {"share", true}, {"counts", true}}, {}};
    for (std::size_t i = 0; i < region_names; ++i)
      if (regions_[i] > 0)
        table.rows.push_back({std::string(to_string(static_cast<RegionName>(i))), whole(regions_[i]),
                              Cell(real(regions_[i]) / real(std::max<std::uint64_t>(all_words_, 1))),
                              Cell(std::int64_t{counts_[i]})});
    return table;
  }

  Figure region_figure() const {
    BarChart chart{"words", {"counts", "does not count"}, {}, false};
    std::vector<std::size_t> order(region_names);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return regions_[a] > regions_[b]; });
    for (const std::size_t i : order)
      if (regions_[i] > 0)
        chart.rows.push_back({{std::string(to_string(static_cast<RegionName>(i))), ""},
                              {counts_[i] ? real(regions_[i]) : 0, counts_[i] ? 0 : real(regions_[i])}});
    return {"regions",
            percent(words_, all_words_) + " of the words count",
            "Words of all documents by region. What does not count is neither searched for rates nor part of their "
            "denominators.",
            "Bars: words of each region and whether it counts.",
            "regions",
            std::move(chart)};
  }

  ReportTable document_table() const {
    Table table{{{"document"}}, {}};
    for (const std::string& field : fields_) table.columns.push_back({field});
    table.columns.insert(table.columns.end(),
                         {{"language"}, {"words", true}, {"words_all", true}, {"left_out"}, {"flags"}, {"sha256"}});
    table.rows = rows_;
    ReportTable shown{"documents",
                      "Documents",
                      std::move(table),
                      {"document", "language", "words", "words_all", "left_out", "flags"},
                      "words: those that count; words_all: of all regions; left_out: those that do not count. The file "
                      "has the SHA-256 of each text, too."};
    for (std::size_t i = 0; i < fields_.size(); ++i)
      if (used_[i]) shown.shown.push_back(fields_[i]);
    return shown;
  }

  /// Whether a code that is counted has a pattern of the language, or of any.
  [[nodiscard]] bool looks_for_codes_in(const std::string& language) const {
    for (const Codebook* book : context_.books())
      for (const Code& code : book->codes) {
        if (!context_.codes().selects(code.id)) continue;
        for (const CodeLanguage* own : in_language(code, language))
          if (!own->patterns.empty()) return true;
      }
    return false;
  }

  const ReportContext& context_;
  SharedSource source_;
  std::vector<std::string> fields_;
  std::vector<bool> used_;
  std::vector<std::vector<Cell>> rows_;
  std::array<std::uint64_t, region_names> regions_{};
  std::array<bool, region_names> counts_{};
  std::map<int, std::uint64_t> years_;
  std::map<std::string, std::uint64_t> languages_;
  std::set<std::string> raised_;
  std::uint64_t words_ = 0;
  std::uint64_t all_words_ = 0;
  std::array<std::uint64_t, region_names> with_region_{};  ///< documents
  std::uint64_t twins_ = 0;
  std::uint64_t unsearched_ = 0;
};

}  // namespace

const SectionKind corpus_section{"corpus", "Corpus", [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                   return std::make_unique<CorpusSection>(context);
                                 }};

}  // namespace topos::cli
