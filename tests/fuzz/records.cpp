// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a head and as the records of a document; what was read is written and read back the same, and can
// be annotated.
#include "kit/finder.hpp"
#include "law.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/annotation/record_stream.hpp"
#include "topos/base/error.hpp"

namespace {

topos::AnnotatedDocument read(topos::RecordReader& reader, std::string bytes) {
  topos::RawDocument raw;
  raw.kind = topos::RawDocument::Kind::records;
  raw.path = "in";
  raw.line = 1;
  raw.bytes = std::move(bytes);
  return reader.read(raw);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = topos::fuzz::bytes_of(data, size);
  try {
    (void)topos::read_head(bytes.substr(0, bytes.find('\n')), {"in", 1, 0});
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  try {
    topos::NamePool names;
    topos::RecordReader reader(names);
    const topos::AnnotatedDocument one = read(reader, bytes);
    std::string first;
    topos::write_document(one, topos::Offsets::bytes, first);
    topos::AnnotatedDocument two = read(reader, first);
    std::string second;
    topos::write_document(two, topos::Offsets::bytes, second);
    LAW(first == second);
    const topos::Query query({});
    (void)topos::QueryRun(query).run(one);
    std::string other;
    topos::write_document(one, topos::Offsets::utf16, other);
    static topos::test::Finder finder(
        topos::test::code("x", "patterns.en = ['pivot', { match = 'turn', near = ['@x:document'] }]"));
    (void)finder.annotate(std::move(two.document));
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
