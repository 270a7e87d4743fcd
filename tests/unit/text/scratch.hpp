// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/io.hpp"
#include "topos/text/input.hpp"

namespace doctest {

template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += "[" + text + "]";
    return all.c_str();
  }
};

}  // namespace doctest

namespace topos::test {

/// A folder of its own for one test case.
class Scratch {
 public:
  Scratch()
      : path_((std::filesystem::temp_directory_path() /
               ("topos-test-" + std::to_string(::getpid()) + "-" + std::to_string(number()++)))
                  .string()) {
    std::filesystem::create_directories(path_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string at(std::string_view name) const { return path_ + '/' + std::string(name); }
  [[nodiscard]] const std::string& path() const { return path_; }
  std::string write(std::string_view name, std::string_view bytes) const {
    const std::string file = at(name);
    std::filesystem::create_directories(std::filesystem::path(file).parent_path());
    OutputStream out(file);
    out.write(bytes);
    out.close();
    return file;
  }

 private:
  static std::atomic<int>& number() {
    static std::atomic<int> one{0};
    return one;
  }
  std::string path_;
};

/// Everything a run over inputs yields.
struct Run {
  std::vector<Document> documents;
  std::vector<Error> failures;
  std::vector<std::string> notes;
  std::size_t inputs = 0;

  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const Document& document : documents) all.push_back(document.id);
    return all;
  }
  [[nodiscard]] std::string field(std::size_t document, std::string_view name) const {
    const std::string* value = documents.at(document).metadata.find(name);
    return value == nullptr ? "(none)" : *value;
  }
  [[nodiscard]] bool noted(std::string_view part) const {
    for (const std::string& note : notes)
      if (note.find(part) != std::string::npos) return true;
    return false;
  }
};

/// Reads and makes all documents that `options` name.
inline Run run(const InputOptions& options) {
  Run result;
  const NoteSink note = [&](const std::string& text) { result.notes.push_back(text); };
  InputSource source(
      options, [&](const Error& error) { result.failures.push_back(error); }, note);
  const DocumentMaker maker(options, source);
  while (auto raw = source.next()) {
    try {
      result.documents.push_back(maker.make(std::move(*raw), note));
    } catch (const Error& error) {
      result.failures.push_back(error);
    }
  }
  result.inputs = source.inputs();
  return result;
}

inline Run run(const std::vector<std::string>& paths) {
  InputOptions options;
  options.paths = paths;
  return run(options);
}

/// The error that `work` throws.
template <class Work>
Error error_of(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error was thrown");
  return Error(Errc::io, "");
}

using Strings = std::vector<std::string>;

}  // namespace topos::test
