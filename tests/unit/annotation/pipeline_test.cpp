// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/pipeline.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "kit/finder.hpp"
#include "unit/text/scratch.hpp"

namespace {

using topos::test::Scratch;

/// What a run handed over, in order: records and reports.
struct Outcome {
  std::string records;
  std::string log;
  topos::PipelineSummary summary;
};

const std::string book_text =
    std::string(topos::test::book_head) + topos::test::code("x", "patterns.en = ['pivot', 'asia*']");

Outcome run(const topos::PipelineOptions& options) {
  const topos::Codebook book = topos::parse_codebook(book_text, "book.toml");
  topos::BookShelf shelf({&book}, {});
  Outcome outcome;
  topos::PipelineReports reports;
  reports.failure = [&](const topos::Error& error) {
    outcome.log += "failure " + std::string(topos::slug(error.code())) + '\n';
  };
  reports.note = [&](const std::string& note) { outcome.log += "note " + note + '\n'; };
  reports.head = [&](const topos::StreamHead& head) { outcome.log += "head " + head.version + '\n'; };
  reports.annotating = [&] { outcome.log += "annotating\n"; };
  outcome.summary = topos::run_pipeline<std::string>(
      options, shelf, reports,
      [](std::size_t, topos::AnnotatedDocument&& annotated, topos::Annotator&) {
        std::string out;
        topos::write_document(annotated, topos::Offsets::bytes, out);
        return out;
      },
      [&](std::string&& record, const topos::NearDuplicates::Found* twin) {
        outcome.records += record;
        if (twin != nullptr) outcome.log += "twin of " + twin->id + '\n';
        return true;
      });
  return outcome;
}

/// Sixty documents of different lengths, three of which are not UTF-8.
topos::PipelineOptions many(const Scratch& scratch) {
  for (int i = 100; i < 160; ++i) {
    std::string text = "Document " + std::to_string(i) + ". ";
    for (int k = 0; k < (i * 37) % 50; ++k) text += "The pivot to Asia " + std::to_string(k * i) + " goes on. ";
    if (i % 20 == 7) text += "\xFF\xFE.";
    scratch.write("d" + std::to_string(i) + ".txt", text);
  }
  topos::PipelineOptions options;
  options.input.paths = {scratch.path()};
  options.input.language = "en";
  options.input.strict = true;
  return options;
}

}  // namespace

TEST_CASE("results come in input order and are the same for any number of jobs") {
  const Scratch scratch;
  topos::PipelineOptions options = many(scratch);
  const Outcome one = run(options);
  CHECK(one.summary.inputs == 60);
  CHECK(one.summary.failures == 3);
  CHECK(one.summary.documents == 57);
  for (const std::size_t jobs : {std::size_t{2}, std::size_t{4}, std::size_t{9}}) {
    options.jobs = jobs;
    const Outcome other = run(options);
    CHECK(other.records == one.records);
    CHECK(other.log == one.log);
    CHECK(other.summary.documents == one.summary.documents);
  }
}

TEST_CASE("progress rises to all bytes of the inputs, and is without a total where that is not known") {
  const Scratch scratch;
  const std::string folder = scratch.path();
  for (int i = 0; i < 9; ++i) scratch.write("t" + std::to_string(i) + ".txt", std::string(50, 'a') + ".\n");
  scratch.write("lines.jsonl", "{\"text\": \"one\"}\n{\"text\": \"two\"}\n");
  topos::PipelineOptions options;
  options.input.paths = {folder};
  options.jobs = 3;
  const auto told = [&] {
    std::vector<topos::PipelineProgress> all;
    topos::PipelineReports reports;
    reports.progress = [&](const topos::PipelineProgress& one) { all.push_back(one); };
    topos::BookShelf shelf({}, {});
    (void)topos::run_pipeline<int>(
        options, shelf, reports, [](std::size_t, topos::AnnotatedDocument&&, topos::Annotator&) { return 1; },
        [](int&&, const topos::NearDuplicates::Found*) { return true; });
    return all;
  };
  std::vector<topos::PipelineProgress> all = told();
  REQUIRE(all.size() == 11);
  CHECK(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.bytes < b.bytes; }));
  CHECK(all.back().total == 9 * 52 + 32);
  CHECK(all.back().bytes == all.back().total);
  CHECK(all.back().documents == 11);
  const Scratch other;
  options.input.paths = {other.write("packed.zip", "no archive"), folder};
  all = told();
  CHECK(all.back().total == 0);
  CHECK(all.back().bytes == 0);
}

TEST_CASE("with fail_fast the first failure ends the run") {
  const Scratch scratch;
  topos::PipelineOptions options = many(scratch);
  options.fail_fast = true;
  for (const std::size_t jobs : {std::size_t{1}, std::size_t{4}}) {
    options.jobs = jobs;
    CHECK_THROWS_AS((void)run(options), topos::Error);
  }
}

TEST_CASE("a consumer that has enough stops the run") {
  const Scratch scratch;
  topos::PipelineOptions options = many(scratch);
  const topos::Codebook book = topos::parse_codebook(book_text, "book.toml");
  for (const std::size_t jobs : {std::size_t{1}, std::size_t{4}}) {
    options.jobs = jobs;
    topos::BookShelf shelf({&book}, {});
    int seen = 0;
    (void)topos::run_pipeline<int>(
        options, shelf, {}, [](std::size_t, topos::AnnotatedDocument&&, topos::Annotator&) { return 1; },
        [&](int&&, const topos::NearDuplicates::Found*) { return ++seen < 5; });
    CHECK(seen == 5);
  }
}

TEST_CASE("a near-duplicate is told with the earlier document, and dropped if so asked") {
  const Scratch scratch;
  std::string text;
  for (int i = 0; i < 200; ++i) text += "Sentence number " + std::to_string(i * 7919 % 1000) + " speaks of the pivot. ";
  scratch.write("a.txt", text);
  scratch.write("b.txt", text + "One more.");
  scratch.write("c.txt", "Something else entirely stands here, about ports and railways and nothing more.");
  topos::PipelineOptions options;
  options.input.paths = {scratch.path()};
  options.input.language = "en";
  Outcome outcome = run(options);
  CHECK(outcome.log.find("twin of a.txt") != std::string::npos);
  CHECK(outcome.summary.duplicates == 1);
  CHECK(outcome.summary.documents == 3);
  options.drop_duplicates = true;
  outcome = run(options);
  CHECK(outcome.summary.documents == 2);
  CHECK(outcome.records.find("\"id\":\"b.txt\"") == std::string::npos);
  options.check_duplicates = false;
  CHECK(run(options).summary.documents == 3);
}

TEST_CASE("a stream that was annotated is taken as it is, one that was not is annotated") {
  const Scratch scratch;
  topos::PipelineOptions options;
  options.input.paths = {scratch.write("in.txt", "The pivot to Asia.")};
  options.input.language = "en";
  const std::string hits = run(options).records;
  options.annotate = topos::Annotate::never;
  const std::string bare = run(options).records;
  CHECK(bare.find("\"hit\"") == std::string::npos);

  topos::StreamHead head;
  head.tokenizer = topos::tokenizer_id();
  head.version = "7";
  topos::PipelineOptions again;
  again.input.paths = {scratch.write("bare.jsonl", topos::write_head(head) + bare)};
  Outcome outcome = run(again);
  CHECK(outcome.records == hits);
  CHECK(outcome.log == "head 7\nannotating\n");

  head.codebooks = {{"other", "1", "sum", {}}};
  again.input.paths = {scratch.write("annotated.jsonl", topos::write_head(head) + bare)};
  outcome = run(again);
  CHECK(outcome.records == bare);
  CHECK(outcome.log == "head 7\n");
  again.annotate = topos::Annotate::always;
  CHECK(run(again).records == hits);
}
