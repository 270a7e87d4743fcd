// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "topos/report/figure.hpp"
#include "topos/report/provenance.hpp"
#include "topos/report/table.hpp"

namespace topos {

/// A paragraph of explanation.
struct Prose {
  std::string text;
};

/// What was measured, in one sentence with its numbers.
struct Statement {
  std::string text;
  std::string target;  ///< id of what it rests on: a table, a figure, or the evidence of a code; see evidence_id
  bool key = false;    ///< one of those that the report opens with
};

/// What a reader has to know before reading on.
struct Warning {
  std::string id;
  std::string text;
};

/// A table of a report: the page shows some of its columns and rows, its file all of them.
struct ReportTable {
  std::string id;  ///< unique in a report; a file name
  std::string title;
  Table table;
  std::vector<std::string> shown;  ///< names of columns; none: all
  std::string note;                ///< denominators and the like
};

/// One line of a concordance, with what is known about it.
struct EvidenceLine {
  std::string place;  ///< document and line
  std::string left;   ///< with the space that parts it from the node, if there is one; so is `right`
  std::string node;
  std::string right;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< names and values
};

/// Lines that stand behind the numbers of a code, or of something else that has a name.
struct Evidence {
  std::string code;
  std::string label;  ///< what the codebook calls it
  std::uint64_t hits = 0;
  std::uint64_t documents = 0;
  std::vector<EvidenceLine> lines;
  std::string noun = "hit";  ///< what is counted
};

/// Text in a fixed width, as a command line.
struct Verbatim {
  std::string text;
};

using ReportBlock = std::variant<Prose, Statement, Warning, Figure, ReportTable, Evidence, Verbatim>;

/// A part of a report, or a word of why there is none.
struct ReportSection {
  std::string id;
  std::string title;
  std::vector<ReportBlock> blocks;
  std::string left_out;  ///< why it is not there; empty: it is
};

/// A report as data: it knows documents, codes and measures by name only.
struct Report {
  std::string title;
  std::string summary;  ///< what was read, in one line
  std::vector<ReportSection> sections;
  Provenance provenance;
  int digits = 2;      ///< after the point, in what people read; tables have all
  bool charts = true;  ///< the page brings what draws its figures anew where scripts run
};

/// The anchor of a code's evidence: letters, digits, '.', '_' and '-' of it, and a hash where others were left out.
[[nodiscard]] std::string evidence_id(std::string_view code);

}  // namespace topos
