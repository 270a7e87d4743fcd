// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "cells.hpp"
#include "report/section.hpp"
#include "topos/report/versions.hpp"
#include "warning_flags.hpp"
#include "warnings.hpp"

namespace topos::cli {
namespace {

/// What the numbers rest on: warnings, codebooks, the command line and versions.
class MethodSection final : public SectionKeeping<NothingKept> {
 public:
  explicit MethodSection(const ReportContext& context) : context_(context) {}

 private:
  NothingKept look(const DocumentSight& sight) override {
    (void)sight;
    return {};
  }

  void add(NothingKept, const DocumentTally& tally, bool) override {
    if (!tally.selected) return;
    for (const DocumentTally::Row& row : tally.rows) found_.emplace(row.kind->codebook, row.kind->code);
  }

  void write(ReportSection& out) override {
    out.blocks.emplace_back(
        Prose{"Counts are of wording in the texts that were read. Intervals say how far a rate varies with the choice "
              "of documents like these, which are taken for independent unless --cluster names what they share; groups "
              "of fewer than five documents are described and "
              "nothing is inferred from them. What rests on rules, such as negation or quotation, is a cue. Texts may "
              "be under copyright: --evidence none leaves sentences out."});
    for (const std::string& id : printed_warnings())
      out.blocks.emplace_back(Warning{id, std::string(warning_text(id))});
    out.blocks.emplace_back(codebook_table());
    out.blocks.emplace_back(Verbatim{context_.command() + "\n"});
    std::string versions;
    for (const Provenance::Book& book : context_.run.reporter().provenance().codebooks)
      versions += "codebook " + book.id + ' ' + book.version + ", SHA-256 " + book.checksum + '\n';
    for (const auto& [name, version] : library_versions()) versions += name + ' ' + version + '\n';
    versions += "seed " + std::to_string(context_.choices.resampling.seed) + '\n';
    out.blocks.emplace_back(Verbatim{versions});
  }

  [[nodiscard]] ReportTable codebook_table() const {
    Table table{
        {{"code"}, {"label"}, {"dimension"}, {"definition"}, {"include"}, {"exclude"}, {"patterns"}, {"codebook"}}, {}};
    for (const Codebook* book : context_.books())
      for (const Code& code : book->codes) {
        if (found_.count({book->id, code.id}) == 0) continue;
        std::string patterns;
        for (const auto& [language, entries] : code.languages)
          for (const Pattern& pattern : entries.patterns)
            patterns.append(patterns.empty() ? "" : "\n")
                .append(language.empty() ? "" : language + ": ")
                .append(pattern.source);
        table.rows.push_back({code.id, text_or_nothing(code.label), text_or_nothing(code.dimension),
                              text_or_nothing(code.definition), text_or_nothing(code.include),
                              text_or_nothing(code.exclude), text_or_nothing(patterns), book->id});
      }
    return {"codebook",
            "Codes that were found, as the codebook defines them",
            std::move(table),
            {"code", "label", "dimension", "definition"},
            "Rules of inclusion and exclusion and all patterns are in the file."};
  }

  const ReportContext& context_;
  std::set<std::pair<std::string, std::string>> found_;
};

}  // namespace

const SectionKind method_section{"method", "Method and warnings",
                                 [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                   return std::make_unique<MethodSection>(context);
                                 }};

}  // namespace topos::cli
