// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// An address in a reference.
struct ReferenceAddress {
  ByteSpan span;    ///< all that stands for it: brackets of markup among it
  std::string url;  ///< the address itself
};

/// The addresses of one entry in text order: http, https and www., in < >, as [words](address) or bare.
/// Cost: linear.
[[nodiscard]] std::vector<ReferenceAddress> find_addresses(std::string_view entry);

/// The host of an address, lower-case, without "www." and port.
[[nodiscard]] std::string host_of(std::string_view url);

/// Whether a name can be that of a host on the open net: labels of letters, digits and hyphens, at least two, the last
/// no number.
[[nodiscard]] bool is_host(std::string_view host);

/// The first parameter of an address that only serves to follow readers, as "name=value"; empty if there is none.
[[nodiscard]] std::string_view tracking_parameter(std::string_view url);

/// The DOI that text holds ("10.1000/182"), from an address or after "doi:"; empty if there is none.
[[nodiscard]] std::string doi_of(std::string_view text);

}  // namespace topos
