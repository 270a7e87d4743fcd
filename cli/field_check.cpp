// SPDX-License-Identifier: Apache-2.0
#include "field_check.hpp"

#include <algorithm>

#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {
namespace {

/// JSON Lines may name other fields in every record.
constexpr std::size_t most_names = 200;

}  // namespace

FieldCheck::Sight FieldCheck::look(const Query& query, const Document& document) {
  Sight sight;
  bool all = true;
  for (const std::string& field : query.metadata_fields()) {
    sight.found.push_back(document.metadata.find(field) != nullptr);
    all = all && sight.found.back();
  }
  if (all) return sight;
  for (const auto& [name, value] : document.metadata.all())
    if (sight.others.size() < most_names) sight.others.push_back(name);
  return sight;
}

void FieldCheck::add(const Sight& sight) {
  ++documents_;
  for (std::size_t i = 0; i < found_.size(); ++i)
    if (sight.found[i]) found_[i] = true;
  for (const std::string& name : sight.others)
    if (others_.size() < most_names) others_.insert(name);
}

void FieldCheck::add_part(std::size_t documents, const std::vector<std::string>& found,
                          const std::vector<std::string>& others) {
  documents_ += documents;
  const std::vector<std::string>& fields = query_.metadata_fields();
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (std::find(found.begin(), found.end(), fields[i]) != found.end()) found_[i] = true;
  others_.insert(others.begin(), others.end());
}

std::vector<std::string> FieldCheck::found() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < found_.size(); ++i)
    if (found_[i]) names.push_back(query_.metadata_fields()[i]);
  return names;
}

bool FieldCheck::complete() const noexcept { return std::find(found_.begin(), found_.end(), false) == found_.end(); }

void FieldCheck::finish() const {
  if (documents_ == 0 || complete()) return;
  const auto missing = std::find(found_.begin(), found_.end(), false) - found_.begin();
  const std::string& field = query_.metadata_fields()[static_cast<std::size_t>(missing)];
  std::vector<std::string> known = built_in_fields();
  known.insert(known.end(), others_.begin(), others_.end());
  std::string list;
  for (const std::string& name : known) list += ' ' + printable(name);
  throw Error(Errc::filter, "no document has a field '" + printable(field) + "'; there are:" + list, {},
              did_you_mean(field, known));
}

std::string field_column(const std::string& field, const std::vector<Column>& taken) {
  const bool is_taken =
      std::any_of(taken.begin(), taken.end(), [&](const Column& column) { return column.name == field; });
  return is_taken ? "by_" + field : field;
}

}  // namespace topos::cli
