// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "options/output.hpp"
#include "topos/base/error.hpp"
#include "topos/base/suggest.hpp"
#include "topos/statistics/measure_input.hpp"

namespace topos::cli {
namespace {

struct Measures {
  std::vector<std::string> words;
  std::string family;
  OutputGroup output;

  [[nodiscard]] static const Measure& find(const std::string& id) {
    if (const MeasureVariant found = find_measure(id); found.measure != nullptr) return *found.measure;
    std::vector<std::string> known;
    for (const Measure* measure : all_measures())
      for (const Variant& variant : measure->variants) known.emplace_back(variant.id);
    std::string hint = did_you_mean(id, known);
    if (hint.empty()) hint = "see 'topos measures'";
    throw Error(Errc::usage, "no measure is called '" + id + "'", {}, std::move(hint));
  }

  [[nodiscard]] Table list() const {
    Table table{{{"id"}, {"measure"}, {"family"}, {"use"}, {"title"}, {"formula"}}, {}};
    for (const Measure* measure : all_measures()) {
      if (!family.empty() && family_name(measure->family) != family) continue;
      for (const Variant& variant : measure->variants) {
        const Cell use = measure->use.empty() ? Cell() : Cell(std::string(measure->use));
        table.rows.push_back({std::string(variant.id), std::string(measure->id),
                              std::string(family_name(measure->family)), use, std::string(measure->title),
                              std::string(variant.formula)});
      }
    }
    return table;
  }

  static void show(const Measure& measure, Table& table) {
    const auto add = [&](std::string_view field, std::string_view id, Cell value) {
      table.rows.push_back({std::string(field), std::string(id), std::move(value)});
    };
    const auto text = [&](std::string_view field, std::string_view value) {
      if (!value.empty()) add(field, measure.id, std::string(value));
    };
    text("title", measure.title);
    text("family", family_name(measure.family));
    text("use", measure.use);
    for (const Variant& variant : measure.variants) add("formula", variant.id, std::string(variant.formula));
    text("unit", measure.unit);
    text("domain", measure.domain);
    text("direction", measure.direction);
    text("zeros", measure.zeros);
    text("source", measure.source);
    text("example", measure.example);
    for (const Variant& variant : measure.variants) add("value", variant.id, compute(variant, measure.example));
  }

  [[nodiscard]] Table shown() const {
    if (words.size() == 1) throw Error(Errc::usage, "there is no measure to show", {}, "name one, for example ll4");
    if (!family.empty()) throw Error(Errc::usage, "--family chooses what is listed, and 'show' takes names");
    Table table{{{"field"}, {"id"}, {"value"}}, {}};
    for (std::size_t i = 1; i < words.size(); ++i) show(find(words[i]), table);
    return table;
  }

  Status run() const {
    const bool lists = words.empty() || (words.size() == 1 && words[0] == "list");
    if (!lists && words[0] != "show")
      throw Error(Errc::usage, "'" + words[0] + "' is neither 'list' nor 'show'", {},
                  "try 'topos measures show " + words[0] + "'");
    write_table(output, run_provenance(), lists ? list() : shown());
    return 0;
  }
};

Run declare_measures(Options& options) {
  auto measures = std::make_shared<Measures>();
  options.operands(measures->words, "list | show ID…", "'list', the default, or 'show' and the measures to tell about");
  std::vector<std::string> families(family_names().begin(), family_names().end());
  options.choice("--family", measures->family, std::move(families), "List the measures of one family");
  measures->output.declare(options);
  return [measures] { return measures->run(); };
}

}  // namespace

const Command measures_command{.name = "measures",
                               .group = "Statistics",
                               .summary = "list the statistics, or tell all about one",
                               .examples = "topos measures --family dispersion\ntopos measures show ll4",
                               .declare = declare_measures};

}  // namespace topos::cli
