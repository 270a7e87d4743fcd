// SPDX-License-Identifier: Apache-2.0
#include "discourse/promise_sentences.hpp"

#include <algorithm>
#include <utility>

#include "discourse/evidence_cells.hpp"

namespace topos::cli {
namespace {

const std::vector<Column> sentence_columns{{"check"},          {"item"}, {"status"},        {"announces", true},
                                           {"delivers", true}, {"text"}, {"sentence_text"}, {"flags"}};

bool comes_from_codes(PromiseCheck check) { return check == PromiseCheck::promise || check == PromiseCheck::absence; }

}  // namespace

PromiseDecisions::PromiseDecisions(const std::string& path, const Decisions* hits) : hits_(hits) {
  if (path.empty()) return;
  for (DecisionRow& row : read_decisions(path).rows)
    for (const std::string& id : row.ids) rows_.try_emplace(id, row);
}

bool PromiseDecisions::drops(std::string_view id) const {
  const auto found = rows_.find(id);
  if (found == rows_.end()) return false;
  if (hits_ != nullptr) hits_->meet_lines({found->second.line});
  return found->second.keep == DecisionRow::Keep::no;
}

PromiseSentences::PromiseSentences(const std::vector<std::string>& by, std::vector<bool> wanted)
    : wanted_(std::move(wanted)), table_{columns_by(place_columns(), by, sentence_columns), {}} {}

void PromiseSentences::add(const DocumentPromises& document, bool repeats) {
  if (!document.selected) return;
  std::vector<const PromiseSentence*> order;
  for (const PromiseSentence& one : document.evidence)
    if (wanted_[static_cast<std::size_t>(one.check)]) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(),
                   [](const PromiseSentence* a, const PromiseSentence* b) { return a->check < b->check; });
  for (const PromiseSentence* one : order) {
    std::vector<Cell> cells = place_cells(document.document, one->id, one->sentence, one->analysis_sentence, one->line,
                                          one->span.begin, one->span.end);
    add_group(cells, document.values);
    for (const std::string& text : {std::string(promise_check_names[static_cast<std::size_t>(one->check)]), one->item,
                                    std::string(promise_status_names[static_cast<std::size_t>(one->status)])})
      cells.push_back(text_or_nothing(text));
    add_counts(cells, {one->announces ? 1U : 0U, one->delivers ? 1U : 0U});
    cells.push_back(text_or_nothing(one->text));
    cells.push_back(text_or_nothing(one->sentence_text));
    WarningFlags flags;
    flags.raise(repeats, "W12");
    flags.raise(document.draft && comes_from_codes(one->check), "W13");
    WarningFlags::gather(flags.text(), raised_);
    cells.push_back(text_or_nothing(flags.text()));
    table_.rows.push_back(std::move(cells));
  }
}

Table PromiseSentences::table() {
  WarningFlags::print(raised_);
  return std::move(table_);
}

}  // namespace topos::cli
