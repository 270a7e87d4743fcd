// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "cells.hpp"
#include "discourse/case_tables.hpp"
#include "report/section.hpp"
#include "report/sentence_list.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_dimensions = 12;  ///< columns of the grid
constexpr std::size_t most_pairs = 30;       ///< cases whose pairs have a table
constexpr const char* usual_dimensions = "domain.*";

std::string thing_of(const std::string& label) { return "case " + label; }

/// What is said of each case of a file.
class CasesSection final : public SectionKeeping<DocumentCases> {
 public:
  explicit CasesSection(const ReportContext& context) : query_(context.query_by({}, CodeSelection(globs(context)))) {
    if (!context.inputs.cases) return;
    result_.emplace(*context.inputs.cases, context.choices.evidence_lines());
    for (std::size_t i = 0; i < context.run.jobs(); ++i)
      counters_.emplace_back(query_, *context.inputs.cases, CaseOptions{0, context.choices.evidence_lines()});
  }

 private:
  static std::vector<std::string> globs(const ReportContext& context) {
    std::vector<std::string> all = context.inputs.globs;
    if (all.empty()) all.emplace_back(usual_dimensions);
    all.push_back(std::string(case_prefix) + '*');
    return all;
  }

  DocumentCases look(const DocumentSight& sight) override {
    return result_ ? counters_[sight.worker].count(sight.annotated, sight.annotator) : DocumentCases();
  }
  void add(DocumentCases one, const DocumentTally&, bool twin) override {
    if (result_) result_->add(std::move(one), twin);
  }

  void write(ReportSection& out) override {
    if (!result_) {
      out.left_out = "Say --cases FILE: which sentences belong to which case, a case file says.";
      return;
    }
    CaseTables tables(*result_, choices_, not_split_);
    const auto table = [&](const char* show) {
      choices_.show = show;
      return tables.table();
    };
    write_coverage(out);
    Table matrix = table("matrix");
    if (const std::vector<std::string> columns = drawn(); !columns.empty())
      out.blocks.emplace_back(grid(matrix, columns));
    out.blocks.emplace_back(ReportTable{"cases",
                                        "What is said of each case",
                                        std::move(matrix),
                                        {},
                                        "sentences: of the case; a dimension's column: those of them with it."});
    out.blocks.emplace_back(ReportTable{"case-coverage",
                                        "How much there is of each case",
                                        table("coverage"),
                                        {},
                                        "illustration: fewer than three sentences."});
    if (result_->size() <= most_pairs)
      out.blocks.emplace_back(ReportTable{"case-pairs",
                                          "How far cases are apart",
                                          table("pairs"),
                                          {},
                                          "distance: 1 less the cosine of the sentences by dimension."});
    write_quotations(out);
  }

  [[nodiscard]] const std::string& label(std::size_t number) const {
    return result_->cases().file().cases[number].label;
  }

  void write_coverage(ReportSection& out) const {
    constexpr std::uint64_t enough = 3;
    std::size_t told = 0;
    std::size_t thin = 0;
    std::size_t most = 0;
    std::map<std::size_t, double> numbers;
    for (std::size_t number = 0; number < result_->size(); ++number) {
      const std::uint64_t sentences = result_->text(number).sentences;
      told += sentences >= enough ? 1U : 0U;
      thin += sentences > 0 && sentences < enough ? 1U : 0U;
      numbers[number] = real(sentences);
      if (sentences > result_->text(most).sentences) most = number;
    }
    const std::size_t absent = result_->size() - told - thin;
    std::string text = "Of " + counted(result_->size(), "declared case") + ", " +
                       (told == 0                ? "none has"
                        : told == 1              ? "1 has"
                        : told < result_->size() ? std::to_string(told) + " have"
                                                 : "all have") +
                       " three sentences or more";
    if (thin > 0) text += ", " + std::to_string(thin) + " one or two";
    if (absent > 0) text += ", " + std::to_string(absent) + " none";
    if (one_has_most(numbers))
      text += "; most is said of " + label(most) + ", in " + counted(result_->text(most).sentences, "sentence") +
              " of " + counted(result_->text(most).documents, "document");
    out.blocks.emplace_back(Statement{text + '.', "table-case-coverage", true});
  }

  /// Dimensions with most sentences, in their order.
  [[nodiscard]] std::vector<std::string> drawn() const {
    std::map<std::string, double> sums;
    for (const std::string& dimension : result_->dimensions())
      for (std::size_t number = 0; number < result_->size(); ++number)
        sums[dimension] += real(result_->cell(number, dimension).sentences);
    return largest(sums, most_dimensions);
  }

  Figure grid(const Table& matrix, const std::vector<std::string>& columns) const {
    const TableView view(matrix);
    HeatMap chart;
    chart.axis = "sentences";
    const std::string stem = common_stem(columns);
    for (const std::string& column : columns) chart.columns.push_back(column.substr(stem.size()));
    std::size_t absent = 0;
    for (std::size_t number = 0; number < result_->size(); ++number) {
      const std::uint64_t sentences = result_->text(number).sentences;
      absent += sentences == 0 ? 1U : 0U;
      if (sentences == 0) continue;
      const bool quoted = !result_->quotations().empty();
      chart.rows.push_back(
          {{label(number) + " (" + std::to_string(sentences) + ")", quoted ? quoted_thing(number) : ""}, {}});
      for (const std::string& column : columns)
        chart.rows.back().values.push_back(real(result_->cell(number, column).sentences));
    }
    return {"cases",
            "What is said of each case",
            "Sentences of the case that have the dimension; in brackets, all of its sentences." +
                (absent > 0 ? " " + counted(absent, "declared case") + " without any are left out." : std::string()),
            "Grid of cases by dimensions. The table has the numbers.",
            "cases",
            std::move(chart)};
  }

  /// Its name in the page if it has sentences there.
  [[nodiscard]] std::string quoted_thing(std::size_t number) const {
    for (const auto& [document, quotation] : result_->quotations())
      if (quotation.number == number) return thing_of(label(number));
    return {};
  }

  void write_quotations(ReportSection& out) const {
    std::vector<Evidence> all;
    std::optional<std::size_t> number;
    for (const auto& [document, quotation] : result_->quotations()) {
      if (number != quotation.number) {
        const CaseSize size = result_->text(quotation.number);
        all.push_back({thing_of(label(quotation.number)),
                       "sentences of the case with most different dimensions",
                       size.sentences,
                       size.documents,
                       {},
                       "sentence"});
        number = quotation.number;
      }
      EvidenceLine line{document + ", line " + std::to_string(quotation.line), quotation.text, {}, {}, {}};
      if (!quotation.dimensions.empty()) line.attributes.emplace_back("dimensions", quotation.dimensions);
      all.back().lines.push_back(std::move(line));
    }
    std::move(all.begin(), all.end(), std::back_inserter(out.blocks));
  }

  CaseChoices choices_;
  const std::vector<std::string> not_split_;
  Query query_;
  std::deque<CaseCounter> counters_;
  std::optional<CaseComparison> result_;
};

}  // namespace

const SectionKind cases_section{"cases", "Cases", make_section<CasesSection>};

}  // namespace topos::cli
