// SPDX-License-Identifier: Apache-2.0
#include "topos/text/pdf/pages.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "topos/base/child_process.hpp"
#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/utf8.hpp"

namespace topos {
namespace {

double length_of(const XmlAttributes& attributes, std::string_view name) {
  const std::string_view text = attributes.value(name);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value >= -1e6 && value <= 1e6 ? value : 0;
}

/// "Microsoft Word - draft3.doc" names a file, not a text.
bool is_title(std::string_view title) {
  return !title.empty() && !title.starts_with("Microsoft ") && !title.starts_with("untitled") &&
         title.find(".doc") == std::string_view::npos && title.find(".indd") == std::string_view::npos;
}

class PageListReader final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "page") {
      pages.pages.push_back({length_of(attributes, "height"), {}});
    } else if (pages.pages.empty()) {
      in_title_ = name == "title";
      if (name == "meta" && attributes.value("name") == "Author" && !attributes.value("content").empty())
        pages.metadata.set("author", std::string(attributes.value("content")));
    } else if (name == "block") {
      pages.pages.back().blocks.emplace_back();
    } else if (name == "line" && !blocks().empty()) {
      blocks().back().push_back({{}, length_of(attributes, "yMin"), length_of(attributes, "yMax"), 0});
    } else if (name == "word" && has_line()) {
      heights_.push_back(length_of(attributes, "yMax") - length_of(attributes, "yMin"));
      in_word_ = true;
      if (!line().text.empty()) line().text += ' ';
    }
  }

  void end(std::string_view name) override {
    if (name == "word") in_word_ = false;
    if (name == "title") in_title_ = false;
    if (name != "line" || !has_line()) return;
    std::sort(heights_.begin(), heights_.end());
    line().height = heights_.empty() ? 0 : heights_[heights_.size() / 2];
    heights_.clear();
    if (trim(line().text).empty()) blocks().back().pop_back();
    if (blocks().back().empty()) blocks().pop_back();
  }

  void text(std::string_view piece) override {
    if (in_word_ && has_line()) line().text += piece;  // elements may stand in each other in any way
    if (in_title_) title += piece;
  }

  PdfPages pages;
  std::string title;

 private:
  std::vector<PdfBlock>& blocks() { return pages.pages.back().blocks; }
  bool has_line() { return !pages.pages.empty() && !blocks().empty() && !blocks().back().empty(); }
  PdfLine& line() { return blocks().back().back(); }

  std::vector<double> heights_;
  bool in_word_ = false;
  bool in_title_ = false;
};

std::string first_complaint(const std::string& complaints) {
  std::string_view rest = complaints;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (!line.starts_with("Syntax Warning") && !trim(line).empty()) return printable(line.substr(0, 200));
  }
  return "it cannot be read";
}

}  // namespace

PdfPages parse_pdf_pages(std::string page_list, const std::string& path) {
  // Text may hold characters that XML does not have.
  for (char& c : page_list)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') c = ' ';
  Utf8Count count;
  if (!is_utf8(page_list)) page_list = replace_invalid_utf8(page_list, count);
  PageListReader reader;
  parse_xml(page_list, path, reader);
  const std::string title(trim(reader.title));
  if (is_title(title)) reader.pages.metadata.set("title", title);
  return std::move(reader.pages);
}

PdfPages read_pdf_pages(std::string_view pdf, const std::string& path) {
  const std::string program = system_program("pdftotext");
  if (program.empty())
    throw Error(Errc::format, "PDF files are read by pdftotext, which is not installed", {path},
                "install it (Debian: poppler-utils)");
  ChildResult result = run_child(program, {"-bbox-layout", "-enc", "UTF-8", child_input, "-"}, pdf, ChildLimits{});
  if (result.too_long)
    throw Error(Errc::format, "pdftotext took too long and was stopped", {path},
                "print the file anew, or turn it into text yourself");
  if (result.too_much)
    throw Error(Errc::format, "the text of this PDF is too large", {path},
                "split the file, for instance with qpdf --split-pages");
  if (result.status == 3)
    throw Error(Errc::format, "its author does not allow text to be copied from this PDF", {path});
  if (result.status != 0) {
    const bool locked = result.complaints.find("password") != std::string::npos;
    throw Error(Errc::format,
                "not a PDF that pdftotext can read" + (result.complaints.empty()
                                                           ? " (status " + std::to_string(result.status) + ")"
                                                           : ": " + first_complaint(result.complaints)),
                {path},
                locked ? "decrypt it, for instance with qpdf --decrypt" : "fetch the file again, or print it anew");
  }
  return parse_pdf_pages(std::move(result.output), path);
}

}  // namespace topos
