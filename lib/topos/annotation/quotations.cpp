// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/quotations.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "topos/text/byte_search.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

enum class Role { none, opens, closes, either };

/// What a mark may do. `family` tells which marks pair: German „ “ closes with the mark that opens in English.
struct Mark {
  Role role = Role::none;
  int family = 0;
};

struct Seen {
  UChar32 point;
  UChar32 before;
  UChar32 after;
};

bool is_open_context(UChar32 before) {
  return before == 0 || u_isUWhiteSpace(before) || u_charType(before) == U_START_PUNCTUATION ||
         u_charType(before) == U_DASH_PUNCTUATION || u_charType(before) == U_INITIAL_PUNCTUATION || before == '*' ||
         before == '_' || before == '/';
}

bool is_close_context(UChar32 after) { return after == 0 || !u_isalnum(after); }

Mark mark_of(const Seen& seen, bool german_open) {
  switch (seen.point) {
    case '"':
      return {is_open_context(seen.before) ? Role::opens : Role::closes, 1};
    case 0x201C:
      return {german_open ? Role::closes : Role::opens, german_open ? 3 : 2};  // “
    case 0x201D:
      return {Role::closes, german_open ? 3 : 2};  // ”
    case 0x201E:
      return {Role::opens, 3};  // „
    case 0xAB:
      return {Role::opens, 4};
    case 0xBB:
      return {Role::closes, 4};
    case 0x2039:
      return {Role::opens, 5};
    case 0x203A:
      return {Role::closes, 5};
    case 0x300C:
      return {Role::opens, 6};
    case 0x300D:
      return {Role::closes, 6};
    case 0x300E:
      return {Role::opens, 7};
    case 0x300F:
      return {Role::closes, 7};
    case 0x2018:
      return {is_open_context(seen.before) ? Role::opens : Role::none, 8};  // ‘
    case 0x2019:
      return {is_close_context(seen.after) ? Role::closes : Role::none, 8};  // ’, also the apostrophe
    default:
      return {};
  }
}

/// Where the next mark begins, or a character that looks like one so far.
std::size_t next_mark(std::string_view bytes, std::size_t at) {
  for (at = next_mark_byte(bytes, at); at < bytes.size(); at = next_mark_byte(bytes, at + 1)) {
    if (bytes[at] == '"') return at;
    // Valid UTF-8: the bytes that follow the first are there.
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    if (bytes[at] == '\xC2' ? second == 0xAB || second == 0xBB : second == 0x80) return at;
  }
  return bytes.size();
}

/// The marks of a text. The next one is remembered, so that paragraphs without one are passed by.
class Marks {
 public:
  explicit Marks(std::string_view text, std::size_t from = 0)
      : text_(text), from_(from), next_(next_mark(text, from)) {}
  /// The first at `at` or behind it; the size of the text if there is none.
  std::size_t next(std::size_t at) {
    if (at < from_ || at > next_) {
      next_ = next_mark(text_, at);
      from_ = at;
    }
    return next_;
  }

 private:
  std::string_view text_;
  std::size_t from_;  ///< no mark begins from there to the next one
  std::size_t next_;
};

struct Open {
  int family;
  std::uint32_t inside;
};

/// Whether quotations in these marks may go on in the next paragraph, which then begins with the mark anew.
bool may_go_on(const Open& open) noexcept { return open.family <= 4; }

/// Gives the first mark that may go on and that nothing closes; an empty span if there is none.
Open find_in_paragraph(std::string_view text, ByteSpan paragraph, Marks& marks, std::vector<ByteSpan>& out) {
  const std::string_view bytes = paragraph.in(text);
  const std::size_t first = out.size();
  std::vector<Open> open;
  std::size_t next = 0;
  for (std::size_t at = marks.next(paragraph.begin); at < paragraph.end; at = marks.next(paragraph.begin + next)) {
    const std::size_t begin = at - paragraph.begin;
    const CodePoint point = code_point_at(bytes, begin);
    next = begin + point.size;
    const auto before = begin == 0 ? UChar32{0} : static_cast<UChar32>(code_point_before(bytes, begin).value);
    const auto after = next == bytes.size() ? UChar32{0} : static_cast<UChar32>(code_point_at(bytes, next).value);
    const bool german = std::any_of(open.begin(), open.end(), [](const Open& one) { return one.family == 3; });
    const Mark mark = mark_of({static_cast<UChar32>(point.value), before, after}, german);
    if (mark.role == Role::opens && open.size() < 16) {
      open.push_back({mark.family, paragraph.begin + static_cast<std::uint32_t>(next)});
    } else if (mark.role == Role::closes) {
      const auto partner =
          std::find_if(open.rbegin(), open.rend(), [&](const Open& one) { return one.family == mark.family; });
      if (partner == open.rend()) continue;
      const ByteSpan found{partner->inside, paragraph.begin + static_cast<std::uint32_t>(begin)};
      open.erase(std::next(partner).base(), open.end());
      while (out.size() > first && out.back().begin >= found.begin) out.pop_back();
      if (!found.empty()) out.push_back(found);
    }
  }
  const auto left = std::find_if(open.begin(), open.end(), may_go_on);
  return left == open.end() ? Open{0, paragraph.end} : *left;
}

/// The opening mark with which a paragraph begins, emphasis before it passed over; of family 0 without one.
Open first_mark(std::string_view text, ByteSpan paragraph) {
  const std::string_view bytes = paragraph.in(text);
  const std::size_t begin = bytes.find_first_not_of(" \t*_");
  if (begin == std::string_view::npos || next_mark(bytes, begin) != begin) return {0, paragraph.end};
  const CodePoint point = code_point_at(bytes, begin);
  const Mark mark = mark_of({static_cast<UChar32>(point.value), 0, 'a'}, false);
  if (mark.role != Role::opens) return {0, paragraph.end};
  return {mark.family, paragraph.begin + static_cast<std::uint32_t>(begin + point.size)};
}

/// Reads paragraph by paragraph and joins the spans of quotations that go on.
class Continuing {
 public:
  Continuing(std::string_view text, DocumentQuotations& out) : text_(text), marks_(text), out_(out) {}

  void read(ByteSpan paragraph) {
    if (marks_.next(paragraph.begin) >= paragraph.end) {
      waiting_.clear();
      family_ = 0;
      return;
    }
    const std::size_t first = out_.spans.size();
    const Open left = find_in_paragraph(text_, paragraph, marks_, out_.spans);
    const bool open = left.family != 0;
    const Open begun = waiting_.empty() ? Open{0, paragraph.end} : first_mark(text_, paragraph);
    const bool goes_on = begun.family != 0 && begun.family == family_;
    const bool stays_open = goes_on && open && left.inside == begun.inside;
    if (goes_on && first < out_.spans.size() && out_.spans[first].begin == begun.inside) close(first);
    for (std::size_t i = out_.begins_with.size(); i < out_.spans.size(); ++i)
      out_.begins_with.push_back(static_cast<std::uint32_t>(i));
    if (!stays_open) waiting_.clear();
    family_ = left.family;
    if (open) waiting_.push_back({left.inside, trimmed_end(paragraph)});
  }

 private:
  [[nodiscard]] std::uint32_t trimmed_end(ByteSpan paragraph) const {
    while (paragraph.end > paragraph.begin && (text_[paragraph.end - 1] == ' ' || text_[paragraph.end - 1] == '\n'))
      --paragraph.end;
    return paragraph.end;
  }

  /// Puts the spans that waited for the partner of their mark before the one that has it; what lies in them goes.
  void close(std::size_t last) {
    std::vector<ByteSpan>& spans = out_.spans;
    const std::vector<ByteSpan> behind(spans.begin() + static_cast<std::ptrdiff_t>(last), spans.end());
    spans.resize(last);
    while (!spans.empty() && spans.back().begin >= waiting_.front().begin) spans.pop_back();
    const auto head = static_cast<std::uint32_t>(spans.size());
    spans.insert(spans.end(), waiting_.begin(), waiting_.end());
    out_.begins_with.resize(head);
    out_.begins_with.resize(spans.size() + 1, head);
    spans.insert(spans.end(), behind.begin(), behind.end());
    waiting_.clear();
  }

  std::string_view text_;
  Marks marks_;
  DocumentQuotations& out_;
  std::vector<ByteSpan> waiting_;  ///< of the paragraphs before, each from the mark that nothing closes to its end
  int family_ = 0;                 ///< of that mark
};

}  // namespace

void find_quotations(std::string_view text, ByteSpan paragraph, std::vector<ByteSpan>& out) {
  Marks marks(text.substr(0, paragraph.end), paragraph.begin);
  find_in_paragraph(text, paragraph, marks, out);
}

void find_quotations(const Document& document, DocumentQuotations& out) {
  out.clear();
  Continuing reading(document.text, out);
  for (const Region& region : document.regions) reading.read(region.span);
}

bool may_hold_quotations(std::string_view text) noexcept { return next_mark(text, 0) < text.size(); }

}  // namespace topos
