// SPDX-License-Identifier: Apache-2.0
#include "topos/text/html/tokens.hpp"

#include <algorithm>
#include <utility>

namespace topos {
namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool ends_name(char c) noexcept { return is_space(c) || c == '>' || c == '/'; }

}  // namespace

bool HtmlTokens::tag_begins(std::size_t at) const noexcept {
  if (at + 1 >= page_.size()) return false;
  const char next = page_[at + 1];
  return is_letter(next) || next == '!' || next == '?' || (next == '/' && at + 2 < page_.size());
}

bool HtmlTokens::next(HtmlToken& token) {
  if (raw_ != HtmlTag::other) {
    take_raw(token);
    return true;
  }
  while (at_ < page_.size()) {
    if (page_[at_] == '<' && tag_begins(at_)) {
      if (take_tag(token)) return true;
      continue;
    }
    std::size_t end = at_ + 1;
    while ((end = page_.find('<', end)) != std::string_view::npos && !tag_begins(end)) ++end;
    end = std::min(end, page_.size());
    token.kind = HtmlToken::Kind::text;
    token.text = page_.substr(at_, end - at_);
    at_ = end;
    return true;
  }
  token.kind = HtmlToken::Kind::done;
  return false;
}

/// The tag that begins here; false if it is none that counts.
bool HtmlTokens::take_tag(HtmlToken& token) {
  const bool closing = page_[at_ + 1] == '/';
  const std::size_t begin = at_ + (closing ? 2 : 1);
  if (!is_letter(page_[begin])) {
    skip_declaration();
    return false;
  }
  std::size_t end = begin;
  while (end < page_.size() && !ends_name(page_[end])) ++end;
  token.text = page_.substr(begin, end - begin);
  token.tag = html_tag(token.text);
  token.kind = closing ? HtmlToken::Kind::end : HtmlToken::Kind::start;
  at_ = end;
  take_attributes(token);
  if (!closing && has_trait(token.tag, HtmlTrait::raw)) find_raw_end(token);
  return true;
}

void HtmlTokens::skip_declaration() {
  if (page_.substr(at_).starts_with("<!--")) {
    const std::size_t end = comments_end_ ? page_.find("-->", at_ + 2) : std::string_view::npos;
    if (end != std::string_view::npos) {
      at_ = end + 3;
      return;
    }
    comments_end_ = false;
  }
  const std::size_t end = page_.find('>', at_);
  at_ = end == std::string_view::npos ? page_.size() : end + 1;
}

void HtmlTokens::take_attributes(HtmlToken& token) {
  token.attributes.clear();
  while (at_ < page_.size() && page_[at_] != '>') {
    if (is_space(page_[at_]) || page_[at_] == '/') {
      ++at_;
      continue;
    }
    const std::size_t begin = at_++;
    while (at_ < page_.size() && !ends_name(page_[at_]) && page_[at_] != '=') ++at_;
    const HtmlAttribute name = html_attribute(page_.substr(begin, at_ - begin));
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    std::string_view value;
    if (at_ < page_.size() && page_[at_] == '=') value = take_value();
    if (name != HtmlAttribute::other) token.attributes.emplace_back(name, value);
  }
  if (at_ < page_.size()) ++at_;
}

/// The value after the "=" that stands here.
std::string_view HtmlTokens::take_value() {
  do ++at_;
  while (at_ < page_.size() && is_space(page_[at_]));
  if (at_ == page_.size()) return {};
  const char quote = page_[at_];
  if (quote == '"' || quote == '\'') {
    bool& closes = quotes_close_[quote == '"' ? 0 : 1];
    const std::size_t end = closes ? page_.find(quote, at_ + 1) : std::string_view::npos;
    if (end != std::string_view::npos) {
      const std::string_view value = page_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return value;
    }
    closes = false;
  }
  const std::size_t begin = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
  return page_.substr(begin, at_ - begin);
}

/// Looks where the content of an element like script ends. A script that is never closed goes on to the end; of others
/// that are not, the content is taken for a page's.
void HtmlTokens::find_raw_end(HtmlToken& token) {
  bool& unclosed = unclosed_[static_cast<std::size_t>(token.tag)];
  for (std::size_t end = unclosed ? std::string_view::npos : page_.find("</", at_); end != std::string_view::npos;
       end = page_.find("</", end + 2)) {
    std::size_t after = end + 2;
    while (after < page_.size() && !ends_name(page_[after]) && after - end < 16) ++after;
    if (html_tag(page_.substr(end + 2, after - end - 2)) != token.tag) continue;
    raw_ = token.tag;
    raw_end_ = end;
    return;
  }
  unclosed = true;
  if (token.tag == HtmlTag::script_ || token.tag == HtmlTag::style_) {
    raw_ = token.tag;
    raw_end_ = page_.size();
  } else {
    token.tag = HtmlTag::other;
  }
}

void HtmlTokens::take_raw(HtmlToken& token) {
  token.kind = HtmlToken::Kind::raw_text;
  token.tag = std::exchange(raw_, HtmlTag::other);
  token.text = page_.substr(at_, raw_end_ - at_);
  at_ = raw_end_;
}

}  // namespace topos
