// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kit/finder.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/detectors/detector.hpp"

namespace topos::test {

/// A table of invented texts with the records that one detector is to make of them: tests/detectors/<id>.tsv. Its
/// columns are the text, in which \n is a line's end, and the records: "field=value; field=value", those of one text
/// parted by " || ".
class ScoredSet {
 public:
  /// `fields`: what of a record is compared, "text" among them for its own words. `book`: codes, as kit/finder.hpp's
  /// code() makes them.
  ScoredSet(const Detector& detector, std::vector<std::string> fields, const std::string& book)
      : detector_(detector),
        fields_(std::move(fields)),
        book_(parse_codebook(std::string(book_head) + book, "book.toml")),
        shelf_({&book_}, {}, {{}, {&detector}}),
        annotator_(shelf_, default_analysis()) {}

  /// Checks every row, and says what precision and recall are.
  void check(RegionName region = RegionName::body) {
    std::ifstream file(std::filesystem::path(TOPOS_SOURCE_DIR "/tests/detectors") /
                       (std::string(detector_.name) + ".tsv"));
    REQUIRE(file);
    std::string line;
    std::getline(file, line);
    CHECK(line == "text\trecords");
    while (std::getline(file, line)) {
      const std::size_t tab = line.find('\t');
      REQUIRE(tab != std::string::npos);
      const std::string text = unescaped(line.substr(0, tab));
      CAPTURE(text);
      const std::string expected = line.substr(tab + 1);
      const std::string found = records(text, region);
      CHECK(found == expected);
      score(split(expected), split(found));
    }
    CHECK(rows_ >= 25);
    MESSAGE(detector_.name << ": " << rows_ << " texts, " << right_ << " records right, precision " << share(found_)
                           << ", recall " << share(expected_));
  }

  /// The records of one text.
  std::string records(std::string_view text, RegionName region = RegionName::body, Metadata metadata = {}) {
    AnnotatedDocument annotated;
    annotated.document = document_of(text);
    annotated.document.metadata = std::move(metadata);
    for (Region& one : annotated.document.regions) one.name = region;
    annotator_.annotate(annotated);
    std::string all;
    for (const Finding& finding : annotated.findings)
      all.append(all.empty() ? "" : " || ").append(record(annotated, finding));
    return all;
  }

 private:
  static std::string unescaped(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 1))
      text.replace(at, 2, "\n");
    return text;
  }

  static std::vector<std::string> split(std::string_view records) {
    std::vector<std::string> all;
    while (!records.empty()) {
      const std::size_t end = std::min(records.find(" || "), records.size());
      all.emplace_back(records.substr(0, end));
      records.remove_prefix(std::min(end + 4, records.size()));
    }
    return all;
  }

  static std::string shown(const FindingValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    std::string all;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
      for (const std::string& one : *list) all.append(all.empty() ? "" : " / ").append(one);
    return all;
  }

  [[nodiscard]] std::string record(const AnnotatedDocument& annotated, const Finding& finding) const {
    std::string all;
    const auto add = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) all.append(all.empty() ? "" : "; ").append(name).append("=").append(value);
    };
    for (const std::string& field : fields_) {
      if (field == "text") add(field, std::string(finding.span.in(annotated.document.text)));
      for (const auto& [name, value] : finding.fields)
        if (name == field) add(name, shown(value));
    }
    return all;
  }

  void score(const std::vector<std::string>& expected, std::vector<std::string> found) {
    ++rows_;
    expected_ += expected.size();
    found_ += found.size();
    for (const std::string& one : expected) {
      const auto same = std::find(found.begin(), found.end(), one);
      if (same == found.end()) continue;
      found.erase(same);
      ++right_;
    }
  }

  [[nodiscard]] double share(std::size_t of) const {
    return of == 0 ? 1 : static_cast<double>(right_) / static_cast<double>(of);
  }

  const Detector& detector_;
  std::vector<std::string> fields_;
  Codebook book_;
  BookShelf shelf_;
  Annotator annotator_;
  std::size_t rows_ = 0;
  std::size_t right_ = 0;
  std::size_t found_ = 0;
  std::size_t expected_ = 0;
};

}  // namespace topos::test
