// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/reference_entry.hpp"

#include <algorithm>
#include <charconv>

#include "topos/annotation/detectors/reference_address.hpp"
#include "topos/annotation/detectors/reference_authors.hpp"
#include "topos/annotation/quotations.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::size_t least_telling = 12;     ///< bytes of a title whose language can be guessed
constexpr std::size_t longest_authors = 600;  ///< bytes before the year

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A place of a year in an entry.
struct YearPlace {
  std::size_t at = 0;
  bool bracketed = false;  ///< (2019), (2019a) or (Apr 2018)
};

bool is_year(std::string_view entry, std::size_t at) {
  if (at + 4 > entry.size() || !std::all_of(entry.begin() + static_cast<std::ptrdiff_t>(at),
                                            entry.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit))
    return false;
  const std::string_view digits = entry.substr(at, 4);
  if (digits < "1800" || digits >= "2100") return false;
  if (at + 4 < entry.size() && (is_digit(entry[at + 4]) || entry.substr(at + 4).starts_with("\u2013") ||
                                (entry[at + 4] == '-' && at + 5 < entry.size() && is_digit(entry[at + 5]))))
    return false;
  if (at == 0) return true;
  // Ranges are pages; a year may follow a month or a slash.
  if (is_digit(entry[at - 1]) || entry[at - 1] == '-' || entry[at - 1] == '.' ||
      entry.substr(0, at).ends_with("\u2013"))
    return false;
  const std::string_view before = entry.substr(at > 5 ? at - 5 : 0, at > 5 ? 5 : at);
  return !before.ends_with("p. ") && !before.ends_with("P. ") && !before.ends_with(": ");
}

/// The parts of an entry, addresses blanked, so that offsets stay.
class Reader {
 public:
  Reader(std::string_view text, ByteSpan span) : text_(text), span_(span), rest_(span.in(text)) {}

  ReferenceEntry read() {
    entry_.span = span_;
    take_mark();
    take_addresses();
    find_years();
    find_title();
    find_authors();
    find_container();
    add_years();
    entry_.language = entry_.title.size() < least_telling ? "und" : guess_language(entry_.title);
    judge();
    return std::move(entry_);
  }

 private:
  void take_mark() {
    std::size_t at = 0;
    while (at < rest_.size() && std::string_view("-*+ \t").find(rest_[at]) != std::string_view::npos) ++at;
    // An asterisk that no blank follows begins a title in italics.
    while (at > 0 && rest_[at - 1] == '*') --at;
    const bool square = at < rest_.size() && rest_[at] == '[';
    std::size_t end = at + (square ? 1 : 0);
    unsigned number = 0;
    const auto [last, error] =
        std::from_chars(rest_.data() + end, rest_.data() + std::min(rest_.size(), end + 3), number);
    end = static_cast<std::size_t>(last - rest_.data());
    const bool closed =
        error == std::errc() && end < rest_.size() &&
        (square ? rest_[end] == ']'
                : (rest_[end] == '.' || rest_[end] == ')') && end + 1 < rest_.size() && rest_[end + 1] == ' ');
    if (closed) {
      entry_.number = number;
      at = end + 1;
    }
    while (at < rest_.size() && rest_[at] == ' ') ++at;
    begin_ = at;
  }

  void take_addresses() {
    for (ReferenceAddress& address : find_addresses(rest_)) {
      rest_.replace(address.span.begin, address.span.size(), address.span.size(), ' ');
      if (entry_.doi.empty()) entry_.doi = doi_of(address.url);
      first_address_ = std::min(first_address_, std::size_t{address.span.begin});
      entry_.urls.push_back(std::move(address.url));
    }
    if (entry_.doi.empty()) entry_.doi = doi_of(rest_);
  }

  void find_years() {
    for (std::size_t at = begin_; at < rest_.size(); ++at) {
      if (!is_digit(rest_[at]) || !is_year(rest_, at)) continue;
      const std::size_t near = at - begin_ > 20 ? at - 20 : begin_;
      const std::size_t open = std::string_view(rest_).substr(near, at - near).find_last_of("()");
      const std::size_t close = std::string_view(rest_).substr(at + 4, 6).find_first_of("()");
      const bool bracketed = open != std::string_view::npos && rest_[near + open] == '(' &&
                             close != std::string_view::npos && rest_[at + 4 + close] == ')';
      years_.push_back({at, bracketed});
      at += 3;
    }
  }

  /// Between asterisks or quotation marks, else behind the year, else from the beginning, to the end of a clause.
  void find_title() {
    if (const std::size_t open = rest_.find('*', begin_); open != std::string::npos) {
      const std::size_t inside = rest_.find_first_not_of('*', open);
      const std::size_t close = inside == std::string::npos ? inside : rest_.find('*', inside);
      if (close != std::string::npos && !is_quoted_before(open))
        return set_title(inside, close, rest_.find_first_not_of('*', close), true);
    }
    std::vector<ByteSpan> quotations;
    find_quotations(rest_, {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(rest_.size())}, quotations);
    if (!quotations.empty() && (quotations[0].begin < begin_ + 4 || comes_after_authors(quotations[0].begin)))
      return set_title(quotations[0].begin, quotations[0].end, code_point_end(quotations[0].end), true);
    std::size_t from = begin_;
    if (!years_.empty() && years_[0].bracketed && years_[0].at < begin_ + longest_authors)
      from = rest_.find(')', years_[0].at) + 1;
    from = std::min(rest_.find_first_not_of(" .,:;", from), rest_.size());
    set_title(from, clause_end(from), clause_end(from), false);
  }

  [[nodiscard]] bool is_quoted_before(std::size_t where) const {
    std::vector<ByteSpan> quotations;
    find_quotations(rest_, {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(where)}, quotations);
    return !quotations.empty();
  }
  /// Names, a year, a full stop or a comma: what stands before a title in quotation marks.
  [[nodiscard]] bool comes_after_authors(std::size_t at) const { return at - begin_ < longest_authors; }
  [[nodiscard]] std::size_t code_point_end(std::size_t at) const {
    return at < rest_.size() ? at + code_point_at(rest_, at).size : at;
  }

  [[nodiscard]] std::size_t clause_end(std::size_t from) const {
    for (std::size_t at = from; at < rest_.size(); ++at) {
      const bool last = at + 1 == rest_.size();
      if (at >= first_address_) return first_address_;
      if (rest_[at] == '.' && (last || rest_[at + 1] == ' ') && !is_initial(at)) return at;
      if (rest_[at] == ',' && (last || rest_[at + 1] == ' ' || rest_[at + 1] == ',') && at > from + 20) return at;
    }
    return rest_.size();
  }
  /// A full stop behind a single capital: "U. S.", or behind "Vol", "No".
  [[nodiscard]] bool is_initial(std::size_t stop) const {
    return stop > 1 && rest_[stop - 1] >= 'A' && rest_[stop - 1] <= 'Z' &&
           (rest_[stop - 2] == ' ' || rest_[stop - 2] == '.');
  }

  void set_title(std::size_t begin, std::size_t end, std::size_t after, bool marked) {
    title_ = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
    after_title_ = std::min(after, rest_.size());
    marked_title_ = marked;
    std::string_view title = trim(title_.in(rest_));
    while (title.ends_with(',') || title.ends_with('.')) title.remove_suffix(1);
    entry_.title = title;
  }

  void find_authors() {
    std::size_t end = title_.begin;
    if (!years_.empty() && years_[0].at < end) {
      end = years_[0].at;
      while (end > begin_ && std::string_view("( ").find(rest_[end - 1]) != std::string_view::npos) --end;
    }
    if (end <= begin_ || end - begin_ > longest_authors) return;
    std::string_view names = std::string_view(rest_).substr(begin_, end - begin_);
    while (names.ends_with('*') || names.ends_with('"') || names.ends_with("\u201C"))
      names.remove_suffix(names.ends_with("\u201C") ? 3 : 1);
    entry_.authors = split_authors(trim(names));
  }

  void find_container() {
    std::string_view rest = std::string_view(rest_).substr(after_title_);
    if (first_address_ > after_title_) rest = rest.substr(0, first_address_ - after_title_);
    const auto* const is_edge = " ,.;*_?!\"";
    if (rest.starts_with('(')) rest.remove_prefix(std::min(rest.find(')') + 1, rest.size()));
    rest.remove_prefix(std::min(rest.find_first_not_of(is_edge), rest.size()));
    while (rest.starts_with("\u201D") || rest.starts_with("\u00BB")) rest = rest.substr(rest[0] == '\xE2' ? 3 : 2);
    rest.remove_prefix(std::min(rest.find_first_not_of(is_edge), rest.size()));
    if (rest.starts_with('(')) {  // a place in brackets before the journal
      rest.remove_prefix(std::min(rest.find(')') + 1, rest.size()));
      rest.remove_prefix(std::min(rest.find_first_not_of(is_edge), rest.size()));
    }
    const std::string_view name = trim(rest.substr(0, end_of_container(rest)));
    if (!name.empty() && !is_digit(name[0])) entry_.container = name;
  }
  static std::size_t end_of_container(std::string_view rest) {
    constexpr std::string_view numbers[] = {"Vol.",     "Volume", "No.", "Iss",           "vol.", "volume",
                                            "no.",      "pp.",    "p. ", "P. ",           "page", "accessed",
                                            "Accessed", "doi",    "DOI", "article number"};
    std::size_t end = rest.size();
    for (const std::string_view one : numbers) end = std::min(end, rest.find(one));
    end = std::min(end, rest.find_first_of(",;*<("));
    end = std::min(end, rest.find(". "));
    if (rest.substr(0, end).ends_with('.')) --end;
    while (end > 0 && std::string_view(" :.,").find(rest[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  /// Years in a title are what it is about, unless only a guess tells where the title ends.
  void add_years() {
    const auto add = [&](const YearPlace& one) {
      std::string year = rest_.substr(one.at, 4);
      if (std::find(entry_.years.begin(), entry_.years.end(), year) == entry_.years.end())
        entry_.years.push_back(std::move(year));
    };
    const auto in_title = [&](const YearPlace& one) { return one.at >= title_.begin && one.at < title_.end; };
    std::stable_partition(years_.begin(), years_.end(), [](const YearPlace& one) { return one.bracketed; });
    for (const YearPlace& one : years_)
      if (!in_title(one)) add(one);
    if (entry_.years.empty() && !marked_title_)
      for (const YearPlace& one : years_) add(one);
  }

  void judge() {
    const auto flaw = [&](std::string_view name) { entry_.flaws.emplace_back(name); };
    if (entry_.years.empty()) flaw("undated");
    if (entry_.title.empty()) flaw("untitled");
    const std::string_view all = std::string_view(rest_).substr(begin_);
    const bool doubled = all.find(",,") != std::string_view::npos || all.find(", ,") != std::string_view::npos;
    if (doubled || std::count(all.begin(), all.end(), '(') != std::count(all.begin(), all.end(), ')') ||
        std::count(all.begin(), all.end(), '[') != std::count(all.begin(), all.end(), ']'))
      flaw("malformed");
    if (std::any_of(entry_.urls.begin(), entry_.urls.end(),
                    [](const std::string& url) { return !is_host(host_of(url)); }))
      flaw("broken_host");
    if (std::any_of(entry_.urls.begin(), entry_.urls.end(),
                    [](const std::string& url) { return !tracking_parameter(url).empty(); }))
      flaw("tracking_parameter");
  }

  std::string_view text_;
  ByteSpan span_;
  std::string rest_;  ///< the entry, blanks in place of addresses
  std::size_t begin_ = 0;
  std::size_t first_address_ = std::string::npos;
  std::vector<YearPlace> years_;
  ByteSpan title_;
  std::size_t after_title_ = 0;
  bool marked_title_ = false;
  ReferenceEntry entry_;
};

}  // namespace

ReferenceEntry read_reference(std::string_view text, ByteSpan entry) { return Reader(text, entry).read(); }

}  // namespace topos
