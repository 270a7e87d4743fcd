// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counting_run.hpp"
#include "report/report_choices.hpp"
#include "topos/discourse/case_counter.hpp"

namespace topos::cli {

/// Claims and cases that a report is made with, beside what it looks for.
struct ReportInputs {
  std::vector<std::string> globs;   ///< of --codes, before claims and cases were added
  std::vector<std::string> claims;  ///< ids
  std::optional<CaseSet> cases;

  /// Loads the files of --claims and --cases and adds what they hold to what is looked for.
  /// Errors: those of load_claims, load_cases and CaseSet.
  ReportInputs(const ReportChoices& choices, SearchGroup& search);
  /// The codes that the report is about, without those of claims and cases.
  [[nodiscard]] CodeSelection codes(const Library& library) const;

 private:
  bool typed_ = false;  ///< patterns of -e and -f were looked for before
  std::vector<std::string> expressions_;
};

/// What a report is made with; it outlives the sections.
struct ReportContext {
  const Session& session;
  const ReportChoices& choices;
  const ReportInputs& inputs;
  CountingRun& run;

  [[nodiscard]] const Query& query() const noexcept { return run.query(); }
  [[nodiscard]] const std::vector<std::string>& by() const noexcept { return query().options().by; }
  [[nodiscard]] const CodeSelection& codes() const noexcept { return query().options().codes; }
  [[nodiscard]] const std::vector<const Codebook*>& books() const { return run.library().shelf().books(); }
  /// The fields of --by if all of them tell documents apart, else none.
  [[nodiscard]] std::vector<std::string> document_fields() const;
  /// What passes --where of all codes that are looked for, split by fields.
  [[nodiscard]] Query query_by(std::vector<std::string> by, CodeSelection codes = {}) const;
  /// The command line as a shell reads it back: "topos report TEXTS -o DIR --by=genre".
  [[nodiscard]] std::string command() const;
  /// Whether some code that begins so is looked for.
  [[nodiscard]] bool looks_for(std::string_view beginning) const;
};

}  // namespace topos::cli
