// SPDX-License-Identifier: Apache-2.0
#include "topos/text/mail/mail_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/text/html/page_text.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/mail/mail_part.hpp"

namespace topos {
namespace {

constexpr int deepest = 20;
constexpr std::size_t most_parts = 10'000;

bool is_text(const MailPart& part) {
  return lower_ascii(part.field("content-disposition").substr(0, 10)) != "attachment" &&
         part.type().starts_with("text/");
}

/// The parts of a message that hold its text, in their order.
class TextParts {
 public:
  TextParts(MailPart message, const std::string& path) {
    std::vector<std::pair<MailPart, int>> waiting;
    waiting.emplace_back(std::move(message), 0);
    while (!waiting.empty()) {
      auto [part, depth] = std::move(waiting.back());
      waiting.pop_back();
      const std::string type = part.type();
      if (!type.starts_with("multipart/")) {
        take(std::move(part), type);
        continue;
      }
      if (depth == deepest)
        throw Error(Errc::format, "parts of a message deeper than " + std::to_string(deepest), {path});
      std::vector<MailPart> inside = children(part, type);
      if (waiting.size() + inside.size() > most_parts)
        throw Error(Errc::format, "a message of more than " + std::to_string(most_parts) + " parts", {path});
      for (auto child = inside.rbegin(); child != inside.rend(); ++child)
        waiting.emplace_back(std::move(*child), depth + 1);
    }
  }

  std::vector<MailPart> texts;
  std::size_t attachments = 0;

 private:
  static std::vector<MailPart> children(const MailPart& part, const std::string& type) {
    std::vector<MailPart> all;
    const std::string boundary = field_parameter(part.field("content-type"), "boundary");
    if (!boundary.empty())
      for (const std::string_view bytes : parts_between(part.body, boundary)) all.push_back(read_mail_part(bytes));
    if (type != "multipart/alternative" || all.size() < 2) return all;
    auto chosen = std::find_if(all.begin(), all.end(), [](const MailPart& one) { return one.type() == "text/plain"; });
    if (chosen == all.end())
      chosen = std::find_if(all.begin(), all.end(),
                            [](const MailPart& one) { return is_text(one) || one.type().starts_with("multipart/"); });
    if (chosen == all.end()) return {};
    return {*chosen};
  }

  void take(MailPart part, const std::string& type) {
    if (is_text(part) && (type == "text/plain" || type == "text/html"))
      texts.push_back(std::move(part));
    else if (!type.starts_with("text/css") && !type.starts_with("image/"))
      ++attachments;
  }
};

/// Blocks of a message's lines.
class MailLines {
 public:
  void add(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = without_cr(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (is_blank_line(line))
        maker_.close();
      else
        put(line, introduces(line) && is_quoted(text));
    }
  }

  StructuredText take() { return maker_.take(); }

 private:
  static bool introduces(std::string_view line) {
    line = trimmed(line);
    for (const std::string_view verb : {"wrote:", "writes:", "schrieb:", "écrit :", "écrit:", "escribió:", "scritto:",
                                        "escreveu:", "написал:", "написала:", "пишет:", "写道:", "写道："})
      if (line.ends_with(verb)) return true;
    return false;
  }

  static bool is_quoted(std::string_view rest) {
    const std::size_t begin = rest.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && rest[begin] == '>';
  }

  static bool is_end(std::string_view line) {
    line = trimmed(line);
    return line.starts_with("-----Original Message-----") || line.starts_with("-----Ursprüngliche Nachricht-----") ||
           line.starts_with("-----Message d'origine-----") || line.starts_with("---------- Forwarded message");
  }

  void put(std::string_view line, bool introduction) {
    if (end_.empty()) {
      if (line == "-- " || line == "--") end_ = "signature of a message";
      if (is_end(line)) end_ = "earlier message";
    }
    std::string_view rule = end_;
    if (rule.empty() && (introduction || line.starts_with('>'))) rule = "quoted lines";
    if (rule != rule_ || maker_.at_block_begin()) {
      BlockForm form;
      form.rule = rule;
      if (!rule.empty()) form.name = RegionName::boilerplate;
      maker_.open(form);
    } else {
      maker_.break_line();
    }
    rule_ = rule;
    maker_.add(line);
  }

  StructuredTextMaker maker_;
  std::string_view rule_;
  std::string_view end_;  ///< why all that follows is furniture; empty before that
};

void append(StructuredText& all, StructuredText&& more) {
  if (more.text.empty()) return;
  if (!all.text.empty()) all.text += "\n\n";
  const auto offset = static_cast<std::uint32_t>(all.text.size());
  for (Block block : more.blocks) {
    block.span.begin += offset;
    block.span.end += offset;
    all.blocks.push_back(block);
  }
  all.text += more.text;
  for (const auto& [field, value] : more.metadata.all())
    if (all.metadata.find(field) == nullptr) all.metadata.set(field, value);
  if (all.language.empty()) all.language = std::move(more.language);
}

void set(Metadata& metadata, std::string_view field, std::string value) {
  if (!value.empty()) metadata.set(field, std::move(value));
}

/// A web page that a browser saved as a message.
bool is_saved_page(const MailPart& message) {
  return message.field("from").empty() || message.field("from").starts_with("<Saved by") ||
         !message.field("snapshot-content-location").empty();
}

}  // namespace

StructuredText text_of_mail(std::string_view bytes, bool headed, const InputOptions& options, const std::string& path,
                            const NoteSink& notes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  MailPart message = read_mail_part(bytes);
  if (headed && message.fields.empty())
    throw Error(Errc::format, "no e-mail: it does not begin with header lines", {path}, "call it .txt if it is text");
  StructuredText all;
  const bool page = message.type().starts_with("multipart/related") && is_saved_page(message);
  set(all.metadata, "title", field_text(message.field("subject")));
  if (!page) set(all.metadata, "author", field_text(message.field("from")));
  set(all.metadata, "date", mail_date(message.field("date")));
  const TextParts parts(std::move(message), path);
  for (const MailPart& part : parts.texts) {
    if (page && !all.text.empty()) break;  // frames and advertisements come after the page itself
    std::string decoded = transfer_decoded(part.body, part.field("content-transfer-encoding"));
    std::string text = decode_mail_text(std::move(decoded), field_parameter(part.field("content-type"), "charset"),
                                        options, path, notes);
    if (part.type() == "text/html") {
      append(all, read_html_page(text, !page || options.whole_pages));
    } else {
      MailLines lines;
      lines.add(text);
      append(all, lines.take());
    }
    if (page) set(all.metadata, "url", std::string(field_text(part.field("content-location"))));
  }
  if (parts.attachments != 0 && !page) all.metadata.set("attachments", std::to_string(parts.attachments));
  return all;
}

}  // namespace topos
