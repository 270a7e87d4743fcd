// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "discourse/promise_choices.hpp"
#include "discourse/promise_tables.hpp"
#include "report/section.hpp"
#include "report/table_view.hpp"
#include "topos/discourse/promise_reader.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_named = 6;  ///< things that a statement lists

/// What texts announce, against what they then treat.
class PromisesSection final : public SectionKeeping<DocumentPromises> {
 public:
  explicit PromisesSection(const ReportContext& context)
      : by_(context.document_fields().empty() ? std::vector<std::string>{"document"} : context.document_fields()),
        query_(context.query_by(by_)) {
    plan_.topics = CodeSelection(context.inputs.globs.empty() ? std::vector<std::string>{"domain.*", "lens.*"}
                                                              : context.inputs.globs);
    if (query_.names_place() || query_.names_hit())
      why_not_ = "What a text announces and delivers is asked of whole texts, and --where speaks of parts or hits.";
    for (std::size_t i = 0; i < context.run.jobs(); ++i) readers_.emplace_back(query_, plan_);
  }

 private:
  DocumentPromises look(const DocumentSight& sight) override {
    return why_not_.empty() ? readers_[sight.worker].read(sight.annotated, sight.annotator) : DocumentPromises();
  }
  void add(DocumentPromises one, const DocumentTally&, bool twin) override {
    if (why_not_.empty()) totals_.add(one, twin);
  }

  void write(ReportSection& out) override {
    out.left_out = why_not_;
    if (!why_not_.empty()) return;
    PromiseChoices choices;
    choices.checks = {"announcement,promise,keyword,acronym"};
    Table table = PromiseTables(totals_, plan_, by_, choices.wanted()).table();
    if (table.rows.empty()) {
      out.left_out = "Nothing is announced in words that the rules know.";
      return;
    }
    write_statements(out, TableView(table));
    out.blocks.emplace_back(
        ReportTable{"promises",
                    "What is announced, and what is delivered",
                    std::move(table),
                    {},
                    "A thing is delivered in three sentences or more behind the part that announces it, thin in one or "
                    "two, undelivered in none; n: announcements; value: sentences of delivery. Cues found by rules. "
                    "evidence: document and number of the sentence."});
  }

  void write_statements(ReportSection& out, const TableView& view) const {
    struct Group {
      std::map<std::string, std::vector<std::string>> things;  ///< by status
      std::set<std::string> all;
    };
    std::map<std::vector<std::string>, Group> groups;
    for (std::size_t row = 0; row < view.rows(); ++row) {
      // What is used and was not announced is no promise.
      const std::string status = view.text(row, "status");
      if (view.text(row, "check") != "promise" ||
          (status != "undelivered" && status != "thin" && status != "delivered"))
        continue;
      std::vector<std::string> values;
      for (std::size_t i = 0; i < by_.size(); ++i) values.push_back(view.text_at(row, i));
      Group& group = groups[values];
      group.things[status].push_back(view.text(row, "item"));
      group.all.insert(view.text(row, "item"));
    }
    std::size_t written = 0;
    for (const auto& [values, group] : groups) {
      if (written == most_told_groups) break;
      const auto listed = [&, &things = group.things](const char* status) {
        const auto found = things.find(status);
        if (found == things.end()) return std::string("none");
        std::string text;
        for (std::size_t i = 0; i < found->second.size() && i < most_named; ++i)
          text += (i == 0 ? "" : ", ") + found->second[i];
        return std::to_string(found->second.size()) + " (" + text + (found->second.size() > most_named ? ", …)" : ")");
      };
      // One thing may be delivered in one text of a group and not in another.
      const bool texts = by_ != std::vector<std::string>{"document"};
      const std::string some = texts ? " in some text: " : ": ";
      out.blocks.emplace_back(Statement{"Announcements in " + texts_of(by_, values) +
                                            ", as rules find them, have words of " +
                                            counted(group.all.size(), "domain or lens", "domains and lenses") +
                                            "; undelivered (no sentence behind them)" + some + listed("undelivered") +
                                            "; thin (one or two)" + (texts ? " in some: " : some) + listed("thin") +
                                            "; delivered" + (texts ? " in some: " : some) + listed("delivered") + ".",
                                        "table-promises", written == 0});
      ++written;
    }
  }

  static std::string counted(std::size_t n, const char* one, const char* many) {
    return std::to_string(n) + ' ' + (n == 1 ? one : many);
  }

  std::vector<std::string> by_;
  Query query_;
  PromisePlan plan_;
  std::string why_not_;
  std::deque<PromiseReader> readers_;
  PromiseTotals totals_;
};

}  // namespace

const SectionKind promises_section{"promises", "Announced and delivered", make_section<PromisesSection>};

}  // namespace topos::cli
