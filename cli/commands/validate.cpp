// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "coding/validation_table.hpp"
#include "count_table.hpp"
#include "counting_run.hpp"
#include "warnings.hpp"

namespace topos::cli {
namespace {

struct Validate {
  Session session;
  ValidationChoices choices;

  Status run() {
    if (choices.tables.empty()) throw Error(Errc::usage, "--human is missing", {}, "name a table of what people coded");
    session.output.refuse_inputs(choices.tables);
    session.output.refuse_inputs({choices.key});
    const Requirements requirements(choices);
    Codings codings(choices.tables);
    const std::string unit = choices.unit_name(codings);
    const bool spans = choices.by_spans(codings);
    (void)choices.span_rule();
    Validation validation(codings, spans);
    std::vector<ValidationLine> lines;
    const auto finish = [&](const std::function<bool(const std::string&)>& knows) {
      lines = all_lines(codings, validation, knows);
      const bool said = validation.has_machine() || spans || !choices.unit.empty() || !codings.unit_name().empty() ||
                        codings.kind() == Codings::Kind::hits;
      return ValidationTable(choices, said ? unit : "unit", spans).table(lines, validation);
    };
    Status status = 0;
    if (codings.kind() == Codings::Kind::hits || session.input.nothing_to_read()) {
      Provenance provenance = run_provenance();
      provenance.decisions = codings.checksum();
      const Table table = finish([](const std::string&) { return true; });
      write_table(session.output, provenance, table);
    } else {
      status = read_texts(codings, unit_kind(unit), validation, finish);
    }
    return std::max(status, requirements.check(lines));
  }

  template <class Finish>
  Status read_texts(const Codings& codings, UnitKind kind, Validation& validation, const Finish& finish) {
    CountingRun documents(session);
    documents.need_tokens();
    std::deque<MachineCoder> machines;
    for (std::size_t i = 0; i < documents.jobs(); ++i) machines.emplace_back(codings, documents.query(), kind);
    documents.each([&](std::size_t worker, AnnotatedDocument& annotated,
                       Annotator& annotator) { return machines[worker].code(annotated, annotator.segmentation()); },
                   [&](const DocumentCodes& one, bool twin) { validation.add(one, twin); });
    return documents.write([&] {
      std::set<std::string> known;
      for (const BookCode& one : all_codes(documents.query(), documents.library(), documents.reporter()))
        known.insert(one.code);
      return finish([&](const std::string& code) { return known.contains(code); });
    });
  }

  std::vector<ValidationLine> all_lines(const Codings& codings, const Validation& validation,
                                        const std::function<bool(const std::string&)>& knows) const {
    const ValidationLines make(codings, validation, choices);
    std::map<std::string, std::uint32_t> codes;
    const CodeSelection selection(session.search.code_globs());
    for (std::uint32_t i = 0; i < codings.codes().size(); ++i)
      if (selection.selects(codings.codes()[i])) codes.emplace(codings.codes()[i], i);
    std::vector<ValidationLine> lines;
    for (const auto& [name, code] : codes)
      for (ValidationLine& line : make.of(code, knows(name))) lines.push_back(std::move(line));
    if (validation.uncoded().empty()) return lines;
    if (!choices.uncoded)
      warn("W09", std::to_string(validation.uncoded().size()) +
                      " codes have hits and no human validation; --uncoded lists them");
    for (const std::string& name : choices.uncoded ? validation.uncoded() : std::set<std::string>()) {
      ValidationLine& line = lines.emplace_back();
      line.code = name;
      line.machine = line.uncoded = true;
      line.reason = "nobody coded it";
    }
    return lines;
  }
};

}  // namespace

const Command validate_command{.name = "validate",
                               .group = "Human coding",
                               .summary = "Compare what people coded with each other and with what was found",
                               .examples =
                                   "topos validate --human coded.tsv texts/\n"
                                   "topos validate --human anna.tsv --human ben.tsv --min alpha=.8,f1=.7 texts/\n"
                                   "topos validate --human spans.tsv --overlap iou=.5 texts/",
                               .declare = declare_counting<Validate, Rows::of_coders>};

}  // namespace topos::cli
