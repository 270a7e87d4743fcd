// SPDX-License-Identifier: Apache-2.0
#include <iterator>
#include <variant>

#include "report/section.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_facts = 8;

/// What the other sections hold to be worth saying first.
class KeySection final : public SectionKeeping<NothingKept> {
 private:
  NothingKept look(const DocumentSight&) override { return {}; }
  void add(NothingKept, const DocumentTally&, bool) override {}
  void write(ReportSection&) override {}

  void write_last(ReportSection& out, const Report& report) override {
    // The first of each section, then the second ones: no section crowds out others.
    std::vector<std::vector<ReportBlock>> rounds;
    for (const ReportSection& section : report.sections) {
      std::size_t round = 0;
      for (const ReportBlock& block : section.blocks) {
        const auto* statement = std::get_if<Statement>(&block);
        if (statement == nullptr || !statement->key) continue;
        if (round == rounds.size()) rounds.emplace_back();
        rounds[round++].push_back(block);
      }
    }
    std::vector<ReportBlock> facts;
    for (const std::vector<ReportBlock>& round : rounds)
      for (const ReportBlock& block : round)
        if (facts.size() < most_facts) facts.push_back(block);
    // What makes the sentences weaker stands before them.
    for (const ReportSection& section : report.sections) {
      if (section.id == "method") continue;
      for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        if (!std::holds_alternative<Warning>(section.blocks[i])) continue;
        out.blocks.push_back(section.blocks[i]);
        // The command that helps.
        if (i + 1 < section.blocks.size() && std::holds_alternative<Verbatim>(section.blocks[i + 1]))
          out.blocks.push_back(section.blocks[i + 1]);
      }
    }
    std::move(facts.begin(), facts.end(), std::back_inserter(out.blocks));
    if (out.blocks.empty()) out.left_out = "There is nothing to sum up.";
  }
};

}  // namespace

const SectionKind key_section{"key", "Key facts", [](const ReportContext&) -> std::unique_ptr<SectionMaker> {
                                return std::make_unique<KeySection>();
                              }};

}  // namespace topos::cli
