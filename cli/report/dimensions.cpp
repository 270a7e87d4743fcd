// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "comparison/vectors_table.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_documents = 30;  ///< that have a bar each where no groups are asked for
constexpr std::size_t most_groups = 30;     ///< that have a bar each

struct KeptDimensions {
  DocumentTally tally;
  std::string language;  ///< primary subtag
};

/// What share of the hits each dimension of the codebook has: institution, practice and discourse, where it knows them.
class DimensionSection final : public SectionKeeping<KeptDimensions> {
 public:
  explicit DimensionSection(const ReportContext& context)
      : context_(context), query_(query_by(context, context.by())), by_document_(query_by(context, {"document"})) {
    for (std::size_t i = 0; i < context.run.jobs(); ++i)
      talliers_.emplace_back(context.by().empty() ? by_document_ : query_);
    choices_.dimensions = true;
  }

 private:
  /// Without rows of parents, so that a hit counts in one dimension.
  static Query query_by(const ReportContext& context, std::vector<std::string> by) {
    return Query({context.session.filter.filter(), context.codes(), std::move(by), 0, {}});
  }

  KeptDimensions look(const DocumentSight& sight) override {
    const std::string& language = sight.annotated.document.language;
    return {talliers_[sight.worker].tally(sight.annotated, sight.annotated.draft_language),
            language.substr(0, language.find('-'))};
  }

  void add(KeptDimensions one, const DocumentTally&, bool twin) override {
    if (!one.tally.selected) return;
    if (!context_.by().empty()) {
      sum_.add(one.tally, twin);
    } else if (++documents_ <= most_documents) {
      waiting_.emplace_back(std::move(one.tally), twin);
    } else {
      add_to_whole();
      add_to_whole(std::move(one.tally), twin);
    }
    languages_.insert(std::move(one.language));
  }

  /// Too many documents for a bar each: all become one.
  void add_to_whole(DocumentTally tally, bool twin) {
    for (DocumentTally::Group& group : tally.groups) group.values = {"all documents"};
    for (GroupKey& values : tally.values) values = {"all documents"};
    sum_.add(tally, twin);
  }
  void add_to_whole() {
    for (auto& [tally, twin] : waiting_) add_to_whole(std::move(tally), twin);
    waiting_.clear();
  }

  void write(ReportSection& out) override {
    for (const auto& [tally, twin] : waiting_) sum_.add(tally, twin);
    const Query& query = context_.by().empty() ? by_document_ : query_;
    const bool known = std::any_of(books().begin(), books().end(), [](const Codebook* book) {
      return std::any_of(book->codes.begin(), book->codes.end(),
                         [](const Code& code) { return !code.dimension.empty(); });
    });
    if (!known || !sum_.found() || query.splits_by_hit()) {
      out.left_out =
          !known ? "The codebook gives its codes no dimensions."
                 : "There are no hits to divide among dimensions, or groups are told apart by attributes of hits.";
      return;
    }
    // No intervals are asked for, so that nothing need be kept of each document.
    const CountedDocuments none(choices_.resampling);
    ReportTable table{"dimensions",
                      "Shares of hits by dimension",
                      VectorsTable(query, choices_, sum_.counts(), {}, books(), languages_.size(), none).table(),
                      {},
                      "Each hit counts once, in the dimension of its code."};
    const Figure drawn = figure(table.table);
    out.blocks.emplace_back(drawn);
    out.blocks.emplace_back(std::move(table));
  }

  [[nodiscard]] const std::vector<const Codebook*>& books() const { return context_.books(); }

  /// The three dimensions of a discourse analysis if the book has them all, as shares of their sum; else those there
  /// are.
  Figure figure(const Table& table) const {
    const TableView view(table);
    std::vector<std::string> names{"institution", "practice", "discourse"};
    const bool three = std::all_of(names.begin(), names.end(), [&](const std::string& name) { return view.has(name); });
    const std::size_t first = view.column("hits") + 1;
    if (!three) {
      names.clear();
      for (std::size_t i = first; i + 1 < table.columns.size() && names.size() < 6; ++i)
        names.push_back(table.columns[i].name);
    }
    BarChart chart{three ? "share of the hits of these dimensions" : "share of all hits", names, {}, true};
    const std::size_t labels = view.column("words");
    for (const std::size_t row : drawn(view)) {
      std::vector<std::string> group;
      for (std::size_t i = 0; i < labels; ++i) group.push_back(view.text_at(row, i));
      BarChart::Row bar{{group_label(group).empty() ? "all documents" : group_label(group), ""}, {}};
      double sum = 0;
      for (const std::string& name : names) sum += view.number(row, name);
      for (const std::string& name : names)
        bar.values.push_back(three ? view.number(row, name) / sum : view.number(row, name));
      chart.rows.push_back(std::move(bar));
    }
    return {
        "dimensions",
        largest(chart, three),
        std::string(three ? "Shares of the hits of codes of these three dimensions; other dimensions are in the table."
                          : "Shares of all hits.") +
            (view.rows() > most_groups ? " The " + std::to_string(most_groups) + " groups with most words of " +
                                             std::to_string(view.rows()) + "."
                                       : ""),
        "Stacked bars of shares, one for each of " + std::to_string(std::min(view.rows(), most_groups)) +
            " texts or groups. The table has the numbers.",
        "dimensions",
        std::move(chart)};
  }

  /// The groups with most words, in their order.
  static std::vector<std::size_t> drawn(const TableView& view) {
    std::vector<std::size_t> rows(view.rows());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::size_t a, std::size_t b) { return view.number(a, "words") > view.number(b, "words"); });
    if (rows.size() > most_groups) rows.resize(most_groups);
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  /// The dimension that is largest in the first bar, and how large it is in all of them.
  static std::string largest(const BarChart& chart, bool three) {
    if (chart.rows.empty() || chart.series.empty()) return "Dimensions of the codebook";
    const std::vector<double>& first = chart.rows.front().values;
    const auto best = static_cast<std::size_t>(std::max_element(first.begin(), first.end()) - first.begin());
    double least = 1;
    double most = 0;
    for (const BarChart::Row& row : chart.rows) {
      if (std::isnan(row.values[best])) continue;
      least = std::min(least, row.values[best]);
      most = std::max(most, row.values[best]);
    }
    if (most < least) return "Dimensions of the codebook";
    const std::string from = in_words(100 * least, 0);
    const std::string to = in_words(100 * most, 0);
    return chart.series[best] + " has " + (from == to ? from : from + " to " + to) + " % of the hits of " +
           (three ? "institution, practice and discourse" : "all dimensions");
  }

  const ReportContext& context_;
  Query query_;
  Query by_document_;
  VectorChoices choices_;
  std::deque<Tallier> talliers_;
  std::deque<std::pair<DocumentTally, bool>> waiting_;
  Tally sum_;
  std::set<std::string> languages_;
  std::size_t documents_ = 0;
};

}  // namespace

const SectionKind dimensions_section{"dimensions", "Dimensions",
                                     [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                       return std::make_unique<DimensionSection>(context);
                                     }};

}  // namespace topos::cli
