// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "field_check.hpp"
#include "session.hpp"
#include "topos/annotation/frequencies.hpp"
#include "topos/base/error.hpp"
#include "warnings.hpp"

namespace topos::cli {
namespace {

struct Counted {
  FieldCheck::Sight sight;
  DocumentFeatures features;
};

std::vector<Column> freq_columns(const std::vector<std::string>& by) {
  const std::vector<Column> counts{{"n", true}, {"documents", true}, {"per_1000_words", true}};
  std::vector<Column> taken = counts;
  taken.push_back({"feature"});
  std::vector<Column> columns{{"feature"}};
  for (const std::string& field : by) columns.push_back({field_column(field, taken)});
  columns.insert(columns.end(), counts.begin(), counts.end());
  return columns;
}

/// Sets the cells of a row, which keep their memory from row to row.
void set_cells(const FrequencyRow& row, std::vector<Cell>& cells) {
  set_text(cells[0], row.feature);
  std::size_t at = 1;
  for (const std::string& value : *row.group) {
    if (value.empty()) cells[at] = Cell();
    else set_text(cells[at], value);
    ++at;
  }
  cells[at++] = static_cast<std::int64_t>(row.frequency.n);
  cells[at++] = static_cast<std::int64_t>(row.frequency.documents);
  cells[at] = row.words == 0 ? Cell() : Cell(static_cast<double>(row.frequency.n) * 1000 / static_cast<double>(row.words));
}

struct Freq {
  Session session;
  std::int64_t least = 1;

  Status run() {
    Library library{SearchGroup{}};
    const Query query = session.query(library);
    if (query.names_hit()) throw Error(Errc::filter, "words have no hits that --where or --by could name", {}, "use count, or filter before it");
    PipelineOptions options = session.pipeline(Annotate::never);
    options.segment = true;
    widen_analysis(query, options);
    Reporter reporter(library);
    FeatureTable table;
    std::vector<WordCounter> counters(options.jobs, WordCounter(table));
    Frequencies frequencies;
    FieldCheck fields(query);
    bool twins = false;
    BookShelf no_books({}, {});  // nothing is looked for
    const PipelineSummary summary = run_pipeline<Counted>(
        options, no_books, reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          return Counted{FieldCheck::look(query, annotated.document), counters[worker].count(query, annotated, annotator)};
        },
        [&](Counted one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          twins = twins || (twin != nullptr && !one.features.groups.empty());
          frequencies.add(one.features);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    if (twins) warn("W12", warning_text("W12"));
    TableOutput out(session.output, reporter.provenance(), freq_columns(query.options().by));
    std::vector<Cell> cells(4 + query.options().by.size());
    for (const FrequencyRow& row : frequencies.rows(table, static_cast<std::uint64_t>(least))) {
      set_cells(row, cells);
      out.row(cells);
    }
    out.close();
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Freq>();
  command->session.input.declare(options);
  command->session.filter.declare(options);
  options.section("Frequencies");
  options.number("--min", command->least, 1, 1'000'000'000, "Only rows with at least so many occurrences");
  command->session.run.declare(options);
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command freq_command{.name = "freq",
                           .group = "Statistics",
                           .summary = "Count words: how often, in how many documents, at what rate",
                           .examples = "topos freq texts/ --min 5\n"
                                       "topos freq texts/ --by genre --format csv",
                           .declare = declare};

}  // namespace topos::cli
