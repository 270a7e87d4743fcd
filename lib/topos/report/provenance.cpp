// SPDX-License-Identifier: Apache-2.0
#include "topos/report/provenance.hpp"

#include "topos/base/json.hpp"
#include "topos/report/versions.hpp"

namespace topos {
namespace {

void append_list(std::string& out, const std::vector<std::string>& words) {
  out += '[';
  for (const std::string& word : words) {
    if (out.back() != '[') out += ',';
    append_json_string(out, word);
  }
  out += ']';
}

}  // namespace

Provenance current_provenance() {
  Provenance provenance;
  provenance.version = topos_version();
  provenance.icu = icu_version();
  provenance.unicode = unicode_version();
  return provenance;
}

std::string to_json(const Provenance& provenance) {
  std::string out = "{\"topos\":";
  append_json_string(out, provenance.version);
  out += ",\"schema\":" + std::to_string(provenance.schema);
  out += ",\"codebooks\":[";
  for (const auto& book : provenance.codebooks) {
    if (out.back() != '[') out += ',';
    out += "{\"id\":" + json_string(book.id) + ",\"version\":" + json_string(book.version) +
           ",\"sha256\":" + json_string(book.checksum) + '}';
  }
  out += "],\"tokenizer\":" + (provenance.tokenizer.empty() ? "null" : json_string(provenance.tokenizer));
  out += ",\"icu\":" + json_string(provenance.icu);
  out += ",\"unicode\":" + json_string(provenance.unicode);
  out += ",\"seed\":" + (provenance.seed ? std::to_string(*provenance.seed) : "null");
  if (!provenance.decisions.empty()) {
    out += ",\"decisions\":" + json_string(provenance.decisions) + ",\"coders\":";
    append_list(out, provenance.coders);
  }
  out += ",\"arguments\":";
  append_list(out, provenance.arguments);
  return out + '}';
}

}  // namespace topos
