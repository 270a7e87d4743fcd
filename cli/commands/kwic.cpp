// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <string>

#include "kwic_lines.hpp"
#include "row_order.hpp"
#include "session.hpp"
#include "warnings.hpp"

namespace topos::cli {
namespace {

/// Where the lines go: the table, and the coding sheet if one is wanted.
class Lines {
 public:
  Lines(const OutputGroup& output, const KwicChoices& choices, const Reporter& reporter, const std::vector<Column>& columns)
      : output_(output), choices_(choices), reporter_(reporter), columns_(columns) {}
  void write(std::vector<Cell> cells) {
    open();
    if (sheet_) sheet_->row(KwicLines::sheet_row(cells));
    cells.pop_back();
    table_->row(cells);
    ++rows_;
  }
  void close() {
    open();
    if (sheet_) sheet_->close();
    table_->close();
  }
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

 private:
  void open() {
    if (table_) return;
    table_.emplace(output_, reporter_.provenance(), columns_);
    if (choices_.sheet.empty()) return;
    OutputGroup group;
    group.path = choices_.sheet;
    group.format = "tsv";
    sheet_.emplace(group, reporter_.provenance(), KwicLines::sheet_columns());
  }

  const OutputGroup& output_;
  const KwicChoices& choices_;
  const Reporter& reporter_;
  const std::vector<Column>& columns_;
  std::optional<TableOutput> table_;
  std::optional<TableOutput> sheet_;
  std::size_t rows_ = 0;
};

struct Kwic {
  Session session;
  KwicChoices choices;
  bool exit_code = false;

  Status run() {
    Library library(session.search);
    const Query query = session.query(library.selection(), static_cast<std::uint32_t>(choices.level));
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    widen_analysis(query, options);
    options.segment = choices.context == "sentence";
    KwicLines lines(query, choices, options.jobs, false);
    Reporter reporter(library);
    Lines out(session.output, choices, reporter, lines.columns());
    RowOrder order({!choices.sort.empty(), static_cast<std::uint64_t>(choices.random), static_cast<std::uint64_t>(choices.limit)}, temporary_folder(),
                   [&](std::vector<Cell> cells) { out.write(std::move(cells)); });
    FieldCheck fields(query);
    bool twins = false;
    bool drafts = false;
    const PipelineSummary summary = run_pipeline<KwicResult>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) { return lines.make(worker, annotated, annotator); },
        [&](KwicResult result, const NearDuplicates::Found* twin) {
          fields.add(result.sight);
          if (fields.complete()) order.release();
          twins = twins || (twin != nullptr && !result.rows.empty());
          drafts = drafts || result.draft;
          for (OrderedRow& row : result.rows)
            if (!order.add(std::move(row))) return false;
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    order.finish();
    out.close();
    if (twins) warn("W12", warning_text("W12"));
    if (drafts) warn("W13", warning_text("W13"));
    return status == 0 && exit_code && out.rows() == 0 ? 1 : status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Kwic>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.filter.declare(options);
  command->choices.declare(options);
  command->session.run.declare(options);
  options.flag("--exit-code", command->exit_code, "End with status 1 if nothing was found");
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command kwic_command{.name = "kwic",
                           .group = "Core",
                           .summary = "Show each hit in its context: a concordance",
                           .examples = "topos kwic -e 'multipolar*' texts/\n"
                                       "topos kwic texts/ --codes frame.hedging --by genre --sort right,left\n"
                                       "topos kwic texts/ --random 100 --sheet sheet.tsv > lines.tsv",
                           .declare = declare};

}  // namespace topos::cli
