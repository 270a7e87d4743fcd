// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "commands/codebook/subcommand.hpp"
#include "session.hpp"
#include "topos/annotation/suggestions.hpp"

namespace topos::cli {
namespace {

struct Suggest {
  Session session;
  std::string code;
  std::int64_t most_words = 3;
  std::int64_t window = 0;
  std::int64_t fewest = 3;
  std::int64_t top = 50;

  [[nodiscard]] SuggestionOptions options() const {
    return {code, static_cast<std::size_t>(most_words), static_cast<std::uint32_t>(window),
            static_cast<std::uint64_t>(fewest)};
  }

  static Table table(const std::vector<Suggestion>& ranked, std::size_t top) {
    Table table{
        {{"ngram"}, {"n_near", true}, {"n_elsewhere", true}, {"documents", true}, {"log_ratio", true}, {"example"}},
        {}};
    for (const Suggestion& one : ranked) {
      if (table.rows.size() == top) break;
      table.rows.push_back({one.ngram, static_cast<std::int64_t>(one.near), static_cast<std::int64_t>(one.elsewhere),
                            static_cast<std::int64_t>(one.documents), one.log_ratio, one.example});
    }
    return table;
  }

  Status run() {
    if (code.empty())
      throw Error(Errc::usage, "--code is missing: whose hits are the words to stand near?", {},
                  "for example --code frame.eastward_turn");
    session.search.codes = {code};
    Library library(session.search);
    const SuggestionOptions wanted = options();
    Reporter reporter(library);
    NgramCounts all;
    const PipelineSummary summary = run_pipeline<NgramCounts>(
        session.pipeline(Annotate::always), library.shelf(), reporter.reports(),
        [&](std::size_t, AnnotatedDocument annotated, Annotator& annotator) {
          return count_ngrams(annotated, annotator.segmentation(), annotator.vocabulary(), wanted);
        },
        [&](NgramCounts counts, const NearDuplicates::Found*) {
          merge_ngrams(all, std::move(counts));
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    note(std::to_string(all.hits) + (all.hits == 1 ? " hit of " : " hits of ") + printable(code));
    write_table(session.output, reporter.provenance(), table(rank_ngrams(all, wanted), static_cast<std::size_t>(top)));
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Suggest>();
  command->session.input.declare(options);
  options.section("What to look for");
  options.list("-c,--codebook", command->session.search.codebooks, "BOOK",
               "Codebook to use; the built-in one if nothing is named");
  options.text("--code", command->code, "ID",
               "Code whose hits, with those of the codes below it, the words stand near");
  command->session.filter.declare_regions(options);
  options.section("Words");
  options.number("--words", command->most_words, 1, longest_suggestion, "Longest n-gram");
  options.number("--window", command->window, 0, 1000, "Near is at most N words between; 0: anywhere in the sentence");
  options.number("--min", command->fewest, 1, 1'000'000'000, "Fewest occurrences near hits");
  options.number("--top", command->top, 1, 1'000'000'000, "Rows to print");
  command->session.run.declare(options);
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_suggest{
    "suggest", "List words that keep company with a code and are in none of its hits", declare};

}  // namespace topos::cli
