// SPDX-License-Identifier: Apache-2.0
#include "topos/text/name_pattern.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "topos/base/error.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {
namespace {

[[noreturn]] void refuse(const std::string& pattern, const std::string& why) {
  throw Error(Errc::usage, "--name-pattern \"" + printable(pattern) + "\": " + why, {},
              "write fields in braces with text between them, as in {country}_{year}");
}

std::string_view expression_for(std::string_view field) {
  if (field == "year") return "([0-9]{4})";
  if (field == "date") return "([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)";
  return "(.+?)";
}

std::string_view stem(std::string_view id) {
  std::string_view name = without_compression(base_name(id));
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

}  // namespace

struct NamePattern::Impl {
  std::vector<std::string> fields;
  std::unique_ptr<const RE2> expression;
};

NamePattern::NamePattern(const std::string& pattern) : impl_(std::make_unique<Impl>()) {
  std::string expression;
  bool after_field = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    expression += RE2::QuoteMeta(pattern.substr(at, open - at));
    after_field = after_field && open == at;
    if (open == pattern.size()) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string::npos || close == open + 1) refuse(pattern, "a brace without a field");
    const std::string field = pattern.substr(open + 1, close - open - 1);
    if (after_field) refuse(pattern, "nothing between two fields");
    if (std::find(impl_->fields.begin(), impl_->fields.end(), field) != impl_->fields.end())
      refuse(pattern, "the field " + printable(field) + " is given twice");
    expression += expression_for(field);
    impl_->fields.push_back(field);
    after_field = true;
    at = close + 1;
  }
  if (impl_->fields.empty()) refuse(pattern, "no field");
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_dot_nl(true);
  options.set_log_errors(false);
  impl_->expression = std::make_unique<const RE2>(expression, options);
  if (!impl_->expression->ok()) refuse(pattern, impl_->expression->error());
}
NamePattern::NamePattern(NamePattern&&) noexcept = default;
NamePattern& NamePattern::operator=(NamePattern&&) noexcept = default;
NamePattern::~NamePattern() = default;

std::optional<NamePattern::Fields> NamePattern::match(std::string_view id) const {
  const std::string_view name = stem(id);
  std::vector<re2::StringPiece> groups(impl_->fields.size() + 1);
  if (!impl_->expression->Match({name.data(), name.size()}, 0, name.size(), RE2::ANCHOR_BOTH, groups.data(),
                                static_cast<int>(groups.size())))
    return std::nullopt;
  Fields fields;
  for (std::size_t i = 0; i < impl_->fields.size(); ++i)
    fields.emplace_back(impl_->fields[i], std::string(groups[i + 1]));
  return fields;
}

}  // namespace topos
