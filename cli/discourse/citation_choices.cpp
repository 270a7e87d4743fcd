// SPDX-License-Identifier: Apache-2.0
#include "discourse/citation_choices.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/report/graph_format.hpp"

namespace topos::cli {
namespace {

/// In the order of CitationView.
constexpr std::array<std::string_view, 8> views{"citations", "references", "lint",     "sections",
                                                "uncited",   "voices",     "speakers", "edges"};

}  // namespace

void CitationChoices::declare(Options& options) {
  options.section("Table");
  options.choice("--show", show, {views.begin(), views.end()},
                 "Which table: citations, the entries of lists of references, what is wrong with them, sentences that "
                 "cite by section, sentences that claim something and cite nothing, who speaks, sentences in which "
                 "somebody else than the author does, or who gives whose word; default: citations");
  options.choice("--graph", graph, graph_format_names(),
                 "Write who gives whose word as a graph file instead of a table");
}

CitationView CitationChoices::view() const {
  if (!graph.empty()) return CitationView::edges;
  if (show.empty()) return CitationView::citations;
  return static_cast<CitationView>(std::find(views.begin(), views.end(), show) - views.begin());
}

void CitationChoices::check(const Query& query) const {
  if (!graph.empty() && !show.empty() && show != "edges")
    throw Error(Errc::usage, "--graph writes who gives whose word, and --show is another table", {},
                "leave out one of them");
  if (query.names_hit())
    throw Error(
        Errc::usage, "citations are no hits, and have no attributes of these", {},
        "name metadata, region or section in --where and --by; topos count --by voice counts hits by who speaks");
}

}  // namespace topos::cli
