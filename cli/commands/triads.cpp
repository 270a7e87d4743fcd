// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <utility>

#include "comma_list.hpp"
#include "counting_run.hpp"
#include "messages.hpp"
#include "triad_table.hpp"

namespace topos::cli {
namespace {

struct Triads {
  Session session;
  TriadChoices choices;

  Status run() {
    choices.check();
    TriadOptions options;
    if (!session.search.codes.empty()) options.actors = CodeSelection(session.search.code_globs());
    if (session.search.codes.empty() && !session.search.all_expressions().empty())
      options.actors = CodeSelection::only(session.search.all_expressions());
    std::vector<std::string> classes;
    for (const std::string& list : choices.classes)
      for (std::string& one : comma_list(list)) classes.push_back(std::move(one));
    options.by_class = !classes.empty();
    if (options.by_class) options.classes = CodeSelection(classes);
    options.complete = choices.complete;
    ParsedSentences parsed;
    for (const std::string& path : choices.parsed) parsed.add(path);
    if (!choices.parsed.empty()) options.parsed = &parsed;
    look_for_actions();
    // The decisions are about triads, so that no hits may be looked for under their ids.
    std::optional<TriadDecisions> decisions;
    if (const std::string path = std::exchange(session.decisions.path, {}); !path.empty()) {
      session.output.refuse_inputs({path});
      decisions.emplace(path);
    }
    CountingRun documents(session, choices.level);
    documents.need_tokens();
    const TriadReader reader(documents.query(), options, documents.library().shelf().books(),
                             decisions ? &*decisions : nullptr);
    TriadTable shown(documents.query(), choices, decisions.has_value());
    documents.each([&](std::size_t, AnnotatedDocument& annotated,
                       Annotator& annotator) { return reader.read(annotated, annotator); },
                   [&](const DocumentTriads& one, bool twin) { shown.add(one, twin); });
    std::string languages;
    for (const std::string& one : shown.languages_without()) languages += (languages.empty() ? "" : ", ") + one;
    if (!languages.empty())
      note("triads are found in English alone; documents in other languages are left out: " + languages);
    if (const ParsedSentences::Aligned& aligned = shown.aligned(); aligned.found < aligned.sentences)
      note(std::to_string(aligned.sentences - aligned.found) + " of " + std::to_string(aligned.sentences) +
           " sentences are not in the analyses of --conllu; our grammar reads them");
    return documents.write([&] { return shown.table(); });
  }

 private:
  /// The built-in book has more than actors and actions; of books that were named all codes serve, since nobody knows
  /// which are actors.
  void look_for_actions() {
    std::vector<std::string>& codes = session.search.codes;
    if (!session.search.uses_built_in()) {
      codes.clear();
      return;
    }
    if (codes.empty()) codes.push_back("actor.*");
    codes.push_back("action.*");
  }
};

}  // namespace

const Command triads_command{.name = "triads",
                             .group = "Discourse",
                             .summary = "List who acts on whom: actor, action, actor",
                             .examples =
                                 "topos triads speech.txt\n"
                                 "topos triads texts/ --actors --by genre\n"
                                 "topos triads texts/ --pairs --classes 'action.coerce,action.compete' --level 3",
                             .declare = declare_counting<Triads>};

}  // namespace topos::cli
