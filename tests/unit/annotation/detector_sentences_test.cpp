// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "kit/finder.hpp"
#include "topos/annotation/detectors/detector.hpp"

namespace {

std::vector<std::string> split(std::string_view text, std::string_view by) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(by);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + by.size());
  }
}

std::string value_text(const topos::FindingValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  std::string all;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value))
    for (const std::string& one : *list) all.append(all.empty() ? "" : ";").append(one);
  return all;
}

/// One line of a set: the language, the document's date or "-", the sentence, and the records that are expected, as
/// "text; field=value; … | …" with the fields that matter.
struct Sample {
  std::string language;
  std::string date;
  std::string text;
  std::vector<std::string> expected;
};

std::vector<Sample> samples_of(const std::filesystem::path& file) {
  std::vector<Sample> samples;
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> cells = split(line, "\t");
    REQUIRE_MESSAGE(cells.size() == 4, file.string() << ": " << line);
    samples.push_back({cells[0], cells[1], cells[2], {}});
    if (!cells[3].empty()) samples.back().expected = split(cells[3], " | ");
  }
  return samples;
}

/// Whether a record is what `expected` says of it.
bool agrees(const topos::Finding& finding, std::string_view text, const std::string& expected) {
  const std::vector<std::string> parts = split(expected, "; ");
  if (finding.span.in(text) != parts[0]) return false;
  return std::all_of(parts.begin() + 1, parts.end(), [&](const std::string& part) {
    const std::size_t equals = part.find('=');
    return std::any_of(finding.fields.begin(), finding.fields.end(), [&](const auto& field) {
      return field.first == part.substr(0, equals) && value_text(field.second) == part.substr(equals + 1);
    });
  });
}

std::string shown(const topos::Finding& finding, std::string_view text) {
  std::string all(finding.span.in(text));
  for (const auto& [name, value] : finding.fields) all.append("; ").append(name).append("=").append(value_text(value));
  return all;
}

struct Score {
  int found = 0;
  int expected = 0;
  int right = 0;
};

void score_sample(topos::Annotator& annotator, const Sample& sample, Score& score) {
  topos::AnnotatedDocument annotated;
  annotated.document = topos::test::document_of(sample.text, sample.language);
  if (sample.date != "-") annotated.document.metadata.set("date", sample.date);
  annotator.annotate(annotated);
  std::vector<std::string> left = sample.expected;
  for (const topos::Finding& finding : annotated.findings) {
    const auto right = std::find_if(left.begin(), left.end(),
                                    [&](const std::string& one) { return agrees(finding, sample.text, one); });
    CHECK_MESSAGE(right != left.end(), "not expected: " << shown(finding, sample.text) << " in: " << sample.text);
    if (right == left.end()) continue;
    ++score.right;
    left.erase(right);
  }
  for (const std::string& missed : left) CHECK_MESSAGE(false, "missed: " << missed << " in: " << sample.text);
  score.found += static_cast<int>(annotated.findings.size());
  score.expected += static_cast<int>(sample.expected.size());
}

}  // namespace

TEST_CASE("every detector finds what its sentences hold and nothing else") {
  const std::filesystem::path sources(TOPOS_SOURCE_DIR);
  const topos::Codebook book = topos::load_codebook((sources / "corpus/codebooks/eastward.toml").string());
  for (const topos::Detector* detector : topos::all_detectors()) {
    const std::filesystem::path file = sources / "tests/detectors" / (std::string(detector->name) + ".tsv");
    if (!std::filesystem::exists(file)) continue;
    topos::BookShelf shelf({&book}, {topos::CodeSelection::nothing(), {}}, {{}, {detector}});
    topos::Annotator annotator(shelf, topos::default_analysis());
    const std::vector<Sample> samples = samples_of(file);
    CHECK(samples.size() >= 25);
    Score score;
    for (const Sample& sample : samples) score_sample(annotator, sample, score);
    std::cout << detector->name << ": " << samples.size() << " sentences, precision " << score.right << '/'
              << score.found << ", recall " << score.right << '/' << score.expected << '\n';
  }
}

TEST_CASE("a detector passes over languages that it has no rules for") {
  topos::Codebook book = topos::parse_codebook(
      std::string(topos::test::book_head) + topos::test::code("x", "patterns.en = ['x']"), "book.toml");
  for (const topos::Detector* detector : topos::all_detectors()) {
    topos::BookShelf shelf({&book}, {topos::CodeSelection::nothing(), {}}, {{}, {detector}});
    topos::Annotator annotator(shelf, topos::default_analysis());
    topos::AnnotatedDocument annotated;
    annotated.document = topos::test::document_of("The integration (ABC) of two states is the top priority.", "tlh");
    annotator.annotate(annotated);
    CHECK(annotated.findings.empty());
  }
}

TEST_CASE("whatever comes, detectors end and their findings lie in the text") {
  std::vector<std::string> texts(6);
  for (int i = 0; i < 5000; ++i) {
    texts[0] += "\u201C \u201C.\u201D";
    texts[1] += "\"a 31 February 0000 - 2015 to 2014-13-99 since 24.02.2022.1 years ago ";
    texts[2] += "(AB) Alpha ((ABC) [1-9] ";
    texts[3] += "first and second priority $5 million million to 6-7 % of half ";
    texts[4] += "\u5E74\uFF11\uFF192022\u5E7413\u670899\u65E5";
    texts[5] += "1/2/";
  }
  const topos::Codebook book = topos::parse_codebook(
      std::string(topos::test::book_head) + topos::test::code("actor.x", "patterns.en = ['alpha']"), "book.toml");
  const auto all = topos::all_detectors();
  topos::BookShelf shelf({&book}, {topos::CodeSelection::nothing(), {}}, {{}, {all.begin(), all.end()}});
  topos::Annotator annotator(shelf, topos::default_analysis());
  for (const std::string& text : texts) {
    topos::AnnotatedDocument annotated;
    annotated.document = topos::test::document_of(text);
    annotator.annotate(annotated);
    for (const topos::Finding& finding : annotated.findings) {
      CHECK(finding.span.begin < finding.span.end);
      CHECK(finding.span.end <= text.size());
    }
  }
}
