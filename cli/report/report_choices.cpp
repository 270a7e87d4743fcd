// SPDX-License-Identifier: Apache-2.0
#include "report/report_choices.hpp"

#include <unistd.h>

#include <algorithm>
#include <limits>

#include "messages.hpp"
#include "report/section.hpp"
#include "terminal.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/annotation/filter.hpp"
#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {
namespace {

constexpr std::int64_t most_lines = 1000;

/// Errors: Errc::filter, with the place in --compare, whose text `side` begins at `begin`.
void check_side(const std::string& side, std::size_t begin) {
  Filter filter;
  try {
    if (!side.empty()) filter.add(side);
  } catch (const Error& error) {
    throw Error(error.code(), error.message(), {"--compare", 1, begin + error.where().column}, error.hint());
  }
  for (const std::string& field : filter.fields())
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::filter, "--compare tells documents apart, which '" + printable(field) + "' does not", {},
                  "say --where for places and hits");
}

}  // namespace

const std::vector<const SectionKind*>& section_kinds() {
  static const std::vector<const SectionKind*> kinds{
#define TOPOS_SECTION(id) &id##_section,
#include "report/sections.def"
#undef TOPOS_SECTION
  };
  return kinds;
}

void tell_section(const SectionKind* kind, std::size_t number, std::size_t all) {
  if (!is_terminal(STDERR_FILENO) || message_settings().quiet) return;
  const std::string place = std::to_string(number) + " of " + std::to_string(all);
  say("\r\033[K");
  // A warning takes its place.
  if (kind != nullptr) say("topos: section " + place + ", " + std::string(kind->title) + '\r');
}

void ReportChoices::declare(Options& options) {
  options.section("Report");
  options.text("--title", title, "TEXT", "Heading of the report");
  options.list("--sections", sections, "ID[,ID]", "Only these sections");
  options.text("--compare", compare, "TEST:TEST",
               "Documents to compare, and with which: 'genre=mfa:genre=thinktank'; else the values of --by");
  options.list("--claims", claims, "FILE", "Claims files: what each source says of their claims");
  options.text("--cases", cases, "FILE", "Case file: what is said of each case");
  options.list("--human", human, "TABLE", "Tables of what people coded: how far the codes can be relied on");
  options.text("--evidence", evidence, "all|N|none",
               "Sentences to show of each code and group: all, N drawn at random, or none; default: 5");
  options.flag("--no-charts", no_charts, "Figures as drawings only: the page is 700 kB smaller");
  resampling.declare_cluster(options);
  resampling.declare_seed(options);
  options.section("Output");
  options.text("-o,--output", folder, "DIR",
               "Write to the folder DIR, whole or not at all; an earlier report there is replaced");
  options.choice("--format", format, {"md"},
                 "Print the report as Markdown, with figures of characters, in place of a folder");
  options.number("--digits", digits, 0, 17, "Digits after the point, at most, in the page; tables have all");
  options.flag("--provenance", provenance, "Print versions, codebooks and arguments to standard error as JSON");
  options.flag("-q,--quiet", message_settings().quiet, "No notes and no progress");
  options.choice("--color", message_settings().colour, {"auto", "always", "never"}, "Colour on terminals");
}

std::vector<std::string> ReportChoices::section_ids() const {
  std::vector<std::string> known;
  for (const SectionKind* kind : section_kinds()) known.emplace_back(kind->id);
  if (sections.empty()) return known;
  std::vector<std::string> ids;
  for (const std::string& text : sections)
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      std::string id = text.substr(begin, end - begin);
      begin = end + 1;
      if (std::find(known.begin(), known.end(), id) == known.end())
        throw Error(Errc::usage, "there is no section '" + printable(id) + "'", {}, did_you_mean(id, known));
      ids.push_back(std::move(id));
    }
  return ids;
}

std::pair<std::string, std::string> ReportChoices::compared() const {
  const std::size_t colon = compare.find(':');
  if (compare.empty()) return {};
  if (colon == 0 || colon + 1 == compare.size())
    throw Error(Errc::usage, "--compare takes one test of documents, or two with a colon between them", {},
                "for example --compare 'genre=mfa:genre=thinktank'");
  std::pair<std::string, std::string> sides{compare.substr(0, colon),
                                            colon == std::string::npos ? std::string() : compare.substr(colon + 1)};
  check_side(sides.first, 0);
  check_side(sides.second, colon + 1);
  return sides;
}

std::size_t ReportChoices::evidence_lines() const {
  if (evidence == "all") return std::numeric_limits<std::size_t>::max();
  if (evidence == "none") return 0;
  const auto number = parse_integer(evidence);
  if (!number || *number < 1 || *number > most_lines)
    throw Error(Errc::usage, "--evidence takes all, none or a whole number from 1 to " + std::to_string(most_lines) +
                                 ", not '" + printable(evidence) + "'");
  return static_cast<std::size_t>(*number);
}

}  // namespace topos::cli
