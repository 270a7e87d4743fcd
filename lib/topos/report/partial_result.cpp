// SPDX-License-Identifier: Apache-2.0
#include "topos/report/partial_result.hpp"

#include <algorithm>
#include <iterator>

#include "topos/base/hash.hpp"
#include "topos/base/json.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/open_input.hpp"

namespace topos {
namespace {

constexpr std::size_t budget = std::size_t{32} << 20;
constexpr std::string_view head_begin = "{\"type\":\"partial\"";
constexpr std::string_view document_begin = "{\"type\":\"document\"";
constexpr std::string_view end_begin = "{\"type\":\"end\"";

/// Folders are walked name by name, so a slash comes before every other character.
std::string key_of(const PartialDocument& document) {
  std::string key(1, static_cast<char>(document.corpus));
  key += document.path;
  std::replace(key.begin() + 1, key.end(), '/', '\x01');
  return key;
}

void archive_signature(FieldArchive& archive, TextSignature& signature) {
  constexpr std::size_t digits = 8;
  std::string text;
  if (!archive.reads() && !signature.empty)
    for (const std::uint32_t one : signature.minima)
      for (std::size_t i = digits; i-- > 0;) text += "0123456789abcdef"[one >> (4 * i) & 15];
  archive.text("signature", text);
  if (!archive.reads() || text.empty()) return;
  signature.empty = false;
  if (text.size() != digits * signature.minima.size()) archive.wrong("signature", "1024 hexadecimal digits");
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(text[at]);
    if (digit == std::string_view::npos) archive.wrong("signature", "1024 hexadecimal digits");
    std::uint32_t& one = signature.minima[at / digits];
    one = one << 4 | static_cast<std::uint32_t>(digit);
  }
}

void archive_fields(FieldArchive& archive, Provenance& one) {
  archive.text("topos", one.version);
  archive.list("codebooks", one.codebooks, [&](Provenance::Book& book) {
    archive.text("id", book.id);
    archive.text("version", book.version);
    archive.text("sha256", book.checksum);
  });
  archive.text("tokenizer", one.tokenizer);
  archive.text("icu", one.icu);
  archive.text("unicode", one.unicode);
  archive.text("decisions", one.decisions);
  archive.texts("arguments", one.arguments);
}

void archive_fields(FieldArchive& archive, PartialHead& head) {
  std::uint32_t schema = partial_schema;
  archive.whole("schema", schema);
  if (schema != partial_schema)
    archive.wrong("schema", std::to_string(partial_schema) + "; another version of topos wrote this");
  archive_fields(archive, head.provenance);
  archive.whole("annotated_before", head.annotated_before);
  archive.list("lists", head.lists, [&](auto& one) {
    archive.text("option", one.first);
    archive.text("sha256", one.second);
  });
  std::vector<PartialHead::Inputs> corpora(head.corpora.begin(), head.corpora.end());
  archive.list("corpora", corpora, [&](PartialHead::Inputs& one) {
    archive.whole("documents", one.documents);
    archive.whole("inputs", one.inputs);
    archive.whole("failures", one.failures);
    archive.texts("fields", one.fields);
    archive.texts("other_fields", one.others);
    archive.list("decided", one.decided, [&](std::uint64_t& line) { archive.whole("line", line); });
  });
  if (corpora.size() != partial_corpora) archive.wrong("corpora", "two objects");
  std::copy(corpora.begin(), corpora.end(), head.corpora.begin());
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + printable(word);
  return text;
}

std::string named(const std::vector<Provenance::Book>& books) {
  std::string text;
  for (const Provenance::Book& book : books)
    text += (text.empty() ? "" : ", ") + printable(book.id + ' ' + book.version + ' ' + book.checksum.substr(0, 12));
  return text.empty() ? "none" : text;
}

std::string named(const std::vector<std::pair<std::string, std::string>>& lists) {
  std::string text;
  for (const auto& [option, checksum] : lists)
    text += (text.empty() ? "" : ", ") + printable(option + ' ' + checksum.substr(0, 12));
  return text.empty() ? "none" : text;
}

void add_names(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string chained(std::uint64_t hash) {
  std::string text;
  for (std::size_t i = 16; i-- > 0;) text += "0123456789abcdef"[hash >> (4 * i) & 15];
  return text;
}

}  // namespace

std::string difference(const PartialHead& a, const PartialHead& b) {
  const auto said = [](std::string_view what, const std::string& one, const std::string& other) {
    return std::string(what) + ": " + one + " here, " + other + " there";
  };
  const Provenance& x = a.provenance;
  const Provenance& y = b.provenance;
  if (x.arguments != y.arguments) return said("arguments differ", joined(x.arguments), joined(y.arguments));
  if (x.version != y.version) return said("versions of topos differ", printable(x.version), printable(y.version));
  if (named(x.codebooks) != named(y.codebooks)) return said("codebooks differ", named(x.codebooks), named(y.codebooks));
  if (x.tokenizer != y.tokenizer) return said("tokenizers differ", printable(x.tokenizer), printable(y.tokenizer));
  if (x.icu != y.icu) return said("versions of ICU differ", printable(x.icu), printable(y.icu));
  if (x.unicode != y.unicode) return said("versions of Unicode differ", printable(x.unicode), printable(y.unicode));
  if (a.lists != b.lists) return said("files that options name differ", named(a.lists), named(b.lists));
  if (x.decisions != y.decisions) return "decisions differ";
  if (a.annotated_before != b.annotated_before) return "hits of one were found by another run, whose stream it read";
  return {};
}

void archive_fields(FieldArchive& archive, PartialDocument& document) {
  archive.whole("corpus", document.corpus);
  if (document.corpus >= partial_corpora) archive.wrong("corpus", "0 or 1");
  archive.text("id", document.id);
  archive.text("path", document.path);
  archive.text("duplicate_of", document.duplicate_of);
  archive_signature(archive, document.signature);
}

PartialWriter::PartialWriter(const std::string& folder) : lines_(folder, budget) {}

std::string PartialWriter::line_of(PartialDocument& document, const std::function<void(FieldArchive&)>& counts) {
  std::string line(document_begin);
  FieldWriter archive(line);
  archive_fields(archive, document);
  int nothing = 0;
  archive.object("counts", nothing, [&](int) { counts(archive); });
  return line + '}';
}

void PartialWriter::add(const PartialDocument& document, std::string_view line) { lines_.add(key_of(document), line); }

void PartialWriter::finish(const PartialHead& head, const std::function<void(std::string_view line)>& put) {
  std::string line(head_begin);
  FieldWriter archive(line);
  PartialHead copy = head;
  archive_fields(archive, copy);
  line += '}';
  put(line);
  std::uint64_t hash = hash64(line);
  lines_.drain([&](std::string_view document) {
    hash = hash64(document, hash);
    put(document);
    return true;
  });
  put(std::string(end_begin) + ",\"checksum\":\"" + chained(hash) + "\"}");
}

PartialReader::PartialReader(const std::vector<std::string>& paths, const std::string& folder)
    : fields_(names_), lines_{SpillSorter(folder, budget), SpillSorter(folder, budget)} {
  for (const std::string& path : paths) read(path);
}

void PartialReader::read(const std::string& path) {
  LineReader lines(unpacked_bytes(path, {}));
  std::string line;
  bool open = false;  // whether a head waits for its end
  std::uint64_t hash = 0;
  const auto wrong = [&](const std::string& why) { return Error(Errc::stream, why, {path, lines.line(), 0}); };
  for (;;) {
    const LineReader::Result result = lines.next(line);
    if (result == LineReader::Result::too_long)
      throw Error(Errc::too_large, "a line of 2 GiB or more", {path, lines.line(), 0});
    if (result == LineReader::Result::end) break;
    const bool head = line.starts_with(head_begin);
    const bool end = line.starts_with(end_begin);
    if (!head && !end && !line.starts_with(document_begin)) throw wrong("this line is of no partial result");
    if (head == open)
      throw wrong(open ? "the partial result before this head has no end"
                       : "no head of a partial result stands before this line");
    fields_.start(line, {path, lines.line(), 0});
    if (head) {
      PartialHead next;
      archive_fields(fields_, next);
      take_head(std::move(next), {path, lines.line(), 0});
      hash = hash64(line);
    } else if (end) {
      std::string checksum;
      fields_.text("checksum", checksum);
      if (checksum != chained(hash))
        throw wrong("the partial result that ends here was changed: its checksum is another one");
    } else {
      hash = hash64(line, hash);
      take_document(line, path, lines.line());
    }
    open = !end;
  }
  if (open || first_path_.empty())
    throw Error(Errc::stream,
                open ? "the partial result has no end: it is not whole" : "there is no partial result in this file",
                {path});
}

void PartialReader::take_head(PartialHead head, const Location& where) {
  if (first_path_.empty()) {
    head_ = std::move(head);
    first_path_ = where.path;
    return;
  }
  if (const std::string other = difference(head, head_); !other.empty())
    throw Error(Errc::stream, "this part and " + printable(first_path_) + " are of different results: " + other, where);
  for (std::size_t i = 0; i < partial_corpora; ++i) {
    PartialHead::Inputs& sum = head_.corpora[i];
    const PartialHead::Inputs& more = head.corpora[i];
    sum.documents += more.documents;
    sum.inputs += more.inputs;
    sum.failures += more.failures;
    add_names(sum.fields, more.fields);
    add_names(sum.others, more.others);
    std::vector<std::uint64_t> decided;
    std::set_union(sum.decided.begin(), sum.decided.end(), more.decided.begin(), more.decided.end(),
                   std::back_inserter(decided));
    sum.decided = std::move(decided);
  }
}

void PartialReader::take_document(std::string_view line, const std::string& path, std::size_t number) {
  PartialDocument document;
  archive_fields(fields_, document);
  if (!ids_[document.corpus].insert(document.id).second)
    throw Error(Errc::duplicate_id,
                "the document '" + printable(document.id) + "' is in two parts, or in one of them twice",
                {path, number, 0}, "name each part once");
  lines_[document.corpus].add(key_of(document), line);
}

void PartialReader::each(std::size_t corpus, FieldReader& reader, const std::function<void()>& take) {
  lines_[corpus].drain([&](std::string_view line) {
    reader.start(line, {});
    take();
    return true;
  });
}

void PartialReader::each_line(const std::function<void(const PartialDocument& document, std::string_view line)>& take) {
  for (SpillSorter& lines : lines_)
    lines.drain([&](std::string_view line) {
      fields_.start(line, {});
      PartialDocument document;
      archive_fields(fields_, document);
      take(document, line);
      return true;
    });
}

}  // namespace topos
