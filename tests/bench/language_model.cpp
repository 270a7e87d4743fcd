// SPDX-License-Identifier: Apache-2.0
#include "language_model.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <unordered_set>
#include <utility>

namespace topos::bench {
namespace {

/// What follows each run of `order` characters in the texts it has read.
class Chain {
 public:
  explicit Chain(std::size_t order) : order_(order) {}

  void read(const std::vector<std::string>& text) {
    std::vector<std::string> padded(order_);
    padded.insert(padded.end(), text.begin(), text.end());
    padded.emplace_back();
    for (std::size_t i = order_; i < padded.size(); ++i)
      for (std::size_t length = 1; length <= order_; ++length) next_[key(padded, i, length)].push_back(padded[i]);
  }

  /// From the start to an end; now and then a step looks at one character only, so that new runs come up.
  [[nodiscard]] std::vector<std::string> walk(Random& random, double loose) const {
    std::vector<std::string> text(order_);
    do {
      std::size_t length = text.size() > order_ && random.real() < loose ? 1 : order_;
      auto follow = next_.find(key(text, text.size(), length));
      while (follow == next_.end()) follow = next_.find(key(text, text.size(), --length));
      text.push_back(follow->second[random.below(follow->second.size())]);
    } while (!text.back().empty() && text.size() < 200);
    text.erase(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(order_));
    return text;
  }

 private:
  static std::string key(const std::vector<std::string>& text, std::size_t end, std::size_t length) {
    std::string joined(1, static_cast<char>('0' + length));
    for (std::size_t i = end - length; i < end; ++i) joined += text[i] + '\n';
    return joined;
  }

  std::size_t order_;
  std::map<std::string, std::vector<std::string>> next_;
};

std::string joined(const std::vector<std::string>& characters) {
  std::string all;
  for (const std::string& one : characters) all += one;
  return all;
}

/// Frequency of rank r: (r + shift)^-head up to `bend`, then falling with the power `tail`.
struct Law {
  double shift;
  double head;
  double bend;
  double tail;
  std::size_t types;
  double at(double rank) const {
    return rank <= bend ? std::pow(rank + shift, -head) : std::pow(bend + shift, -head) * std::pow(rank / bend, -tail);
  }
};

// Fitted to speeches (10, 25 and 58 thousand types in 1, 10 and 100 MB of English) and news (72 thousand in 10 MB of
// Russian).
constexpr Law english{2.7, 1.0, 2500, 2.4, 120'000};
constexpr Law russian{2.7, 0.95, 6000, 1.4, 200'000};
constexpr Law chinese{2.7, 0.95, 4000, 1.8, 40'000};

std::vector<double> cumulated(const Law& law, std::size_t types) {
  std::vector<double> sums;
  double sum = 0;
  for (std::size_t rank = 1; rank <= types; ++rank) sums.push_back(sum += law.at(static_cast<double>(rank)));
  return sums;
}

std::size_t draw_rank(const std::vector<double>& sums, Random& random) {
  const auto at = std::upper_bound(sums.begin(), sums.end(), random.real() * sums.back());
  return static_cast<std::size_t>(std::min(at, sums.end() - 1) - sums.begin());
}

class SpacedModel : public LanguageModel {
 public:
  SpacedModel(const ModelOptions& options, const Law& law) : phrases_(options.phrases), planted_(options.planted) {
    skeletons_ = sentences(texts_of(options.texts));
    if (skeletons_.empty()) throw std::runtime_error("no sentences in " + options.texts);
    make_words(law);
    cumulated_ = cumulated(law, words_.size());
  }

  std::string between() const override { return " "; }

  std::string sentence(Random& random) const override {
    const Sentence& skeleton = skeletons_[random.below(skeletons_.size())];
    const std::size_t plant =
        !phrases_.empty() && random.real() < planted_ ? random.below(skeleton.size()) : skeleton.size();
    std::string text;
    bool first = true;
    for (std::size_t i = 0; i < skeleton.size(); ++i) {
      const Piece& piece = skeleton[i];
      if (!piece.word) {
        text += piece.text;
        continue;
      }
      if (i >= plant && i < plant + 2 && (i == plant || !skeleton[plant].word))
        text += phrases_[random.below(phrases_.size())] + ' ';
      const std::string& word = draw(random);
      text += piece.capital || first ? capitalized(word) : word;
      first = false;
    }
    return text;
  }

 private:
  /// The frequent words of the samples, then all others thinly among made-up ones: the samples are full of what
  /// codebooks look for.
  void make_words(const Law& law) {
    constexpr std::size_t frequent = 30;
    constexpr std::size_t made_between = 4;
    std::map<std::string, std::size_t> counts;
    for (const Sentence& sentence : skeletons_)
      for (const Piece& piece : sentence)
        if (piece.word) ++counts[piece.text];
    std::vector<std::pair<std::size_t, std::string>> order;
    Chain chain(2);
    std::unordered_set<std::string> known;
    for (const auto& [word, n] : counts) {
      order.emplace_back(n, word);
      known.insert(word);
      chain.read(characters(word));
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    Random random(order.size());
    std::size_t next = 0;
    while (words_.size() < law.types) {
      if (next < order.size() && (order[next].first >= frequent || words_.size() % made_between == 0)) {
        words_.push_back(order[next++].second);
        continue;
      }
      const std::vector<std::string> made = chain.walk(random, 0.15);
      if (made.size() < 4 || made.size() > 18) continue;
      std::string word = joined(made);
      if (known.insert(word).second) words_.push_back(std::move(word));
    }
  }

  const std::string& draw(Random& random) const { return words_[draw_rank(cumulated_, random)]; }

  std::vector<std::string> phrases_;
  double planted_;
  std::vector<Sentence> skeletons_;
  std::vector<std::string> words_;  ///< by falling frequency
  std::vector<double> cumulated_;
};

/// The 3755 most frequent Han characters: the first level of GB 2312, two bytes each.
std::vector<std::string> frequent_han() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("GB2312", &status), ucnv_close);
  std::vector<std::string> all;
  for (int row = 0xB0; row <= 0xD7; ++row)
    for (int cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); ++cell) {
      const char bytes[] = {static_cast<char>(row), static_cast<char>(cell)};
      icu::UnicodeString(bytes, 2, converter.get(), status).toUTF8String(all.emplace_back());
    }
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no GB 2312");
  return all;
}

class CharacterModel : public LanguageModel {
 public:
  CharacterModel(const ModelOptions& options, std::size_t order, std::string between)
      : chain_(order), between_(std::move(between)) {
    const std::string texts = texts_of(options.texts);
    for (std::size_t begin = 0; begin < texts.size();) {
      const std::size_t end = std::min(texts.find('\n', begin), texts.size());
      if (end > begin) chain_.read(characters(std::string_view(texts).substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  std::string between() const override { return between_; }
  std::string sentence(Random& random) const override { return joined(chain_.walk(random, 0.1)); }

 private:
  Chain chain_;
  std::string between_;
};

/// The samples hold some hundred characters only: every other sentence is of words made of all frequent ones.
class ChineseModel : public CharacterModel {
 public:
  explicit ChineseModel(const ModelOptions& options)
      : CharacterModel(options, 2, ""), cumulated_(cumulated(chinese, chinese.types)) {
    const std::vector<std::string> han = frequent_han();
    Random random(chinese.types);
    while (words_.size() < chinese.types) {
      const double size = random.real();
      std::string& word = words_.emplace_back();
      for (std::size_t left = size < 0.2 ? 1 : size < 0.9 ? 2 : 3; left > 0; --left)
        word += han[random.below(han.size())];
    }
  }

  std::string sentence(Random& random) const override {
    if (random.real() < 0.5) return CharacterModel::sentence(random);
    std::string text;
    for (std::size_t left = 6 + random.below(15); left > 0; --left) {
      text += words_[draw_rank(cumulated_, random)];
      if (left > 3 && random.real() < 0.1) text += "\uFF0C";
    }
    return text + "\u3002";
  }

 private:
  std::vector<std::string> words_;  ///< by falling frequency
  std::vector<double> cumulated_;
};

}  // namespace

std::unique_ptr<LanguageModel> make_model(const ModelOptions& options) {
  if (options.language == "en") return std::make_unique<SpacedModel>(options, english);
  if (options.language == "ru") return std::make_unique<SpacedModel>(options, russian);
  if (options.language == "zh") return std::make_unique<ChineseModel>(options);
  if (options.language == "th") return std::make_unique<CharacterModel>(options, 3, " ");
  throw std::runtime_error("no model of the language " + options.language);
}

}  // namespace topos::bench
