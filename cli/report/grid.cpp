// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "cells.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_columns = 6;  ///< dimensions that are drawn

bool is_topic(std::string_view code) { return code.starts_with("domain.") || code.starts_with("lens."); }

/// What one document has: sentences by topic, and by topic and dimension.
struct KeptGrid {
  std::map<std::string_view, std::uint64_t> topics;
  std::map<std::pair<std::string_view, std::string_view>, std::uint64_t> both;
};

/// In how many sentences domains and lenses stand beside the dimensions of the codebook.
class GridSection final : public SectionKeeping<KeptGrid> {
 public:
  explicit GridSection(const ReportContext& context) : query_(context.query_by({}, context.codes())) {
    for (const Codebook* book : context.books())
      for (const Code& code : book->codes) {
        if (is_topic(code.id))
          has_topics_ = has_topics_ || context.codes().selects(code.id);
        else if (!code.dimension.empty())
          dimensions_.emplace(code.id, code.dimension);
      }
    for (std::size_t i = 0; i < context.run.jobs(); ++i) runs_.emplace_back(query_);
  }

 private:
  KeptGrid look(const DocumentSight& sight) override {
    KeptGrid kept;
    if (!has_topics_) return kept;
    std::map<std::uint32_t, std::pair<std::set<std::string_view>, std::set<std::string_view>>> sentences;
    const QueryResult& found = runs_[sight.worker].run(sight.annotated);
    for (const QueryHit& hit : found.hits) {
      const std::string_view code = found.row_of(hit).code;
      auto& [topics, dimensions] = sentences[hit.hit->sentence];
      if (is_topic(code))
        topics.insert(code);
      else if (const auto known = dimensions_.find(code); known != dimensions_.end())
        dimensions.insert(known->second);
    }
    for (const auto& [number, codes] : sentences)
      for (const std::string_view topic : codes.first) {
        ++kept.topics[topic];
        for (const std::string_view dimension : codes.second) ++kept.both[{topic, dimension}];
      }
    return kept;
  }

  void add(KeptGrid one, const DocumentTally&, bool) override {
    for (const auto& [topic, n] : one.topics) {
      Topic& sum = topics_[std::string(topic)];
      sum.sentences += n;
      ++sum.documents;
    }
    for (const auto& [key, n] : one.both) {
      topics_[std::string(key.first)].beside[std::string(key.second)] += n;
      columns_[std::string(key.second)] += real(n);
    }
  }

  void write(ReportSection& out) override {
    if (topics_.empty() || columns_.empty()) {
      out.left_out = has_topics_ ? "No domain and no lens stands beside a code that has a dimension."
                                 : "No code of a domain or lens was looked for: their ids begin with domain. or lens.";
      return;
    }
    const Figure drawn = figure();
    out.blocks.emplace_back(drawn);
    out.blocks.emplace_back(ReportTable{"grid",
                                        "Domains and lenses by dimension",
                                        table(),
                                        {},
                                        "sentences: with the domain or lens; the other columns: those of them with a "
                                        "code of the dimension. A sentence may count in several columns."});
  }

  [[nodiscard]] Table table() const {
    Table table{{{"code"}, {"sentences", true}, {"documents", true}}, {}};
    for (const auto& [dimension, n] : columns_) table.columns.push_back({dimension, true});
    for (const auto& [topic, sum] : topics_) {
      std::vector<Cell> cells{topic, whole(sum.sentences), whole(sum.documents)};
      for (const auto& [dimension, n] : columns_) {
        const auto found = sum.beside.find(dimension);
        cells.push_back(whole(found == sum.beside.end() ? 0 : found->second));
      }
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  [[nodiscard]] Figure figure() const {
    HeatMap chart;
    chart.axis = "share of the sentences of a row, in percent";
    chart.columns = largest(columns_, most_columns);
    std::map<std::string, double> sizes;
    for (const auto& [topic, sum] : topics_) sizes[topic] = real(sum.sentences);
    const std::vector<std::string> order = largest(sizes, sizes.size());
    for (const std::string& topic : order) {
      const Topic& sum = topics_.at(topic);
      chart.rows.push_back({{topic + " (" + std::to_string(sum.sentences) + ")", topic}, {}});
      for (const std::string& column : chart.columns) {
        const auto found = sum.beside.find(column);
        chart.rows.back().values.push_back(found == sum.beside.end() ? 0
                                                                     : 100 * real(found->second) / real(sum.sentences));
      }
    }
    return {
        "grid",
        one_has_most(sizes) ? "Of domains and lenses, " + order.front() +
                                  " has most sentences: " + std::to_string(topics_.at(order.front()).sentences)
                            : "What stands beside domains and lenses",
        "In brackets: sentences of the row. Cells: in what part of them a code of the column's dimension stands, too.",
        "Grid of domains and lenses by dimensions. The table has the numbers.",
        "grid",
        std::move(chart)};
  }

  struct Topic {
    std::uint64_t sentences = 0;
    std::uint64_t documents = 0;
    std::map<std::string, std::uint64_t> beside;
  };
  Query query_;
  bool has_topics_ = false;
  std::map<std::string, std::string, std::less<>> dimensions_;  ///< by code
  std::deque<QueryRun> runs_;
  std::map<std::string, Topic> topics_;
  std::map<std::string, double> columns_;
};

}  // namespace

const SectionKind grid_section{"grid", "Domains and lenses", make_section<GridSection>};

}  // namespace topos::cli
