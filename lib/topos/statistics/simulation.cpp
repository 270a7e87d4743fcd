// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/simulation.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/statistics/random.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

constexpr std::size_t most_phrases = 100;
constexpr double most_planted = 250;  // words in 1000 of a group that phrases may take
constexpr double most_in_one = 0.8;   // share of one document's words, whatever its effects

// Libraries of mathematics differ in the last bits of logarithms and powers, and a corpus should not: these use nothing
// but arithmetic that IEEE 754 fixes.
constexpr double log_2 = 0.69314718055994530942;

double plain_log(double x) {
  int exponent = 0;
  const double part = std::frexp(x, &exponent);
  const double t = (part - 1) / (part + 1);
  double sum = 0;
  for (int i = 41; i > 0; i -= 2) sum = sum * t * t + 1.0 / i;
  return 2 * t * sum + exponent * log_2;
}

double plain_exp(double x) {
  const double whole = std::floor(x / log_2 + 0.5);
  const double rest = x - whole * log_2;
  double sum = 1;
  for (int i = 18; i > 0; --i) sum = 1 + sum * rest / i;
  return std::ldexp(sum, static_cast<int>(whole));
}

/// A number in [0, 1), a multiple of 2^-53.
double uniform(Random& random) {
  const std::uint64_t high = random.next() >> 5;
  return static_cast<double>(high << 26 | random.next() >> 6) * 0x1.0p-53;
}

/// A positive number of mean 1 with a standard deviation of `cv`: log-normal but for its farthest tails.
double effect(Random& random, double cv) {
  if (cv == 0) return 1;
  double normal = -6;
  for (int i = 0; i < 12; ++i) normal += uniform(random);
  const double variance = plain_log(1 + cv * cv);
  return plain_exp(std::sqrt(variance) * normal - variance / 2);
}

/// The words of a phrase, folded; nothing if there are characters that are not those of words.
std::vector<std::u32string> words_of(std::string_view phrase) {
  if (!is_utf8(phrase)) return {};
  std::vector<std::u32string> words(1);
  for (std::size_t at = 0; at < phrase.size();) {
    const CodePoint c = code_point_at(phrase, at);
    at += c.size;
    if (c.value == U' ' || c.value == U'-')
      words.emplace_back();
    else if (is_word_character(c.value) && !is_unspaced(c.value))
      words.back() += fold_case(c.value);
    else
      return {};
  }
  if (std::any_of(words.begin(), words.end(), [](const std::u32string& word) { return word.empty(); })) return {};
  return words;
}

bool holds(const std::vector<std::u32string>& phrase, const std::vector<std::u32string>& other) {
  return std::search(phrase.begin(), phrase.end(), other.begin(), other.end()) != phrase.end();
}

std::string numbered(std::string_view name, std::size_t number, std::size_t most) {
  std::string digits = std::to_string(number);
  while (digits.size() < std::to_string(most).size()) digits.insert(0, 1, '0');
  return std::string(name) + '-' + digits;
}

/// Puts words into sentences, and sentences into paragraphs.
class Writer {
 public:
  explicit Writer(Random& random) : random_(random) {}

  void add(std::string_view words) {
    if (sentence_left_ == 0) begin_sentence();
    const bool first = text_.empty() || text_.back() == ' ' || text_.back() == '\n';
    if (!first) text_ += ' ';
    const std::size_t at = text_.size();
    text_ += words;
    if (first && text_[at] >= 'a' && text_[at] <= 'z') text_[at] = static_cast<char>(text_[at] - 'a' + 'A');
    --sentence_left_;
    if (sentence_left_ == 0) text_ += '.';
  }

  [[nodiscard]] std::string take() {
    if (sentence_left_ > 0) text_ += '.';
    return text_ + '\n';
  }

 private:
  void begin_sentence() {
    if (!text_.empty()) text_ += paragraph_left_ == 0 ? "\n\n" : " ";
    if (paragraph_left_ == 0) paragraph_left_ = 3 + random_.below(5);
    --paragraph_left_;
    sentence_left_ = 8 + random_.below(21);
  }

  Random& random_;
  std::string text_;
  std::uint32_t sentence_left_ = 0;
  std::uint32_t paragraph_left_ = 0;
};

}  // namespace

Simulation::Simulation(SimulationPlan plan) : plan_(std::move(plan)) {
  if (std::set<std::string>(plan_.groups.begin(), plan_.groups.end()).size() != plan_.groups.size())
    throw Error(Errc::usage, "two groups are called the same");
  for (const std::string& group : plan_.groups)
    if (group.empty() || !is_utf8(group)) throw Error(Errc::usage, "'" + printable(group) + "' is no name of a group");
  check_phrases();
  make_vocabulary();
}

void Simulation::check_phrases() {
  if (plan_.phrases.size() > most_phrases)
    throw Error(Errc::usage, "more than " + std::to_string(most_phrases) + " phrases are planted");
  std::vector<double> planted(plan_.groups.size());
  std::vector<std::vector<std::u32string>> seen;
  for (const PlantedPhrase& one : plan_.phrases) {
    const std::vector<std::u32string> words = words_of(one.phrase);
    if (words.empty())
      throw Error(Errc::usage, "'" + printable(one.phrase) +
                                   "' cannot be planted: it is no phrase of words of letters and digits, joined by "
                                   "single spaces or hyphens");
    for (const std::vector<std::u32string>& other : seen)
      if (holds(words, other) || holds(other, words))
        throw Error(Errc::usage,
                    "'" + printable(one.phrase) + "' cannot be planted beside a phrase that holds it or that it holds",
                    {}, "hits of one could not be told from those of the other");
    seen.push_back(words);
    phrase_words_.push_back(words.size());
    for (std::size_t group = 0; group < planted.size(); ++group)
      planted[group] += one.rates[group] * static_cast<double>(words.size() + 1);
  }
  for (const double words : planted)
    if (words > most_planted)
      throw Error(Errc::usage,
                  "phrases would take more than " + number_text(most_planted) + " of 1000 words of a group", {},
                  "plant them at lower rates");
}

void Simulation::make_vocabulary() {
  std::set<std::u32string> planted;
  for (const PlantedPhrase& one : plan_.phrases)
    for (const std::u32string& word : words_of(one.phrase)) planted.insert(word);
  constexpr std::string_view consonants = "bdfgklmnprstvz";
  constexpr std::string_view vowels = "aeiou";
  constexpr std::size_t syllables = consonants.size() * vowels.size();
  const auto syllable = [&](std::size_t number) {
    return std::string{consonants[number % consonants.size()], vowels[number / consonants.size()]};
  };
  std::uint32_t weight = 0;
  for (std::size_t rank = 0; rank < syllables * syllables; ++rank) {
    // A step that has no divisor in common with their number spreads the words over all syllables.
    const std::size_t number = rank * 1847 % (syllables * syllables);
    std::string word = syllable(number % syllables) + syllable(number / syllables);
    if (planted.contains(std::u32string(word.begin(), word.end()))) continue;
    vocabulary_.push_back(std::move(word));
    weight += 100'000'000 / static_cast<std::uint32_t>(vocabulary_.size() + 2);
    up_to_.push_back(weight);
  }
}

SimulatedDocument Simulation::document(std::size_t number) const {
  const std::size_t group = number / plan_.documents;
  const std::size_t within = number % plan_.documents;
  SimulatedDocument made;
  made.group = plan_.groups[group];
  made.id = numbered(made.group, within + 1, plan_.documents);
  const std::size_t cluster = plan_.clusters == 0 ? 0 : within % plan_.clusters;
  if (plan_.clusters > 0) made.cluster = numbered(made.group + "-cluster", cluster + 1, plan_.clusters);

  Random random(plan_.seed, 2 * group, static_cast<std::uint32_t>(within));
  Random shared(plan_.seed, 2 * group + 1, static_cast<std::uint32_t>(cluster));
  const auto length =
      static_cast<std::size_t>(std::max(1.0, std::floor(plan_.words * effect(random, plan_.words_cv) + 0.5)));
  double taken = 0;
  for (std::size_t i = 0; i < plan_.phrases.size(); ++i) {
    const double both = effect(random, plan_.document_cv) * (plan_.clusters > 0 ? effect(shared, plan_.cluster_cv) : 1);
    made.rates.push_back(plan_.phrases[i].rates[group] * both);
    taken += made.rates.back() / 1000 * static_cast<double>(phrase_words_[i]);
  }
  if (taken > most_in_one)
    for (double& rate : made.rates) rate *= most_in_one / taken;
  taken = std::min(taken, most_in_one);

  made.hits.assign(plan_.phrases.size(), 0);
  Writer writer(random);
  while (made.words < length) {
    // A place of the text is a word of no language, or a phrase and such a word, so that phrases never touch.
    double draw = uniform(random) * (1 - taken);
    std::size_t chosen = 0;
    while (chosen < made.rates.size() && draw >= made.rates[chosen] / 1000) draw -= made.rates[chosen++] / 1000;
    if (chosen < made.rates.size()) {
      writer.add(plan_.phrases[chosen].phrase);
      ++made.hits[chosen];
      made.words += phrase_words_[chosen];
    }
    const auto word = std::upper_bound(up_to_.begin(), up_to_.end(), random.below(up_to_.back()));
    writer.add(vocabulary_[static_cast<std::size_t>(word - up_to_.begin())]);
    ++made.words;
  }
  made.text = writer.take();
  return made;
}

}  // namespace topos
