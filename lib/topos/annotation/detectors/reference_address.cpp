// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/reference_address.hpp"

#include <algorithm>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

constexpr std::string_view starts[] = {"http://", "https://", "www."};

/// Where the address that begins at `begin` ends: white space, a bracket that closes markup, or marks of the sentence.
std::size_t end_of_url(std::string_view entry, std::size_t begin) {
  std::size_t end = std::min(entry.find_first_of(" \t\r\n<>\"]|\xC2\xE2", begin), entry.size());
  // A round bracket that the address does not open closes markup around it.
  int open = 0;
  for (std::size_t at = begin; at < end; ++at) {
    if (entry[at] == '(') ++open;
    if (entry[at] == ')' && --open < 0) end = at;
  }
  while (end > begin && std::string_view(".,;:!?'*").find(entry[end - 1]) != std::string_view::npos) --end;
  return end;
}

std::size_t next_start(std::string_view entry, std::size_t from) {
  for (std::size_t at = entry.find_first_of("hw", from); at != std::string_view::npos;
       at = entry.find_first_of("hw", at + 1))
    for (const std::string_view start : starts)
      if (entry.substr(at).starts_with(start)) return at;
  return std::string_view::npos;
}

/// [words](address): the end of the address in round brackets behind "](", or 0.
std::size_t link_target(std::string_view entry, std::size_t begin, std::size_t end) {
  if (begin == 0 || entry[begin - 1] != '[' || !entry.substr(end).starts_with("](")) return 0;
  return end + 2;
}

bool is_label(std::string_view label) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  };
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), fits);
}

}  // namespace

std::vector<ReferenceAddress> find_addresses(std::string_view entry) {
  std::vector<ReferenceAddress> found;
  for (std::size_t begin = next_start(entry, 0); begin != std::string_view::npos;) {
    std::size_t first = begin;
    std::size_t end = end_of_url(entry, begin);
    if (const std::size_t target = link_target(entry, begin, end); target != 0) {
      first = begin - 1;
      begin = target;
      end = end_of_url(entry, begin);
    } else if (first > 0 && (entry[first - 1] == '<' || entry[first - 1] == '(')) {
      --first;
    }
    std::size_t last = end;
    if (last < entry.size() && (entry[last] == '>' || entry[last] == ')')) ++last;
    if (end > begin)
      found.push_back({{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)},
                       std::string(entry.substr(begin, end - begin))});
    begin = next_start(entry, std::max(last, begin + 1));
  }
  return found;
}

std::string host_of(std::string_view url) {
  for (const std::string_view scheme : {starts[0], starts[1]})
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  std::string host(url);
  std::transform(host.begin(), host.end(), host.begin(), ascii_lower);
  return host.starts_with("www.") ? host.substr(4) : host;
}

bool is_host(std::string_view host) {
  std::size_t labels = 0;
  std::string_view last;
  while (true) {
    last = host.substr(0, host.find('.'));
    if (!is_label(last)) return false;
    ++labels;
    if (last.size() == host.size()) break;
    host.remove_prefix(last.size() + 1);
  }
  return labels > 1 && last.size() > 1 &&
         std::none_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view tracking_parameter(std::string_view url) {
  constexpr std::string_view names[] = {"fbclid", "gclid",  "dclid",   "msclkid", "yclid",  "igshid",
                                        "mc_cid", "mc_eid", "ref_src", "_ga",     "_hsenc", "mkt_tok"};
  const std::size_t query = url.find('?');
  if (query == std::string_view::npos) return {};
  url = url.substr(query + 1);
  url = url.substr(0, url.find('#'));
  while (!url.empty()) {
    const std::string_view one = url.substr(0, url.find('&'));
    const std::string_view name = one.substr(0, one.find('='));
    if (name.starts_with("utm_") || std::find(std::begin(names), std::end(names), name) != std::end(names)) return one;
    url.remove_prefix(std::min(one.size() + 1, url.size()));
  }
  return {};
}

std::string doi_of(std::string_view text) {
  for (std::size_t at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 1)) {
    if (at > 0 && text[at - 1] != '/' && text[at - 1] != ':' && text[at - 1] != ' ') continue;
    const std::size_t slash = text.find_first_not_of("0123456789.", at + 3);
    if (slash == std::string_view::npos || text[slash] != '/' || slash < at + 7) continue;
    std::size_t end = std::min(text.find_first_of(" \t\r\n<>\"]?#", slash), text.size());
    while (end > slash && std::string_view(".,;)").find(text[end - 1]) != std::string_view::npos) --end;
    if (end > slash + 1) return std::string(text.substr(at, end - at));
  }
  return {};
}

}  // namespace topos
