// SPDX-License-Identifier: Apache-2.0
#include "report/shared_source.hpp"

#include <set>
#include <string_view>

#include "report/table_view.hpp"

namespace topos::cli {

SharedSource::Values SharedSource::look(const Document& document) {
  Values values;
  for (std::size_t i = 0; i < SharedFields::fields; ++i)
    if (const std::string* value = document.metadata.find(SharedFields::names()[i]); value != nullptr)
      values[i] = *value;
  return values;
}

std::size_t SharedSource::values_of(std::size_t field) const {
  if (field == none) return 0;
  std::set<std::string_view> known;
  std::size_t without = 0;
  for (const Values& values : documents_) {
    if (values[field].empty())
      ++without;
    else
      known.insert(values[field]);
  }
  return known.size() + without;
}

std::size_t SharedSource::chosen() const {
  std::size_t best = none;
  std::size_t fewest = documents_.size();
  for (std::size_t field = 0; field < SharedFields::fields; ++field)
    if (const std::size_t values = values_of(field); values > 1 && values < fewest) {
      best = field;
      fewest = values;
    }
  return best;
}

std::string SharedSource::field() const {
  const std::size_t field = chosen();
  return field == none ? std::string() : std::string(SharedFields::names()[field]);
}

std::vector<std::string> SharedSource::clusters() const {
  std::vector<std::string> clusters;
  const std::size_t field = chosen();
  for (const Values& values : documents_) clusters.push_back(field == none ? std::string() : values[field]);
  return clusters;
}

std::string clustered_in_words(const SharedSource& source, const std::string& where, const UpheldOf& once,
                               const UpheldOf& clustered) {
  const std::string field = source.field();
  const std::string text = where + ' ' + std::to_string(once.upheld) + " of " + counted(once.tests, "difference") +
                           (once.upheld == 1 ? " is" : " are") + " upheld so; with --cluster " + field + ' ';
  if (clustered.tests == 0)
    return text + "nothing can be tested, for one side of each comparison has fewer than five values of " + field + '.';
  return text + (clustered.upheld == 0 ? "none" : std::to_string(clustered.upheld)) + " of " +
         std::to_string(clustered.tests) + '.';
}

}  // namespace topos::cli
