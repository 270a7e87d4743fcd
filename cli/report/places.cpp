// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>

#include "cells.hpp"
#include "report/code_rows.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"
#include "words/dispersion_table.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t tenths = 10;
constexpr std::size_t most_documents = 8;  ///< that are drawn hit by hit
constexpr std::size_t most_barcodes = 8;   ///< codes of each of them
constexpr std::size_t most_drawn = 24;
constexpr double least_share = 0.3;        ///< in one tenth, and
constexpr std::uint64_t least_crowd = 20;  ///< hits of which a share is worth a heading

struct KeptPlaces {
  DocumentPlaces places;
  std::vector<double> sections;  ///< where they begin, in parts of the words that count
};

/// Where a document's sections begin, but for the first.
std::vector<double> sections_of(const AnnotatedDocument& annotated) {
  std::vector<double> starts;
  double words = 0;
  std::optional<std::uint32_t> last;
  for (std::size_t i = 0; i < annotated.document.regions.size(); ++i) {
    if (!annotated.analysis[i]) continue;
    const std::uint32_t section = annotated.document.regions[i].section;
    if (last && section != *last) starts.push_back(words);
    last = section;
    words += annotated.sizes[i].words;
  }
  for (double& one : starts) one /= std::max(words, 1.0);
  return starts;
}

/// Where in the texts hits stand, and how evenly they are spread over documents.
class PlacesSection final : public SectionKeeping<KeptPlaces> {
 public:
  explicit PlacesSection(const ReportContext& context)
      : context_(context),
        query_({context.session.filter.filter(), context.codes(), {}, 0, context.run.library().parents()}) {
    spread_.barcode = 0;
    for (std::size_t i = 0; i < context.run.jobs(); ++i) runs_.emplace_back(query_);
  }

 private:
  struct Code {
    std::uint64_t n = 0;
    std::array<std::uint64_t, tenths> hits{};
  };
  struct Drawn {
    std::string document;
    std::map<std::string, std::vector<double>> positions;
    std::vector<double> sections;
  };

  KeptPlaces look(const DocumentSight& sight) override {
    return {
        places_of_document(runs_[sight.worker], sight.annotated, sight.annotator.segmentation(), PartKind::document),
        sections_of(sight.annotated)};
  }

  void add(KeptPlaces kept, const DocumentTally& tally, bool twin) override {
    if (!tally.selected) return;
    DocumentPlaces& one = kept.places;
    if (++documents_ > most_documents) drawn_.clear();
    Drawn drawn{tally.document, {}, std::move(kept.sections)};
    for (const DocumentPlaces::Row& row : one.rows) {
      const double words = real(std::max<std::uint64_t>(one.groups[row.group].words, 1));
      Code& code = codes_[std::string(row.key.code)];
      std::vector<double>& positions = drawn.positions[std::string(row.key.code)];
      for (const DocumentPlaces::Place& place : row.places) {
        const double position = std::min(real(place.position) / words, 1.0);
        positions.push_back(position);
        ++code.n;
        ++code.hits[std::min(static_cast<std::size_t>(position * tenths), tenths - 1)];
      }
    }
    if (documents_ <= most_documents) drawn_.push_back(std::move(drawn));
    placements_.add(one, twin);
  }

  void write(ReportSection& out) override {
    if (codes_.empty()) {
      out.left_out = "There are no hits to place.";
      return;
    }
    const Table table = places_table();
    const TableView view(table);
    const CodeRows rows(view, 0, main_codes(context_.books()), most_drawn);
    if (documents_ <= most_documents) out.blocks.emplace_back(barcodes(rows));
    out.blocks.emplace_back(tenths_figure(view, rows));
    out.blocks.emplace_back(
        ReportTable{"places",
                    "Hits in each tenth of their documents",
                    table,
                    {},
                    "Tenths of the words that count; documents of any length weigh by their hits."});
    if (documents_ > 1) out.blocks.emplace_back(spread_table());
  }

  Table places_table() const {
    Table table{{{"code"}, {"n", true}}, {}};
    for (std::size_t i = 1; i <= tenths; ++i) table.columns.push_back({"tenth_" + std::to_string(i), true});
    for (const auto& [code, one] : codes_) {
      std::vector<Cell> row{code, whole(one.n)};
      for (const std::uint64_t hits : one.hits) row.push_back(whole(hits));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  Figure tenths_figure(const TableView& view, const CodeRows& rows) const {
    HeatMap chart;
    chart.axis = "share of the code's hits, in percent";
    for (std::size_t i = 1; i <= tenths; ++i) chart.columns.push_back(std::to_string(i));
    const std::string stem = common_stem(rows.codes());
    for (std::size_t code = 0; code < rows.codes().size(); ++code) {
      HeatMap::Row row{{rows.codes()[code].substr(stem.size()), rows.codes()[code]}, {}};
      const std::size_t at = rows.row(code, 0);
      for (std::size_t i = 1; i <= tenths; ++i)
        row.values.push_back(100 * view.number(at, "tenth_" + std::to_string(i)) / view.number(at, "n"));
      chart.rows.push_back(std::move(row));
    }
    return {
        "places",
        crowded(rows),
        "Columns are tenths of the documents' words, from beginning to end; evenly spread hits would give 10 in each.",
        "Heat map of codes by tenths of documents. The table has the numbers.",
        "places",
        std::move(chart)};
  }

  /// The code of those drawn, and not rare, whose hits crowd most in one tenth.
  [[nodiscard]] std::string crowded(const CodeRows& rows) const {
    std::string text = "Where in the texts hits stand";
    double most = least_share;
    for (const std::string& id : rows.codes()) {
      const Code& code = codes_.at(id);
      const auto largest = std::max_element(code.hits.begin(), code.hits.end());
      const double share = real(*largest) / real(code.n);
      if (code.n < least_crowd || share <= most) continue;
      most = share;
      constexpr std::array<const char*, tenths> names{"first", "second",  "third",  "fourth", "fifth",
                                                      "sixth", "seventh", "eighth", "ninth",  "last"};
      text = "Most crowded: " + in_words(100 * share, 0) + " % of the " + std::to_string(code.n) + " hits of " + id +
             " stand in the " + names[static_cast<std::size_t>(largest - code.hits.begin())] +
             " tenth of their documents";
    }
    return text;
  }

  Figure barcodes(const CodeRows& rows) const {
    Barcode chart;
    chart.axis = "words of the document";
    std::vector<std::string> codes = rows.codes();
    if (codes.size() > most_barcodes) codes.resize(most_barcodes);
    const std::string stem = common_stem(codes);
    bool in_sections = false;
    for (const Drawn& one : drawn_) {
      chart.rows.push_back({{one.document, ""}, {}, true, one.sections});
      in_sections = in_sections || !one.sections.empty();
      for (const std::string& code : codes) {
        const auto found = one.positions.find(code);
        chart.rows.push_back({{code.substr(stem.size()), code},
                              found == one.positions.end() ? std::vector<double>() : found->second,
                              false});
      }
    }
    return {"barcodes",
            "Each hit in its place",
            "A stroke for each hit of the " + std::to_string(codes.size()) + " codes with most hits." +
                (in_sections ? " Where a grey line crosses them, a section begins." : ""),
            "Barcodes of hits in " + counted(drawn_.size(), "document") + ".",
            "places",
            std::move(chart)};
  }

  ReportTable spread_table() const {
    OutputGroup nowhere;
    nowhere.format = "tsv";
    return {"spread",
            "How evenly hits are spread over documents",
            DispersionTable(query_, spread_, nowhere).table(placements_),
            {},
            "dp_norm: 0 if each document has the share of hits that it has of words, 1 if one short document has all."};
  }

  const ReportContext& context_;
  Query query_;
  DispersionChoices spread_;
  std::deque<QueryRun> runs_;
  Placements placements_;
  std::map<std::string, Code> codes_;
  std::vector<Drawn> drawn_;
  std::size_t documents_ = 0;
};

}  // namespace

const SectionKind places_section{"places", "Where in the text",
                                 [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                   return std::make_unique<PlacesSection>(context);
                                 }};

}  // namespace topos::cli
