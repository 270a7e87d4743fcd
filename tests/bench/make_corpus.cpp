// SPDX-License-Identifier: Apache-2.0
// make_corpus LANGUAGE BYTES TEXTS OUT [--phrases FILE] [--straight] [--folder] [--seed N]
// Writes about BYTES of made-up text, the same for the same arguments, in documents of about 10 KB: OUT.jsonl (one a
// line), OUT.txt (one text) and, with --folder, OUT/ (one a file). TEXTS is a folder of sample texts; each line of FILE
// is planted now and then.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "language_model.hpp"

namespace topos::bench {
namespace {

struct Choices {
  ModelOptions model;
  std::size_t bytes = 0;
  std::string out;
  bool straight = false;
  bool folder = false;
  std::uint64_t seed = 1;
};

/// Share of sentences with a planted phrase: with the words of the samples that are hits by themselves, hits then begin
/// at 5 to 6 % of the tokens.
constexpr double planted_share = 0.32;

Choices parse(int count, char** arguments) {
  if (count < 5)
    throw std::runtime_error(
        "usage: make_corpus LANGUAGE BYTES TEXTS OUT [--phrases FILE] [--straight] [--folder] [--seed N]");
  Choices choices;
  choices.model.language = arguments[1];
  choices.bytes = std::strtoull(arguments[2], nullptr, 10);
  choices.model.texts = arguments[3];
  choices.out = arguments[4];
  for (int i = 5; i < count; ++i) {
    const std::string option = arguments[i];
    if (option == "--straight")
      choices.straight = true;
    else if (option == "--folder")
      choices.folder = true;
    else if (option == "--seed" && i + 1 < count)
      choices.seed = std::strtoull(arguments[++i], nullptr, 10);
    else if (option == "--phrases" && i + 1 < count) {
      std::ifstream in(arguments[++i]);
      for (std::string line; std::getline(in, line);) choices.model.phrases.push_back(line);
    } else
      throw std::runtime_error("what is " + option + "?");
  }
  choices.model.planted = planted_share;
  return choices;
}

/// Quotation marks and dashes made curly, or plain.
std::string with_marks(const std::string& text, bool straight) {
  std::string out;
  std::string before = " ";
  for (const std::string& c : characters(text)) {
    const bool opens = before == " " || before == "\n" || before == "(" || before == "\u2014";
    if (straight)
      out += c == "\u2018" || c == "\u2019"   ? "'"
             : c == "\u201C" || c == "\u201D" ? "\""
             : c == "\u2013" || c == "\u2014" ? "-"
                                              : c;
    else if (c == "'")
      out += opens ? "\u2018" : "\u2019";
    else if (c == "\"")
      out += opens ? "\u201C" : "\u201D";
    else if (c == "-" && before == " ")
      out += "\u2014";
    else
      out += c;
    before = c;
  }
  return out;
}

std::string document(const LanguageModel& model, Random& random, bool straight) {
  const std::size_t wanted = 6000 + random.below(8000);
  std::string text;
  while (text.size() < wanted) {
    std::string paragraph;
    for (std::size_t left = 3 + random.below(6); left > 0; --left) {
      if (!paragraph.empty()) paragraph += model.between();
      paragraph += model.sentence(random);
    }
    text += (text.empty() ? "" : "\n\n") + paragraph;
  }
  return with_marks(text, straight) + '\n';
}

std::string in_json(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '"' || c == '\\')
      out += {'\\', c};
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

void run(const Choices& choices) {
  static constexpr const char* genres[] = {"statement", "speech", "article"};
  const auto model = make_model(choices.model);
  if (choices.folder) std::filesystem::create_directories(choices.out);
  std::ofstream lines(choices.out + ".jsonl", std::ios::binary);
  std::ofstream stream(choices.out + ".txt", std::ios::binary);
  Random random(choices.seed);
  std::size_t written = 0;
  for (std::size_t number = 1; written < choices.bytes; ++number) {
    const std::string text = document(*model, random, choices.straight);
    char id[32];
    std::snprintf(id, sizeof id, "d%07zu", number);
    lines << "{\"id\":\"" << id << "\",\"language\":\"" << choices.model.language << "\",\"genre\":\""
          << genres[random.below(3)] << "\",\"date\":\"" << 1990 + random.below(35) << "-0" << 1 + random.below(9)
          << "-1" << random.below(10) << "\",\"text\":\"" << in_json(text) << "\"}\n";
    stream << (number == 1 ? "" : "\n") << text;
    if (choices.folder) std::ofstream(choices.out + '/' + id + ".txt", std::ios::binary) << text;
    written += text.size();
  }
  if (!lines.flush() || !stream.flush()) throw std::runtime_error("cannot write " + choices.out);
}

}  // namespace
}  // namespace topos::bench

int main(int count, char** arguments) {
  try {
    topos::bench::run(topos::bench::parse(count, arguments));
  } catch (const std::exception& error) {
    std::cerr << "make_corpus: " << error.what() << '\n';
    return 2;
  }
}
