// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "report/evidence_sample.hpp"
#include "report/section.hpp"
#include "report/spilled_table.hpp"
#include "report/table_view.hpp"
#include "words/kwic_lines.hpp"

namespace topos::cli {
namespace {

constexpr std::int64_t context_width = 120;
enum : std::size_t {
  document_at,
  line_at,
  left_at,
  node_at,
  right_at,
  code_at,
  pattern_at,
  region_at,
  section_at,
  negated_at,
  quoted_at,
  first_own
};

/// Whether a text begins with a character of a script without spaces, whose code points take three bytes.
bool begins_unspaced(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead == 0xE0 || (lead >= 0xE3 && lead <= 0xED) || text.starts_with("\xEF\xBC") || text.starts_with("\xEF\xBD");
}

/// Whether a context is as long as contexts get, so that a word at its end may be cut.
bool is_cut(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }) >= context_width;
}

/// Without the piece of a word that a cut context begins with.
std::string whole_from(const std::string& text) {
  const std::size_t space = is_cut(text) ? text.find(' ') : std::string::npos;
  return space == std::string::npos ? text : "…" + text.substr(space);
}

std::string whole_to(const std::string& text) {
  const std::size_t space = is_cut(text) ? text.rfind(' ') : std::string::npos;
  return space == std::string::npos ? text : text.substr(0, space) + " …";
}

/// Contexts come without the white space at their ends; between words there was some.
std::string with_space_before(std::string text) {
  constexpr std::string_view closing = ".,;:!?)]}'\"%/";
  const bool closes = !text.empty() && (closing.find(text.front()) != std::string_view::npos ||
                                        text.starts_with("\xE2\x80\x99") || text.starts_with("\xE2\x80\x9D"));
  return text.empty() || closes || begins_unspaced(text) ? text : ' ' + text;
}

std::string with_space_behind(std::string text) {
  constexpr std::string_view opening = "([{'\"/";
  if (text.empty()) return text;
  const std::string_view last = text.size() < 3 ? std::string_view() : std::string_view(text).substr(text.size() - 3);
  const bool opens =
      opening.find(text.back()) != std::string_view::npos || last == "\xE2\x80\x98" || last == "\xE2\x80\x9C";
  const bool unspaced = !last.empty() && static_cast<unsigned char>(last.front()) >= 0xE0 && begins_unspaced(last);
  return opens || unspaced ? text : text + ' ';
}

/// Whose lines they are and when they were said, for readers who look for some of them.
constexpr std::array<const char*, 3> known_fields{"source", "period", "year"};

struct KeptLines {
  KwicResult lines;
  std::vector<Cell> known;  ///< of known_fields
};

/// The sentences behind the numbers: some of them in the page, all of them in a table beside it.
class EvidenceSection final : public SectionKeeping<KeptLines> {
 public:
  explicit EvidenceSection(const ReportContext& context)
      : context_(context), choices_(choices_of(context)),
        lines_(context.query(), choices_, context.run.jobs(), context.run.decisions().has_value()),
        shown_(context.choices.evidence_lines()), sample_(shown_),
        concordance_("concordance", columns_of(lines_.columns(), shown_ > 0)) {}

 private:
  static KwicChoices choices_of(const ReportContext& context) {
    KwicChoices choices;
    choices.width = context_width;
    choices.context = "sentence";
    choices.random = 1;  // lines get the hash that decides which are shown
    choices.seed = context.choices.resampling.seed;
    choices.spans = true;
    return choices;
  }

  static bool holds_text(const Column& column) {
    return column.name == "left" || column.name == "node" || column.name == "right";
  }

  /// Without sentences where those may not be printed; their places and the ids of hits stay.
  static std::vector<Column> columns_of(std::vector<Column> columns, bool with_text) {
    if (!with_text) std::erase_if(columns, holds_text);
    columns.push_back({"id"});
    return columns;
  }

  KeptLines look(const DocumentSight& sight) override {
    KeptLines kept{lines_.make(sight.worker, sight.annotated, sight.annotator), {}};
    for (const char* field : known_fields) {
      const std::string* value = sight.annotated.document.metadata.find(field);
      kept.known.push_back(value == nullptr ? Cell() : Cell(*value));
    }
    return kept;
  }

  void add(KeptLines kept, const DocumentTally&, bool) override {
    ++document_;
    for (OrderedRow& row : kept.lines.rows) {
      std::vector<Cell> cells;
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (shown_ > 0 || i >= lines_.columns().size() || !holds_text(lines_.columns()[i]))
          cells.push_back(row.cells[i]);
      concordance_.row(cells);
      const std::string code = std::get<std::string>(row.cells[code_at]);
      std::string group;
      for (std::size_t i = first_own; i < lines_.columns().size(); ++i)
        if (is_field(i)) group += text_of(row.cells[i]) + '\n';
      row.cells.insert(row.cells.end(), kept.known.begin(), kept.known.end());
      sample_.add(code, group, document_, std::move(row));
    }
  }

  /// Whether a column is one of a field of --by.
  [[nodiscard]] bool is_field(std::size_t column) const {
    const std::string& name = lines_.columns()[column].name;
    return column >= first_own && name != "begin" && name != "end" && name != "coder";
  }

  static std::string text_of(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? std::string() : *text;
  }

  void write(ReportSection& out) override {
    const std::map<std::string, EvidenceSample::Code> codes = sample_.codes();
    if (codes.empty()) {
      out.left_out = "There are no hits to show.";
      return;
    }
    out.blocks.emplace_back(Prose{rule()});
    const std::map<std::string, std::string> labels = labels_of_codes();
    std::vector<Evidence> all;
    for (const auto& [id, code] : codes) {
      const auto label = labels.find(id);
      Evidence one{id, label == labels.end() ? std::string() : label->second, code.hits, code.documents, {}};
      for (const std::vector<Cell>& cells : code.lines) one.lines.push_back(line(cells));
      all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(), [](const Evidence& a, const Evidence& b) { return a.hits > b.hits; });
    std::move(all.begin(), all.end(), std::back_inserter(out.blocks));
  }

  [[nodiscard]] std::string rule() {
    const std::string file = "The complete concordance is " + concordance_.file() + ", ";
    if (shown_ == 0)
      return "No sentences are printed. " + file + "with the place of each hit in bytes, its id, and no text.";
    const std::string whole = file + "with the place of each hit in bytes.";
    if (context_.choices.evidence == "all") return "Every hit in its sentence. " + whole;
    return std::to_string(shown_) + " sentences of each code" +
           (context_.by().empty() || !sample_.by_groups() ? "" : " in each group") +
           ", those whose hit's id has the smallest hash from seed " +
           std::to_string(context_.choices.resampling.seed) + ", in the order of the texts. " + whole;
  }

  [[nodiscard]] std::map<std::string, std::string> labels_of_codes() const {
    std::map<std::string, std::string> labels;
    for (const Codebook* book : context_.books())
      for (const Code& code : book->codes) labels.try_emplace(code.id, code.label);
    return labels;
  }

  [[nodiscard]] std::string number(const std::vector<Cell>& cells, std::string_view column) const {
    for (std::size_t i = 0; i < lines_.columns().size(); ++i)
      if (lines_.columns()[i].name == column) return std::to_string(std::get<std::int64_t>(cells[i]));
    return {};
  }

  [[nodiscard]] EvidenceLine line(const std::vector<Cell>& cells) const {
    EvidenceLine one{text_of(cells[document_at]) + ", line " + number(cells, "line") + ", bytes " +
                         number(cells, "begin") + "–" + number(cells, "end"),
                     with_space_behind(whole_from(text_of(cells[left_at]))),
                     text_of(cells[node_at]),
                     with_space_before(whole_to(text_of(cells[right_at]))),
                     {}};
    const auto add = [&](const std::string& name, std::string value) {
      if (!value.empty()) one.attributes.emplace_back(name, std::move(value));
    };
    std::set<std::string> named;
    for (std::size_t i = first_own; i < lines_.columns().size(); ++i)
      if (is_field(i)) add(*named.insert(lines_.columns()[i].name).first, text_of(cells[i]));
    // Years only where no date cuts the texts.
    for (std::size_t i = 0; i < known_fields.size(); ++i) {
      const std::string value = text_of(cells[lines_.columns().size() + 1 + i]);
      if (!value.empty() && named.count("period") + named.count("year") > 0 && i > 0) continue;
      if (!value.empty() && named.insert(known_fields[i]).second) add(known_fields[i], value);
    }
    add("section", text_of(cells[section_at]));
    for (const std::size_t flag : {negated_at, quoted_at})
      if (const auto* set = std::get_if<std::int64_t>(&cells[flag]); set != nullptr && *set == 1)
        add("attribute", lines_.columns()[flag].name);
    return one;
  }

  void write_files(OutputFolder& folder) override { concordance_.write(folder); }

  const ReportContext& context_;
  KwicChoices choices_;
  KwicLines lines_;
  std::size_t shown_;
  EvidenceSample sample_;
  SpilledTable concordance_;
  std::size_t document_ = 0;
};

}  // namespace

const SectionKind evidence_section{"evidence", "Evidence",
                                   [](const ReportContext& context) -> std::unique_ptr<SectionMaker> {
                                     return std::make_unique<EvidenceSection>(context);
                                   }};

}  // namespace topos::cli
