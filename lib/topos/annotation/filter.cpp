// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/filter.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"

namespace topos {
namespace {

/// Whether `text` is a year, a month or a day: "2022", "2022-02", "2022-02-24".
bool is_date(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == 'd' ? !digit : text[i] != '-') return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

class Filter::Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::vector<Test> parse() {
    std::vector<Test> tests;
    do tests.push_back(parse_test());
    while (accept(','));
    return tests;
  }

 private:
  Test parse_test() {
    Test test;
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of("=!<>,|\"'", at_), text_.size());
    test.field = trimmed(text_.substr(begin, at_ - begin));
    if (test.field.empty()) throw fail("a field name is missing", begin);
    test.comparison = parse_comparison();
    skip_blanks();
    if (at_ == text_.size() || text_[at_] == ',') {
      if (test.comparison != Comparison::equal && test.comparison != Comparison::unequal)
        throw fail("a value is missing", at_);
      return test;
    }
    do test.values.push_back(parse_value(test.comparison));
    while (accept('|'));
    if (at_ != text_.size() && text_[at_] != ',') throw fail("',' or '|' must follow a quoted value", at_);
    return test;
  }

  Comparison parse_comparison() {
    constexpr std::pair<std::string_view, Comparison> known[] = {
        {"!=", Comparison::unequal}, {"<=", Comparison::at_most}, {">=", Comparison::at_least},
        {"=", Comparison::equal},    {"<", Comparison::less},     {">", Comparison::greater}};
    for (const auto& [sign, comparison] : known)
      if (text_.substr(at_).starts_with(sign)) {
        at_ += sign.size();
        return comparison;
      }
    throw fail("one of = != < <= > >= must follow the field name", at_);
  }

  Value parse_value(Comparison comparison) {
    skip_blanks();
    const std::size_t begin = at_;
    Value value;
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      value.text = parse_quoted();
    } else {
      at_ = std::min(text_.find_first_of(",|", at_), text_.size());
      value.text = trimmed(text_.substr(begin, at_ - begin));
      if (value.text.empty()) throw fail("a value is missing", begin);
    }
    value.number = parse_number(value.text);
    value.date = is_date(value.text);
    const bool ordered = comparison != Comparison::equal && comparison != Comparison::unequal;
    if (ordered && !value.number && !value.date)
      throw fail("only numbers and dates such as 2022-02-24 have an order", begin);
    return value;
  }

  std::string parse_quoted() {
    const std::size_t begin = at_;
    const char quote = text_[at_++];
    std::string value;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] != quote) {
        value += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == quote) {
        value += text_[at_++];
      } else {
        ++at_;
        skip_blanks();
        return value;
      }
    }
    throw fail("the closing quote is missing", begin);
  }

  bool accept(char wanted) {
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  [[nodiscard]] Error fail(const std::string& message, std::size_t at) const {
    const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto column = std::count_if(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), is_lead);
    return {
        Errc::filter, message + " in '" + printable(text_) + "'", {"--where", 1, static_cast<std::size_t>(column) + 1}};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

void Filter::add(std::string_view text) {
  for (Test& test : Parser(text).parse()) tests_.push_back(std::move(test));
}

std::vector<std::string> Filter::fields() const {
  std::vector<std::string> names;
  for (const Test& test : tests_)
    if (std::find(names.begin(), names.end(), test.field) == names.end()) names.push_back(test.field);
  return names;
}

bool Filter::compare(Comparison comparison, const Value& wanted, std::string_view value) {
  int order = 0;
  const auto number = wanted.number ? parse_number(value) : std::nullopt;
  if (number) {
    order = *number < *wanted.number ? -1 : *number > *wanted.number ? 1 : 0;
  } else if (wanted.date && is_date(value)) {
    order = value.substr(0, wanted.text.size()).compare(wanted.text);
  } else {
    return comparison == Comparison::equal && value == wanted.text;
  }
  switch (comparison) {
    case Comparison::less:
      return order < 0;
    case Comparison::at_most:
      return order <= 0;
    case Comparison::greater:
      return order > 0;
    case Comparison::at_least:
      return order >= 0;
    default:
      return order == 0;
  }
}

bool Filter::holds(const Test& test, std::optional<std::string_view> value) {
  const bool missing = !value || value->empty();
  const bool negative = test.comparison == Comparison::unequal;
  if (test.values.empty()) return missing != negative;
  if (missing) return negative;
  const Comparison comparison = negative ? Comparison::equal : test.comparison;
  const bool any = std::any_of(test.values.begin(), test.values.end(),
                               [&](const Value& wanted) { return compare(comparison, wanted, *value); });
  return any != negative;
}

bool Filter::matches(const Lookup& lookup) const {
  return std::all_of(tests_.begin(), tests_.end(), [&](const Test& test) { return holds(test, lookup(test.field)); });
}

Filter Filter::only(const std::function<bool(std::string_view field)>& keep) const {
  Filter part;
  for (const Test& test : tests_)
    if (keep(test.field)) part.tests_.push_back(test);
  return part;
}

}  // namespace topos
