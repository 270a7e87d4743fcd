// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "comma_list.hpp"
#include "command.hpp"
#include "options/output.hpp"
#include "planted_phrase.hpp"
#include "topos/base/error.hpp"
#include "topos/base/json.hpp"
#include "topos/statistics/simulation.hpp"

namespace topos::cli {
namespace {

std::string json_line(const SimulatedDocument& made, const std::string& language) {
  std::string line = "{\"id\":" + json_string(made.id) + ",\"language\":" + json_string(language) +
                     ",\"group\":" + json_string(made.group);
  if (!made.cluster.empty()) line += ",\"cluster\":" + json_string(made.cluster);
  return line + ",\"text\":" + json_string(made.text) + "}\n";
}

struct Simulate {
  OutputGroup output;
  SimulationPlan plan;
  std::string groups = "a,b";
  std::int64_t documents = 12;
  std::int64_t clusters = 0;
  std::int64_t words = 400;
  std::int64_t seed = 1;
  std::vector<std::string> planted;
  std::string language = "en";
  std::string truth;

  Status run() {
    if (!truth.empty() && (truth == "-" || truth == output.path))
      throw Error(Errc::usage, "--truth needs a file of its own");
    plan.groups = comma_list(groups);
    plan.documents = static_cast<std::size_t>(documents);
    plan.clusters = static_cast<std::size_t>(clusters);
    plan.words = static_cast<double>(words);
    plan.seed = static_cast<std::uint64_t>(seed);
    for (const std::string& text : planted) plan.phrases.push_back(planted_phrase(text, plan.groups.size()));
    const Simulation simulation(std::move(plan));
    Provenance provenance = run_provenance();
    provenance.seed = simulation.plan().seed;

    Table table{{{"document"},
                 {"group"},
                 {"cluster"},
                 {"words", true},
                 {"phrase"},
                 {"planted_per_1000_words", true},
                 {"document_per_1000_words", true},
                 {"n", true}},
                {}};
    OutputStream out(output.path);
    for (std::size_t number = 0; number < simulation.size(); ++number) {
      const SimulatedDocument made = simulation.document(number);
      out.write(json_line(made, language));
      for (std::size_t i = 0; !truth.empty() && i < made.hits.size(); ++i) {
        const PlantedPhrase& phrase = simulation.plan().phrases[i];
        table.rows.push_back({made.id, made.group, made.cluster.empty() ? Cell() : Cell(made.cluster),
                              static_cast<std::int64_t>(made.words), phrase.phrase,
                              phrase.rates[number / simulation.plan().documents], made.rates[i],
                              static_cast<std::int64_t>(made.hits[i])});
      }
    }
    out.close();
    write_provenance(output, provenance);
    if (truth.empty()) return 0;
    OutputGroup beside;
    beside.path = truth;
    write_table(beside, provenance, table);
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Simulate>();
  SimulationPlan& plan = command->plan;
  options.section("Corpus");
  options.text("--groups", command->groups, "NAME,NAME", "Names of the groups, the field 'group' of documents");
  options.number("--documents", command->documents, 1, 100'000, "Documents of each group");
  options.number("--words", command->words, 10, 1'000'000, "Mean length of a document");
  options.real("--words-cv", plan.words_cv, 0, 3, "Standard deviation of lengths, divided by their mean");
  options.number("--clusters", command->clusters, 1, 100'000,
                 "Clusters that the documents of each group are dealt to in turn, the field 'cluster'");
  options.text("--language", command->language, "TAG", "Language that the documents are said to be of");
  options.section("What is planted");
  options.list("--plant", command->planted, "PHRASE=RATE[,RATE]",
               "Phrase and how often it occurs in 1000 words, in every group or group by group");
  options.real("--document-cv", plan.document_cv, 0, 10,
               "Standard deviation of rates between documents, divided by their mean");
  options.real("--cluster-cv", plan.cluster_cv, 0, 10, "The same between clusters");
  options.number("--seed", command->seed, 0, 4'294'967'295, "Number that everything follows from");
  options.text("--truth", command->truth, "FILE", "Write what was planted in each document to FILE, a table");
  command->output.declare_plain(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command simulate_command{.name = "simulate",
                               .group = "Program",
                               .summary = "make up a corpus with wordings planted at known rates",
                               .examples =
                                   "topos simulate --plant 'multipolar world=2,4' > corpus.jsonl\n"
                                   "topos simulate --groups before,after --documents 40 --clusters 8 --plant "
                                   "'hegemony=3,3' --cluster-cv 0.5 --truth truth.tsv",
                               .declare = declare};

}  // namespace topos::cli
