// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>
#include <utility>

#include "comma_list.hpp"
#include "counting_run.hpp"
#include "discourse/actor_set_table.hpp"
#include "discourse/triad_table.hpp"
#include "messages.hpp"
#include "options/pairs.hpp"
#include "topos/base/error.hpp"
#include "topos/discourse/kept_findings.hpp"

namespace topos::cli {
namespace {

struct Triads {
  static constexpr bool mergeable = true;
  Session session;
  TriadChoices choices;

  Status run() {
    choices.check();
    TriadOptions options;
    options.actors = named_actors();
    if (choices.sets) return count_sets(options.actors);
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
    TriadTable shown(documents.query(), choices, decisions ? &*decisions : nullptr);
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
  /// Everything, if actors are those that the codebook calls so.
  [[nodiscard]] CodeSelection named_actors() const {
    if (!session.search.codes.empty()) return CodeSelection(session.search.code_globs());
    if (!session.search.all_expressions().empty()) return CodeSelection::only(session.search.all_expressions());
    return {};
  }

  Status count_sets(const CodeSelection& actors) {
    if (!session.decisions.path.empty())
      throw Error(Errc::usage, "--sets counts sentences, and --decisions is about triads", {},
                  "drop and recode hits with topos filter --decisions");
    if (session.search.uses_built_in() && session.search.codes.empty()) session.search.codes.push_back("actor.*");
    ActorSetTally tally(choices.set_ends());
    CountingRun documents(session, choices.level);
    refuse_hit_fields(documents.query());
    documents.need_tokens();
    const ActorSetReader reader(documents.query(), actors);
    bool twins = false;
    bool draft = false;
    documents.each([&](std::size_t, AnnotatedDocument& annotated,
                       Annotator& annotator) { return reader.read(annotated, annotator); },
                   [&](const DocumentActorSets& one, bool twin) {
                     twins = twins || (twin && !one.sentences.empty());
                     draft = draft || (one.draft && !one.sentences.empty());
                     tally.add(one);
                   });
    return documents.write([&] {
      return actor_set_table(tally, documents.query().options().by, static_cast<std::size_t>(choices.limit), twins,
                             draft);
    });
  }

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
                                 "topos triads texts/ --sets --limit 20\n"
                                 "topos triads texts/ --pairs --classes 'action.coerce,action.compete' --level 3",
                             .declare = declare_counting<Triads>};

}  // namespace topos::cli
