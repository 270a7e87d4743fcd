// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <utility>

#include "topos/text/readers/reader.hpp"
#include "topos/text/readers/whole.hpp"
#include "topos/text/tei_text.hpp"

namespace topos {
namespace {

StructuredText read_tei(std::string bytes, const InputOptions&, const std::string& path, const NoteSink&) {
  return text_of_tei(bytes, path);
}

std::unique_ptr<Reader> open(std::unique_ptr<ByteSource> source, ReaderContext context) {
  return structured_reader(std::move(source), std::move(context), read_tei);
}

/// An XML file whose first element is TEI's.
bool fits(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string_view begins[] = {"<?xml", "<TEI", "<teiCorpus", "<!DOCTYPE TEI", "<!DOCTYPE teiCorpus"};
  if (std::none_of(std::begin(begins), std::end(begins), [&](std::string_view one) { return head.starts_with(one); }))
    return false;
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const std::string_view tag = head.substr(at + 1, 16);
    if (tag.starts_with("TEI ") || tag.starts_with("TEI>") || tag.starts_with("TEI\n") || tag.starts_with("TEI.2") ||
        tag.starts_with("teiCorpus"))
      return true;
    if (!tag.empty() && tag[0] != '?' && tag[0] != '!') return false;
  }
  return false;
}

}  // namespace

const Format tei_format = {"tei", " .tei .xml ", " .tei .xml ", false, open, fits, false, true};

}  // namespace topos
