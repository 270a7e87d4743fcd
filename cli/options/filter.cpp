// SPDX-License-Identifier: Apache-2.0
#include "options/filter.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {
namespace {

std::vector<std::string> comma_separated(const std::vector<std::string>& given) {
  std::vector<std::string> parts;
  for (const std::string& text : given) {
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      parts.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return parts;
}

}  // namespace

void FilterGroup::declare(Options& options) {
  options.section("Selection");
  options.list("--where", where, "TEST[,TEST]", "Keep what passes: 'genre=mfa|oped,date>=2022-02-24'");
  options.list("--by", by, "FIELD[,FIELD]", "Split by metadata fields, region or section");
  declare_regions(options);
}

void FilterGroup::declare_tests(Options& options) {
  options.section("Selection");
  options.list("--where", where, "TEST[,TEST]", "Keep what passes: 'genre=mfa|oped,date>=2022-02-24'");
  declare_regions(options);
}

void FilterGroup::declare_regions(Options& options) {
  options.section("Selection");
  options.list("--regions", regions, "NAME[,NAME]", "Regions that count, or 'all'; else abstract, lede and body");
}

Filter FilterGroup::filter() const {
  Filter all;
  for (const std::string& text : where) all.add(text);
  return all;
}

std::vector<std::string> FilterGroup::fields() const {
  std::vector<std::string> fields = comma_separated(by);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].empty()) throw Error(Errc::filter, "--by has an empty field name");
    if (std::find(fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(i), fields[i]) !=
        fields.begin() + static_cast<std::ptrdiff_t>(i))
      throw Error(Errc::filter, "--by names '" + printable(fields[i]) + "' twice");
  }
  return fields;
}

AttributeSet FilterGroup::attributes() const {
  AttributeSet named;
  for (const std::string& field : fields()) named = named | attribute_called(field);
  for (const std::string& field : filter().fields()) named = named | attribute_called(field);
  return named;
}

RegionSet FilterGroup::region_set() const { return regions.empty() ? default_analysis() : regions_called(regions); }

RegionSet regions_called(const std::vector<std::string>& names) {
  std::vector<std::string> known{"all"};
  for (std::size_t i = 0; i < region_names; ++i) known.emplace_back(to_string(static_cast<RegionName>(i)));
  RegionSet set;
  for (const std::string& name : comma_separated(names)) {
    const auto found = region_name(name);
    if (name != "all" && !found)
      throw Error(Errc::usage, "there is no region '" + printable(name) + "'", {}, did_you_mean(name, known));
    if (found)
      set.set(static_cast<std::size_t>(*found));
    else
      set.set();
  }
  return set;
}

}  // namespace topos::cli
