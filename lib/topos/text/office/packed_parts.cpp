// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/packed_parts.hpp"

#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/compression.hpp"

namespace topos {

PackedParts read_parts(std::string bytes, const InputOptions& options, const std::string& path,
                       const std::function<bool(std::string_view name)>& wanted) {
  constexpr std::string_view compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  if (bytes.starts_with(compound))
    throw Error(Errc::format, "an encrypted document, or one of Word before 2007, not a zip file", {path},
                "save it as .docx without a password, for instance with libreoffice --convert-to docx");
  if (container_of(bytes) != Container::zip)
    throw Error(Errc::format, "not a zip file, as a document of this format must be", {path},
                "rename it to what it is, or fetch it again");
  ExpandLimits limits;
  limits.total = options.max_expand;
  PackedParts parts;
  ArchiveEntries entries(memory_bytes(std::move(bytes)), path, limits);
  while (const auto name = entries.next())
    if (wanted(*name)) parts.emplace(*name, entries.read());
  return parts;
}

const std::string& part(const PackedParts& parts, std::string_view name, const std::string& path) {
  const auto found = parts.find(name);
  if (found == parts.end())
    throw Error(Errc::format, "has no part \"" + std::string(name) + "\"", {path},
                "open and save it in the program that it came from");
  return found->second;
}

}  // namespace topos
