// SPDX-License-Identifier: Apache-2.0
#include "coding/foreign_codings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/base/number.hpp"
#include "topos/base/xml.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/compression.hpp"

namespace topos::cli {
namespace {

/// All files of a project are held in memory.
constexpr std::uint64_t most_project_bytes = std::uint64_t{256} << 20;

std::vector<std::string_view> pieces(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines = pieces(text, '\n');
  for (std::string_view& line : lines)
    if (line.ends_with('\r')) line.remove_suffix(1);
  return lines;
}

/// The table in the making.
class SpanTable {
 public:
  void add(std::string_view document, std::size_t begin, std::size_t end, std::string_view coder,
           std::string_view code) {
    cell(document);
    text_ += std::to_string(begin) + '\t' + std::to_string(end) + '\t';
    cell(coder);
    cell(code, '\n');
  }
  /// All of a document was seen.
  void saw(std::string_view document, std::string_view coder) {
    cell(document);
    text_ += "\t\t";
    cell(coder);
    cell({}, '\n');
  }
  [[nodiscard]] std::string text() const { return "document\tbegin\tend\tcoder\tcode\n" + text_; }

 private:
  void cell(std::string_view text, char behind = '\t') {
    for (const char c : text) {
      if (c == '\\')
        text_ += "\\\\";
      else
        text_ += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    text_ += behind;
  }
  std::string text_;
};

/// The byte at which each character of a text begins, and its end.
std::vector<std::size_t> bytes_of_characters(std::string_view text) {
  std::vector<std::size_t> bytes;
  for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size) bytes.push_back(at);
  bytes.push_back(text.size());
  return bytes;
}

std::size_t place(std::string_view digits, std::size_t most, const Location& where) {
  const auto value = parse_integer(digits);
  if (!value || *value < 0 || static_cast<std::uint64_t>(*value) > most)
    throw Error(Errc::table, "'" + printable(digits) + "' is no place of the text", where);
  return static_cast<std::size_t>(*value);
}

/// Name of the folder that a file lies in, which tells who coded; empty if there is none.
std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view folder = path.substr(0, slash);
  return std::string(folder.substr(folder.rfind('/') + 1));
}

std::string document_of(std::string_view path, std::string_view ending) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  if (name.ends_with(ending)) name.remove_suffix(ending.size());
  return std::string(name);
}

std::string brat_table(const std::string& path, std::string_view bytes) {
  const std::string stem = path.substr(0, path.size() - 4);
  const std::vector<std::size_t> at = bytes_of_characters(InputStream(stem + ".txt").read_all(largest_document));
  std::map<std::string, std::string, std::less<>> codes;  // that notes tell, as names of types cannot hold them
  const std::vector<std::string_view> lines = lines_of(bytes);
  for (const std::string_view line : lines) {
    const auto cells = pieces(line, '\t');
    const std::size_t code = cells.size() == 3 ? cells[2].find("code=") : std::string_view::npos;
    if (line.starts_with('#') && code != std::string_view::npos && cells[1].starts_with("AnnotatorNotes "))
      codes[std::string(cells[1].substr(15))] =
          std::string(cells[2].substr(code + 5, cells[2].substr(code + 5).find(' ')));
  }
  SpanTable table;
  const std::string document = document_of(path, ".ann") + ".txt";
  table.saw(document, folder_of(path));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with('T')) continue;
    const Location where{path, i + 1, 0};
    const auto cells = pieces(lines[i], '\t');
    const auto words = cells.size() > 1 ? pieces(cells[1], ' ') : std::vector<std::string_view>();
    if (words.size() < 3) throw Error(Errc::table, "no text annotation of brat", where);
    const std::size_t begin = place(words[1], at.size() - 1, where);
    const std::size_t end = place(words.back(), at.size() - 1, where);
    const auto known = codes.find(cells[0]);
    if (begin < end)
      table.add(document, at[begin], at[end], folder_of(path),
                known == codes.end() ? words[0] : std::string_view(known->second));
  }
  return table.text();
}

/// A value of a WebAnno cell, `code[3]`, without its backslashes; its number is empty if it has none.
struct NumberedValue {
  std::string text;
  std::string number;
};

std::vector<NumberedValue> values_of(std::string_view cell) {
  std::vector<NumberedValue> values(1);
  bool inside = false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    std::string& into = inside ? values.back().number : values.back().text;
    if (cell[i] == '\\' && i + 1 < cell.size())
      into += cell[++i];
    else if (cell[i] == '|')
      values.emplace_back(), inside = false;
    else if (cell[i] == '[')
      inside = true;
    else if (cell[i] == ']')
      inside = false;
    else
      into += cell[i];
  }
  return values;
}

/// Which column holds the codes: the feature `code` of a span layer, else the first feature of the first.
std::size_t code_column(const std::vector<std::string_view>& lines) {
  std::size_t column = 3;
  std::size_t first = 0;
  for (const std::string_view line : lines) {
    const bool span = line.starts_with("#T_SP=");
    if (!span && !line.starts_with("#T_")) continue;
    const auto features = pieces(line, '|');
    for (std::size_t i = 1; span && i < features.size(); ++i)
      if (features[i] == "code") return column + i - 1;
    if (span && first == 0) first = column;
    column += std::max<std::size_t>(features.size() - 1, 1);
  }
  return first;
}

/// Document and coder of a file. In the project that INCEpTION exports, the folder is the document and the file the
/// coder: annotation/DOCUMENT/CODER.tsv.
std::pair<std::string, std::string> webanno_names(const std::string& path) {
  std::pair<std::string, std::string> names{document_of(path, ".tsv"), folder_of(path)};
  const std::string above = folder_of(std::string_view(path).substr(0, std::min(path.rfind('/'), path.size())));
  if (above == "annotation" || above == "curation") std::swap(names.first, names.second);
  return names;
}

/// What stands behind `#Text=`, without its backslashes.
std::string sentence_line(std::string_view shown) {
  std::string text;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char next = shown[i] == '\\' && i + 1 < shown.size() ? shown[i + 1] : '\0';
    if (next == '\\' || next == 't' || next == 'r' || next == 'n' || next == 'f' || next == 'b')
      ++i, text += next == '\\' ? '\\' : ' ';
    else
      text += shown[i];
  }
  return text;
}

/// Walks the sentence that tokens are in, to tell how many bytes stand between them.
class SentenceText {
 public:
  /// Another of its lines. `fresh`: its first.
  void add(std::string_view shown, bool fresh) {
    if (fresh) text_.clear(), at_ = 0;
    if (!fresh) text_ += '\n';
    text_ += sentence_line(shown);
    started_ = started_ && !fresh;
  }
  /// Bytes of the `units` of UTF-16 in front of the next token, `form`, behind which the walk goes on. What stands
  /// before the sentence is not known, and taken for ASCII.
  std::size_t gap(std::size_t units, std::string_view form) {
    std::size_t end = at_;
    for (std::size_t left = units; left > 0 && end < text_.size();) {
      const CodePoint one = code_point_at(text_, end);
      left -= std::min<std::size_t>(left, one.value > 0xFFFF ? 2 : 1);
      end += one.size;
    }
    const bool known = started_ && std::string_view(text_).substr(std::min(end, text_.size())).starts_with(form);
    const std::size_t bytes = known ? end - at_ : units;
    const std::size_t begin = known ? end : text_.find(form, at_);
    started_ = begin != std::string::npos;
    if (started_) at_ = begin + form.size();
    return bytes;
  }

 private:
  std::string text_;
  std::size_t at_ = 0;
  bool started_ = false;  ///< the walk stands behind a token
};

std::string webanno_table(const std::string& path, std::string_view bytes) {
  const std::vector<std::string_view> lines = lines_of(bytes);
  const std::size_t column = code_column(lines);
  SpanTable table;
  const auto [document, coder] = webanno_names(path);
  table.saw(document, coder);
  std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>> spans;  // by number and code
  std::size_t units = 0;                                                                     // UTF-16, of what was read
  std::size_t at = 0;                                                                        // bytes
  SentenceText sentence;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto cells = pieces(lines[i], '\t');
    if (lines[i].starts_with("#Text=")) sentence.add(lines[i].substr(6), i == 0 || !lines[i - 1].starts_with("#Text="));
    // Parts of tokens, "1-1.1", repeat what their tokens say.
    if (lines[i].starts_with('#') || cells.size() < 3 || cells[0].find('.') != std::string_view::npos) continue;
    const Location where{path, i + 1, 0};
    const auto places = pieces(cells[1], '-');
    if (places.size() != 2) throw Error(Errc::table, "no token of WebAnno TSV", where);
    const std::size_t begin = place(places[0], largest_document, where);
    const std::size_t end = place(places[1], largest_document, where);
    if (begin < units || end < begin) throw Error(Errc::table, "tokens go back", where);
    const std::string form = values_of(cells[2]).size() == 1 ? values_of(cells[2])[0].text : std::string(cells[2]);
    at += sentence.gap(begin - units, form);
    const std::size_t behind = at + form.size();
    if (column != 0 && column < cells.size() && cells[column] != "_")
      for (const NumberedValue& value : values_of(cells[column])) {
        const std::string number = value.number.empty() ? std::string(cells[0]) : value.number;
        const auto [known, fresh] = spans.emplace(std::pair(number, value.text), std::pair(at, behind));
        if (!fresh) known->second.second = behind;
      }
    units = end;
    at = behind;
  }
  for (const auto& [name, span] : spans) table.add(document, span.first, span.second, coder, name.second);
  return table.text();
}

/// Reads the codes, sources and codings of a REFI-QDA project.
class RefiCodings final : public XmlHandler {
 public:
  RefiCodings(const std::map<std::string, std::string>& files, std::string path)
      : files_(files), path_(std::move(path)) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    const auto value = [&](const char* key) { return std::string(attributes.value(key)); };
    text_.clear();
    if (name == "User") users_[value("guid")] = value("name");
    if (name == "Code") open_.push_back(value("guid")), codes_[value("guid")] = value("name");
    if (name == "TextSource") open_source(value("name"), value("plainTextPath"));
    if (name == "PlainTextSelection") begin_ = value("startPosition"), end_ = value("endPosition");
    if (name == "Coding") coder_ = users_[value("creatingUser")];
    if (name == "CodeRef" && !begin_.empty()) add(value("targetGUID"));
  }

  void end(std::string_view name) override {
    const std::size_t id = text_.rfind("Id: ");
    if (name == "Description" && !open_.empty() && id != std::string::npos) codes_[open_.back()] = text_.substr(id + 4);
    if (name == "Code" && !open_.empty()) open_.pop_back();
    if (name == "PlainTextSelection") begin_.clear();
  }

  void text(std::string_view piece) override { text_ += piece; }
  [[nodiscard]] std::string table() const { return table_.text(); }

 private:
  void open_source(const std::string& name, const std::string& internal) {
    source_ = name;
    const std::string wanted = internal.substr(internal.rfind('/') + 1);
    const auto [known, fresh] = places_.try_emplace(wanted, 1, 0);
    at_ = &known->second;
    if (!fresh || wanted.empty()) return;
    for (const auto& [file, bytes] : files_)
      if (file.ends_with('/' + wanted)) *at_ = bytes_of_characters(bytes);
  }

  void add(const std::string& code) {
    const Location where{path_, line(), 0};
    const std::size_t begin = place(begin_, at_->size() - 1, where);
    const std::size_t end = place(end_, at_->size() - 1, where);
    if (seen_.emplace(source_, coder_).second) table_.saw(source_, coder_);
    if (begin < end) table_.add(source_, (*at_)[begin], (*at_)[end], coder_, codes_[code]);
  }

  const std::map<std::string, std::string>& files_;
  std::string path_;
  std::map<std::string, std::string> users_;
  std::map<std::string, std::string> codes_;
  std::vector<std::string> open_;
  std::string text_;
  std::string source_;
  std::map<std::string, std::vector<std::size_t>> places_{{{}, {0}}};  // of each file: many sources may name one
  std::vector<std::size_t>* at_ = &places_.begin()->second;
  std::string begin_;
  std::string end_;
  std::string coder_;
  std::set<std::pair<std::string, std::string>> seen_;
  SpanTable table_;
};

std::string refi_table(const std::string& path, std::string bytes) {
  std::map<std::string, std::string> files;
  std::string project;
  ExpandLimits limits;
  limits.total = most_project_bytes;
  ArchiveEntries entries(memory_bytes(std::move(bytes)), path, limits);
  while (const auto name = entries.next()) {
    std::string file = entries.read();
    if (name->ends_with(".qde"))
      project = std::move(file);
    else if (name->ends_with(".txt"))
      files.emplace('/' + *name, std::move(file));
  }
  if (project.empty()) throw Error(Errc::table, "the archive holds no project.qde", {path, 0, 0});
  RefiCodings codings(files, path);
  parse_xml(project, path, codings);
  return codings.table();
}

}  // namespace

std::string codings_table(const std::string& path, std::string bytes) {
  if (path.ends_with(".ann")) return brat_table(path, bytes);
  if (bytes.starts_with("#FORMAT=WebAnno TSV 3")) return webanno_table(path, bytes);
  if (bytes.starts_with("PK\x03\x04")) return refi_table(path, std::move(bytes));
  return bytes;
}

}  // namespace topos::cli
