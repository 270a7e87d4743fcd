// SPDX-License-Identifier: Apache-2.0
#include "topos/text/markup_encoding.hpp"

#include <algorithm>
#include <utility>

#include "topos/text/converter.hpp"
#include "topos/text/encoding.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr std::size_t look = 4096;

struct Label {
  std::string_view name;
  std::string_view means;
};
/// Names that pages give to encodings which hold more than they say (WHATWG Encoding Standard).
constexpr Label labels[] = {{"iso-8859-1", "windows-1252"},
                            {"latin1", "windows-1252"},
                            {"us-ascii", "windows-1252"},
                            {"ascii", "windows-1252"},
                            {"iso-8859-9", "windows-1254"},
                            {"iso-8859-11", "windows-874"},
                            {"tis-620", "windows-874"},
                            {"gb2312", "gb18030"},
                            {"gbk", "gb18030"},
                            {"x-gbk", "gb18030"},
                            {"big5", "big5-hkscs"},
                            {"shift_jis", "windows-31j"},
                            {"shift-jis", "windows-31j"},
                            {"sjis", "windows-31j"},
                            {"x-sjis", "windows-31j"},
                            {"euc-kr", "windows-949"},
                            {"ks_c_5601-1987", "windows-949"}};

bool is_known(const std::string& name) {
  try {
    static_cast<void>(Converter(name));
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The word after "charset" or "encoding", an "=" and perhaps a quote.
std::string_view word_after(std::string_view head, std::string_view key) {
  for (std::size_t at = head.find(key); at != std::string_view::npos; at = head.find(key, at + 1)) {
    std::size_t begin = head.find_first_not_of(" \t\r\n", at + key.size());
    if (begin == std::string_view::npos || head[begin] != '=') continue;
    begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
    if (begin == std::string_view::npos) return {};
    return head.substr(begin, head.find_first_of(" \t\r\n\"'/>;?", begin) - begin);
  }
  return {};
}

}  // namespace

std::string declared_encoding(std::string_view head) {
  const std::string begin = lower_ascii(head.substr(0, look));
  std::string_view name = begin.starts_with("<?xml")
                              ? word_after(std::string_view(begin).substr(0, begin.find("?>")), "encoding")
                              : std::string_view();
  if (name.empty()) name = word_after(begin, "charset");
  for (const Label& label : labels)
    if (name == label.name) return std::string(label.means);
  // A page whose ASCII can be read is in none of these.
  if (name.empty() || name.size() > 40 || name.starts_with("utf-16") || name.starts_with("utf-32") ||
      name.starts_with("ibm"))
    return {};
  return is_known(std::string(name)) ? std::string(name) : std::string();
}

std::string decode_markup(std::string bytes, const InputOptions& options, const std::string& path,
                          const NoteSink& notes) {
  const bool marked =
      bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const bool zeros = std::string_view(bytes).substr(0, look).find('\0') != std::string_view::npos;
  if (!options.encoding.empty() || marked || zeros || is_utf8(bytes))
    return decode_text(std::move(bytes), options, path, notes);
  const Utf8Count count = count_utf8(bytes);
  const std::string name = declared_encoding(bytes);
  if (name.empty() || name == "utf-8" || name == "utf8" || count.multibyte >= 20 * count.invalid_parts)
    return decode_text(std::move(bytes), options, path, notes);
  Converter converter(name);
  std::string text;
  converter.convert(bytes, true, text);
  // A declaration that fits badly is wrong: it was left over from a template.
  if (converter.count().invalid_parts * 200 > bytes.size()) return decode_text(std::move(bytes), options, path, notes);
  report_invalid(converter.count(), name, options.strict, path, notes);
  return text;
}

}  // namespace topos
