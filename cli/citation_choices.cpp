// SPDX-License-Identifier: Apache-2.0
#include "citation_choices.hpp"

#include "topos/base/error.hpp"

namespace topos::cli {

void CitationChoices::declare(Options& options) {
  options.section("Table");
  options.flag("--references", references, "List the entries of lists of references instead of citations");
  options.flag("--lint", lint, "List what is wrong with references, and citations that lists do not have");
  options.flag("--sections", sections, "Count sentences that cite, by section");
  options.flag("--uncited", uncited, "List sentences that claim something and cite nothing");
  options.flag("--voices", voices, "Count sentences by who speaks in them");
  options.flag("--edges", edges, "List who gives whose word: texts, speakers and references");
}

CitationView CitationChoices::view() const {
  struct Choice {
    bool chosen;
    CitationView view;
  };
  CitationView wanted = CitationView::citations;
  int chosen = 0;
  for (const Choice& one : {Choice{references, CitationView::references}, Choice{lint, CitationView::lint},
                            Choice{sections, CitationView::sections}, Choice{uncited, CitationView::uncited},
                            Choice{voices, CitationView::voices}, Choice{edges, CitationView::edges}}) {
    if (!one.chosen) continue;
    wanted = one.view;
    ++chosen;
  }
  if (chosen > 1)
    throw Error(Errc::usage, "a run makes one table", {},
                "say one of --references, --lint, --sections, --uncited, --voices and --edges");
  return wanted;
}

void CitationChoices::check(const Query& query) {
  if (query.names_hit())
    throw Error(
        Errc::usage, "citations are no hits, and have no attributes of these", {},
        "name metadata, region or section in --where and --by; topos count --by voice counts hits by who speaks");
}

}  // namespace topos::cli
