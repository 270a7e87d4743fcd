// SPDX-License-Identifier: Apache-2.0
#include "topos/report/provenance.hpp"

#include "topos/base/json.hpp"
#include "topos/report/versions.hpp"

namespace topos {

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
  out += ",\"arguments\":[";
  for (const std::string& word : provenance.arguments) {
    if (out.back() != '[') out += ',';
    append_json_string(out, word);
  }
  return out + "]}";
}

}  // namespace topos
