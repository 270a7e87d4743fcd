// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "kit/finder.hpp"
#include "topos/annotation/detectors/detector.hpp"

namespace topos::test {

/// Invented texts with the records that one detector is to make of them: tests/detectors/<id>.tsv. Columns: language,
/// the document's date or
/// "-", text, in which \n is a line's end, and the expected records, "field=value; field=value", those of one text
/// parted by " || ", members of a list by " / ". The field "text" is the record's own words. Fields that the head of
/// the last column names behind "expected" are empty where a record does not give them; others are compared where they
/// are given.
class ScoredSet {
 public:
  explicit ScoredSet(const Detector& detector)
      : detector_(detector), book_(load_codebook(TOPOS_SOURCE_DIR "/tests/detectors/actors.toml")),
        shelf_({&book_}, {CodeSelection::nothing(), {}}, {{}, {&detector}}), annotator_(shelf_, default_analysis()) {}

  static std::filesystem::path path_of(const Detector& detector) {
    return std::filesystem::path(TOPOS_SOURCE_DIR "/tests/detectors") / (std::string(detector.name) + ".tsv");
  }

  /// Checks every row, and says what precision and recall are.
  void check() {
    std::ifstream file(path_of(detector_));
    REQUIRE_MESSAGE(file, "no scored set of " << detector_.name);
    std::string line;
    std::getline(file, line);
    constexpr std::string_view head = "language\tdate\ttext\texpected";
    REQUIRE(line.starts_with(head));
    complete_ = split(std::string_view(line).substr(std::min(line.size(), head.size() + 1)), " ");
    while (std::getline(file, line)) {
      const std::vector<std::string> cells = split(line, "\t");
      REQUIRE_MESSAGE(cells.size() == 4, line);
      check_row(cells);
    }
    CHECK(rows_ >= 25);
    MESSAGE(detector_.name << ": " << rows_ << " texts, " << right_ << " records right, precision " << share(found_)
                           << ", recall " << share(expected_));
  }

  /// The document with what was found in it.
  AnnotatedDocument annotate(std::string_view text, std::string_view language = "en", Metadata metadata = {}) {
    AnnotatedDocument annotated;
    annotated.document = document_of(text, language);
    annotated.document.metadata = std::move(metadata);
    if (detector_.name == "reference")
      for (Region& one : annotated.document.regions) one.name = RegionName::references;
    annotator_.annotate(annotated);
    return annotated;
  }

 private:
  using Record = std::vector<std::pair<std::string, std::string>>;

  static std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    while (!text.empty()) {
      const std::size_t end = text.find(by);
      parts.emplace_back(text.substr(0, end));
      if (end == std::string_view::npos) return parts;
      text.remove_prefix(end + by.size());
      if (text.empty()) parts.emplace_back();
    }
    return parts;
  }

  static std::string unescaped(std::string text) {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 1))
      text.replace(at, 2, "\n");
    return text;
  }

  static std::string shown(const FindingValue& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    std::string all;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value))
      for (const std::string& one : *list) all.append(all.empty() ? "" : " / ").append(one);
    return all;
  }

  static Record record_of(const AnnotatedDocument& annotated, const Finding& finding) {
    Record record{{"text", std::string(finding.span.in(annotated.document.text))}};
    for (const auto& [name, value] : finding.fields) record.emplace_back(name, shown(value));
    return record;
  }

  static std::string line_of(const Record& record) {
    std::string all;
    for (const auto& [name, value] : record)
      if (!value.empty()) all.append(all.empty() ? "" : "; ").append(name).append("=").append(value);
    return all;
  }

  static const std::string* value_in(const Record& record, std::string_view name) {
    const auto field = std::find_if(record.begin(), record.end(), [&](const auto& one) { return one.first == name; });
    return field == record.end() ? nullptr : &field->second;
  }

  [[nodiscard]] bool agrees(const Record& found, const std::string& expected) const {
    Record given;
    for (const std::string& part : split(expected, "; ")) {
      const std::size_t equals = std::min(part.find('='), part.size() - 1);
      given.emplace_back(part.substr(0, equals), part.substr(equals + 1));
    }
    const bool all = std::all_of(given.begin(), given.end(), [&](const auto& one) {
      const std::string* value = value_in(found, one.first);
      return value != nullptr && *value == one.second;
    });
    return all && std::all_of(complete_.begin(), complete_.end(), [&](const std::string& name) {
             const std::string* value = value_in(found, name);
             return value_in(given, name) != nullptr || value == nullptr || value->empty();
           });
  }

  void check_row(const std::vector<std::string>& cells) {
    const std::string text = unescaped(cells[2]);
    Metadata metadata;
    if (cells[1] != "-") metadata.set("date", cells[1]);
    const AnnotatedDocument annotated = annotate(text, cells[0], std::move(metadata));
    std::vector<std::string> left = split(cells[3], " || ");
    ++rows_;
    expected_ += left.size();
    found_ += annotated.findings.size();
    for (const Finding& finding : annotated.findings) {
      const Record record = record_of(annotated, finding);
      const auto right =
          std::find_if(left.begin(), left.end(), [&](const std::string& one) { return agrees(record, one); });
      CHECK_MESSAGE(right != left.end(), "not expected: " << line_of(record) << " in: " << text);
      if (right == left.end()) continue;
      ++right_;
      left.erase(right);
    }
    for (const std::string& missed : left) CHECK_MESSAGE(false, "missed: " << missed << " in: " << text);
  }

  [[nodiscard]] double share(std::size_t of) const {
    return of == 0 ? 1 : static_cast<double>(right_) / static_cast<double>(of);
  }

  const Detector& detector_;
  std::vector<std::string> complete_;
  Codebook book_;
  BookShelf shelf_;
  Annotator annotator_;
  std::size_t rows_ = 0;
  std::size_t right_ = 0;
  std::size_t found_ = 0;
  std::size_t expected_ = 0;
};

}  // namespace topos::test
