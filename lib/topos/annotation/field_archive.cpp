// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/field_archive.hpp"

#include <simdjson.h>

#include <array>
#include <utility>

#include "topos/base/json.hpp"

namespace topos {

using simdjson::dom::array;
using simdjson::dom::element;
using JsonObject = simdjson::dom::object;

void FieldWriter::member(std::string_view name) {
  if (out_.back() != '{') out_ += ',';
  append_json_string(out_, name);
  out_ += ':';
}

void FieldWriter::wrong(std::string_view name, std::string_view expected) const {
  throw Error(Errc::stream, "'" + std::string(name) + "' must be " + std::string(expected));
}

void FieldWriter::text(std::string_view name, std::string& value) {
  std::string_view view = value;
  pooled(name, view);
}

void FieldWriter::pooled(std::string_view name, std::string_view& value) {
  if (value.empty()) return;
  member(name);
  append_json_string(out_, value);
}

void FieldWriter::texts(std::string_view name, std::vector<std::string>& values) {
  if (values.empty()) return;
  member(name);
  char before = '[';
  for (const std::string& value : values) {
    out_ += std::exchange(before, ',');
    append_json_string(out_, value);
  }
  out_ += ']';
}

void FieldWriter::real(std::string_view name, double& value) {
  if (value == 0) return;
  member(name);
  append_json_number(out_, value);
}

void FieldWriter::number(std::string_view name, std::uint64_t& value, std::uint64_t) {
  if (value == 0) return;
  member(name);
  out_ += std::to_string(value);
}

void FieldWriter::kind(std::string_view name, const HitKind*& value) {
  std::vector<std::string> names{std::string(value->codebook), std::string(value->code)};
  if (!value->pattern.empty()) names.emplace_back(value->pattern);
  texts(name, names);
}

void FieldWriter::features(std::string_view name, std::vector<FeatureCount>& values) {
  if (values.empty()) return;
  member(name);
  char before = '{';
  table().each_text(values, [&](std::string_view text, const FeatureCount& count) {
    out_ += std::exchange(before, ',');
    append_json_string(out_, text);
    out_ += ':' + std::to_string(count.n);
  });
  out_ += '}';
}

std::size_t FieldWriter::open_list(std::string_view name, std::size_t size) {
  if (size > 0) member(name);
  if (size > 0) out_ += '[';
  return size;
}

void FieldWriter::open_item() {
  if (out_.back() != '[') out_ += ',';
  out_ += '{';
}

void FieldWriter::close_list(std::size_t size) {
  if (size > 0) out_ += ']';
}

struct FieldReader::Impl {
  NamePool& names;
  simdjson::dom::parser parser{};
  Location where;
  std::vector<JsonObject> objects;                                 ///< the one at hand last
  std::vector<std::pair<array::iterator, array::iterator>> lists;  ///< next item and end of each list that is open

  [[nodiscard]] bool find(std::string_view name, element& value) const {
    return objects.back().at_key(name).get(value) == simdjson::SUCCESS;
  }
};

FieldReader::FieldReader(NamePool& names, std::size_t fields)
    : FieldArchive(fields), impl_(new Impl{.names = names, .where = {}, .objects = {}, .lists = {}}) {}
FieldReader::~FieldReader() = default;

void FieldReader::start(std::string_view line, Location where) {
  impl_->where = std::move(where);
  impl_->lists.clear();
  JsonObject members;
  const auto parsed = impl_->parser.parse(line.data(), line.size());
  if (parsed.error() != simdjson::SUCCESS)
    throw Error(Errc::json, std::string("this line is not JSON: ") + simdjson::error_message(parsed.error()),
                impl_->where);
  if (parsed.get(members) != simdjson::SUCCESS) throw Error(Errc::json, "this line is not a JSON object", impl_->where);
  impl_->objects = {members};
}

void FieldReader::wrong(std::string_view name, std::string_view expected) const {
  throw Error(Errc::stream, "'" + std::string(name) + "' must be " + std::string(expected), impl_->where);
}

void FieldReader::text(std::string_view name, std::string& value) {
  std::string_view view;
  element found;
  if (impl_->find(name, found) && found.get(view) != simdjson::SUCCESS) wrong(name, "a string");
  value = view;
}

void FieldReader::pooled(std::string_view name, std::string_view& value) {
  std::string copy;
  text(name, copy);
  value = impl_->names.keep(copy);
}

void FieldReader::texts(std::string_view name, std::vector<std::string>& values) {
  values.clear();
  element found;
  if (!impl_->find(name, found)) return;
  array items;
  if (found.get(items) != simdjson::SUCCESS) wrong(name, "an array of strings");
  for (const element item : items) {
    std::string_view value;
    if (item.get(value) != simdjson::SUCCESS) wrong(name, "an array of strings");
    values.emplace_back(value);
  }
}

void FieldReader::real(std::string_view name, double& value) {
  value = 0;
  element found;
  if (impl_->find(name, found) && found.get(value) != simdjson::SUCCESS) wrong(name, "a number");
}

void FieldReader::number(std::string_view name, std::uint64_t& value, std::uint64_t most) {
  value = 0;
  element found;
  if (impl_->find(name, found) && (found.get(value) != simdjson::SUCCESS || value > most))
    wrong(name, "a whole number that is not too large");
}

void FieldReader::kind(std::string_view name, const HitKind*& value) {
  std::vector<std::string> names;
  texts(name, names);
  if (names.size() != 2 && names.size() != 3) wrong(name, "a codebook, a code and perhaps a pattern");
  names.resize(3);
  value = &impl_->names.kind(names[0], names[1], names[2]);
}

void FieldReader::features(std::string_view name, std::vector<FeatureCount>& values) {
  values.clear();
  element found;
  if (!impl_->find(name, found)) return;
  JsonObject counts;
  if (found.get(counts) != simdjson::SUCCESS) wrong(name, "an object of numbers");
  for (const auto field : counts) {
    std::uint64_t n = 0;
    if (field.value.get(n) != simdjson::SUCCESS || n > std::numeric_limits<std::uint32_t>::max())
      wrong(name, "an object of numbers");
    values.push_back({table().id_of(field.key), static_cast<std::uint32_t>(n)});
  }
}

std::size_t FieldReader::open_list(std::string_view name, std::size_t) {
  element found;
  if (!impl_->find(name, found)) return 0;
  array items;
  if (found.get(items) != simdjson::SUCCESS) wrong(name, "an array of objects");
  std::size_t size = 0;
  for (const element item : items) {
    if (!item.is_object()) wrong(name, "an array of objects");
    ++size;
  }
  if (size > 0) impl_->lists.emplace_back(items.begin(), items.end());
  return size;
}

void FieldReader::open_item() {
  auto& [next, end] = impl_->lists.back();
  impl_->objects.push_back((*next).get_object().value_unsafe());
  ++next;
}

void FieldReader::close_item() { impl_->objects.pop_back(); }

void FieldReader::close_list(std::size_t size) {
  if (size > 0) impl_->lists.pop_back();
}

}  // namespace topos
