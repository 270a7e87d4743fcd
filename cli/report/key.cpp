// SPDX-License-Identifier: Apache-2.0
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
    std::vector<ReportBlock> facts;
    for (const ReportSection& section : report.sections)
      for (const ReportBlock& block : section.blocks)
        if (const auto* statement = std::get_if<Statement>(&block);
            statement != nullptr && statement->key && facts.size() < most_facts)
          facts.push_back(block);
    out.blocks = std::move(facts);
    if (out.blocks.empty()) out.left_out = "There is nothing to sum up.";
  }
};

}  // namespace

const SectionKind key_section{"key", "Key facts", [](const ReportContext&) -> std::unique_ptr<SectionMaker> {
                                return std::make_unique<KeySection>();
                              }};

}  // namespace topos::cli
