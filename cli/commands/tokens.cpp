// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "comma_list.hpp"
#include "field_check.hpp"
#include "session.hpp"
#include "topos/base/error.hpp"
#include "words/token_table.hpp"

namespace topos::cli {
namespace {

struct Seen {
  FieldCheck::Sight sight;
  DocumentTokens tokens;

  /// Tokens say nothing of near-duplicates.
  [[nodiscard]] static bool shows() noexcept { return false; }
};

struct Tokens {
  Session session;
  bool sentences = false;
  bool units = false;
  std::vector<std::string> file_columns;

  Status run() {
    if (sentences && units) throw Error(Errc::usage, "--sentences and --units contradict each other");
    if (sentences && !file_columns.empty())
      throw Error(Errc::usage, "--file-columns are those of tokens, and --sentences shows none");
    const FileColumns more = file_columns.empty() ? FileColumns() : FileColumns(comma_list(file_columns));
    const TokenView view = sentences ? TokenView::sentences : units ? TokenView::units : TokenView::tokens;
    Library library{SearchGroup{}};
    const Query query = session.query(library);
    if (query.names_hit())
      throw Error(Errc::filter, "tokens have no hits that --where could test", {}, "use kwic, or filter before it");
    PipelineOptions options = session.pipeline(Annotate::never);
    options.segment = true;
    options.detail = sentences ? Detail::sentences : units ? Detail::units : Detail::tokens;
    widen_analysis(query, options);
    Reporter reporter(library);
    std::optional<TableOutput> out;
    const auto open = [&] {
      if (!out) out.emplace(session.output, reporter.provenance(), token_columns(view, more));
    };
    FieldCheck fields(query);
    BookShelf no_books({}, {});  // nothing is looked for
    const PipelineSummary summary = run_pipeline<Seen>(
        options, no_books, reporter.reports(),
        [&](std::size_t, AnnotatedDocument annotated, Annotator& annotator) {
          FieldCheck::Sight sight = FieldCheck::look(query, annotated.document);
          return Seen{std::move(sight), document_tokens(query, std::move(annotated), annotator, view)};
        },
        [&](Seen seen, const NearDuplicates::Found*) {
          fields.add(seen.sight);
          open();
          write_tokens(seen.tokens, view, more, *out);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    open();
    out->close();
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Tokens>();
  command->session.input.declare(options);
  command->session.filter.declare_tests(options);
  options.section("Tokens");
  options.flag("--sentences", command->sentences, "One sentence a row");
  options.flag("--units", command->units,
               "What patterns are matched on: characters, in languages written without spaces");
  options.list("--file-columns", command->file_columns, "COLUMN[,COLUMN]",
               "Further columns, of files with tokens: lemma, upos, xpos, feats … or numbers");
  command->session.run.declare(options);
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command tokens_command{.name = "tokens",
                             .group = "Corpus and codebook",
                             .summary = "Show the words and sentences that texts are cut into",
                             .examples =
                                 "topos tokens speech.txt\n"
                                 "topos tokens texts/ --sentences --where genre=mfa",
                             .declare = declare};

}  // namespace topos::cli
