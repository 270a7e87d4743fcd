// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <string>
#include <vector>

#include "topos/text/html/page_metadata.hpp"

namespace topos {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string string_of(const object& from, std::string_view key) {
  std::string_view value;
  return from[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

/// A person or publisher: a name, an object with a name, or several of them.
std::string name_of(const element& from) {
  std::string_view text;
  if (from.get(text) == simdjson::SUCCESS) return std::string(text);
  object one;
  if (from.get(one) == simdjson::SUCCESS) return string_of(one, "name");
  array several;
  std::string names;
  if (from.get(several) != simdjson::SUCCESS) return names;
  for (const element each : several) {
    std::string name;
    object person;
    if (each.get(person) == simdjson::SUCCESS)
      name = string_of(person, "name");
    else if (each.get(text) == simdjson::SUCCESS)
      name = std::string(text);
    if (!name.empty()) names += (names.empty() ? "" : "; ") + name;
  }
  return names;
}

bool is_article(const object& from) {
  element type;
  if (from["@type"].get(type) != simdjson::SUCCESS) return false;
  const auto fits = [](std::string_view name) {
    return name.ends_with("Article") || name.ends_with("Posting") || name == "Report" || name == "WebPage" ||
           name == "ScholarlyArticle";
  };
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) return fits(name);
  array names;
  if (type.get(names) != simdjson::SUCCESS) return false;
  for (const element each : names)
    if (each.get(name) == simdjson::SUCCESS && fits(name)) return true;
  return false;
}

void read_article(const object& article, Metadata& found) {
  const auto offer = [&](std::string_view field, std::string value) {
    if (!value.empty() && found.find(field) == nullptr) found.set(field, std::move(value));
  };
  offer("title", string_of(article, "headline"));
  offer("title", string_of(article, "name"));
  offer("date", string_of(article, "datePublished"));
  offer("language", string_of(article, "inLanguage"));
  element named;
  if (article["author"].get(named) == simdjson::SUCCESS) offer("author", name_of(named));
  if (article["publisher"].get(named) == simdjson::SUCCESS) offer("site", name_of(named));
}

}  // namespace

Metadata read_json_ld(std::string_view script) {
  Metadata found;
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(script.data(), script.size()).get(root) != simdjson::SUCCESS) return found;
  std::vector<element> waiting{root};
  for (std::size_t seen = 0; !waiting.empty() && seen < 1000; ++seen) {
    const element next = waiting.back();
    waiting.pop_back();
    array several;
    if (next.get(several) == simdjson::SUCCESS) {
      for (const element each : several) waiting.push_back(each);
      continue;
    }
    object one;
    if (next.get(one) != simdjson::SUCCESS) continue;
    if (is_article(one)) read_article(one, found);
    element graph;
    if (one["@graph"].get(graph) == simdjson::SUCCESS) waiting.push_back(graph);
  }
  return found;
}

}  // namespace topos
